import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  await widget.getByRole("grid").first().focus();
  for (const key of ["PageUp", "PageUp", "m"]) await page.keyboard.press(key);
};
