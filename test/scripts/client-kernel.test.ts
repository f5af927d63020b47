import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import { InlayError, resolveTarget, runProgram, type Transport } from "../../scripts/client/index.ts";
import { startServer, type TestServer } from "../helpers/marimo.ts";

/** An agent that gives back what it was asked, and what its source held. */
const ECHO = {
  __init__: "",
  agent: "async def settle(): pass\nasync def run(request):\n    return {'ok': True, 'echo': request}\n",
};

for (const version of ["newest", "0.21.1"] as const) {
  describe(`code in a kernel of marimo ${version}`, () => {
    let server: TestServer;
    let transport: Transport;
    const heard = { out: "", err: "" };
    const hooks = {
      stdout: (text: string) => void (heard.out += text),
      stderr: (text: string) => void (heard.err += text),
    };
    const execute = async (code: string) => {
      heard.out = heard.err = "";
      return transport.execute(code, hooks);
    };
    const evaluate = async (expression: string) => {
      await execute(`import json as _json\nprint(_json.dumps(${expression}))`);
      return JSON.parse(heard.out) as unknown;
    };

    before(async () => {
      server = await startServer({ version });
      transport = (await resolveTarget({ port: server.port, env: server.env })).transport;
    });
    after(() => server.stop());

    it("gives standard output, standard error and the last value apart", async () => {
      const result = await execute("import sys\nprint('out')\nprint('err', file=sys.stderr)\n'<&>'");
      assert.equal(result.success, true);
      assert.equal(heard.out, "out\n");
      assert.equal(heard.err, "err\n");
      assert.match(result.output?.data ?? "", /&lt;&amp;&gt;/);
    });

    it("has the notebook's own names, and leaves none of its own", async () => {
      await execute("import asyncio\nleft_behind = 1\n_private = 2\nawait asyncio.sleep(0)");
      assert.deepEqual(await evaluate("[n for n in globals() if n in ('left_behind', '_private')]"), []);
    });

    it("says that code failed, with its traceback on standard error", async () => {
      const result = await execute("1 / 0");
      assert.equal(result.success, false);
      assert.match(heard.err, /ZeroDivisionError: division by zero/);
    });

    it("passes output on while the code still runs", async () => {
      let first = "";
      const stop = new AbortController();
      const run = transport.execute("print('now')\nimport time\nwhile True: time.sleep(0.01)", {
        stdout(text) {
          first ||= text;
          stop.abort();
        },
        signal: stop.signal,
      });
      await assert.rejects(run, { code: "interrupted" });
      assert.equal(first, "now\n");
    });

    it("interrupts the kernel once, which goes on to answer", async () => {
      const stop = new AbortController();
      const run = transport.execute(
        "interrupts = 0\nprint('begun')\nimport time\ntry:\n    while True: time.sleep(0.01)\nexcept KeyboardInterrupt:\n    interrupts += 1\nend = time.monotonic() + 0.5\nwhile time.monotonic() < end:\n    try: time.sleep(0.01)\n    except KeyboardInterrupt: interrupts += 1\nprint('interrupts', interrupts)\nraise SystemError",
        {
          stdout(text) {
            heard.out += text;
            if (text.includes("begun")) stop.abort();
          },
          signal: stop.signal,
        },
      );
      heard.out = "";
      await assert.rejects(run, { code: "interrupted", found: "a run that stopped when it was told to" });
      assert.match(heard.out, /interrupts 1\n/);
      assert.deepEqual(await evaluate("1 + 1"), 2);
    });

    it("gives the result of a run that was done before the interrupt came", async () => {
      const stop = new AbortController();
      const run = transport.execute("print('done')", { stdout: () => stop.abort(), signal: stop.signal });
      assert.equal((await run).success, true);
    });

    it("runs nothing when it is stopped before it began", async () => {
      const run = transport.execute("import sys\nsys.inlay_ran = True", { signal: AbortSignal.abort() });
      await assert.rejects(run, { code: "interrupted", found: "a stop before anything ran" });
      assert.deepEqual(await evaluate("hasattr(__import__('sys'), 'inlay_ran')"), false);
    });

    it("waits for a kernel that is busy, and says so", async () => {
      const silences: number[] = [];
      const result = await transport.execute("import time\ntime.sleep(3.3)", {
        waiting: (silence) => void silences.push(silence),
      });
      assert.equal(result.success, true);
      assert.equal(silences.length, 1);
      assert.ok((silences[0] ?? 0) >= 2_990, `said after ${silences[0]} ms`);
    });

    it("carries any text to a program and back", async () => {
      const text = fc.string({
        unit: fc.oneof(
          fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
          fc.string({ unit: "grapheme" }),
        ),
      });
      const nasty = ["'''", '"""', "\\", "\r\n", "\u2028\u0085\0", "${MODULES}", "$&$1$$", "\ud800", "😀", "'\\'"];
      const texts = [...nasty, nasty.join(""), ...fc.sample(text, 300)];
      const report = await runProgram(transport, ECHO, { texts });
      assert.deepEqual((report as { echo?: unknown }).echo, { texts });
      const sources = {
        ...ECHO,
        __init__: `NASTY = ${JSON.stringify("'''\\ \"\"\" é 😀".normalize())}\n`,
        agent:
          "from . import NASTY\nasync def settle(): pass\nasync def run(request):\n    return {'ok': True, 'nasty': NASTY}\n",
      };
      assert.deepEqual(await runProgram(transport, sources, {}), { ok: true, nasty: "'''\\ \"\"\" é 😀" });
    });

    it("leaves no trace of a program in the kernel", async () => {
      const look =
        "[sorted(globals()), [n for n in __import__('sys').modules if 'inlay' in n], " +
        "[str(f) for f in __import__('sys').meta_path], [f for f in __import__('linecache').cache if 'inlay' in f]]";
      await evaluate(look);
      const clean = await evaluate(look);
      await runProgram(
        transport,
        { ...ECHO, agent: "from . import part\nimport dataclasses\n" + ECHO.agent, part: "P = 1" },
        {},
      );
      await runProgram(
        transport,
        { ...ECHO, agent: "async def settle(): pass\nasync def run(request):\n    1 / 0" },
        {},
      ).catch(() => undefined);
      assert.deepEqual(await evaluate(look), clean);
    });

    it("puts back an installed inlay that was there", async () => {
      await execute(
        "import sys, types\nsys.modules['inlay'] = types.ModuleType('inlay')\nsys.modules['inlay'].mark = 7\nsys.modules['inlay.agent'] = types.ModuleType('inlay.agent')",
      );
      const report = await runProgram(transport, ECHO, { n: 1 });
      assert.deepEqual((report as { echo?: unknown }).echo, { n: 1 });
      assert.deepEqual(
        await evaluate("[__import__('sys').modules['inlay'].mark, 'inlay.agent' in __import__('sys').modules]"),
        [7, true],
      );
      await execute("import sys\ndel sys.modules['inlay'], sys.modules['inlay.agent']");
    });

    it("finds the report among what else is printed, and passes the rest on", async () => {
      const agent =
        "import sys\nasync def settle(): pass\nasync def run(request):\n    print('before', end='')\n    print('é\\x1e', file=sys.stdout)\n    return {'ok': True}\n";
      heard.out = "";
      assert.deepEqual(await runProgram(transport, { __init__: "", agent }, {}, hooks), { ok: true });
      assert.equal(heard.out, "beforeé\x1e\n");
    });

    it("brings a report of two megabytes", async () => {
      const agent =
        "async def settle(): pass\nasync def run(request):\n    return {'ok': True, 'text': 'é' * 350_000}\n";
      const report = (await runProgram(transport, { __init__: "", agent }, {})) as unknown as { text: string };
      assert.equal(report.text, "é".repeat(350_000));
    });

    it("says why there is no report", async () => {
      const broken = runProgram(transport, { __init__: "", agent: "import no_such_module" }, {});
      await assert.rejects(broken, (error: { code: string; found: string }) => {
        assert.equal(error.code, "no-report");
        assert.match(error.found, /No module named 'no_such_module'/);
        return true;
      });
    });

    it("says that a program was interrupted", async () => {
      const stop = new AbortController();
      const agent =
        "import asyncio\nasync def settle(): pass\nasync def run(request):\n    print('begun')\n    while True: await asyncio.sleep(0.01)\n";
      const run = runProgram(
        transport,
        { __init__: "", agent },
        {},
        { stdout: () => stop.abort(), signal: stop.signal },
      );
      await assert.rejects(run, { code: "interrupted" });
      assert.deepEqual(await evaluate("1 + 1"), 2);
    });
  });
}

describe("an interrupted program", () => {
  it("has the last word when it made a report of what it put back", async () => {
    const report = { ok: false, command: "add", marimo: "0", notebook: null, warnings: [] };
    const transport: Pick<Transport, "execute"> = {
      execute: async (code, hooks) => {
        const id = /, '([0-9a-f-]{36} )'\)$/m.exec(code)?.[1];
        hooks?.stdout?.(`begun\n\x1einlay-report:${id}${JSON.stringify(report)}\n`);
        throw new InlayError({ code: "interrupted", message: "The run was interrupted." });
      },
    };
    assert.deepEqual(await runProgram(transport, ECHO, {}), report);
  });
});
