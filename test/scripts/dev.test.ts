import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { buildItem } from "../../scripts/build/build.ts";
import { eventLines } from "../../scripts/cli/dev-events.ts";
import { styleFor } from "../../scripts/cli/output.ts";
import { overlayEsm } from "../../scripts/dev/overlay.ts";
import { codeFrame, type Problem } from "../../scripts/dev/problem.ts";
import { diagnostics, TypeCheck } from "../../scripts/dev/type-check.ts";
import { UnderWork } from "../../scripts/dev/under-work.ts";
import { type Version, wholeItem } from "../../scripts/dev/version.ts";
import { Watcher } from "../../scripts/dev/watcher.ts";
import { type Outcome, WidgetSources } from "../../scripts/dev/widget.ts";
import { makeProject, type Project } from "../helpers/dev.ts";

describe("a code frame", () => {
  it("shows the lines around, with a caret below the column", () => {
    assert.equal(codeFrame("a\nb c\nd", 2, 3), "  1 | a\n> 2 | b c\n    |   ^\n  3 | d");
  });
  it("keeps tabs before the caret, and cuts long lines around it", () => {
    assert.match(codeFrame("\tx = y", 1, 6), /\| \tx = y\n {4}\| \t {4}\^/);
    const [row = "", caret = ""] = codeFrame(`${"a".repeat(500)}!${"b".repeat(500)}`, 1, 501).split("\n");
    assert.ok(row.length < 180);
    assert.equal(row[caret.indexOf("^")], "!");
  });
  it("is empty where there is no such line", () => assert.equal(codeFrame("a", 7), ""));
});

describe("what tsc prints", () => {
  it("gives each error its place, and all its lines", () => {
    const output = "a/b.ts(3,5): error TS1: no.\n  because\nc (1).ts(1,2): error TS2: never.\nFound 2 errors.\n";
    assert.deepEqual(diagnostics(output, "/root").found, [
      { file: "/root/a/b.ts", line: 3, column: 5, reason: "TS1: no.\n  because" },
      { file: "/root/c (1).ts", line: 1, column: 2, reason: "TS2: never." },
    ]);
  });
  it("tells errors of the settings apart", () => {
    assert.match(diagnostics("error TS18003: No inputs were found.\n", "/root").general ?? "", /No inputs/);
  });
});

describe("a watcher", { timeout: 10_000 }, () => {
  let folder: string;
  let watcher: Watcher;
  let wake = () => {};
  const told: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "inlay-watch-"));
    await writeFile(join(folder, "a.ts"), "1");
    told.length = 0;
    watcher = new Watcher((files) => {
      told.push(...files);
      wake();
    });
    watcher.follow(new Set([join(folder, "a.ts")]));
  });
  afterEach(async () => {
    watcher.close();
    await rm(folder, { recursive: true, force: true });
  });
  const heard = async (file: string) => {
    while (!told.includes(join(folder, file))) await new Promise<void>((resolve) => (wake = resolve));
    told.length = 0;
  };

  it("hears of a write, of a rename over the file, and of a second write right after the first", async () => {
    await writeFile(join(folder, "a.ts"), "2");
    await heard("a.ts");
    await writeFile(join(folder, "a.ts.tmp"), "3");
    await rename(join(folder, "a.ts.tmp"), join(folder, "a.ts"));
    await heard("a.ts");
    for (const text of ["", "4"]) {
      await writeFile(join(folder, "a.ts"), text);
      await heard("a.ts");
    }
  });
  it("hears of files in a folder that was removed and made again", async () => {
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeFile(join(folder, "a.ts"), "5");
    await heard("a.ts");
    await writeFile(join(folder, "a.ts"), "6");
    await heard("a.ts");
  });
});

