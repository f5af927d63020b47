import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { discover, listSessions, resolveTarget } from "../../scripts/client/index.ts";
import { NOTEBOOK, startServer, unusedPort, type TestServer } from "../helpers/marimo.ts";

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "inlay-target-"));
  for (const name of ["one.py", "two.py"]) await writeFile(join(folder, name), NOTEBOOK);
});
after(() => rm(folder, { recursive: true, force: true }));

for (const version of ["newest", "0.21.1"] as const) {
  describe(`a server of one notebook, marimo ${version}`, () => {
    let server: TestServer;

    before(async () => {
      server = await startServer({ version, flags: ["--no-skew-protection"], basePath: "/base" });
    });
    after(() => server.stop());

    it("is discovered by its entry, base path included", async () => {
      const { servers, warnings } = await discover({ env: server.env });
      assert.deepEqual(warnings, []);
      assert.equal(servers.length, 1);
      assert.equal(servers[0]?.url, server.url);
      assert.equal(servers[0]?.pid, server.pid);
      assert.match(servers[0]?.version ?? "", /^0\.2/);
    });

    it("has no session before one is opened, and one from then on", async () => {
      assert.deepEqual((await listSessions({ env: server.env })).sessions, []);
      const first = await resolveTarget({ env: server.env });
      assert.equal(first.target.opened, true);
      assert.equal(first.target.pageConnected, false);
      assert.equal(first.target.session.path, server.notebook);
      const second = await resolveTarget({ env: server.env });
      assert.equal(second.target.opened, false);
      assert.equal(second.target.session.key, first.target.session.key);
      assert.deepEqual((await listSessions({ env: server.env })).sessions, [second.target.session]);
    });

    it("is found by a file's path, by the end of it, by a link to it, and by either key", async () => {
      const { session } = (await resolveTarget({ env: server.env })).target;
      const link = join(folder, `link-${version}.py`);
      await symlink(server.notebook, link);
      const ways = [
        { file: server.notebook },
        { file: "notebook.py" },
        { file: link },
        { session: session.key },
        ...(session.stableId === undefined ? [] : [{ session: session.stableId }]),
        { port: server.port },
        { url: `${server.url}/?file=notebook.py` },
      ];
      for (const way of ways) {
        const found = await resolveTarget({ ...way, env: server.env, cwd: folder });
        assert.equal(found.target.session.key, session.key, JSON.stringify(way));
      }
    });

    it("says which sessions there are when none has the key", async () => {
      await assert.rejects(
        resolveTarget({ session: "s_other", env: server.env }),
        (error: { code: string; found: string }) => {
          assert.equal(error.code, "session-not-found");
          assert.ok(error.found.includes(server.notebook));
          return true;
        },
      );
    });

    it("says how to get a notebook that it does not have", async () => {
      const wanted = resolveTarget({ file: "other.py", cwd: folder, env: server.env });
      await assert.rejects(wanted, { code: "no-session", cure: "Run: inlay start other.py" });
    });
  });

  describe(`a server of a folder, marimo ${version}`, () => {
    let server: TestServer;

    before(async () => {
      server = await startServer({ version, notebook: folder });
    });
    after(() => server.stop());

    it("has no notebook of its own", async () => {
      await assert.rejects(resolveTarget({ port: server.port, env: server.env }), {
        code: "no-session",
        cure: "Open a notebook in the browser, or name one with --file.",
      });
    });

    it("opens the notebook that is named, and refuses one that is not there", async () => {
      await assert.rejects(resolveTarget({ port: server.port, file: "no.py", cwd: folder, env: server.env }), {
        code: "session-refused",
      });
      const { target } = await resolveTarget({ port: server.port, file: "one.py", cwd: folder, env: server.env });
      assert.equal(target.opened, true);
      assert.equal(target.session.path, join(folder, "one.py"));
    });

    it("lists its sessions when several could be meant", async () => {
      await resolveTarget({ port: server.port, file: "two.py", cwd: folder, env: server.env });
      await assert.rejects(
        resolveTarget({ port: server.port, env: server.env }),
        (error: { code: string; found: string; cure: string; details: { sessions: unknown[] } }) => {
          assert.equal(error.code, "several-sessions");
          assert.match(error.found, /one\.py.*; .*two\.py|two\.py.*; .*one\.py/);
          assert.match(error.cure, /--file (one|two)\.py or --session s/);
          assert.equal(error.details.sessions.length, 2);
          return true;
        },
      );
    });
  });

  describe(`a server with a token, marimo ${version}`, () => {
    const token = "s3cret-token";
    let server: TestServer;

    before(async () => {
      server = await startServer({ version, token });
    });
    after(() => server.stop());

    it("is not discovered, and is opened with the token from the environment or a file", async () => {
      await assert.rejects(resolveTarget({ env: { ...server.env, MARIMO_TOKEN: token } }), { code: "no-server" });
      const file = join(folder, "token");
      await writeFile(file, `${token}\n`);
      const opened = await resolveTarget({ url: server.url, env: { ...server.env, MARIMO_TOKEN: token } });
      assert.equal(opened.target.opened, true);
      const again = await resolveTarget({ port: server.port, tokenFile: file, env: server.env });
      assert.equal(again.target.session.key, opened.target.session.key);
      let out = "";
      await again.transport.execute("print(6 * 7)", { stdout: (text) => (out += text) });
      assert.equal(out, "42\n");
      const shown = JSON.stringify(again) + JSON.stringify(opened.target);
      assert.ok(!shown.includes(token));
    });

    it("interrupts a run there too", async () => {
      const { transport } = await resolveTarget({ url: server.url, env: { ...server.env, MARIMO_TOKEN: token } });
      const stop = new AbortController();
      const run = transport.execute("print('x')\nimport time\nwhile True: time.sleep(0.01)", {
        stdout: () => stop.abort(),
        signal: stop.signal,
      });
      await assert.rejects(run, { code: "interrupted", found: "a run that stopped when it was told to" });
    });

    it("asks for the token, and for another one", async () => {
      await assert.rejects(resolveTarget({ url: server.url, env: server.env }), {
        code: "unauthorized",
        found: "no token",
      });
      const wrong = resolveTarget({ url: server.url, env: { ...server.env, MARIMO_TOKEN: "wr0ng" } });
      await assert.rejects(wrong, (error: Error & { code: string }) => {
        assert.equal(error.code, "unauthorized");
        assert.ok(!JSON.stringify(error).includes("wr0ng") && !error.message.includes("wr0ng"));
        return true;
      });
    });
  });

  describe(`an app of marimo run, marimo ${version}`, () => {
    it("is told from a server for editing", async () => {
      const server = await startServer({ version, command: "run" });
      try {
        await assert.rejects(resolveTarget({ port: server.port, env: server.env }), { code: "run-server" });
      } finally {
        await server.stop();
      }
    });
  });
}

