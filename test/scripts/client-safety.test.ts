import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, mock } from "node:test";
import { inspect } from "node:util";
import * as fc from "fast-check";
import { isLocalHost, parseAddress, urlHost } from "../../scripts/client/address.ts";
import { hostWarnings } from "../../scripts/client/candidates.ts";
import { Connection } from "../../scripts/client/connection.ts";
import { stateFolder } from "../../scripts/client/discover.ts";
import { InlayError, resolveTarget } from "../../scripts/client/index.ts";
import { ReportReader } from "../../scripts/client/report.ts";
import { Silence } from "../../scripts/client/silence.ts";
import { readToken } from "../../scripts/client/token.ts";

describe("a token", () => {
  it("is refused inside an address, without being repeated", () => {
    for (const url of ["http://localhost:2718?access_token=s3cret", "http://me:s3cret@localhost:2718/"]) {
      assert.throws(
        () => parseAddress(url),
        (error: InlayError) => {
          assert.equal(error.code, "token-in-url");
          assert.equal(error.exitCode, 2);
          assert.ok(!JSON.stringify(error).includes("s3cret"));
          return true;
        },
      );
    }
  });

  it("comes from the file first, without its line's end, else from the environment", async () => {
    const folder = await mkdtemp(join(tmpdir(), "inlay-token-"));
    const file = join(folder, "token");
    await writeFile(file, "abc\r\n");
    assert.equal(readToken(file, { MARIMO_TOKEN: "other" }), "abc");
    assert.equal(readToken(undefined, { MARIMO_TOKEN: "other" }), "other");
    assert.equal(readToken(undefined, { MARIMO_TOKEN: "" }), undefined);
    await writeFile(file, "\n");
    assert.throws(() => readToken(file, {}), { code: "token-file", message: "The token file is empty." });
    assert.throws(() => readToken(join(folder, "none"), {}), { code: "token-file", found: /ENOENT/ });
    await writeFile(file, "two\nlines");
    assert.throws(
      () => readToken(file, {}),
      (error: InlayError) => error.code === "bad-token" && !JSON.stringify(error).includes("two"),
    );
    await rm(folder, { recursive: true });
  });

  it("needs a server to go to", async () => {
    await assert.rejects(resolveTarget({ tokenFile: "token", env: {} }), { code: "token-without-server", exitCode: 2 });
  });

  it("is not in what is printed of a connection, nor in what a server echoes", async (t) => {
    const server = http.createServer((request, response) => {
      response.writeHead(500, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ detail: `bad ${request.headers.authorization}` }));
    });
    server.listen(0, "127.0.0.1");
    t.after(() => server.close());
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const failed = resolveTarget({ url, env: { MARIMO_TOKEN: "s3cret" } });
    await assert.rejects(failed, { code: "server-refused", found: "500: bad Bearer [token]" });
    const connection = new Connection(url, "s3cret");
    assert.ok(
      !`${inspect(connection, { depth: 9, showHidden: true })}${JSON.stringify(connection)}`.includes("s3cret"),
    );
  });

  it("is not sent to a server that discovery found", async (t) => {
    const seen: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(
        request.url === "/api/sessions" ? '{"s_1": {"filename": "a.py", "path": "/a.py"}}' : '{"active": 0}',
      );
    });
    server.listen(0, "127.0.0.1");
    t.after(() => server.close());
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const home = await mkdtemp(join(tmpdir(), "inlay-home-"));
    await mkdir(join(home, "marimo", "servers"), { recursive: true });
    const entry = { pid: process.pid, host: "127.0.0.1", port, base_url: "" };
    await writeFile(join(home, "marimo", "servers", "x.json"), JSON.stringify(entry));
    const { target } = await resolveTarget({ env: { XDG_STATE_HOME: home, MARIMO_TOKEN: "s3cret" } });
    assert.equal(target.session.path, "/a.py");
    assert.ok(seen.length >= 3);
    assert.deepEqual(new Set(seen), new Set([undefined]));
    await rm(home, { recursive: true });
  });
});

