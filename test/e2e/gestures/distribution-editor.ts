import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("slider", { name: /mean/ }).focus();
  await page.keyboard.press("PageUp");
};
