import assert from "node:assert/strict";
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, it } from "node:test";
import { resolveTarget, type Transport } from "../../scripts/client/index.ts";
import { startServer } from "../helpers/marimo.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const servers: http.Server[] = [];

/** A server that lists one session, and leaves the rest to `handle`. */
async function serve(handle: Handler, requests: IncomingMessage[] = []): Promise<string> {
  const server = http.createServer((request, response) => {
    requests.push(request);
    request.resume();
    if (request.url === "/api/sessions") return json(response, 200, { s_1: { filename: "a.py", path: "/tmp/a.py" } });
    if (request.url === "/api/status/connections") return json(response, 200, { active: 0 });
    return handle(request, response);
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}

function events(response: ServerResponse, text: string): ServerResponse {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" }).write(text);
  return response;
}

async function transportTo(handle: Handler): Promise<Transport> {
  return (await resolveTarget({ url: await serve(handle), env: {} })).transport;
}

/** Runs code against a server that executes as `handle` says. */
async function executeWith(handle: Handler, hooks = {}) {
  const transport = await transportTo((request, response) => {
    if (request.url === "/health") return json(response, 200, { status: "healthy" });
    return handle(request, response);
  });
  return transport.execute("1", hooks);
}

const stdout = (text: string) => `event: stdout\ndata: ${JSON.stringify({ data: text })}\n\n`;
const DONE = 'event: done\ndata: {"success": true, "output": {"mimetype": "text/plain", "data": ""}}\n\n';

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("a run whose reply is broken", () => {
  it("is known to be cut short when the stream ends without done", async () => {
    const out: string[] = [];
    const run = executeWith((_, response) => void events(response, stdout("half")).end(), {
      stdout: (text: string) => out.push(text),
    });
    await assert.rejects(run, { code: "stream-cut", found: "it ended before the kernel was done" });
    assert.deepEqual(out, ["half"]);
  });

  it("is known to be cut short when the connection breaks", async () => {
    const run = executeWith((_, response) => {
      events(response, stdout("half"));
      setImmediate(() => response.destroy());
    });
    await assert.rejects(run, { code: "stream-cut" });
  });

  it("is known to be cut short when an event is not what it should be", async () => {
    const run = executeWith((_, response) => void events(response, "event: stdout\ndata: {oops\n\n").end(DONE));
    await assert.rejects(run, { code: "stream-cut", found: /JSON/ });
  });

  it("is told from a proxy's page by its content type", async () => {
    const page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
    for (const status of [200, 502]) {
      const run = executeWith(
        (_, response) => void response.writeHead(status, { "Content-Type": "text/html" }).end(page),
      );
      await assert.rejects(run, { code: "not-marimo", found: `status ${status}, text/html: 502 Bad Gateway` });
    }
  });

  it("is told from a reply that is JSON and no stream", async () => {
    const run = executeWith((_, response) => json(response, 200, { ok: true }));
    await assert.rejects(run, { code: "not-marimo", expected: "a stream of events" });
  });

  it("carries marimo's own reason when it is refused", async () => {
    const run = executeWith((_, response) => json(response, 500, { detail: "Invalid session id: s_1" }));
    await assert.rejects(run, { code: "server-refused", found: "500: Invalid session id: s_1" });
  });

  it("asks for a token when it is refused with 401", async () => {
    const run = executeWith((_, response) => json(response, 401, { detail: "Authorization header required" }));
    await assert.rejects(run, { code: "unauthorized", found: "no token" });
  });

  it("goes nowhere else when it is redirected", async () => {
    const requests: IncomingMessage[] = [];
    const elsewhere = await serve((_, response) => json(response, 200, {}), requests);
    const run = executeWith((_, response) => void response.writeHead(307, { Location: elsewhere }).end());
    await assert.rejects(run, { code: "redirected" });
    assert.equal(requests.length, 0);
  });

  it("comes together from events cut anywhere, characters included", async () => {
    const bytes = Buffer.from(stdout("é😀\u2028") + ": keep-alive\n\n" + stdout("\r\n") + DONE);
    let out = "";
    const run = executeWith(
      (_, response) => {
        events(response, "");
        let at = 0;
        const next = () => (at < bytes.length ? response.write(bytes.subarray(at, ++at), next) : response.end());
        next();
      },
      { stdout: (text: string) => (out += text) },
    );
    assert.deepEqual(await run, { success: true });
    assert.equal(out, "é😀\u2028\r\n");
  });

  it("says that nothing answers when the server is gone before it began", async () => {
    const transport = await transportTo((_, response) => json(response, 200, {}));
    servers[0]?.closeAllConnections();
    servers[0]?.close();
    await assert.rejects(transport.execute("1"), { code: "server-unreachable", found: /ECONNREFUSED/ });
  });

  it("drops the connection to interrupt a server that cannot be told otherwise", async () => {
    const stop = new AbortController();
    let drop = () => {};
    const dropped = new Promise<void>((resolve) => (drop = resolve));
    const run = executeWith(
      (request, response) => {
        if (request.url !== "/api/kernel/execute") return json(response, 404, { detail: "Not Found" });
        response.once("close", drop);
        return void events(response, stdout("x"));
      },
      { stdout: () => stop.abort(), signal: stop.signal },
    );
    await assert.rejects(run, { code: "interrupted", found: "a run whose end is not known" });
    await dropped;
  });
});

describe("a server that dies in the middle of a run", () => {
  for (const version of ["newest", "0.21.1"] as const) {
    it(`is named when it is marimo ${version}`, async () => {
      const server = await startServer({ version });
      try {
        const { transport } = await resolveTarget({ port: server.port, env: server.env });
        const run = transport.execute("print('begun')\nimport time\nwhile True: time.sleep(0.1)", {
          stdout: () => void server.kill(),
        });
        await assert.rejects(run, { code: "server-died" });
      } finally {
        await server.stop();
      }
    });
  }
});

describe("the list of sessions of a server that is none of marimo's", () => {
  const cases: [string, Handler, object][] = [
    [
      "HTML",
      (_, r) => void r.writeHead(200, { "Content-Type": "text/html" }).end("<title>Welcome</title>"),
      { code: "not-marimo", found: "status 200, text/html: Welcome" },
    ],
    ["JSON of another kind", (_, r) => json(r, 200, [1]), { code: "not-marimo", expected: "a list of sessions" }],
    [
      "a JSON type without JSON",
      (_, r) => void r.writeHead(200, { "Content-Type": "application/json" }).end("{"),
      { code: "not-marimo" },
    ],
    ["404", (_, r) => json(r, 404, { detail: "Not Found" }), { code: "no-endpoint", found: "404: Not Found" }],
    [
      "a redirect to a login page",
      (_, r) => void r.writeHead(302, { Location: "https://login.example" }).end(),
      { code: "redirected" },
    ],
    [
      "an empty reply",
      (_, r) => void r.writeHead(204).end(),
      { code: "not-marimo", found: "status 204, no content type: an empty body" },
    ],
    [
      "a reply that breaks off",
      (_, r) => {
        r.writeHead(200, { "Content-Type": "application/json", "Content-Length": "99" }).write("{");
        setImmediate(() => r.destroy());
      },
      { code: "reply-cut" },
    ],
  ];
  for (const [name, handle, expected] of cases) {
    it(`is an error that says what came: ${name}`, async () => {
      const server = http.createServer(handle).listen(0, "127.0.0.1");
      servers.push(server);
      await once(server, "listening");
      const { port } = server.address() as { port: number };
      await assert.rejects(resolveTarget({ url: `http://127.0.0.1:${port}`, env: {} }), expected);
    });
  }
});
