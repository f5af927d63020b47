import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("listbox").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+ArrowDown");
};
