import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, describe, it } from "node:test";
import { discover, spawnServer, startServer, type StartedServer } from "../../scripts/client/index.ts";
import { marimoPath, NOTEBOOK, unusedPort } from "../helpers/marimo.ts";

let folder: string;
let env: NodeJS.ProcessEnv;
const started: StartedServer[] = [];

before(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "inlay-start-")));
  env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), MARIMO_TOKEN: undefined };
});
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
afterEach(async () => {
  for (const server of started.splice(0)) if (!server.reused) process.kill(server.pid, "SIGKILL");
});

/** A project folder with a notebook, and what else `files` says. */
async function project(name: string, files: Record<string, string> = {}): Promise<string> {
  const place = join(folder, name);
  for (const [path, text] of Object.entries({ "nb.py": NOTEBOOK, ...files })) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), text);
  }
  return place;
}

async function venv(place: string, version: "newest" | "0.21.1"): Promise<void> {
  await symlink(dirname(dirname(marimoPath(version))), join(place, ".venv"));
}

async function start(options: Parameters<typeof startServer>[0]): Promise<StartedServer> {
  const server = await startServer({ env, port: await unusedPort(), ...options });
  started.push(server);
  return server;
}

describe("starting a server in the background", () => {
  for (const version of ["newest", "0.21.1"] as const) {
    it(`takes marimo ${version} from the project's .venv, and finds the server the next time`, async () => {
      const place = await project(`venv-${version}`);
      await venv(place, version);
      const server = await start({ notebook: "nb.py", cwd: place });
      assert.equal(server.reused, false);
      assert.equal(server.origin, join(place, ".venv"));
      const { servers } = await discover({ env });
      assert.deepEqual(
        servers.map(({ url, pid }) => ({ url, pid })),
        [{ url: server.url, pid: server.pid }],
      );
      const again = await start({ notebook: join(place, "nb.py") });
      assert.deepEqual(again, { url: server.url, port: server.port, pid: server.pid, reused: true });
      const otherFile = await start({ notebook: "new.py", cwd: place });
      assert.equal(otherFile.reused, false);
      assert.notEqual(otherFile.url, server.url);
    });
  }

  it("leaves it running when the command that started it has ended", async () => {
    const place = await project("outlives");
    await venv(place, "newest");
    const script = `import { startServer } from ${JSON.stringify(new URL("../../scripts/client/index.ts", import.meta.url).href)};
      console.log(JSON.stringify(await startServer({ notebook: "nb.py", port: ${await unusedPort()} })));`;
    const output = execFileSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script],
      {
        cwd: place,
        env,
        encoding: "utf8",
      },
    );
    const server = JSON.parse(output) as StartedServer;
    started.push(server);
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
  });

  it("uses uv run where there is a uv.lock, from a folder below it too", async () => {
    const place = await project("uv", {
      "pyproject.toml": '[project]\nname = "p"\nversion = "0"\nrequires-python = ">=3.10"\n',
      "uv.lock":
        'version = 1\nrevision = 3\nrequires-python = ">=3.10"\n\n[[package]]\nname = "p"\nversion = "0"\nsource = { virtual = "." }\n',
      "deep/nb.py": NOTEBOOK,
    });
    const path = `${dirname(marimoPath())}:${process.env["PATH"]}`;
    const server = await start({
      notebook: "deep/nb.py",
      cwd: place,
      env: { ...env, PATH: path, UV_OFFLINE: "1", VIRTUAL_ENV: undefined },
    });
    assert.equal(server.origin, `uv run in ${place}`);
    const { servers } = await discover({ env });
    assert.equal(server.pid, servers.find(({ port }) => port === server.port)?.pid);
    await access(join(place, ".venv", "pyvenv.cfg"));
  });

  it("says where it looked when there is no marimo", async () => {
    const place = await project("none", { "uv.lock": "", ".venv/pyvenv.cfg": "" });
    await assert.rejects(
      start({ notebook: "nb.py", cwd: place, env: { ...env, PATH: join(place, "bin") } }),
      (error: { code: string; found: string }) => {
        assert.equal(error.code, "marimo-not-found");
        assert.match(
          error.found,
          /uv\.lock, but no uv on the path; .*\.venv, but no marimo in it; no marimo on the path/,
        );
        return true;
      },
    );
  });

  it("quotes the last lines of a marimo that ended at once", async () => {
    const place = await project("dies", { "bin/marimo": "" });
    const marimo = join(place, "bin", "marimo");
    await writeFile(marimo, "#!/bin/sh\necho first\necho 'ModuleNotFoundError: no such thing' >&2\nexit 3\n");
    await chmod(marimo, 0o755);
    const dying = start({ notebook: "nb.py", cwd: place, env: { ...env, PATH: `${join(place, "bin")}:/bin` } });
    await assert.rejects(dying, {
      code: "start-failed",
      message: "marimo (from the path) ended before it answered, with code 3.",
      found: "first\nModuleNotFoundError: no such thing",
    });
  });

  it("says that a port is taken", async () => {
    const place = await project("taken");
    await venv(place, "newest");
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    try {
      await assert.rejects(start({ notebook: "nb.py", cwd: place, port }), { code: "port-taken" });
    } finally {
      other.close();
    }
  });

  it("ends what it started when it is stopped on the way", async () => {
    const place = await project("stopped");
    await venv(place, "newest");
    const port = await unusedPort();
    const stopped = start({ notebook: "nb.py", cwd: place, port, signal: AbortSignal.abort() });
    await assert.rejects(stopped, { code: "interrupted" });
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health`));
  });
});

describe("a server of one's own", () => {
  it("runs until it is stopped, and is gone then", async () => {
    const place = await project("own");
    await venv(place, "newest");
    const server = await spawnServer({ notebook: "nb.py", cwd: place, env, port: await unusedPort() });
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    await server.stop();
    await server.stop();
    await server.exited;
    await assert.rejects(fetch(`${server.url}/health`));
    assert.deepEqual(
      (await discover({ env })).servers.filter(({ url }) => url === server.url),
      [],
    );
  });
});
