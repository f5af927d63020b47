import type { Browser, Page } from "playwright-core";
import { openPage } from "./browser.ts";

/** A notebook in a browser, once its cells have run. */
export async function openNotebook(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url);
  await page.locator("marimo-cell, [data-cell-id]").first().waitFor();
  return page;
}

/** Waits until some output of the page holds a text. */
export async function untilShown(page: Page, text: string | RegExp): Promise<void> {
  await page.locator(".output-area, .output").filter({ hasText: text }).first().waitFor();
}
