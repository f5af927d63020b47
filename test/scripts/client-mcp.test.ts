import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { after, before, describe, it } from "node:test";
import { resolveTarget, runProgram, type Transport } from "../../scripts/client/index.ts";
import { startServer, type TestServer } from "../helpers/marimo.ts";

const TOKEN = "s3cret";

describe("code over MCP", () => {
  let server: TestServer;
  let transport: Transport;

  before(async () => {
    server = await startServer({ token: TOKEN, flags: ["--mcp", "code-mode"] });
    const env = { ...server.env, MARIMO_TOKEN: TOKEN };
    transport = (await resolveTarget({ port: server.port, transport: "mcp", env })).transport;
  });
  after(() => server.stop());

  it("ends as it does over HTTP: output, value, failure", async () => {
    assert.equal(transport.kind, "mcp");
    const heard = { out: "", err: "" };
    const hooks = {
      stdout: (text: string) => void (heard.out += text),
      stderr: (text: string) => void (heard.err += text),
    };
    const good = await transport.execute("import sys\nprint('out')\nprint('err', file=sys.stderr)\n7", hooks);
    assert.equal(good.success, true);
    assert.match(good.output?.data ?? "", />7</);
    assert.deepEqual(heard, { out: "out\n", err: "err\n" });
    const bad = await transport.execute("{'a': '<&>'}['b']", hooks);
    assert.equal(bad.success, false);
    assert.match(heard.err, /File ".*", line 1, in <module>\n.*\n(.*\n)?KeyError: 'b'/);
  });

  it("brings the same report as HTTP does, and knows the notebook's cells", async () => {
    const agent =
      "import marimo._code_mode as cm\n" +
      "async def settle(): pass\n" +
      "async def run(request):\n" +
      "    async with cm.get_context() as ctx:\n" +
      "        cells = [cell.code for cell in ctx.cells]\n" +
      "    return {'ok': True, 'echo': request, 'cells': cells, 'long': 'é' * 300_000}\n";
    const modules = { __init__: "", agent };
    const request = { text: "'''\\\"\u2028 😀" };
    const env = { ...server.env, MARIMO_TOKEN: TOKEN };
    const overMcp = await runProgram(transport, modules, request);
    const http = (await resolveTarget({ port: server.port, transport: "http", env })).transport;
    assert.deepEqual(overMcp, await runProgram(http, modules, request));
    assert.deepEqual((overMcp as unknown as { cells: unknown }).cells, ["import marimo as mo", "x = 1"]);
  });

  it("is interrupted once, and the kernel goes on to answer", async () => {
    const stop = new AbortController();
    const waiting = () => stop.abort();
    const run = transport.execute("import time\nwhile True: time.sleep(0.01)", { waiting, signal: stop.signal });
    await assert.rejects(run, { code: "interrupted", found: "a run that stopped when it was told to" });
    assert.equal((await transport.execute("1")).success, true);
  });

  it("says so when the server has none", async () => {
    const plain = await startServer();
    try {
      const { transport: none } = await resolveTarget({ port: plain.port, transport: "mcp", env: plain.env });
      await assert.rejects(none.execute("1"), { code: "no-mcp", found: "no /mcp/server" });
    } finally {
      await plain.stop();
    }
  });

  it("is what auto falls back to where the server does not execute over HTTP", async () => {
    const proxy = http.createServer((request, response) => {
      if (request.url === "/api/kernel/execute") {
        request.resume();
        response.writeHead(404, { "Content-Type": "application/json" }).end('{"detail":"Not Found"}');
        return;
      }
      const { method, headers } = request;
      const onward = http.request(`${server.url}${request.url}`, { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 0, reply.headers);
        reply.pipe(response);
      });
      request.pipe(onward);
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    try {
      const url = `http://127.0.0.1:${(proxy.address() as { port: number }).port}`;
      const auto = (await resolveTarget({ url, env: { MARIMO_TOKEN: TOKEN } })).transport;
      assert.equal((await auto.execute("2")).success, true);
      assert.equal(auto.kind, "mcp");
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});
