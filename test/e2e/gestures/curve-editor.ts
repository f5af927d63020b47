import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("slider").nth(0).focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Shift+ArrowUp");
};
