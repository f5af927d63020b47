import { writeFile } from "node:fs/promises";
import type { Browser, Locator } from "playwright-core";
import { inlayJson } from "../helpers/inlay.ts";
import { startServer } from "../helpers/marimo.ts";
import { openNotebook } from "../helpers/notebook-page.ts";
import { figure, inTurn, type Figure } from "./measure.ts";

const NOTEBOOK = `import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    names = [f"Option {n * 7919 % 100_000:05}" for n in range(100_000)]
    return mo, names


@app.cell
def _(mo, names):
    native = mo.ui.multiselect(names, label="native")
    native
    return


if __name__ == "__main__":
    app.run()
`;

const FLAT = "flat list, bare page";

/** A flat list as ipywidgets has it, in a page of its own: in one of marimo it takes minutes. */
const PAGE = `<!doctype html><button class="flat">Flat list</button><script>
  const names = Array.from({ length: 100000 }, (_, n) => "Option " + n);
  let list;
  document.querySelector("button").addEventListener("click", () => {
    if (list) { list.remove(); list = undefined; return; }
    list = document.createElement("select");
    list.multiple = true;
    list.size = 12;
    const options = document.createDocumentFragment();
    for (const each of names) options.append(new Option(each));
    list.append(options);
    document.body.append(list);
  });
</script>`;

/** How one of them is opened and closed, both by events on an element, and what stands in the page then. */
interface Contender {
  readonly element: Locator;
  readonly open: string;
  readonly close: string;
  /** A selector of what is there when it is open, in the element's own root. */
  readonly shown: string;
}

/**
 * From the key or click that opens 100,000 options or nodes, which are in the page already, to the frame that shows them
 * is done. An empty frame is the floor; marimo's own multiselect and a flat list, as ipywidgets has it, are the peers.
 */
export async function benchOptions(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    await writeFile(server.notebook, NOTEBOOK);
    const { page } = await openNotebook(browser, server.url);
    await page.getByTestId("run-button").last().click();
    const env = { env: server.env };
    await inlayJson(["add", "combobox", "--as", "city", "--expr", "options=names", "--quiet"], env);
    const nested = ["--expr", "data=names", "--set", "depth=0"];
    await inlayJson(["add", "tree-explorer", "--as", "tree", ...nested, "--quiet"], env);
    const bare = await (await browser.newContext()).newPage();
    await bare.setContent(PAGE);
    for (const each of [page, bare]) await each.evaluate("globalThis.__name = (work) => work");
    const contenders: Readonly<Record<string, Contender>> = {
      combobox: {
        element: page.getByRole("combobox", { name: "Options" }),
        open: "ArrowDown",
        close: "Escape",
        shown: ":popover-open [role=option]",
      },
      "tree-explorer": {
        element: page.getByRole("tree"),
        open: "ArrowRight",
        close: "ArrowLeft",
        shown: "[role=treeitem]:nth-child(9)",
      },
      "mo.ui.multiselect": {
        element: page.locator("marimo-multiselect").locator("button, [role=combobox]").first(),
        open: "click",
        close: "click",
        shown: "[cmdk-item], [role=option]",
      },
      [FLAT]: { element: bare.locator("button.flat"), open: "click", close: "click", shown: "select" },
      "empty frame": { element: page.locator("body"), open: "blank", close: "blank", shown: "body" },
    };
    const run = (names: readonly string[], runs: number) =>
      inTurn(Object.fromEntries(names.map((name) => [name, () => opened(contenders[name]!)])), runs);
    // The flat list takes seconds each time.
    const quick = Object.keys(contenders).filter((name) => name !== FLAT);
    const times = { ...(await run(quick, 10)), ...(await run([FLAT], 2)) };
    const peers = ["mo.ui.multiselect", FLAT, "empty frame"];
    return ["combobox", "tree-explorer"].map((ours) =>
      figure(
        `100,000 opened in ${ours}`,
        ours,
        Object.fromEntries([ours, ...peers].map((name) => [name, times[name]!])),
      ),
    );
  } finally {
    await server.stop();
  }
}

async function opened({ element, open, close, shown }: Contender): Promise<number> {
  await element.waitFor({ state: "attached" });
  const handle = await element.elementHandle();
  return element.page().evaluate(
    async ([found, opening, closing, selector]) => {
      const target = found as HTMLElement;
      const send = (name: string) =>
        name === "click"
          ? target.click()
          : target.dispatchEvent(
              new KeyboardEvent("keydown", { key: name, bubbles: true, composed: true, cancelable: true }),
            );
      const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const root = () => {
        const own = target.getRootNode() as ShadowRoot | Document;
        return own.querySelector(selector) ?? document.querySelector(selector);
      };
      target.focus();
      for (let quiet = 0; quiet < 5; quiet++) await frame();
      const start = performance.now();
      send(opening);
      do await frame();
      while (!root());
      const time = performance.now() - start;
      send(closing);
      for (let quiet = 0; quiet < 5; quiet++) await frame();
      return time;
    },
    [handle, open, close, shown] as const,
  );
}
