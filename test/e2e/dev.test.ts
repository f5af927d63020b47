import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { InventoryReport } from "../../scripts/client/protocol.ts";
import { Connection } from "../../scripts/client/connection.ts";
import { fetchPage } from "../../scripts/client/page.ts";
import { fetchReply } from "../../scripts/client/reply.ts";
import { fetchSessions } from "../../scripts/client/session.ts";
import type { DevEvent } from "../../scripts/dev/events.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { type Dev, makeProject, type Project, startDev } from "../helpers/dev.ts";
import { at, inlayJson } from "../helpers/inlay.ts";
import { type MarimoVersion, NOTEBOOK, startServer, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, untilSaved } from "../helpers/notebook-page.ts";

const COUNT = `import ipywidgets as _w, json as _json
_all = list(_w.Widget._instances.values()) if hasattr(_w.Widget, "_instances") else list(_w.widget._instances.values())
print(_json.dumps({"instances": len(_all)}))`;

/** Pages of older versions save by themselves, but nothing that is in a temporary folder. */
const SCRATCH = join(homedir(), ".cache", "inlay-test");

/** Keeps a weak hold on the widget's element that is shown now. */
const REMEMBER = `(window.shown ??= []).push(new WeakRef(
  [...document.querySelector("marimo-anywidget").shadowRoot.querySelectorAll("*")]
    .find((each) => each.localName.startsWith("inlay-widget-"))))`;
const ALIVE = "window.shown.filter((each) => each.deref() !== undefined).length";

