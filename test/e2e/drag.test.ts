import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { AddReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { at, inlay, inlayJson } from "../helpers/inlay.ts";
import { startServer, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";

const READER = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    _id = _ctx.create_cell("import time\\ntime.sleep(0.1)\\nf'read={get_pad_x()}'")
    _ctx.run_cell(_id)
print(_id)
`;

const MOVES = 120;

describe("a drag over a reader that takes 100 ms", () => {
  let server: TestServer;
  let browser: Browser;
  let notebook: NotebookPage;
  let page: Page;
  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
    notebook = await openNotebook(browser, server.url);
    page = notebook.page;
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("ends with the reader at the last value, which the kernel and the page hold too", async () => {
    const scale = ["--set", "x_range=[0,1000]", "--set", "x_step=1", "--quiet"];
    const { objects } = await inlayJson<AddReport>(["add", "xy-pad", "--as", "pad", ...scale], at(server));
    const { stdout } = await inlayJson<{ stdout: string }>(["exec", "-c", READER], at(server));
    const output = notebook.output(objects[0]?.instance_cell ?? "");
    const box = await output.locator(".pad").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 10, box.y + box.height / 2);
    await page.mouse.down();
    for (let move = 1; move <= MOVES; move++) {
      const frame = page.evaluate("new Promise((done) => requestAnimationFrame(done))");
      await page.mouse.move(box.x + 10 + ((box.width - 20) * move) / MOVES, box.y + box.height / 2);
      await frame;
    }
    await page.mouse.up();
    const shown = Number(await output.locator(".axis.x [role=slider]").getAttribute("aria-valuenow"));
    assert.ok(shown > 900, String(shown));
    await notebook
      .output(stdout.trim().split("\n").at(-1) ?? "")
      .getByText(`read=${shown}.0`)
      .waitFor();
    assert.equal((await inlay(["get", "pad.x"], at(server))).stdout.trim(), String(shown));
  });
});
