import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { inlayJson } from "../helpers/inlay.ts";
import { marimoPath, unusedPort } from "../helpers/marimo.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

describe("npm start", () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "inlay-gallery-"));
    env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** The command behind `npm start`; `until` ends it with Ctrl-C once its output holds a text. */
  function start(flags: readonly string[], until?: RegExp, meanwhile?: () => Promise<void>): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ["scripts/start.mjs", ...flags], {
        cwd: ROOT,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      let told = false;
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
          if (told || !until?.test(output)) return;
          told = true;
          void (meanwhile?.() ?? Promise.resolve()).catch(reject).finally(() => child.kill("SIGTERM"));
        });
      }
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, output }));
    });
  }

  it("installs every widget of the kit live, verifies all cells, and leaves the notebook", async () => {
    const notebook = join(folder, "gallery.py");
    const { code, output } = await start(["--once", "--no-open", "--notebook", notebook]);
    assert.equal(code, 0, output);
    const { widgets } = await inlayJson<{ widgets: { name: string }[] }>(["list"]);
    const source = await readFile(notebook, "utf8");
    for (const { name } of widgets) assert.match(source, new RegExp(`# inlay: ${name} `));
  });

  it("does no work twice", async () => {
    const notebook = join(folder, "gallery.py");
    const before = await readFile(notebook, "utf8");
    const { code, output } = await start(["--once", "--no-open", "--notebook", notebook]);
    assert.equal(code, 0, output);
    assert.match(output, /were there already/);
    assert.equal(await readFile(notebook, "utf8"), before);
  });

  it("runs until it is stopped, and stops the server that it started and no other", async () => {
    const other = await inlayJson<{ url: string; pid: number }>(["start", join(folder, "other.py")], {
      env: { ...env, PATH: `${dirname(marimoPath())}${delimiter}${env["PATH"]}` },
    });
    try {
      const port = await unusedPort();
      const answers = async () => assert.ok((await fetch(`http://127.0.0.1:${port}/health`)).ok);
      const { output } = await start(
        ["--no-open", "--port", String(port), "--notebook", join(folder, "gallery.py")],
        /Ctrl-C stops it/,
        answers,
      );
      assert.match(output, new RegExp(`http://127.0.0.1:${port}`));
      await assert.rejects(fetch(`http://127.0.0.1:${port}/health`));
      assert.ok((await fetch(`${other.url}/health`)).ok);
    } finally {
      process.kill(other.pid);
    }
  });
});
