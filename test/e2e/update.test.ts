import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import type { RegistryItem } from "../../scripts/build/item.ts";
import type { InventoryReport } from "../../scripts/client/protocol.ts";
import type { UpdateReport } from "../../scripts/client/update.ts";
import { loadItem } from "../../scripts/registry/items.ts";
import { remember } from "../../scripts/registry/releases.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { GESTURES } from "../helpers/gestures.ts";
import { at, inlay, inlayJson, type RunOptions } from "../helpers/inlay.ts";
import { changedItem, editCell, installItems, releasedItem, valueOf } from "../helpers/installed.ts";
import { NOTEBOOK, startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";

/** A notebook whose last cells count how often the readers of two widgets ran. */
const COUNTING = NOTEBOOK.replace(
  'if __name__ == "__main__":',
  `@app.cell
def _():
    runs = {"tangle": 0, "sortable_list": 0}
    return (runs,)


if __name__ == "__main__":`,
);

interface Status {
  readonly widgets: readonly {
    readonly name: string;
    readonly version: string;
    readonly latest: string;
    readonly state: string;
    readonly cell: string;
    readonly objects: readonly {
      readonly object: string;
      readonly front: string;
      readonly readers: readonly { readonly cell: string; readonly first_line: string }[];
    }[];
  }[];
  readonly cures: readonly { readonly run: string }[];
}

type UpdateJson = UpdateReport & {
  readonly widgets: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly from: string;
    readonly to: string;
    readonly conflicts?: readonly { readonly yours: { readonly line: number; readonly lines: readonly string[] } }[];
    readonly given_up?: readonly string[];
  }[];
};

const SUMMARY = '"""Label a queue of texts, images or records, one key each, with undo, comments and review.';

