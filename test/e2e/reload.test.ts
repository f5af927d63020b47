import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import type { AddReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { at, inlayJson } from "../helpers/inlay.ts";
import { startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";

const TRAITS = ["--set", "items=[1, 2, 3, 4, 5, 6]", "--set", 'labels=["yes", "no"]'];

// Before 0.23 marimo gives a page that was loaded again the values that a widget began with.
for (const version of ["0.21.1", "0.22.5", "newest"] as readonly MarimoVersion[]) {
  describe(`a page of marimo ${version} that is loaded again`, () => {
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;

    before(async () => {
      server = await startServer({ version });
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    it("shows every decision and comment, and goes on from them", async () => {
      const report = await inlayJson<AddReport>(["add", "labeler", "--reader", ...TRAITS], at(server));
      const [{ instance_cell: instance, reader_cell: reader } = {}] = report.objects;
      assert.ok(instance && reader);
      const { page } = notebook;
      const widget = notebook.output(instance);
      const answer = notebook.output(reader);

      await widget.locator(".stage").focus();
      await page.keyboard.press("1");
      await page.keyboard.press("s");
      await page.keyboard.press("c");
      await page.keyboard.type("why");
      await page.keyboard.press("Enter");
      await answer.filter({ hasText: "why" }).waitFor();

      for (const [done, key] of [
        ["2", "2"],
        ["3", "1"],
      ] as const) {
        await page.reload();
        await widget.locator(".count b").filter({ hasText: done }).waitFor();
        await widget.locator(".stage").focus();
        await page.keyboard.press(key);
      }
      await answer.filter({ hasText: /yes[^]*no[^]*why[^]*yes/ }).waitFor();
      await page.keyboard.press("u");
      await page.keyboard.press("u");
      await page.keyboard.press("u");
      await widget.locator(".stage").filter({ hasText: "2" }).waitFor();
      assert.equal(await widget.locator(".count b").innerText(), "1");
    });
  });
}
