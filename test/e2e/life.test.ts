import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { DoctorReport } from "../../scripts/client/findings.ts";
import type { AddReport, InventoryReport } from "../../scripts/client/protocol.ts";
import type { RemoveReport } from "../../scripts/client/removal.ts";
import type { GetAllReport, SetReport } from "../../scripts/client/values.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { at, inlay, inlayJson } from "../helpers/inlay.ts";
import { marimoPath, NOTEBOOK, startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, untilSaved, type NotebookPage } from "../helpers/notebook-page.ts";

/** A notebook with an element of marimo's own, and what reads it. */
const WITH_SLIDER = NOTEBOOK.replace(
  'if __name__ == "__main__":',
  `@app.cell
def _(mo):
    slider = mo.ui.slider(1, 10, value=3)
    slider
    return (slider,)


@app.cell
def _(slider):
    twice = slider.value * 2
    twice
    return (twice,)


if __name__ == "__main__":`,
);

for (const version of ["0.21.1", "newest"] satisfies MarimoVersion[]) {
  describe(`live values, mending and removal on marimo ${version}`, () => {
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;
    let added: AddReport;
    let empty: readonly string[];
    const codes = async () =>
      (await inlayJson<InventoryReport>(["cells"], at(server))).cells.map((cell) => cell.code_first_line);
    const instanceOf = (name: string) => added.objects.find(({ object }) => object === name)?.instance_cell ?? "";

    before(async () => {
      server = await startServer({ version });
      await writeFile(server.notebook, WITH_SLIDER);
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
      await inlay(["exec", "-c", "1"], at(server));
      empty = await codes();
      added = await inlayJson<AddReport>(["add", "tangle", "histogram-range", "--reader"], at(server));
      await notebook.untilMounted(instanceOf("tangle"));
      await inlayJson(["exec", "-c", RUN_ALL], at(server));
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    it("reads one value as JSON that pipes, one object as a table, and all", async () => {
      const one = await inlay(["get", "histogram_range.unit"], at(server));
      assert.equal(one.stdout, '"€"\n');
      const table = await inlay(["get", "histogram_range"], at(server));
      assert.match(table.stdout, /^trait +role +type +value\n[\s\S]*value +value +Tuple +\[/);
      assert.match(table.stdout, /data +data +Array float64 +\{"dtype":"float64","length":400\}/);
      const { objects } = await inlayJson<GetAllReport>(["get"], at(server));
      assert.deepEqual(objects.map(({ object }) => object).toSorted(), ["histogram_range", "slider", "tangle"]);
    });

    it("sets a trait: its readers run, and the open page shows it", async () => {
      const value = { people: 20, cookies: 3, size: "large" };
      const spin = notebook.output(instanceOf("tangle")).getByRole("spinbutton").first();
      assert.equal(await spin.getAttribute("aria-valuenow"), "12");
      const report = await inlayJson<SetReport>(["set", "tangle", `value=${JSON.stringify(value)}`], at(server));
      assert.deepEqual(report.after, { value });
      const reader = added.objects.find(({ object }) => object === "tangle")?.reader_cell ?? "";
      assert.deepEqual(report.ran, [reader]);
      await notebook.output(instanceOf("tangle")).locator('[role=spinbutton][aria-valuenow="20"]').waitFor();
      assert.match(await notebook.untilChanged(reader, ""), /33,?600/);
    });

    it("sets an element of marimo's own, with the page's knowledge where this marimo tells it", async () => {
      const ran = await inlay(["set", "slider", "7"], at(server));
      assert.equal(ran.code, 0, ran.stderr);
      assert.match(ran.stdout, /slider +before +after\nvalue +3 +7\nran: cell/);
      assert.equal((await inlay(["get", "slider.value"], at(server))).stdout, "7\n");
      if (version === "0.21.1") assert.match(ran.stderr, /page-not-told/);
      else assert.equal(ran.stderr, "");
    });

    it("changes nothing for a value that is not allowed, and says what is", async () => {
      for (const [args, message] of [
        [["set", "slider", "-5"], /a number from 1 to 10/],
        [["set", "histogram_range", "bins=10", "unit=3"], /unit/],
        [["set", "histogrm_range", "bins=1"], /Did you mean histogram_range\?/],
        [["get", "histogram_range.bin"], /Did you mean bins\?/],
      ] as const) {
        const ran = await inlay(args, at(server));
        assert.equal(ran.code, 1);
        assert.match(ran.stderr, message);
      }
      assert.equal((await inlay(["set", "slider", "seven"], at(server))).code, 2);
      assert.notEqual((await inlay(["get", "histogram_range.bins"], at(server))).stdout, "10\n");
    });

    it("finds nothing wrong with a notebook in order", async () => {
      const ran = await inlay(["doctor"], at(server));
      assert.equal(ran.code, 0, ran.stdout + ran.stderr);
      assert.doesNotMatch(ran.stdout, /[✗!]/);
      assert.ok(ran.stdout.split("\n").filter((line) => line.startsWith("✓")).length >= 10);
    });

    it("mends a front end that did not mount: the page shows it again, with its value", async () => {
      await inlay(["exec", "-c", 'tangle._front = "error: no canvas"'], at(server));
      const sick = await inlay(["doctor"], at(server));
      assert.equal(sick.code, 1);
      assert.match(sick.stdout, /✗ The front end of tangle did not mount[\s\S]*--fix would run cell/);
      const asked = await inlay(["doctor", "--fix"], at(server));
      assert.equal(asked.code, 1);
      assert.match(asked.stderr, /needs-yes[\s\S]*--yes/);
      const mended = await inlayJson<DoctorReport>(["doctor", "--fix", "--yes"], at(server));
      assert.deepEqual(
        mended.findings.map(({ code, fixed }) => [code, fixed]),
        [["front-failed", true]],
      );
      const spin = notebook.output(instanceOf("tangle")).locator('[role=spinbutton][aria-valuenow="20"]');
      await spin.waitFor();
      assert.equal((await inlay(["get", "tangle._front"], at(server))).stdout, '"mounted"\n');
    });

    it("shows what a removal would delete and break, and asks for a yes", async () => {
      await inlay(["exec", "-c", ADD_READER], at(server));
      const cells = await codes();
      const shown = await inlay(["remove", "histogram_range", "--dry-run"], at(server));
      assert.equal(shown.code, 0, shown.stderr);
      assert.match(shown.stdout, /definition +histogram-range[\s\S]*instance +histogram_range[\s\S]*reader/);
      assert.match(shown.stdout, /break:\n +cell \w+\n +2 +mine = get_histogram_range\(\)\[0\]/);
      const refused = await inlay(["remove", "histogram_range"], at(server));
      assert.equal(refused.code, 1);
      assert.match(refused.stderr, /needs-yes[\s\S]*--yes/);
      assert.deepEqual(await codes(), cells);
    });

    it("removes after a yes on a terminal, and leaves what is not its own", async () => {
      const args = ["remove", "histogram_range", "--url", server.url];
      const { code, output } = await onTerminal(args, server.env, /Delete 3 cells\?/, "y");
      assert.equal(code, 0, output);
      assert.match(output, /Deleted:/);
      assert.ok((await codes()).includes("# a note of my own"));
    });

    it("removes the rest in one go, from the page too, and leaves no cell and no import", async () => {
      await inlayJson<RemoveReport>(["remove", "tangle", "--yes"], at(server));
      await notebook.output(instanceOf("tangle")).waitFor({ state: "detached" });
      assert.deepEqual(
        (await codes()).filter((line) => line !== "# a note of my own"),
        empty,
      );
      await untilSaved(server.notebook, ["slider"]);
      await inlay(["exec", "-c", "1"], at(server));
      assert.doesNotMatch(await untilWithout(server.notebook, "inlay:"), /anywidget|HistogramRange/);
    });
  });
}

describe("a machine with server entries", () => {
  it("loses those of servers that are gone, with or without a server, and keeps the others", async () => {
    const server = await startServer();
    try {
      const folder = join(server.stateHome, "marimo", "servers");
      await mkdir(folder, { recursive: true });
      const stale = join(folder, "127.0.0.1_1.json");
      const entry = { pid: 2 ** 22 + 1, host: "127.0.0.1", port: 1, base_url: "", version: "0.25.2", started_at: "" };
      await writeFile(stale, JSON.stringify(entry));
      const looked = await inlay(["doctor"], { env: server.env });
      assert.equal(looked.code, 0, looked.stderr);
      assert.match(looked.stdout, /! An entry says that a server runs at http:\/\/127\.0\.0\.1:1, but process/);
      const { findings } = await inlayJson<DoctorReport>(["doctor", "--fix", "--yes"], { env: server.env });
      assert.deepEqual(
        findings.map(({ code, fixed }) => [code, fixed]),
        [["stale-entry", true]],
      );
      await assert.rejects(readFile(stale));
      assert.equal((await inlayJson<InventoryReport>(["cells"], { env: server.env })).ok, true);
    } finally {
      await server.stop();
    }
  });

  it("says what it can where no server runs", async () => {
    const server = await startServer();
    await server.stop();
    const ran = await inlay(["doctor"], { env: { ...server.env, XDG_STATE_HOME: join(server.stateHome, "none") } });
    assert.equal(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /no notebook was looked at[\s\S]*✓ every server entry/);
  });
});

const CONTEXT = "import marimo._code_mode as _cm\nasync with _cm.get_context() as _ctx:\n";
const RUN_ALL = `${CONTEXT}    for _each in _ctx.cells:\n        _ctx.run_cell(getattr(_each, "id", None) or _each.cell_id)`;
const ADD_READER =
  `${CONTEXT}    _made = _ctx.create_cell("# a note of my own\\nmine = get_histogram_range()[0]")\n` +
  `    _ctx.run_cell(_made)`;

async function untilWithout(file: string, text: string): Promise<string> {
  for (let deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const saved = await readFile(file, "utf8");
    if (!saved.includes(text)) return saved;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${file} still holds ${text}`);
}

/** Runs the command on a terminal of its own, and types an answer once it has asked. */
function onTerminal(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  question: RegExp,
  answer: string,
): Promise<{ code: number | null; output: string }> {
  const command = fileURLToPath(new URL("../../dist/inlay.js", import.meta.url));
  const python = join(marimoPath(), "..", "python");
  const program = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";
  return new Promise((resolve, reject) => {
    const sized = ["sh", "-c", 'stty cols 100 rows 30; exec "$@"', "sh"];
    const child = spawn(python, ["-c", program, ...sized, process.execPath, command, ...args], {
      env,
      timeout: 60_000,
    });
    let output = "";
    let asked = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (!asked && question.test(output)) {
        asked = true;
        child.stdin.write(answer);
      }
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
