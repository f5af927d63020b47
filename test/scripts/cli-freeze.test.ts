import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pythonOf } from "../../scripts/client/outside.ts";
import { inlay, inlayJson, type RunOptions } from "../helpers/inlay.ts";
import { marimoPath, startServer } from "../helpers/marimo.ts";

let folder: string;
let env: NodeJS.ProcessEnv;
before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "inlay-freeze-")));
  env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), MARIMO_TOKEN: undefined };
});
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A project folder whose `.venv` is one of the test environments. */
async function project(name: string, version: "newest" | "0.21.1" = "newest"): Promise<RunOptions & { cwd: string }> {
  const cwd = join(folder, name);
  await mkdir(cwd);
  await symlink(dirname(dirname(marimoPath(version))), join(cwd, ".venv"));
  return { cwd, env };
}

describe("inlay freeze", () => {
  for (const version of ["newest", "0.21.1"] as const) {
    it(`writes every widget into a new notebook that marimo ${version} runs`, async () => {
      const here = await project(`all-${version}`, version);
      const { widgets } = await inlayJson<{ widgets: { name: string }[] }>(["list"]);
      const report = await inlayJson<{ objects: { widget: string }[]; notebook: string; applied: boolean }>(
        ["freeze", "all.py"],
        here,
      );
      assert.equal(report.applied, true);
      assert.equal(report.notebook, join(here.cwd, "all.py"));
      assert.deepEqual(
        report.objects.map(({ widget }) => widget).toSorted(),
        widgets.map(({ name }) => name).toSorted(),
      );
      assert.deepEqual((await readdir(here.cwd)).toSorted(), [".venv", "all.py"]);
      execFileSync(join(here.cwd, ".venv", "bin", "python"), ["all.py"], { cwd: here.cwd, env, stdio: "pipe" });
      // Trait values in buffers fail in an export by marimo 0.21 itself; this one has none.
      assert.equal((await inlay(["freeze", "one.py", "tangle"], here)).code, 0);
      const html = execFileSync(marimoPath(version), ["export", "html", "one.py"], {
        cwd: here.cwd,
        env,
        encoding: "utf8",
      });
      assert.match(html, /marimo-anywidget/);
    });
  }

  it("shows what it would write, and writes nothing", async () => {
    const here = await project("dry");
    const { code, stdout } = await inlay(["freeze", "new.py", "tangle", "--diff"], here);
    assert.equal(code, 0);
    assert.match(stdout, /create +definition +tangle/);
    assert.match(stdout, /\+ # inlay: tangle /);
    assert.deepEqual(await readdir(here.cwd), [".venv"]);
  });

  it("refuses what cannot be done, with the way out", async () => {
    const here = await project("mistakes");
    await writeFile(join(here.cwd, "mine.py"), "mine\n");
    for (const [words, exit, pattern] of [
      [["mine.py"], 1, /file-exists.*inlay start mine\.py, then: inlay add WIDGET… --file mine\.py/s],
      [["nowhere/new.py"], 1, /folder-missing.*mkdir -p .*nowhere/s],
      [["new.py", "tangel"], 2, /no widget "tangel".*tangle/s],
      [["notebook.txt"], 2, /ends in \.py/],
      [[], 2, /expects NOTEBOOK/],
    ] as const) {
      const { code, stderr } = await inlay(["freeze", ...words], here);
      assert.equal(code, exit, stderr);
      assert.match(stderr, pattern);
    }
    assert.equal(await readFile(join(here.cwd, "mine.py"), "utf8"), "mine\n");
    assert.deepEqual((await readdir(here.cwd)).toSorted(), [".venv", "mine.py"]);
  });

  it("writes one file where two commands write the same at once", async () => {
    const here = await project("race");
    const ran = await Promise.all(["tangle", "labeler"].map((name) => inlay(["freeze", "one.py", name], here)));
    assert.deepEqual(ran.map(({ code }) => code).toSorted(), [0, 1]);
    assert.match(ran.map(({ stderr }) => stderr).join(""), /file-exists/);
    assert.deepEqual((await readdir(here.cwd)).toSorted(), [".venv", "one.py"]);
  });
});

describe("inlay add --notebook", () => {
  it("takes the flags of add", async () => {
    const here = await project("add");
    const flags = ["--as", "rank", "--set", 'value=["a","b"]', "--reader", "--notebook", "list.py"];
    const { code, stdout, stderr } = await inlay(["add", "sortable-list", ...flags], here);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /✓ list\.py[\s\S]*rank {2}SortableList .* get_rank\(\)[\s\S]*inlay start list\.py/);
    const source = await readFile(join(here.cwd, "list.py"), "utf8");
    assert.match(source, /rank = SortableList\(value=\["a", "b"\]/);
    assert.match(source, /get_rank, set_rank = mo\.state\(rank\.value\)/);
  });

  it("refuses what only an open notebook has", async () => {
    const here = await project("open");
    for (const [flags, exit, pattern] of [
      [["--port", "2718"], 2, /--port speaks of a notebook that is open/],
      [["--after", "abc"], 2, /--after speaks of a notebook that is open/],
      [["--expr", "value=df"], 1, /uses df/],
    ] as const) {
      const { code, stderr } = await inlay(["add", "sortable-list", "--notebook", "x.py", ...flags], here);
      assert.equal(code, exit, stderr);
      assert.match(stderr, pattern);
    }
  });

  it("refuses a file that is gone while a server has it open, and leads to the server", async () => {
    const here = await project("served");
    const notebook = join(here.cwd, "late.py");
    const server = await startServer({ notebook });
    try {
      assert.equal((await inlay(["exec", "-c", "1"], { env: server.env, flags: ["--url", server.url] })).code, 0);
      await rm(notebook);
      const { code, stderr } = await inlay(["add", "tangle", "--notebook", "late.py"], { ...here, env: server.env });
      assert.equal(code, 1, stderr);
      assert.match(stderr, /late\.py is open at http.*file-exists/);
    } finally {
      await server.stop();
    }
  });
});

describe("the Python of a marimo", () => {
  it("is the one beside it, of its uv project, or in its first line", async () => {
    const marimo = marimoPath();
    assert.deepEqual(pythonOf({ file: marimo, args: [], origin: "" }), {
      file: join(dirname(marimo), "python"),
      args: [],
    });
    assert.deepEqual(pythonOf({ file: "uv", args: ["run", "--project", "p", "marimo"], origin: "" }), {
      file: "uv",
      args: ["run", "--project", "p", "python"],
    });
    const link = join(folder, "marimo");
    await writeFile(link, `#!${process.execPath.replace(/node$/, "")}python-that-is-not\n`);
    assert.throws(() => pythonOf({ file: link, args: [], origin: "the path" }), { code: "python-not-found" });
    const python = join(dirname(marimo), "python");
    for (const head of [`#!${python}\n`, `#!/bin/sh\n'''exec' "${python}" "$0" "$@"\n' '''\n`]) {
      await writeFile(link, head);
      assert.equal(pythonOf({ file: link, args: [], origin: "the path" }).file, python);
    }
  });
});
