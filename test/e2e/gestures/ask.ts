import type { Gesture } from "../../helpers/gestures.ts";

export const gesture: Gesture = async (widget, page) => {
  const press = (name: string) => widget.getByRole("button", { name, exact: true }).press("Enter");
  await press("Approve");
  await widget.getByRole("radio", { name: "archive" }).press("Space");
  await page.keyboard.press("Enter");
  await widget.getByRole("textbox").press("Enter");
  await press("Submit");
};
