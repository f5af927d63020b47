import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import type { AddReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { at, inlay, inlayJson } from "../helpers/inlay.ts";
import { startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";

const SCRATCH = join(homedir(), ".cache", "inlay-test");
const VERSIONS: readonly MarimoVersion[] = ["0.21.1", "newest"];

for (const version of VERSIONS) {
  describe(`widgets of one's own in marimo ${version}`, () => {
    let project: string;
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;
    let objects: AddReport["objects"];
    const object = (name: string) => objects.find((each) => each.widget === name)!;

    before(async () => {
      await mkdir(SCRATCH, { recursive: true });
      project = await mkdtemp(join(SCRATCH, "own-"));
      for (const [name, kind] of [
        ["my-dial", "control"],
        ["my-plot", "chart"],
      ] as const) {
        const ran = await inlay(["new", name, "--kind", kind], { cwd: project });
        assert.equal(ran.code, 0, ran.stderr);
      }
      server = await startServer({ version, notebook: join(project, "widgets", "my-dial", "demo.py") });
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      await rm(project, { recursive: true, force: true });
    });

    it("are added to their demo notebook from their folders, and mount", async () => {
      const words = ["add", "./widgets/my-dial", "./widgets/my-plot", "--reader", "--yes"];
      ({ objects } = await inlayJson<AddReport>(words, { ...at(server), cwd: project }));
      for (const { instance_cell: cell } of objects) await notebook.untilMounted(cell ?? "");
    });

    it("drive the cells that read them, by a click and by a key", async () => {
      const dial = object("my-dial");
      const plot = object("my-plot");
      const before = await Promise.all([dial, plot].map((each) => notebook.text(each.reader_cell ?? "")));
      await notebook
        .output(dial.instance_cell ?? "")
        .locator("button")
        .last()
        .click();
      assert.notEqual(await notebook.untilChanged(dial.reader_cell ?? "", before[0] ?? ""), before[0]);
      const bar = notebook
        .output(plot.instance_cell ?? "")
        .locator("[role=option]")
        .nth(5);
      await bar.focus();
      await notebook.page.keyboard.press("Enter");
      assert.match(await notebook.untilChanged(plot.reader_cell ?? "", before[1] ?? ""), /5/);
    });

    it("are in the notebook as their own items would be", async () => {
      const built = await inlay(["build", "widgets", "--out", "items"], { cwd: project });
      assert.equal(built.code, 0, built.stderr);
      const again = ["add", "./items/my-dial.json", "--as", "second", "--yes"];
      const { ops } = await inlayJson<AddReport>(again, { ...at(server), cwd: project });
      assert.deepEqual(
        ops.filter(({ role }) => role === "definition").map(({ op }) => op),
        ["keep"],
      );
    });
  });
}
