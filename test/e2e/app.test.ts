import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import type { AddReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { GESTURES } from "../helpers/gestures.ts";
import { inlayJson } from "../helpers/inlay.ts";
import { marimoPath, startServer, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, shownIn } from "../helpers/notebook-page.ts";

const execute = promisify(execFile);

describe("a notebook with widgets, away from its editor", () => {
  let server: TestServer;
  let browser: Browser;
  let objects: AddReport["objects"];

  before(async () => {
    server = await startServer();
    browser = await launchBrowser();
    ({ objects } = await inlayJson<AddReport>(["add", ...Object.keys(GESTURES), "--reader"], { env: server.env }));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("is an app in marimo run, whose cells follow a person's gestures", async () => {
    const app = await startServer({ notebook: server.notebook, command: "run" });
    try {
      const shown = await openNotebook(browser, app.url);
      // Every cell of every widget runs before the first is shown.
      shown.page.setDefaultTimeout(120_000);
      for (const [name, gesture] of Object.entries(GESTURES)) {
        const widget = shown.page.locator("marimo-anywidget").nth(Object.keys(GESTURES).indexOf(name));
        await shownIn(shown.page.locator("body"), Object.keys(GESTURES).indexOf(name)).waitFor();
        const all = shown.page.locator("body");
        const before = await all.innerText();
        await gesture(widget, shown.page);
        await shown.page.waitForFunction((old) => document.body.innerText !== old, before);
      }
      await shown.close();
    } finally {
      await app.stop();
    }
  });

  it("is an export that shows its widgets from disk, asking nothing of any network", async () => {
    const folder = await mkdtemp(join(tmpdir(), "inlay-export-"));
    try {
      const file = join(folder, "notebook.html");
      await execute(marimoPath(), ["export", "html", server.notebook, "-o", file, "--no-include-code"], {
        env: server.env,
      });
      const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
      const blocked: string[] = [];
      // An export loads marimo's front end from a CDN; the installed package holds the same files.
      const files = await staticFolder();
      await context.route("**/*", async (route) => {
        const { protocol, pathname } = new URL(route.request().url());
        if (protocol === "file:" || protocol === "data:" || protocol === "blob:") return route.continue();
        const asset = /\/@marimo-team\/frontend@[^/]+\/dist\/(.*)$/.exec(pathname)?.[1];
        if (asset !== undefined) return route.fulfill({ path: join(files, asset) });
        blocked.push(route.request().url());
        return route.abort();
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      for (const { widget } of objects) {
        const element = page.locator("marimo-anywidget").nth(objects.findIndex((each) => each.widget === widget));
        await shownIn(
          page.locator("body"),
          objects.findIndex((each) => each.widget === widget),
        ).waitFor();
        await GESTURES[widget]?.(element, page);
      }
      assert.equal(await page.getByRole("alert").filter({ hasText: "cannot be shown" }).count(), 0);
      assert.deepEqual(
        blocked.filter((url) => !/fonts|sentry|posthog/.test(url)),
        [],
      );
      await context.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("needs nothing of inlay's to run as a script", async () => {
    const source = await readFile(server.notebook, "utf8");
    assert.doesNotMatch(source, /import inlay|from inlay|https?:\/\/(?!www\.w3\.org)/);
    await execute(join(dirname(marimoPath()), "python"), [server.notebook], { env: server.env });
  });
});

async function staticFolder(): Promise<string> {
  const { stdout } = await execute(join(dirname(marimoPath()), "python"), [
    "-c",
    "import marimo, os; print(os.path.dirname(marimo.__file__))",
  ]);
  return join(stdout.trim(), "_static");
}