for (const version of ["0.21.1", "newest"] satisfies MarimoVersion[]) {
  describe(`widgets that were installed earlier, on marimo ${version}`, () => {
    let folder: string;
    let server: TestServer;
    let browser: Browser;
    let notebook: NotebookPage;
    let run: RunOptions;
    const cells = new Map<string, { definition: string; instance: string }>();

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "inlay-update-"));
      await writeFile(join(folder, "notebook.py"), COUNTING);
      server = await startServer({ version, notebook: join(folder, "notebook.py") });
      run = { ...at(server), env: { ...server.env, XDG_DATA_HOME: join(folder, "data") } };
      browser = await launchBrowser();
      notebook = await openNotebook(browser, server.url);
      await notebook.page.getByTestId("run-button").last().click();
      const pulled = changedItem(await loadItem("tangle"), "0.0.9", (code) => code.replace("Drag, use", "Pull, use"));
      const other = changedItem(await loadItem("labeler"), "0.0.9", (code) =>
        code.replace(SUMMARY, '"""Name a queue.'),
      );
      for (const item of [pulled, other] as RegistryItem[]) await remember(item, run.env);
      const added = await installItems(server, [pulled, await releasedItem("sortable-list", "0.1.0"), other]);
      for (const { widget, definition_cell, instance_cell } of added.objects) {
        cells.set(widget, { definition: definition_cell ?? "", instance: instance_cell ?? "" });
      }
      await addReaders();
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    async function addReaders(): Promise<void> {
      const code = (name: string) => `runs["${name}"] += 1\nread_${name} = get_${name}()\nread_${name}`;
      const create = ["tangle", "sortable_list"].map(
        (name) => `    _c.run_cell(_c.create_cell(${JSON.stringify(code(name))}))`,
      );
      const lines = ["import marimo._code_mode as _cm", "async with _cm.get_context() as _c:", ...create];
      await inlayJson(["exec", "-c", lines.join("\n")], run);
    }

    const inventory = () => inlayJson<InventoryReport>(["cells"], run);
    const of = (widget: string) => cells.get(widget) ?? { definition: "", instance: "" };
    const state = async () =>
      Object.fromEntries(
        (await inlayJson<Status>(["status"], run)).widgets.map(({ name, state: each }) => [name, each]),
      );
    const codeOf = (cell: string) =>
      valueOf<string>(server, `__import__("marimo._code_mode")._code_mode.get_context().cells["${cell}"].code`);

    it("say in `status` what is newer, what was edited, and who reads them", async () => {
      await editCell(server, of("sortable-list").definition, "A list of texts to put", "My list of texts to put");
      await editCell(server, of("labeler").definition, '"""Name a queue.', '"""My queue.');
      const { widgets, cures } = await inlayJson<Status>(["status"], run);
      assert.deepEqual(
        widgets.map(({ name, state: each }) => [name, each]),
        [
          ["tangle", "newer"],
          ["sortable-list", "both"],
          ["labeler", "both"],
        ],
      );
      assert.deepEqual(
        widgets[0]?.objects[0]?.readers.map((each) => each.first_line),
        ['runs["tangle"] += 1'],
      );
      assert.deepEqual(
        cures.map((each) => each.run.split(" ", 2).join(" ")),
        ["inlay update", "inlay diff"],
      );
      const text = (await inlay(["status"], run)).stdout;
      assert.match(
        text,
        /sortable-list +0\.1\.0 → \S+ +edited here, newer upstream +sortable_list +value → get_sortable_list\(\)/,
      );
      assert.match(text, /mounted/);
    });

    it("show in `diff` what an update would change, the front end as a line of its own", async () => {
      const { stdout } = await inlay(["diff"], run);
      assert.match(stdout, /^-    _esm = """… [\d.]+ KiB, sha [0-9a-f]{8}…"""$/m);
      assert.match(stdout, /^\+    """My list of texts to put/m);
      assert.match(stdout, /An update keeps both/);
      assert.match(stdout, /conflict 1 of 1\n {2}yours, from line \d+\n +\d+ \| {5}"""My queue\./);
      // oxlint-disable-next-line no-control-regex -- no colours are wanted
      assert.doesNotMatch(stdout, /\u001b/);
    });

    it("are listed, not changed, by an `update` that names none", async () => {
      const { stdout, code } = await inlay(["update"], run);
      assert.equal(code, 0);
      assert.match(stdout, /• tangle +0\.0\.9 → [\s\S]*inlay update --all/);
      assert.equal((await state())["tangle"], "newer");
      const dry = await inlay(["update", "--all", "--dry-run"], run);
      assert.equal(dry.code, 0, dry.stderr);
      assert.match(dry.stdout, /Nothing was changed\. It would be:/);
      assert.equal((await state())["tangle"], "newer");
    });

    it("keep edits and values in `update --all`, and leave a conflict as it is", async () => {
      for (const name of ["tangle", "sortable-list"]) {
        const { instance } = of(name);
        await notebook.untilMounted(instance);
        await GESTURES[name]?.(notebook.output(instance), notebook.page);
      }
      const values = () => valueOf<unknown[]>(server, "[tangle.value, sortable_list.value, runs]");
      const before = await untilSettled(values);
      const conflicted = await codeOf(of("labeler").definition);

      const report = await inlayJson<UpdateJson>(["update", "--all"], run);

      assert.deepEqual(
        report.widgets.map(({ name, outcome }) => [name, outcome]),
        [
          ["tangle", "take"],
          ["sortable-list", "merge"],
          ["labeler", "conflict"],
        ],
      );
      const [tangle, list, runs] = await untilSettled(values);
      assert.deepEqual([tangle, list], before.slice(0, 2), "what the person set is still there");
      const swapped = report.ops.some(({ op, cell }) => op === "swap" && cell === of("tangle").definition);
      assert.equal(swapped, version === "newest", JSON.stringify(report.ops));
      if (swapped) {
        assert.equal((runs as Record<string, number>)["tangle"], (before[2] as Record<string, number>)["tangle"]);
      }
      assert.match(
        await codeOf(of("sortable-list").definition),
        /^# inlay: sortable-list (?!0\.1\.0)[\s\S]*"""My list of texts/,
      );
      assert.equal(await codeOf(of("labeler").definition), conflicted);
      assert.deepEqual(await state(), { tangle: "unchanged", "sortable-list": "edited", labeler: "both" });
      assert.deepEqual(
        (await inventory()).cells.filter((cell) => cell.errors.length > 0),
        [],
      );
    });

    it("show their new front ends in the open page, with the values in them", async () => {
      const { output, page, untilMounted } = notebook;
      for (const name of ["tangle", "sortable-list"]) await untilMounted(of(name).instance);
      await output(of("tangle").instance).getByRole("spinbutton").first().focus();
      await output(of("tangle").instance).getByText("Drag, use the arrow keys").waitFor();
      const first = await valueOf<string>(server, "sortable_list.value[0]");
      await output(of("sortable-list").instance).getByRole("option").first().getByText(first).waitFor();
      await GESTURES["tangle"]?.(output(of("tangle").instance), page);
      const { widgets } = await inlayJson<Status>(["status"], run);
      assert.deepEqual(
        widgets.flatMap(({ objects }) => objects.map(({ front }) => front)),
        ["mounted", "mounted", "mounted"],
      );
    });

    it("fail with the conflict where that is all there is to do, and give up edits when told", async () => {
      const failed = await inlay(["update", "labeler", "--json"], run);
      assert.equal(failed.code, 1);
      const { error } = JSON.parse(failed.stderr) as { error: { code: string; cure: string; details: UpdateJson } };
      assert.equal(error.code, "conflict");
      assert.match(error.cure, /inlay diff labeler.*inlay update labeler --overwrite/);
      const [conflict] = error.details.widgets[0]?.conflicts ?? [];
      assert.match(conflict?.yours.lines[0] ?? "", /My queue\./);
      const report = await inlayJson<UpdateJson>(["update", "labeler", "--overwrite"], run);
      assert.match(report.widgets[0]?.given_up?.join("\n") ?? "", /My queue\./);
      assert.equal((await state())["labeler"], "unchanged");
      const again = await inlay(["update", "--all"], run);
      assert.equal(again.code, 0);
      assert.match(again.stdout, /up to date/);
    });

    it("are named by what is nearest, where a name is mistyped", async () => {
      const ran = await inlay(["update", "tangel"], run);
      assert.equal(ran.code, 1);
      assert.match(ran.stderr, /has no widget "tangel"\. Did you mean tangle\?/);
      assert.equal((await inlay(["update", "tangle", "--all"], run)).code, 2);
    });
  });
}

