import { writeFile } from "node:fs/promises";
import type { Browser, ElementHandle, Locator, Page } from "playwright-core";
import { inlayJson } from "../helpers/inlay.ts";
import { startServer } from "../helpers/marimo.ts";
import { openNotebook } from "../helpers/notebook-page.ts";
import { figure, inTurn, type Figure } from "./measure.ts";

const NOTEBOOK = `import marimo

app = marimo.App()


@app.cell
def _():
    import time
    import marimo as mo
    return mo, time


@app.cell
def _(mo):
    native = mo.ui.slider(0, 1000, full_width=True)
    native
    return (native,)


@app.cell
def _(native, time):
    time.sleep(0.1)
    f"native={native.value}"
    return


if __name__ == "__main__":
    app.run()
`;

const READERS = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    for _name in ("pad", "price"):
        _ctx.run_cell(_ctx.create_cell(f"time.sleep(0.1)\\nf'{_name}={{get_{_name}()}}'"))
`;

/** Of a hand: 60 moves a second, for so many seconds. */
const HERTZ = 60;
const SECONDS = 2;

/**
 * The lag that a drag leaves over a reader that takes 100 ms: from the last of 60 moves a second to the reader's last text
 * in the page. xy-pad on its surface, histogram-range at an end, marimo's own slider at its thumb, each in the same page.
 */
export async function benchDrag(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    await writeFile(server.notebook, NOTEBOOK);
    const { page } = await openNotebook(browser, server.url);
    const env = { env: server.env };
    await page.getByTestId("run-button").last().click();
    const scale = ["--set", "x_range=[0,1000]", "--set", "x_step=1"];
    await inlayJson(["add", "xy-pad", "--as", "pad", "--wire", "x", ...scale, "--quiet"], env);
    await inlayJson(["add", "histogram-range", "--as", "price", "--set", "step=0.1", "--quiet"], env);
    await inlayJson(["exec", "-c", READERS], env);
    await page.evaluate("globalThis.__name = (work) => work");
    const contenders: Readonly<Record<string, readonly [Locator, string]>> = {
      inlay: [page.locator(".pad").first(), "pad="],
      "histogram-range": [page.getByRole("slider", { name: /from|low/i }).first(), "price="],
      "mo.ui.slider": [page.getByRole("slider").first(), "native="],
    };
    for (const [, shown] of Object.values(contenders)) await page.getByText(shown).first().waitFor();
    const times = await inTurn(
      Object.fromEntries(
        Object.entries(contenders).map(([name, [hold, shown]]) => [
          name,
          (run: number) => lag(page, hold, shown, run % 2 === 0 ? -1 : 1),
        ]),
      ),
      15,
    );
    return [figure(`lag after a drag of ${SECONDS} s over a reader of 100 ms`, "inlay", times)];
  } finally {
    await server.stop();
  }
}

/** Drags to one side and gives the time from the last move to the last change of the reader's text. */
async function lag(page: Page, hold: Locator, shown: string, side: number): Promise<number> {
  await hold.scrollIntoViewIfNeeded();
  const reader = (await page
    .locator(".output", { hasText: shown })
    .last()
    .elementHandle()) as ElementHandle<HTMLElement>;
  const watch = await reader.evaluateHandle((element) => {
    const seen = { moved: 0, changed: 0, text: element.textContent };
    addEventListener("pointermove", () => (seen.moved = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (element.textContent === seen.text) return;
      Object.assign(seen, { changed: performance.now(), text: element.textContent });
    }).observe(element, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  const box = (await hold.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const steps = HERTZ * SECONDS;
  await page.mouse.move(x, y);
  await page.mouse.down();
  const start = performance.now();
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x + (side * 120 * step) / steps, y);
    await new Promise((resolve) => setTimeout(resolve, start + (1000 * step) / HERTZ - performance.now()));
  }
  const moved = await watch.evaluate((seen) => seen.moved);
  await page.mouse.up();
  // No reader takes longer than 100 ms: after a second without a change nothing more comes.
  await page.waitForFunction((seen) => seen.changed > 0 && performance.now() - seen.changed > 1000, watch);
  return (await watch.evaluate((seen) => seen.changed)) - moved;
}
