import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("group", { name: "candidate 1" }).focus();
  await page.keyboard.press("1");
};
