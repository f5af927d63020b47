import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { kernelModules } from "../../scripts/cli/modules.ts";
import { accepted } from "../../scripts/client/accepted.ts";
import { resolveTarget, runProgram } from "../../scripts/client/index.ts";
import type { BaseReport, InventoryReport } from "../../scripts/client/protocol.ts";
import type { UpdateReport } from "../../scripts/client/update.ts";
import { loadItem } from "../../scripts/registry/items.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { changedItem, installItems } from "../helpers/installed.ts";
import { startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";

// The oldest version whose page follows a front end that changes, and the newest.
for (const version of ["0.23.16", "newest"] satisfies MarimoVersion[]) {
  describe(`a front end that is swapped under an open page of marimo ${version}`, () => {
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;
    let ask: <R extends BaseReport>(request: object) => Promise<R>;
    let instance = "";
    let definition = "";

    before(async () => {
      server = await startServer({ version });
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
      await notebook.page.getByTestId("run-button").last().click();
      const item = await loadItem("tangle");
      const old = changedItem(item, "0.0.9", (code) => code.replace("Drag, use", "Pull, use"));
      const added = await installItems(server, [old]);
      instance = added.objects[0]?.instance_cell ?? "";
      definition = added.objects[0]?.definition_cell ?? "";
      await notebook.untilMounted(instance);
      const { transport } = await resolveTarget({ url: server.url, env: server.env });
      const modules = await kernelModules();
      ask = (request) => runProgram(transport, modules, request);
    });

    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    /** A tangle says how to use a number that has the focus. */
    const shows = async (text: string) => {
      await notebook.untilMounted(instance);
      const part = notebook.output(instance);
      for (const end = Date.now() + 15_000; ;) {
        await part.getByRole("spinbutton").first().focus();
        if (await part.getByText(text).first().isVisible()) return;
        if (Date.now() > end) assert.fail(`the page never showed "${text}"`);
      }
    };
    const needsRun = () => notebook.page.locator(".needs-run").count();

    it("shows the new one, with no cell to run again", async () => {
      await shows("Pull, use the arrow keys");
      assert.equal(await needsRun(), 0);
      const { widgets } = await ask<InventoryReport>({ command: "inventory", code: true });
      const code = (widgets[0] as { code?: string } | undefined)?.code ?? "";
      const item = await loadItem("tangle");
      const report = await ask<UpdateReport>({
        command: "update",
        widgets: [
          {
            cell: definition,
            expect: createHash("sha256").update(code).digest("hex"),
            code: item.cells.definition.trimEnd(),
            item,
          },
        ],
      });
      accepted(report);
      assert.deepEqual(
        report.ops.map(({ op }) => op),
        ["swap"],
      );
      await shows("Drag, use the arrow keys");
      assert.equal(await needsRun(), 0);
    });

    it("shows the new one to a page that is loaded afterwards", async () => {
      await notebook.page.reload();
      await shows("Drag, use the arrow keys");
    });
  });
}
