import type { Locator, Page } from "playwright-core";

/** What a person does with each widget of the kit to give it another value, by keyboard alone. */
export const GESTURES: Readonly<Record<string, (widget: Locator, page: Page) => Promise<void>>> = {
  "histogram-range": async (widget, page) => {
    await widget
      .getByRole("slider", { name: /from|low/i })
      .first()
      .focus();
    await page.keyboard.press("PageUp");
  },
  labeler: async (widget, page) => {
    await widget.locator(".stage").focus();
    await page.keyboard.press("1");
  },
  "scatter-select": async (widget, page) => {
    await widget.getByRole("application").focus();
    await page.keyboard.press("Control+a");
  },
  "sortable-list": async (widget, page) => {
    await widget.getByRole("listbox").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Alt+ArrowDown");
  },
  tangle: async (widget, page) => {
    await widget.getByRole("spinbutton").first().focus();
    await page.keyboard.press("ArrowUp");
  },
};
