import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { install, resolveTarget, runProgram } from "../../scripts/client/index.ts";
import type { AddRequest, BaseReport, InventoryReport } from "../../scripts/client/protocol.ts";
import { kernelModules } from "../../scripts/cli/modules.ts";
import { loadItem } from "../../scripts/registry/items.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { at, inlay, inlayJson } from "../helpers/inlay.ts";
import { NOTEBOOK, startServer, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, shownIn } from "../helpers/notebook-page.ts";

const FINGERPRINT = fileURLToPath(new URL("../../python/inlay/fingerprint.py", import.meta.url));

describe("two versions of a widget in one page", () => {
  let server: TestServer;
  let browser: Browser;
  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("stand side by side, each with its own front end", async () => {
    const notebook = await openNotebook(browser, server.url);
    await inlayJson(["add", "tangle", "--as", "old"], at(server));
    const { transport } = await resolveTarget({ url: server.url, env: server.env });
    const modules = await kernelModules();
    const item = await loadItem("tangle");
    const ask = <R extends BaseReport>(request: object) => runProgram<R>(transport, modules, request);
    const { added, verified } = await install(ask, addRequest(laterVersion(item)), {
      pageConnected: true,
      save: transport.save,
    });
    assert.deepEqual([added.error, verified?.error], [undefined, undefined]);
    for (const [index, hint] of ["Drag, use the arrow keys", "Pull, use the arrow keys"].entries()) {
      await shownIn(notebook.page.locator("body"), index).waitFor();
      await notebook.page.locator("marimo-anywidget").nth(index).getByRole("spinbutton").first().focus();
      await notebook.page.getByText(hint).waitFor();
    }
    const { widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
    assert.deepEqual(
      widgets.map(({ class: name, version, state, objects }) => [name, version, state, objects[0]?.front]),
      [
        ["Tangle", item.version, "unchanged", "mounted"],
        ["TangleNext", "9.0.0", "unchanged", "mounted"],
      ],
    );
  });
});

describe("two notebooks and two servers", () => {
  let folder: string;
  let first: TestServer;
  let second: TestServer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "inlay-many-"));
    await mkdir(join(folder, "work"));
    for (const name of ["one.py", "two.py"]) await writeFile(join(folder, "work", name), NOTEBOOK);
    const stateHome = join(folder, "state");
    first = await startServer({ notebook: join(folder, "work", "one.py"), stateHome });
    second = await startServer({ notebook: join(folder, "work", "two.py"), stateHome });
  });
  after(async () => {
    await first?.stop();
    await second?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("are both listed, and neither is taken for the other", async () => {
    const { servers } = await inlayJson<{ servers: { port: number }[] }>(["servers"], { env: first.env });
    assert.deepEqual(servers.map(({ port }) => port).toSorted(), [first.port, second.port].toSorted());
    const unclear = await inlay(["add", "tangle"], { env: first.env });
    assert.equal(unclear.code, 1);
    for (const name of [/one\.py/, /two\.py/]) assert.match(unclear.stderr, name);
  });

  it("get the widget that was meant for them, by file or by port", async () => {
    await inlayJson(["add", "tangle", "--as", "by_file", "--file", join(folder, "work", "one.py")], { env: first.env });
    await inlayJson(["add", "tangle", "--as", "by_port", "--port", String(second.port)], { env: first.env });
    for (const [server, name] of [
      [first, "by_file"],
      [second, "by_port"],
    ] as const) {
      const { widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
      assert.deepEqual(
        widgets.flatMap(({ objects }) => objects.map(({ object }) => object)),
        [name],
      );
    }
    const unclear = await inlay(["cells"], { env: first.env });
    assert.equal(unclear.code, 1);
    assert.match(unclear.stderr, /several-sessions/);
    assert.doesNotMatch(await readFile(join(folder, "work", "one.py"), "utf8"), /by_port/);
  });
});

/** The same widget as another would have written it: a new class, a later version, another front end. */
function laterVersion(item: RegistryItem): RegistryItem {
  const source = item.cells.definition
    .split("\n")
    .slice(1)
    .join("\n")
    .replaceAll(/\bTangle\b/g, "TangleNext")
    .replaceAll("Drag, use the arrow keys", "Pull, use the arrow keys");
  const [fingerprint] = JSON.parse(
    execFileSync("python3", ["-I", "-S", FINGERPRINT], { input: JSON.stringify([source]), encoding: "utf8" }),
  ) as [string];
  return {
    ...item,
    name: "tangle-next",
    version: "9.0.0",
    className: "TangleNext",
    objectName: "tangle_next",
    fingerprint,
    cells: { definition: `# inlay: tangle-next 9.0.0 ${fingerprint}\n${source}` },
  };
}

function addRequest(item: RegistryItem): AddRequest {
  return {
    command: "add",
    items: [{ item, as: null, arguments: {}, expressions: {}, wire: null, reader: false }],
    place: { after: null, before: null },
    show_code: false,
    dry_run: false,
    yes: false,
    auto_name: false,
    quiet: true,
  };
}
