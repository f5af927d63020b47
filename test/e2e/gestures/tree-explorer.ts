import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("tree").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
};