for (const version of ["newest", "0.21.1"] as const satisfies readonly MarimoVersion[]) {
  describe(`inlay dev on marimo ${version}`, () => {
    const hot = version === "newest";
    let folder: string;
    let server: TestServer;
    let browser: Browser;
    let page: Page;
    let project: Project;
    let dev: Dev;
    before(async () => {
      await mkdir(SCRATCH, { recursive: true });
      folder = await mkdtemp(join(SCRATCH, "dev-"));
      await writeFile(join(folder, "notebook.py"), NOTEBOOK);
      server = await startServer({ version, notebook: join(folder, "notebook.py") });
      browser = await launchBrowser();
      page = (await openNotebook(browser, server.url)).page;
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      project = await makeProject();
    });
    afterEach(async () => {
      await dev?.stop("SIGKILL");
      await project.remove();
    });
    const start = (...flags: string[]) => {
      dev = startDev([project.folder, "--url", server.url, ...flags], { env: server.env, cwd: project.root });
      return dev.next("ready");
    };
    const note = (word: string) => page.getByRole("note").getByText(word, { exact: true }).waitFor();
    const code = async () =>
      (await inlayJson<{ stdout: string }>(["exec", "-c", "print(Dial._esm)"], at(server))).stdout;

    it("adds the widget, follows saves with values kept, shows problems over it, and leaves the final code", async () => {
      await start("--no-types");
      assert.deepEqual(
        dev.events.map(({ event }) => event),
        ["added", "ready"],
      );
      await note("first");
      await page.getByRole("button", { name: "Press 3" }).click();
      await page.getByRole("button", { name: "Press 4" }).waitFor();

      await project.edit("words.ts", "first", "second");
      await note("second");
      await page.getByRole("button", { name: "Press 4" }).waitFor();
      const saved = await dev.next(hot ? "swapped" : "updated");
      assert.deepEqual(saved.objects, ["dial"]);

      await project.edit("words.ts", '"second"', '"second');
      const problem = await dev.next("problem");
      assert.deepEqual([problem.file, problem.line, problem.kind], ["dial/words.ts", 1, "build"]);
      assert.match(problem.frame ?? "", /> 1 \| export const WORD = "second;/);
      const alert = page.getByRole("alert").filter({ hasText: "does not build" });
      await alert.getByText("dial/words.ts:1").waitFor();
      await note("second");
      await alert.getByRole("button", { name: "Dismiss" }).click();
      await alert.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Press 4" }).click();
      await page.getByRole("button", { name: "Press 5" }).waitFor();

      await project.edit("words.ts", '"second', '"third"');
      await dev.next("fixed");
      await note("third");
      assert.equal(await page.getByRole("alert").filter({ hasText: "does not build" }).count(), 0);

      await project.edit("traits.ts", "  label:", '  step: option(t.int(), "How much.", { default: 2 }),\n  label:');
      await project.edit("element.ts", "this.value + 1", "this.value + this.step");
      await dev.next("updated");
      await project.edit("words.ts", "third", "fourth");
      await note("fourth");
      await page.getByRole("button", { name: "Press 5" }).click();
      await page.getByRole("button", { name: "Press 7" }).waitFor();

      assert.equal(await dev.stop(), 0, dev.stderr());
      const { widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
      const [dial] = widgets;
      const kept = dev.events.at(-1);
      assert.ok(kept?.event === "kept", JSON.stringify(dev.events));
      assert.deepEqual([dial?.state, dial?.fingerprint], ["unchanged", kept.fingerprint]);
      assert.match(await code(), /fourth/);
      await untilSaved(server.notebook, ["fourth", kept.fingerprint]);
      await page.getByRole("button", { name: "Press 7" }).waitFor();
    });

    it("takes up what it left, and with --no-keep puts the notebook back", async () => {
      const before = await readFile(server.notebook, "utf8");
      await start("--no-types", "--no-keep");
      assert.deepEqual(dev.events.map(({ event }) => event).toSorted(), ["ready", "updated"]);
      await note("first");
      await project.edit("words.ts", "first", "fleeting");
      await note("fleeting");
      await project.edit("traits.ts", "What stands on it.", "What is written on it.");
      await dev.next("updated");
      assert.equal(await dev.stop("SIGTERM"), 0, dev.stderr());
      await note("fourth");
      await page.getByRole("button", { name: /Press \d/ }).waitFor();
      await untilSaved(server.notebook, ["fourth"]);
      await untilSame(server.notebook, before);
    });

    it("removes what it added, with --no-keep", async () => {
      await inlayJson(["remove", "dial", "--yes"], at(server));
      await page.getByRole("note").waitFor({ state: "detached" });
      await start("--no-types", "--no-keep", "--as", "knob");
      assert.match(JSON.stringify(dev.events), /"objects":\["knob"\]/);
      await note("first");
      assert.equal(await dev.stop(), 0, dev.stderr());
      await dev.next("restored");
      await page.getByRole("note").waitFor({ state: "detached" });
      const { widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
      assert.deepEqual(widgets, []);
    });

    it("goes back to the last version that its types allow", async () => {
      await start();
      await note("first");
      await project.edit("words.ts", 'WORD = "first"', 'WORD: number = "oops"');
      const problem = await dev.next("problem");
      assert.deepEqual([problem.kind, problem.file, problem.line], ["types", "dial/words.ts", 1]);
      assert.match(problem.reason, /TS2322/);
      await page.getByRole("alert").getByText("TS2322").waitFor();
      await note("first");
      await project.edit("words.ts", ': number = "oops"', ' = "fine"');
      await dev.next("fixed");
      await note("fine");
      assert.equal(await page.getByRole("alert").filter({ hasText: "TS2322" }).count(), 0);
      assert.equal(await dev.stop(), 0, dev.stderr());
      assert.match(await code(), /fine/);
    });

    it("goes on after a page is loaded again and after a kernel is restarted", async () => {
      await start("--no-types");
      await note("first");
      await project.edit("words.ts", "first", "again");
      await note("again");
      await page.reload();
      await note("again");
      await project.edit("words.ts", "again", "and again");
      await note("and again");
      const connection = new Connection(server.url);
      await fetchPage(connection);
      const [session] = await fetchSessions(connection);
      const headers = { "Marimo-Session-Id": session?.key ?? "" };
      await fetchReply(connection, { method: "POST", path: "/api/kernel/restart_session", headers });
      await page.reload();
      if (hot) {
        // The new kernel has not run the cells yet; where the notebook came back as it was saved before, an update runs them.
        const waits = await dev.next("note", "updated");
        if (waits.event === "note") {
          assert.match(waits.message, /have not run/);
          await page.keyboard.press("Control+Shift+r");
        }
      }
      await note("and again");
      await project.edit("words.ts", "and again", "after all");
      await note("after all");
      assert.equal(await dev.stop(), 0, dev.stderr());
    });

    it("leaks nothing in fifty saves", { skip: !hot && "each save makes new objects there" }, async () => {
      await start("--no-types");
      const session = await page.context().newCDPSession(page);
      await session.send("Performance.enable");
      const count = async () => {
        await session.send("HeapProfiler.collectGarbage");
        const { metrics } = await session.send("Performance.getMetrics");
        const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
        const kernel = JSON.parse((await inlayJson<{ stdout: string }>(["exec", "-c", COUNT], at(server))).stdout) as {
          instances: number;
        };
        const elements = await page.evaluate<number>(ALIVE);
        return {
          elements,
          instances: kernel.instances,
          listeners: of("JSEventListeners"),
          nodes: of("Nodes"),
          documents: of("Documents"),
          heap: of("JSHeapUsedSize"),
        };
      };
      let word = 0;
      const save = async () => {
        await project.write("words.ts", `export const WORD = "save ${++word}";\n`);
        await note(`save ${word}`);
        await dev.next("swapped");
        await page.evaluate(REMEMBER);
      };
      for (let warm = 0; warm < 5; warm++) await save();
      const first = await count();
      for (let time = 0; time < 50; time++) await save();
      const last = await count();
      assert.equal(last.instances, first.instances);
      assert.ok(last.listeners - first.listeners < 25, `listeners: ${first.listeners}, then ${last.listeners}`);
      assert.deepEqual([first.elements, last.elements], [1, 1]);
      // A page never forgets a module that it has imported, nor the templates in it: some dozen nodes each.
      assert.ok(last.nodes - first.nodes < 50 * 15, `nodes: ${first.nodes}, then ${last.nodes}`);
      assert.ok(last.documents - first.documents < 3, `documents: ${first.documents}, then ${last.documents}`);
      // Modules stay in a page: fifty of some 20 KB are a few megabytes at most.
      assert.ok(last.heap - first.heap < 20e6, `heap: ${first.heap}, then ${last.heap}`);
      assert.equal(await dev.stop(), 0, dev.stderr());
    });

    it("says that a server is gone, and ends", async () => {
      await start("--no-types");
      await server.kill();
      const lost = await dev.next("lost");
      assert.match(lost.reason, /No answer/);
      await dev.next("gone");
      assert.equal(await dev.stop("SIGCONT"), 1);
      assert.match(dev.stderr(), /server-gone/);
    });
  });
}

describe("inlay dev with several notebooks and widgets", () => {
  let folder: string;
  let servers: readonly TestServer[];
  let projects: readonly Project[];
  let dev: Dev;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "inlay-dev-many-"));
    const open = async (name: string) => {
      await writeFile(join(folder, name), NOTEBOOK);
      return startServer({ notebook: join(folder, name), stateHome: join(folder, "state") });
    };
    servers = await Promise.all([open("one.py"), open("two.py")]);
    projects = await Promise.all([makeProject("dial"), makeProject("knob")]);
    for (const server of servers) await inlayJson(["cells"], at(server));
  });
  after(async () => {
    await dev?.stop("SIGKILL");
    for (const each of servers ?? []) await each.stop();
    for (const each of projects ?? []) await each.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const start = (...args: string[]) => {
    dev = startDev([...args, "--no-types"], { env: servers[0]!.env, cwd: folder });
    return dev;
  };
  const notebooksOf = (events: readonly DevEvent[], kind: DevEvent["event"]) =>
    events.flatMap((each) => (each.event === kind && "notebook" in each ? [basename(each.notebook)] : [])).toSorted();

  it("asks which notebook is meant where none holds the widget, and goes to those that hold it", async () => {
    const [dial, knob] = projects.map((each) => each.folder) as [string, string];
    assert.equal(await start(dial).ended(), 1);
    for (const part of [/several-sessions/, /one\.py/, /two\.py/, /--all-notebooks/]) assert.match(dev.stderr(), part);

    await start(dial, knob, "--file", "one.py").next("ready");
    assert.deepEqual(notebooksOf(dev.events, "added"), ["one.py", "one.py"]);
    assert.equal(await dev.stop(), 0, dev.stderr());
    const ready = await start(dial).next("ready");
    assert.deepEqual(
      ready.notebooks.map((each) => basename(each)),
      ["one.py"],
    );
    assert.equal(await dev.stop(), 0, dev.stderr());

    await start(dial, knob, "--all-notebooks").next("ready");
    assert.deepEqual(notebooksOf(dev.events, "added"), ["two.py", "two.py"]);
    await projects[1]!.edit("words.ts", "first", "knob's own");
    for (const _ of servers) assert.equal((await dev.next("swapped")).widget, "knob");
    assert.deepEqual(notebooksOf(dev.events, "swapped"), ["one.py", "two.py"]);
  });

  it("tells what a kernel does not take, and goes on with the last version that it took", async () => {
    const [dial] = projects as [Project, Project];
    await dial.write(
      "methods.py",
      "import anywidget as _anywidget\n\n\nclass Methods(_anywidget.AnyWidget):\n    x = 1 / 0\n",
    );
    const problem = await dev.next("problem");
    assert.deepEqual([problem.widget, problem.kind], ["dial", "kernel"]);
    assert.match(problem.reason, /ZeroDivisionError|division by zero/);
    await dial.edit("methods.py", "1 / 0", "1 / 2");
    for (const _ of servers) assert.equal((await dev.next("updated")).widget, "dial");
    assert.equal(await dev.stop(), 0, dev.stderr());
    assert.deepEqual(notebooksOf(dev.events, "kept"), ["one.py", "one.py", "two.py", "two.py"]);
  });

  it("refuses to write over a cell that was edited in the notebook, unless told", async () => {
    const [dial] = projects as [Project, Project];
    const { widgets } = await inlayJson<InventoryReport>(["cells"], at(servers[0]!));
    const { cell } = widgets.find(({ name }) => name === "dial")!;
    const edit = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    _ctx.edit_cell("${cell}", _ctx.cells["${cell}"].code.replace("x = 1 / 2", "x = 1 / 3"))
    _ctx.run_cell("${cell}")`;
    await inlayJson(["exec", "-c", edit], at(servers[0]!));
    assert.equal(await start(dial.folder, "--file", "one.py").ended(), 1);
    assert.match(dev.stderr(), /edited-here/);
    await start(dial.folder, "--file", "one.py", "--overwrite", "--no-keep").next("ready");
    assert.equal(await dev.stop(), 0, dev.stderr());
    const { stdout } = await inlayJson<{ stdout: string }>(["exec", "-c", "print(Dial.x)"], at(servers[0]!));
    assert.match(stdout, /0\.333/);
  });

  it("fails where a notebook is out of reach at the end, and says which", async () => {
    const [, knob] = projects as [Project, Project];
    await start(knob.folder, "--all-notebooks").next("ready");
    await servers[1]!.kill();
    await dev.next("lost");
    assert.equal(await dev.stop(), 1);
    assert.match(dev.stderr(), /not-left-as-agreed/);
    assert.match(dev.stderr(), /two\.py/);
    assert.doesNotMatch(dev.stderr(), /one\.py/);
  });
});

/** Waits until a file is what it was: marimo saves in the background. */
async function untilSame(file: string, text: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while ((await readFile(file, "utf8")) !== text && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(await readFile(file, "utf8"), text);
}
