import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import type { AddReport, InventoryReport, VerifyReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { GESTURES } from "../helpers/gestures.ts";
import { at, inlay, inlayJson } from "../helpers/inlay.ts";
import { NOTEBOOK, startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, untilSaved, type NotebookPage } from "../helpers/notebook-page.ts";

type Added = AddReport & { verified: VerifyReport };

/** Pages of marimo save by themselves, but nothing that is in a temporary folder. */
const SCRATCH = join(homedir(), ".cache", "inlay-test");

const VERSIONS: readonly MarimoVersion[] = ["0.21.1", "0.22.5", "0.23.16", "0.24.2", "newest"];

for (const version of VERSIONS) {
  describe(`widgets in a notebook of marimo ${version}`, () => {
    let folder: string;
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;
    let widgets: Map<string, { object: string; instance: string; reader: string }>;

    before(async () => {
      await mkdir(SCRATCH, { recursive: true });
      folder = await mkdtemp(join(SCRATCH, "notebook-"));
      await writeFile(join(folder, "notebook.py"), NOTEBOOK);
      server = await startServer({ version, notebook: join(folder, "notebook.py") });
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it("are added by one command, shown in the open page, and mounted", async () => {
      const names = Object.keys(GESTURES);
      const report = await inlayJson<Added>(["add", ...names, "--reader"], at(server));
      assert.deepEqual(
        report.objects.map((each) => each.widget),
        names,
      );
      widgets = new Map(
        report.objects.map((each) => [
          each.widget,
          { object: each.object, instance: each.instance_cell ?? "", reader: each.reader_cell ?? "" },
        ]),
      );
      for (const { object, instance } of widgets.values()) {
        await notebook.untilMounted(instance);
        assert.ok(["", "mounted"].includes(report.verified.fronts[object] ?? "absent"), report.verified.fronts[object]);
      }
    });

    for (const [name, gesture] of Object.entries(GESTURES)) {
      it(`${name}: a person's gesture reaches the cell that reads it`, async () => {
        const { instance, reader } = widgets.get(name)!;
        const before = await notebook.text(reader);
        await gesture(notebook.output(instance), notebook.page);
        assert.notEqual(await notebook.untilChanged(reader, before), before);
      });
    }

    it("hide their code, leave none of it edited, and have told the kernel that they mounted", async () => {
      const { cells, widgets: found } = await inlayJson<InventoryReport>(["cells"], at(server));
      assert.deepEqual(
        cells.filter((cell) => cell.errors.length > 0),
        [],
      );
      assert.ok(cells.filter((cell) => cell.marker).every((cell) => cell.hidden && cell.marker?.state === "unchanged"));
      assert.deepEqual(
        found.flatMap((each) => each.objects.map((object) => object.front)),
        found.map(() => "mounted"),
      );
    });

    it("stay in the notebook: a second server shows the same cells, unchanged", async () => {
      await untilSaved(
        server.notebook,
        [...widgets.values()].map(({ object }) => `${object} = `),
      );
      await notebook.close();
      const again = await startServer({ version, notebook: server.notebook });
      try {
        const page = await openNotebook(browser, again.url);
        const shown = await inlayJson<InventoryReport>(["cells"], at(again));
        assert.equal(shown.cells.filter((cell) => cell.marker?.state === "unchanged").length, widgets.size);
        await runAll(page);
        for (const id of shown.widgets.flatMap((each) => each.objects.map((object) => object.cell))) {
          await page.untilMounted(id);
        }
        await page.close();
      } finally {
        await again.stop();
      }
    });
  });
}

describe("a widget that is asked for wrongly", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
    await inlayJson(["add", "tangle", "--as", "lunch"], at(server));
  });
  after(() => server.stop());

  const cells = async () => (await inlayJson<InventoryReport>(["cells"], at(server))).cells.length;

  it("gets the nearest right name, of a widget, a flag, a trait or a command", async () => {
    for (const [args, hint] of [
      [["add", "tangel"], /Did you mean tangle\?/],
      [["add", "tangle", "--redaer"], /Did you mean --reader\?/],
      [["add", "tangle", "--set", "vlaue=1"], /Did you mean value\?/],
      [["ad", "tangle"], /Did you mean inlay add\?/],
    ] as const) {
      const ran = await inlay(args, at(server));
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, hint);
    }
  });

  it("is refused with the cell that holds its name, and a free one", async () => {
    const count = await cells();
    const ran = await inlay(["add", "tangle", "--as", "lunch", "--json"], at(server));
    assert.equal(ran.code, 1);
    const { error } = JSON.parse(ran.stderr) as { error: { code: string; cure: string } };
    assert.equal(error.code, "name-taken");
    assert.match(error.cure, /--as lunch_2/);
    assert.equal(await cells(), count);
  });

  it("changes nothing when its value does not fit, and says what would", async () => {
    const count = await cells();
    const ran = await inlay(["add", "histogram-range", "--set", "bins=-4"], at(server));
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /found -4, expected a whole number/);
    const late = await inlay(["add", "histogram-range", "--expr", "bins='many'"], at(server));
    assert.equal(late.code, 1);
    assert.match(late.stderr, /bins/);
    assert.equal(await cells(), count);
  });

  it("changes nothing in a dry run, which shows the plan or the code", async () => {
    const count = await cells();
    const plan = await inlay(["add", "tangle", "--as", "tea", "--dry-run"], at(server));
    assert.match(plan.stdout, /Nothing was changed[\s\S]*keep[\s\S]*definition[\s\S]*create[\s\S]*instance/);
    const diff = await inlay(["add", "tangle", "--as", "tea", "--diff"], at(server));
    assert.match(diff.stdout, /\+ tea = Tangle\(/);
    assert.equal(await cells(), count);
  });

  it("keeps one definition for two objects", async () => {
    await inlayJson(["add", "tangle", "--auto-name", "--as", "lunch"], at(server));
    const { widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
    assert.deepEqual(
      widgets.map(({ name, objects }) => [name, objects.map(({ object }) => object)]),
      [["tangle", ["lunch", "lunch_2"]]],
    );
  });
});

async function runAll({ page }: NotebookPage): Promise<void> {
  await page.getByTestId("run-button").last().click();
}
