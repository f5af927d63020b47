import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { openPage } from "./browser.ts";

/** A notebook that a browser shows. */
export interface NotebookPage {
  readonly page: Page;
  /** What a cell shows under its code. */
  output(cell: string): Locator;
  /** Waits until a cell's output holds a widget that has something to see. */
  untilMounted(cell: string): Promise<void>;
  /** Waits until a cell's output is another one than `before`, and gives it. */
  untilChanged(cell: string, before: string): Promise<string>;
  text(cell: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens a notebook and waits until its page is connected to the kernel. */
export async function openNotebook(browser: Browser, url: string): Promise<NotebookPage> {
  const page = await openPage(browser, url);
  await page.locator("[data-cell-id]").first().waitFor({ state: "attached" });
  return notebookPage(page);
}

/** What a widget shows inside some part of a page: its own box has no size. */
export function shownIn(part: Locator, index = 0): Locator {
  return part.locator("marimo-anywidget").nth(index).locator("css=[role] >> visible=true").first();
}

/** The cells of a page that shows a notebook, an app or an export. */
export function notebookPage(page: Page): NotebookPage {
  const output = (cell: string) => page.locator(`#output-${cell}`);
  const text = async (cell: string) => (await output(cell).innerText()).trim();
  return {
    page,
    output,
    text,
    untilMounted: (cell) => shownIn(output(cell)).waitFor(),
    async untilChanged(cell, before) {
      const handle = await output(cell).elementHandle();
      await page.waitForFunction(([element, old]) => (element as HTMLElement).innerText.trim() !== old, [
        handle,
        before,
      ] as const);
      return text(cell);
    },
    close: () => page.context().close(),
  };
}

/** Waits until a notebook's file holds all of these texts: marimo saves in the background. */
export async function untilSaved(file: string, texts: readonly string[]): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const saved = await readFile(file, "utf8");
    const missing = texts.filter((text) => !saved.includes(text));
    if (missing.length === 0) return;
    if (Date.now() > deadline) throw new Error(`${file} was not saved with: ${missing.join(", ")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