describe("two servers at once", () => {
  let one: TestServer;
  let two: TestServer;

  before(async () => {
    one = await startServer({ notebook: join(folder, "one.py") });
    two = await startServer({ notebook: join(folder, "two.py"), stateHome: one.stateHome });
  });
  after(() => Promise.all([one.stop(), two.stop()]));

  it("are told apart by file or port, before and after they have sessions", async () => {
    await assert.rejects(resolveTarget({ env: one.env }), (error: { code: string; found: string }) => {
      assert.equal(error.code, "several-servers");
      assert.match(error.found, /one\.py/);
      assert.match(error.found, /two\.py/);
      return true;
    });
    const first = await resolveTarget({ file: "one.py", cwd: folder, env: one.env });
    assert.equal(first.target.url, one.url);
    assert.equal((await resolveTarget({ env: one.env })).target.url, one.url);
    const second = await resolveTarget({ port: two.port, env: one.env });
    assert.equal(second.target.url, two.url);
    await assert.rejects(resolveTarget({ env: one.env }), { code: "several-sessions" });
    assert.equal((await resolveTarget({ file: "two.py", cwd: folder, env: one.env })).target.url, two.url);
    assert.equal((await listSessions({ env: one.env })).sessions.length, 2);
  });

  it("leave an entry that is passed over, and said, when one has crashed", async () => {
    await two.kill();
    const { servers, warnings } = await discover({ env: one.env });
    assert.deepEqual(
      servers.map(({ port }) => port),
      [one.port],
    );
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", new RegExp(`stale entry of ${two.url}: process ${two.pid} is gone`));
  });
});

describe("server entries that say nothing true", () => {
  it("are passed over, each with its reason", async () => {
    const stateHome = await mkdtemp(join(tmpdir(), "inlay-state-"));
    const entries = join(stateHome, "marimo", "servers");
    await mkdir(entries, { recursive: true });
    const port = await unusedPort();
    const entry = {
      server_id: "x",
      pid: process.pid,
      host: "127.0.0.1",
      port,
      base_url: "",
      started_at: "",
      version: "0.25.2",
    };
    await writeFile(join(entries, "a.json"), JSON.stringify(entry));
    await writeFile(join(entries, "b.json"), "{");
    await writeFile(join(entries, "c.json"), JSON.stringify({ ...entry, port: "many" }));
    const { servers, warnings } = await discover({ env: { XDG_STATE_HOME: stateHome } });
    assert.deepEqual(servers, []);
    assert.match(warnings.toSorted().join("\n"), /a\.json|nothing answers there/);
    assert.equal(warnings.filter((text) => text.includes("nothing answers there")).length, 1);
    assert.equal(warnings.filter((text) => text.includes("it is not a server entry")).length, 2);
    await assert.rejects(resolveTarget({ env: { XDG_STATE_HOME: stateHome } }), {
      code: "no-server",
      found: /nothing answers/,
    });
    assert.equal((await readdir(entries)).length, 3, "an entry is never deleted");
    assert.equal(await readFile(join(entries, "b.json"), "utf8"), "{");
    await rm(stateHome, { recursive: true });
  });
});
