import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { RegistryItem } from "../build/item.ts";
import { resolveTarget, spawnServer, type OwnedServer, type Transport } from "../client/index.ts";
import { accepted } from "../client/accepted.ts";
import { Connection } from "../client/connection.ts";
import { install, type Ask, type Installed } from "../client/install.ts";
import { isPageConnected } from "../client/page.ts";
import type { AddRequest, InventoryReport } from "../client/protocol.ts";

/** What the gallery is to show, and its collaborators. */
export interface GalleryOptions {
  /** The notebook's file; made where it is missing. */
  readonly notebook: string;
  readonly port: number | undefined;
  /** Opens the address for a person; undefined where nobody would see it. */
  readonly open: ((url: string) => Promise<void>) | undefined;
  readonly items: readonly RegistryItem[];
  /** A way to ask the kernel behind a transport. */
  readonly askThrough: (transport: Transport) => Ask;
  /** A line of progress. */
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A running gallery. */
export interface Gallery {
  readonly server: OwnedServer;
  /** What was installed now; null where all of it was there already. */
  readonly installed: Installed | null;
  /** The notebook as it stands: every widget, its readers and cells. */
  readonly inventory: InventoryReport;
}

const NOTEBOOK = `import marimo

app = marimo.App(width="medium", app_title="inlay gallery")


@app.cell
def _():
    import marimo as mo
    return (mo,)


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    # The inlay gallery

    Each widget below is two cells of this notebook: the class with its front end, and the object with its wiring.
    The cell under it reads what you set.
    """)
    return


if __name__ == "__main__":
    app.run()
`;

/** Cells of a notebook of ours may run when it opens. */
const SETTINGS = `[tool.marimo.runtime]
auto_instantiate = true
`;

/** Starts marimo on the gallery's notebook and installs each widget that it does not hold yet. The caller stops it. */
export async function openGallery(options: GalleryOptions): Promise<Gallery> {
  const { notebook, port, items, say, signal } = options;
  await prepare(notebook);
  say("starting marimo");
  const server = await spawnServer({
    notebook,
    cwd: dirname(notebook),
    signal,
    ...(port === undefined ? {} : { port }),
  });
  try {
    if (options.open) {
      say(`opening ${server.url}`);
      await options.open(server.url);
      await untilOpen(server, signal);
    }
    const { transport, target } = await resolveTarget({ url: server.url });
    const ask = options.askThrough(transport);
    await accepted(await ask({ command: "run" }));
    const before = accepted(await ask<InventoryReport>({ command: "inventory" }));
    const missing = items.filter(
      (item) => !before.widgets.some(({ name, objects }) => name === item.name && objects.length > 0),
    );
    if (missing.length > 0) say(`installing ${missing.map((item) => item.name).join(", ")}`);
    const installed =
      missing.length === 0
        ? null
        : await install(ask, addAll(missing), { pageConnected: target.pageConnected, save: transport.save });
    if (installed) accepted(installed.verified ?? installed.added);
    if (!installed) return { server, installed, inventory: before };
    const inventory = accepted(await ask<InventoryReport>({ command: "inventory" }));
    await untilSaved(notebook, inventory, signal);
    return { server, installed, inventory };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What is wrong in a gallery, a line each: cells with errors, widgets that are not there or that a page could not show. */
export function faults({ inventory }: Gallery, items: readonly RegistryItem[]): readonly string[] {
  const cells = inventory.cells
    .filter((cell) => !cell.empty && (cell.status !== "idle" || cell.errors.length > 0))
    .map(
      (cell) => `cell ${cell.id} is ${cell.status ?? "not run"}: ${cell.errors.map((each) => each.message).join("; ")}`,
    );
  const absent = items
    .filter((item) => !inventory.widgets.some(({ name, objects }) => name === item.name && objects.length > 0))
    .map((item) => `${item.name} is not in the notebook`);
  const broken = inventory.widgets.flatMap(({ objects }) =>
    objects.filter(({ front }) => front.startsWith("error")).map(({ object, front }) => `${object}: ${front}`),
  );
  return [...cells, ...absent, ...broken];
}

async function prepare(notebook: string): Promise<void> {
  if (existsSync(notebook)) return;
  await mkdir(dirname(notebook), { recursive: true });
  await writeFile(notebook, NOTEBOOK);
  const settings = `${dirname(notebook)}/pyproject.toml`;
  if (!existsSync(settings)) await writeFile(settings, SETTINGS);
}

/** marimo saves in the background, and forgets what it has not saved when it is stopped. */
async function untilSaved(notebook: string, { widgets }: InventoryReport, signal: AbortSignal): Promise<void> {
  const lines = widgets.flatMap(({ objects }) => objects.map(({ object }) => `${object} = `));
  const deadline = Date.now() + 30_000;
  while (!signal.aborted && Date.now() < deadline) {
    const text = await readFile(notebook, "utf8");
    if (lines.every((line) => text.includes(line))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A browser takes its time; the person's Ctrl-C ends the wait. */
async function untilOpen(server: OwnedServer, signal: AbortSignal): Promise<void> {
  const connection = new Connection(server.url);
  const deadline = Date.now() + 20_000;
  while (!signal.aborted && Date.now() < deadline) {
    if (await isPageConnected(connection)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function addAll(items: readonly RegistryItem[]): AddRequest {
  return {
    command: "add",
    items: items.map((item) => ({ item, as: null, arguments: {}, expressions: {}, wire: null, reader: true })),
    place: { after: null, before: null },
    show_code: false,
    dry_run: false,
    yes: true,
    auto_name: true,
    quiet: true,
  };
}
