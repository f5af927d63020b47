import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.locator(".stage").focus();
  await page.keyboard.press("1");
};
