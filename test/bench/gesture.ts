import { writeFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { inlayJson } from "../helpers/inlay.ts";
import { startServer } from "../helpers/marimo.ts";
import { openNotebook } from "../helpers/notebook-page.ts";
import { figure, inTurn, type Figure } from "./measure.ts";

const NOTEBOOK = `import marimo

app = marimo.App()


@app.cell
def _():
    import anywidget as _anywidget
    import traitlets as _traitlets
    import marimo as mo

    class Counter(_anywidget.AnyWidget):
        value = _traitlets.Int(0).tag(sync=True)
        _esm = """
        export default { render({ model, el }) {
            const button = document.createElement("button");
            button.className = "by-hand";
            button.addEventListener("keydown", (event) => {
                if (event.key !== "ArrowRight") return;
                model.set("value", model.get("value") + 1);
                model.save_changes();
            });
            el.append(button);
        } };
        """

    return Counter, mo


@app.cell
def _(mo):
    native = mo.ui.slider(0, 1000)
    native
    return (native,)


@app.cell
def _(native):
    f"native={native.value}"
    return


@app.cell
def _(Counter, mo):
    by_hand = Counter()
    get_by_hand, set_by_hand = mo.state(by_hand.value)
    by_hand.observe(lambda _: set_by_hand(by_hand.value), names=["value"])
    by_hand
    return (get_by_hand,)


@app.cell
def _(get_by_hand):
    f"by hand={get_by_hand()}"
    return


if __name__ == "__main__":
    app.run()
`;

/** From a key on a control to the reader cell's new text in the page: ours, marimo's own slider, an anywidget by hand. */
export async function benchGesture(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    await writeFile(server.notebook, NOTEBOOK);
    const { page } = await openNotebook(browser, server.url);
    await page.getByTestId("run-button").last().click();
    await inlayJson(["add", "tangle", "--as", "it", "--set", 'text="{n}"', "--set", 'value={"n":0}', "--quiet"], {
      env: server.env,
    });
    await inlayJson(["exec", "-c", READER], { env: server.env });
    // The loader that runs this file names functions by a helper, which a page does not have.
    await page.evaluate("globalThis.__name = (work) => work");
    const contenders: Readonly<Record<string, readonly [Locator, string, string]>> = {
      inlay: [page.getByRole("spinbutton").first(), "ArrowRight", "ours="],
      "mo.ui.slider": [page.getByRole("slider").first(), "ArrowRight", "native="],
      "anywidget by hand": [page.locator("button.by-hand"), "ArrowRight", "by hand="],
    };
    for (const [control, , shown] of Object.values(contenders)) {
      await control.waitFor({ state: "attached" });
      await page.getByText(shown).first().waitFor();
    }
    const times = await inTurn(
      Object.fromEntries(
        Object.entries(contenders).map(([name, [control, key, shown]]) => [
          name,
          () => press(page, control, key, shown),
        ]),
      ),
      50,
    );
    return [figure("gesture to reader", "inlay", times)];
  } finally {
    await server.stop();
  }
}

const READER = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    _ctx.run_cell(_ctx.create_cell("f\\"ours={get_it()['n']}\\""))
`;

async function press(page: Page, control: Locator, key: string, shown: string): Promise<number> {
  const handle = await control.elementHandle();
  return page.evaluate(
    async ([element, name, prefix]) => {
      const text = () =>
        [...document.querySelectorAll(".output")].find((each) => each.textContent?.includes(prefix))?.textContent;
      const before = text();
      const target = element as HTMLElement;
      target.focus();
      const start = performance.now();
      target.dispatchEvent(
        new KeyboardEvent("keydown", { key: name, code: name, bubbles: true, composed: true, cancelable: true }),
      );
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (text() === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      const time = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 120)));
      return time;
    },
    [handle, key, shown] as const,
  );
}
