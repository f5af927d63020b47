import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("application").focus();
  await page.keyboard.press("Control+a");
};
