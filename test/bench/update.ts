import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { readRelease } from "../../scripts/build/releases.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";
import { resolveTarget, type Transport } from "../../scripts/client/index.ts";
import { loadItems } from "../../scripts/registry/items.ts";
import { remember } from "../../scripts/registry/releases.ts";
import { inlayJson } from "../helpers/inlay.ts";
import { changedItem, installItems } from "../helpers/installed.ts";
import { startServer } from "../helpers/marimo.ts";
import { openNotebook } from "../helpers/notebook-page.ts";
import { figure, inTurn, timed, type Figure } from "./measure.ts";

const ADDED = "tangle";
const ESM = /\n {4}_esm = /;

/**
 * `inlay update --all` of all widgets that have an earlier release, in one notebook, beside one `inlay add` of one widget
 * in another, each a whole process, each notebook in an open page. Once from the first release: where front ends alone
 * are new they are swapped, and marimo compiles each cell once. Once from cells with another class: they run again, and
 * marimo compiles each of them twice, as it does the one of `add`; that is most of the time.
 */
export async function benchUpdate(browser: Browser): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "inlay-bench-"));
  const [server, other] = await Promise.all([startServer(), startServer()]);
  const env = { ...server.env, XDG_DATA_HOME: folder };
  try {
    const notebook = await openNotebook(browser, server.url);
    const { transport } = await resolveTarget({ port: server.port, env: server.env });
    await runAll(notebook.page);
    await runAll((await openNotebook(browser, other.url)).page);
    const { transport: elsewhere } = await resolveTarget({ port: other.port, env: other.env });
    const figures: Figure[] = [];
    const released = await Promise.all((await loadItems()).map(async (item) => [item, await earlier(item)] as const));
    const kit = released.flatMap(([item, first]) => (first ? [item] : []));
    const another = kit.map((item) => changedItem(item, "0.0.1", (code) => code.replace(ESM, "\n    older = 1\n$&")));
    for (const item of another) await remember(item, env);
    const first = released.flatMap(([, each]) => each ?? []);
    for (const [what, items] of [
      ["from their first release", first],
      ["with another class", another],
    ] as const) {
      const { objects } = await installItems(server, items);
      const definitions = objects.map((each) => each.definition_cell ?? "");
      const names = objects.map((each) => each.object);
      const codes = Object.fromEntries(items.map((item, index) => [definitions[index], item.cells.definition]));
      for (const each of objects) await notebook.untilMounted(each.instance_cell ?? "");
      const whole = await inTurn(
        {
          "inlay update --all": () =>
            timed(() => inlayJson(["update", "--all", "--quiet"], { env })).finally(() =>
              putBack(transport, codes, names),
            ),
          "inlay add": () =>
            timed(() => inlayJson(["add", ADDED, "--quiet"], { env: other.env })).finally(() =>
              elsewhere.execute(CLEAR),
            ),
        },
        6,
      );
      figures.push(figure(`update of ${items.length} widgets ${what}, whole process`, "inlay update --all", whole));
      await transport.execute(CLEAR);
    }
    return figures;
  } finally {
    await Promise.all([server.stop(), other.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first release of a widget, where its version is a later one by now. */
async function earlier({ name, version }: RegistryItem): Promise<RegistryItem | undefined> {
  const first = await readRelease(name, "0.1.0", repositoryRoot());
  return version === "0.1.0" ? undefined : first;
}

/** Cells that never ran are looked at again with each change. */
async function runAll(page: Page): Promise<void> {
  await page.getByTestId("run-button").last().click();
}

/** The older cells again, run and shown, so that the next update has as much to do. */
async function putBack(
  transport: Transport,
  codes: Readonly<Record<string, string>>,
  objects: readonly string[],
): Promise<void> {
  const edits = Object.entries(codes).map(([cell, code]) => {
    const id = JSON.stringify(cell);
    return `    _ = _ctx.cells[${id}].code\n    _ctx.edit_cell(${id}, code=${JSON.stringify(code)})\n    _ctx.run_cell(${id})\n`;
  });
  await transport.execute(`${OPEN}${edits.join("")}`);
  const shown = `print("shown:", all(_each._front == "mounted" for _each in (${objects.join(", ")})))`;
  for (let text = ""; !text.includes("shown: True");) {
    await transport.execute(shown, { stdout: (chunk) => (text += chunk) });
  }
}

const OPEN = "import marimo._code_mode as _cm\nasync with _cm.get_context() as _ctx:\n";

const CLEAR = `${OPEN}    for _cell in list(_ctx.cells):
        if "# inlay: " in _cell.code or ".observe(" in _cell.code:
            _ctx.delete_cell(str(_cell.id))
`;