describe("a notebook without widgets", () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.stop());

  it("says so, and how to add one", async () => {
    for (const command of [["status"], ["diff"], ["update", "--all"]]) {
      const { code, stdout } = await inlay(command, at(server));
      assert.equal(code, 0);
      assert.match(stdout, /no widgets of inlay's.*inlay add WIDGET/);
    }
  });

  it("is correct after two shells added to it at the same time", async () => {
    const both = (...commands: string[][]) => Promise.all(commands.map((args) => inlay(["add", ...args], at(server))));
    const different = await both(["tangle", "--as", "one"], ["labeler", "--as", "two"]);
    assert.deepEqual(
      different.map(({ code }) => code),
      [0, 0],
      different.map(({ stderr }) => stderr).join(),
    );
    const alike = await both(["sortable-list", "--as", "three"], ["sortable-list", "--as", "four"]);
    assert.deepEqual(
      alike.map(({ code }) => code),
      [0, 0],
      alike.map(({ stderr }) => stderr).join(),
    );
    const same = await both(["histogram-range", "--as", "five"], ["histogram-range", "--as", "five"]);
    assert.deepEqual(same.map(({ code }) => code).toSorted(), [0, 1]);
    assert.match(same.map(({ stderr }) => stderr).join(""), /name-taken/);
    const { cells, widgets } = await inlayJson<InventoryReport>(["cells"], at(server));
    assert.deepEqual(
      cells.filter((cell) => cell.errors.length > 0),
      [],
    );
    assert.deepEqual(
      widgets.map(({ name, objects }) => [name, objects.map(({ object }) => object).toSorted()]).toSorted(),
      [
        ["histogram-range", ["five"]],
        ["labeler", ["two"]],
        ["sortable-list", ["four", "three"]],
        ["tangle", ["one"]],
      ],
    );
  });
});

/** A value that is the same twice in a row: what a page sent has arrived. */
async function untilSettled<T>(read: () => Promise<T>): Promise<T> {
  let last = await read();
  for (;;) {
    const now = await read();
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
}