describe("an address", () => {
  it("is read with or without a scheme, a base path, a file, a slash", () => {
    assert.deepEqual(parseAddress("localhost:2718"), { url: "http://localhost:2718" });
    assert.deepEqual(parseAddress("https://h.example/base/"), { url: "https://h.example/base" });
    assert.deepEqual(parseAddress("http://[::1]:1/?file=a%20b.py"), { url: "http://[::1]:1", file: "a b.py" });
    for (const bad of ["ftp://x", "http://", "file:///etc/passwd", "http://a b"]) {
      assert.throws(() => parseAddress(bad), { code: "bad-url" });
    }
  });

  it("is local or not, and is warned of when it is not", async () => {
    for (const host of ["localhost", "a.localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
      assert.ok(isLocalHost(host), host);
    for (const host of ["127.0.0.1.example.com", "example.com", "10.0.0.1", "localhost.example"])
      assert.ok(!isLocalHost(host), host);
    assert.equal(urlHost("0.0.0.0"), "127.0.0.1");
    assert.equal(urlHost("::1"), "[::1]");
    assert.deepEqual(hostWarnings(new Connection("http://localhost:1", "s3cret")), []);
    assert.deepEqual(hostWarnings(new Connection("https://h.example", "s3cret")), [
      "The token and the code go to h.example, which is not this machine.",
    ]);
    assert.deepEqual(hostWarnings(new Connection("http://h.example:1")), [
      "The code goes to h.example:1, which is not this machine, over a connection that is not encrypted.",
    ]);
    await assert.rejects(resolveTarget({ url: "http://inlay.invalid", env: {} }), { code: "server-unreachable" });
  });
});

describe("marimo's state folder", () => {
  it("is where marimo's own rule puts it", () => {
    assert.equal(stateFolder({ XDG_STATE_HOME: "/s", HOME: "/h" }, "linux"), "/s/marimo");
    assert.equal(stateFolder({ XDG_STATE_HOME: " ", HOME: "/h" }, "darwin"), "/h/.local/state/marimo");
    assert.equal(stateFolder({ HOME: "/h" }, "darwin"), "/h/.local/state/marimo");
    assert.equal(stateFolder({ XDG_STATE_HOME: "/s", USERPROFILE: "/u" }, "win32"), "/u/.marimo");
  });
});

describe("a report", () => {
  it("is found however the output is cut, and everything else passes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\x1e", "inlay-report:", "é", "\x1einlay-") });
    fc.assert(
      fc.property(text, text, fc.array(fc.nat({ max: 9 })), fc.boolean(), (before, after, cuts, parts) => {
        fc.pre(
          !`${before}\x1einlay-report:`.slice(0, -1).includes("\x1einlay-report:") &&
            !after.includes("\x1einlay-report:"),
        );
        const report = parts ? '\x1einlay-report:{"a"\x1e\n\x1einlay-report::1}\n' : '\x1einlay-report:{"a":1}\n';
        const whole = before + report + after;
        let passed = "";
        const reader = new ReportReader((piece) => (passed += piece));
        let at = 0;
        for (const cut of cuts) reader.feed(whole.slice(at, (at += cut)));
        reader.feed(whole.slice(at));
        reader.end();
        assert.equal(reader.report, '{"a":1}');
        assert.equal(passed, before + after);
      }),
    );
  });

  it("is the program's own, not one of another program that runs in the same kernel", () => {
    let passed = "";
    const reader = new ReportReader((piece) => (passed += piece), "mine ");
    reader.feed('one\n\x1einlay-report:other {"a":1}\n\x1einlay-report:{"a":2}\ntwo\n');
    assert.equal(reader.report, undefined);
    reader.feed('\x1einlay-report:mine {"a":\x1e\n\x1einlay-report:other 4}\n\x1einlay-report:mine 3}\n');
    assert.deepEqual([reader.report, passed], ['{"a":3}', "one\ntwo\n"]);
  });

  it("is not there while a part is missing", () => {
    const reader = new ReportReader(() => {});
    reader.feed("\x1einlay-report:{\x1e\n\x1einlay-report:}");
    assert.equal(reader.report, undefined);
    reader.feed("\n");
    assert.equal(reader.report, "{}");
  });
});

describe("silence", () => {
  it("is told after 3 s, every 15 s from then on, and anew after a word", () => {
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const told: number[] = [];
    const silence = new Silence((length) => told.push(length));
    mock.timers.tick(2_999);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    for (let second = 0; second < 60; second++) mock.timers.tick(1_000);
    assert.deepEqual(told, [3_000, 18_000, 33_000, 48_000, 63_000]);
    silence.heard();
    mock.timers.tick(3_000);
    assert.equal(told.at(-1), 3_000);
    silence.end();
    mock.timers.tick(60_000);
    assert.equal(told.length, 6);
    mock.timers.reset();
  });
});