describe("the sources of a widget", () => {
  let project: Project;
  let sources: WidgetSources;
  before(async () => {
    project = await makeProject();
    sources = new WidgetSources(project.folder, project.root);
  });
  after(async () => {
    await sources.dispose();
    await project.remove();
  });
  const version = (outcome: Outcome): Version => {
    assert.ok("version" in outcome, JSON.stringify(outcome));
    return outcome.version;
  };
  const written = (file: string) => new Set([join(sources.folder, file)]);

  it("give, built bit by bit, what a whole build gives", async () => {
    const first = version(await sources.build());
    await project.edit("words.ts", "first", "other");
    const other = version(await sources.build(written("words.ts")));
    assert.equal(other.body, first.body);
    assert.notEqual(other.esm, first.esm);
    const whole = await buildItem(project.folder, project.root);
    assert.deepEqual(await wholeItem(other, project.root), whole);
    await project.edit("traits.ts", '"Press"', '"Push"');
    const pushed = version(await sources.build(written("traits.ts")));
    assert.notEqual(pushed.body, first.body);
    assert.deepEqual(await wholeItem(pushed, project.root), await buildItem(project.folder, project.root));
  });
  it("say where they do not build, and build again", async () => {
    await project.edit("element.ts", "override render", "override render(");
    const broken = await sources.build(written("element.ts"));
    assert.ok("problem" in broken);
    assert.deepEqual([broken.problem.file, broken.problem.line], ["dial/element.ts", 6]);
    assert.match(broken.problem.frame ?? "", /> 6 \|/);
    await project.edit("element.ts", "override render(", "override render");
    version(await sources.build(written("element.ts")));
  });
  it("hold a front end to its budget, as a whole build does", async () => {
    await project.edit("words.ts", '"other"', `"${"x".repeat(41 * 1024)}"`);
    const large = await sources.build(written("words.ts"));
    assert.ok("problem" in large);
    assert.match(large.problem.reason, /budget is 40 KiB/);
    await project.write("words.ts", 'export const WORD = "small";\n');
    version(await sources.build(written("words.ts")));
  });
  it("are checked by the project's own TypeScript", async () => {
    const types = new TypeCheck(project.root);
    const check = async () => {
      const checked = await types.run(sources.folder);
      assert.ok("problems" in checked, JSON.stringify(checked));
      return [...checked.problems.values()].flat();
    };
    assert.deepEqual(await check(), []);
    await project.edit("element.ts", "value: this.value + 1", 'value: "one"');
    const [problem] = await check();
    assert.deepEqual([problem?.kind, problem?.file, problem?.line], ["types", "dial/element.ts", 7]);
    await project.edit("element.ts", 'value: "one"', "value: this.value + 1");
    assert.deepEqual(await check(), []);
    types.dispose();
  });
});

describe("a widget under work", () => {
  const made = (esm: string): Version => ({ item: {} as Version["item"], body: "body", esm });
  const front = (word: string) => made(`export default { render() { ${JSON.stringify(word)}; } };`);
  const problem = (kind: Problem["kind"]): Problem => ({ kind, file: "a.ts", line: 1, reason: 'no "</script>`${x}`' });
  const work = () => new UnderWork({ name: "it" } as WidgetSources);

  it("shows the last version that built under what is wrong now, and nothing else once it is right", async () => {
    const widget = work();
    const good = front("good");
    assert.equal(widget.take({ version: good }), "version");
    assert.equal(widget.take({ version: front("good") }), "same");
    assert.equal(widget.take({ problem: problem("build") }), "problem");
    const shown = await widget.shown();
    assert.equal(shown.version?.esm, good.esm);
    assert.match(shown.esm ?? "", /"good"/);
    assert.ok(shown.esm?.includes("This widget does not build"));
    assert.equal(widget.take({ version: front("good") }), "version");
    assert.equal((await widget.shown()).esm, good.esm);
  });
  it("goes back over versions that its types or the kernel do not allow", async () => {
    for (const kind of ["types", "kernel"] as const) {
      const widget = work();
      widget.take({ version: front("good") });
      widget.take({ version: front("bad") });
      widget.fails(problem(kind));
      widget.take({ version: front("worse") });
      widget.fails(problem(kind));
      assert.equal((await widget.shown()).version?.esm, front("good").esm, kind);
    }
  });
  it("shows what a notebook has under a problem that was there from the start", async () => {
    const widget = work();
    widget.take({ problem: problem("build") });
    assert.match((await widget.shown()).esm ?? "", /does not build/);
    widget.finds("export default { render() { 'found'; } };");
    assert.match((await widget.shown()).esm ?? "", /found/);
    assert.equal((await widget.shown()).version, undefined);
  });
  it("carries a message as data, whatever is in it", async () => {
    const esm = await overlayEsm(undefined, problem("build"));
    const { default: hooks } = (await import(`data:text/javascript,${encodeURIComponent(esm)}`)) as { default: object };
    assert.equal(typeof (hooks as { render: unknown }).render, "function");
  });
});

describe("an event for people", () => {
  const style = styleFor({ write: () => true, isTTY: false } as never, {});
  const now = new Date(2026, 0, 1, 9, 8, 7);
  it("is one line with the time, the widget and what happened", () => {
    const event = {
      event: "swapped",
      notebook: "/a/b.py",
      widget: "dial",
      objects: [],
      ms: 74,
      overlay: false,
    } as const;
    assert.deepEqual(eventLines(event, style, now), ["09:08:07  ✓  dial  swapped in 74 ms  b.py"]);
  });
  it("has a problem's place first, then the reason and the frame; nothing in it steers a terminal", () => {
    const [first, ...more] = eventLines(
      {
        event: "problem",
        widget: "dial",
        kind: "build",
        file: "a.ts",
        line: 1,
        reason: "no\u001b[31m",
        frame: "> 1 | x",
      },
      style,
      now,
    );
    assert.equal(first, "09:08:07  ✗  dial  a.ts:1");
    assert.deepEqual(more, ["          no\ufffd[31m", "          > 1 | x"]);
  });
});
