import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { after, before, describe, it } from "node:test";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { resolveTarget, type Transport } from "../../scripts/client/index.ts";
import { loadItem } from "../../scripts/registry/items.ts";
import { inlay } from "../helpers/inlay.ts";
import { changedItem, installItems } from "../helpers/installed.ts";
import { startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { startProxy, type Passing } from "../helpers/proxy.ts";

/** When a command is killed: at its n-th request, before it reaches the server, while it is answered, or after that. */
interface Moment {
  readonly number: number;
  readonly when: "before" | "begun" | "ended";
  /** Milliseconds after that. */
  readonly delay: number;
}

/** What the notebook holds, as far as an update may change it. */
interface Held {
  readonly codes: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly unwell: readonly string[];
  /** Whether each object is of the class that its definition cell has now. */
  readonly whole: boolean;
}

const READ = (cells: Readonly<Record<string, string>>) => `import json as _json
import marimo._code_mode as _cm
_ctx = _cm.get_context()
_cells = {_name: _ctx.cells[_id] for _name, _id in _json.loads(${JSON.stringify(JSON.stringify(cells))}).items()}
_errors = getattr(getattr(_ctx, "_kernel", None), "errors", {})
print("held:" + _json.dumps({
    "codes": {_name: _cell.code for _name, _cell in _cells.items()},
    "values": {"tangle": tangle.value, "sortable_list": list(sortable_list.value)},
    "unwell": [f"{_id}: {_error}" for _id, _error in _errors.items()]
    + [f"{_id} is {_data.run_result_status}" for _id, _data in _ctx.graph.cells.items()
       if _data.code.strip() and _data.run_result_status != "success"],
    "whole": isinstance(tangle, Tangle) and isinstance(sortable_list, SortableList),
}))
`;

const SLOW = `import json as _json
import marimo._code_mode as _cm
async with _cm.get_context() as _c:
    _id = _c.create_cell("""import time as _time
for _ in range(12):
    _time.sleep(0.05)
slow = sortable_list.value""")
    _c.run_cell(_id)
print("held:" + _json.dumps(str(_id)))
`;

for (const version of ["0.21.1", "newest"] satisfies MarimoVersion[]) {
  describe(`an update that is killed, on marimo ${version}`, () => {
    let server: TestServer;
    let transport: Transport;
    let cells: Readonly<Record<string, string>>;
    let slow: string;
    let old: Held;
    let fresh: Readonly<Record<string, string>>;

    before(async () => {
      server = await startServer({ version });
      // One of them has another front end only, the other another class.
      const tangle = changedItem(await loadItem("tangle"), "0.0.9", (code) => code.replace("Drag, use", "Pull, use"));
      const list = changedItem(await loadItem("sortable-list"), "0.0.9", (code) =>
        code.replace("    @classmethod\n    def from_column", "    then = 1\n\n    @classmethod\n    def from_column"),
      );
      const added = await installItems(server, [tangle, list] as RegistryItem[]);
      cells = Object.fromEntries(added.objects.map(({ widget, definition_cell: cell }) => [widget, cell ?? ""]));
      ({ transport } = await resolveTarget({ url: server.url, env: server.env }));
      await transport.execute("tangle.value = {**tangle.value, 'people': 17}\nsortable_list.value = ('z', 'y')");
      // A reader that takes its time: most kills come while it runs, with cells changed and the rest to do.
      slow = JSON.parse(await said(SLOW)) as string;
      old = await held();
      assert.deepEqual([old.unwell, old.whole], [[], true]);
    });
    after(() => server?.stop());

    async function held(): Promise<Held> {
      // A request brings along the notebook as it was when it was made: the first may wait for a killed one's run.
      await said("print('held:0')");
      return JSON.parse(await said(READ(cells))) as Held;
    }

    /**
     * What code prints behind "held:". A server interrupts the run of a command that is gone, and may hit the next; what
     * that run says last may come along, and on old versions its end is taken for the next one's.
     */
    async function said(code: string): Promise<string> {
      let text = "";
      for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
        await transport.execute(code, { stdout: (chunk) => (text += chunk) });
        const found = /^held:(.*)$/m.exec(text)?.[1];
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.fail(`the kernel does not answer: ${text}`);
    }

    /** Puts the old code and the person's values back, as a person would. */
    async function reset(): Promise<void> {
      const edits = Object.entries(old.codes).map(([name, code]) => {
        const id = JSON.stringify(cells[name]);
        return `    _ = _c.cells[${id}].code\n    _c.edit_cell(${id}, code=${JSON.stringify(code)})\n    _c.run_cell(${id})\n`;
      });
      await transport.execute(
        `import marimo._code_mode as _cm\nasync with _cm.get_context() as _c:\n${edits.join("")}`,
      );
      await transport.execute("tangle.value = {**tangle.value, 'people': 17}\nsortable_list.value = ('z', 'y')");
    }

    /** Updates everything through a proxy that kills the command at some moment; gives what passed. */
    async function updateKilledAt(
      moment?: Moment,
    ): Promise<{ passed: readonly Passing[]; times: ReadonlyMap<number, number>; killed: boolean }> {
      const passed: Passing[] = [];
      const times = new Map<number, number>();
      let child: ChildProcess | undefined;
      let killed = false;
      const kill = async ({ number }: Passing, when: Moment["when"]) => {
        if (!moment || moment.number !== number || moment.when !== when) return;
        if (moment.delay > 0) await new Promise((resolve) => setTimeout(resolve, moment.delay));
        const gone = new Promise((resolve) => child?.once("exit", resolve));
        if (child?.exitCode === null && child.kill("SIGKILL")) {
          await gone;
          killed = true;
        }
      };
      const proxy = await startProxy(server.url, {
        before: (each) => (passed.push(each), kill(each, "before")),
        begun: (each) => {
          times.set(each.number, performance.now());
          void kill(each, "begun");
        },
        ended: (each) => {
          times.set(each.number, performance.now() - (times.get(each.number) ?? 0));
          return kill(each, "ended");
        },
      });
      const ran = await inlay(["update", "--all", "--quiet", "--url", proxy.url], {
        env: server.env,
        watch: (started) => (child = started),
      });
      await proxy.stop();
      if (!moment) assert.equal(ran.code, 0, ran.stderr);
      return { passed, times, killed };
    }

    it("leaves the notebook as it was or as it should be, whenever that is", async () => {
      const { passed, times } = await updateKilledAt();
      const done = await held();
      assert.deepEqual([done.values, done.unwell, done.whole], [old.values, [], true]);
      for (const [name, code] of Object.entries(done.codes)) assert.notEqual(code, old.codes[name]);
      fresh = done.codes;
      const update = passed.find(({ body }) => /command[\\"]+:[\\"]+update\b/.test(body))?.number ?? 0;
      assert.ok(update > 0 && update < passed.length, "the update is a request before the last");
      const moments: Moment[] = [
        ...passed.map(({ number }) => ({ number, when: "before", delay: 0 }) as const),
        ...[0, 0.2, 0.4, 0.55, 0.65, 0.75, 0.85, 0.95].map(
          (part) => ({ number: update, when: "begun", delay: part * (times.get(update) ?? 0) }) as const,
        ),
        { number: update, when: "ended", delay: 0 },
        { number: passed.length, when: "begun", delay: 0 },
        { number: passed.length, when: "ended", delay: 0 },
      ];
      const outcomes = { old: 0, fresh: 0 };
      for (const moment of moments) {
        await reset();
        const { killed } = await updateKilledAt(moment);
        const now = await held();
        const told = JSON.stringify({ ...moment, killed });
        assert.deepEqual(now.values, old.values, told);
        // An interrupt stops what it meets, and the page says so of that cell; the update goes on.
        const stopped = [`${slow} is interrupted`];
        assert.ok(now.unwell.length === 0 || now.unwell.join() === stopped.join(), `${told} ${now.unwell.join()}`);
        assert.ok(now.whole, told);
        const isOld = JSON.stringify(now.codes) === JSON.stringify(old.codes);
        assert.deepEqual(now.codes, isOld ? old.codes : fresh, told);
        outcomes[isOld ? "old" : "fresh"] += 1;
      }
      assert.ok(outcomes.old >= update && outcomes.fresh >= 2, JSON.stringify(outcomes));
    });
  });
}
