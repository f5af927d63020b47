import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("combobox").focus();
  await page.keyboard.type("os");
  await page.keyboard.press("Enter");
};
