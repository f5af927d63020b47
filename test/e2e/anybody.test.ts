import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { fingerprints } from "../../scripts/build/python/cell.ts";
import { findPython } from "../../scripts/build/python/interpreter.ts";
import { sizesOf, type RegistryItem } from "../../scripts/build/item.ts";
import type { AddReport, InventoryReport, VerifyReport } from "../../scripts/client/protocol.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { inlay, inlayJson, type RunOptions } from "../helpers/inlay.ts";
import { startServer, type MarimoVersion, type TestServer } from "../helpers/marimo.ts";
import { openNotebook, type NotebookPage } from "../helpers/notebook-page.ts";
import { dialCode, dialItem, startRegistry, type TestRegistry } from "../helpers/registry.ts";

type Added = AddReport & { verified: VerifyReport; from_elsewhere?: readonly object[] };

/** A person's own files: no two are made the same way. */
const FILES: Readonly<Record<string, string>> = {
  "thing.js": `import "./more.css";
export default {
  initialize({ model }) {
    model.on("change:count", () => { window.counted = model.get("count"); });
    return () => { window.ended = true; };
  },
  render({ model, el, signal }) {
    const button = document.createElement("button");
    button.setAttribute("role", "button");
    button.className = "thing";
    const show = () => { button.textContent = "count " + model.get("count"); };
    button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
    model.on("change:count", show);
    show();
    el.append(button);
    return () => model.off("change:count", show);
  },
};`,
  "thing.css": ".thing { color: rgb(1, 2, 3); }",
  "more.css": ".thing { border-top: 7px solid; }",
  "src/tally.ts": `import { shout, type Loud } from "loud";
import type { Model } from "./types";

export default async () => {
  const made = ["once a model"];
  return {
    async render({ model, el }: { model: Model; el: HTMLElement }) {
      const list = document.createElement("ul");
      list.setAttribute("role", "list");
      const show = () => {
        const items: Loud[] = (model.get("items") as string[]).map((each) => shout(each, <const>"!"));
        list.replaceChildren(...items.map((each) => Object.assign(document.createElement("li"), { textContent: each })));
      };
      list.onclick = () => { model.set("picked", "b\\u00e9 " + made.length); model.save_changes(); };
      model.on("change:items", show);
      show();
      el.append(list);
    },
  };
};`,
  "src/types.ts":
    "export interface Model { get(name: string): unknown; set(name: string, value: unknown): void; save_changes(): void; on(name: string, call: () => void): void }",
  "src/tally.traits.ts": `import { data, defineTraits, t, value } from "inlay/kit";
export const traits = defineTraits({
  items: data(t.list(t.string()), "What is told.", { default: ["a", "b"] }),
  picked: value(t.string(), "What was picked."),
});`,
  "node_modules/loud/package.json": '{"name": "loud", "version": "1.0.0", "module": "index.js", "type": "module"}',
  "node_modules/loud/index.js":
    'export const shout = (text, mark) => text.toUpperCase() + mark; export const unused = () => fetch("https://x");',
  "node_modules/loud/index.d.ts":
    "export type Loud = string; export declare function shout(text: string, mark: string): Loud;",
  "broken.js": 'export function render({ model }) { throw new Error("no " + model.get("what")); }',
  "remote.js": 'import d3 from "https://esm.sh/d3"; export default { render() { d3(); } };',
};

let root: string;
let browser: Browser;
let registry: TestRegistry;
let served: RegistryItem;
let make: (code: string, more?: Partial<RegistryItem>) => Promise<RegistryItem>;
before(async () => {
  root = await mkdtemp(join(tmpdir(), "inlay-anybody-"));
  browser = await launchBrowser();
  registry = await startRegistry((_, response) => response.end(JSON.stringify(served)), { tls: true });
  const python = await findPython(process.cwd());
  make = async (code, more) => {
    const [fingerprint = ""] = await fingerprints([code], python);
    return dialItem({ code, fingerprint }, more);
  };
});
after(async () => {
  await browser?.close();
  await registry?.close();
  await rm(root, { recursive: true, force: true });
});

for (const version of ["0.21.1", "newest"] as const satisfies readonly MarimoVersion[]) {
  describe(`anybody's widgets in marimo ${version}`, () => {
    let cwd: string;
    let server: TestServer;
    let notebook: NotebookPage;
    let options: RunOptions;

    before(async () => {
      cwd = await mkdtemp(join(root, "project-"));
      for (const [name, text] of Object.entries(FILES)) {
        await mkdir(dirname(join(cwd, name)), { recursive: true });
        await writeFile(join(cwd, name), text);
      }
      const url = `${registry.url}/{name}.json`;
      await writeFile(join(cwd, "inlay.json"), JSON.stringify({ registries: { "@acme": url } }));
      server = await startServer({ version });
      notebook = await openNotebook(browser, server.url);
      const env = { ...server.env, ...registry.env, XDG_DATA_HOME: join(cwd, "data") };
      options = { cwd, env, flags: ["--url", server.url] };
    });
    after(async () => {
      await notebook?.close();
      await server?.stop();
    });

    const lock = async () => JSON.parse(await readFile(join(cwd, "inlay.lock.json"), "utf8")) as Record<string, object>;
    const failure = async (words: readonly string[]) => {
      const ran = await inlay(["add", ...words, "--json"], options);
      assert.equal(ran.code, 1, ran.stdout);
      return (JSON.parse(ran.stderr) as { error: { code: string; message: string; found?: string; details?: unknown } })
        .error;
    };
    /** Adds a widget, waits until it is shown, and gives its object and how to look at its cells. */
    const added = async (words: readonly string[]) => {
      const report = await inlayJson<Added>(["add", ...words, "--reader"], options);
      const [object] = report.objects;
      assert.ok(object);
      await notebook.untilMounted(object.instance_cell ?? "");
      assert.equal(report.verified.fronts[object.object], "mounted");
      const [shown, reader] = [notebook.output(object.instance_cell ?? ""), object.reader_cell ?? ""];
      const gesture = async (role: "button" | "list") => {
        const before = await notebook.text(reader);
        await shown.getByRole(role).first().click();
        return notebook.untilChanged(reader, before);
      };
      return { report, object, shown, gesture };
    };

    it("a JavaScript front end is added with its style sheets, and drives its reader", async () => {
      const { object, shown, gesture } = await added(["./thing.js", "--trait", "count:int=4"]);
      assert.deepEqual([object.widget, object.class, object.version], ["thing", "Thing", "0.0.0"]);
      assert.match(await gesture("button"), /5/);
      const [color, border] = await shown
        .locator(".thing")
        .evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).borderTopWidth]);
      assert.deepEqual([color, border], ["rgb(1, 2, 3)", "7px"]);
      assert.equal(await notebook.page.evaluate("window.counted"), 5);
      assert.deepEqual((await lock())["own"], { thing: { source: "./thing.js", traits: ["count:int=4"] } });
    });

    it("an edit of its file is an update like any other, and keeps the value", async () => {
      const states = async (...flags: string[]) =>
        (await inlayJson<{ widgets: { name: string; state: string }[] }>(["status", ...flags], options)).widgets.map(
          ({ name, state }) => `${name} ${state}`,
        );
      assert.deepEqual(await states(), ["thing unchanged"]);
      await writeFile(join(cwd, "thing.js"), FILES["thing.js"]!.replace('"count "', '"total "'));
      assert.deepEqual(await states(), ["thing newer"]);
      await inlayJson(["update", "thing"], options);
      await notebook.page.getByText("total 5").waitFor();
      assert.deepEqual(await states(), ["thing unchanged"]);
      await rm(join(cwd, "thing.js"));
      const { warnings } = await inlayJson<{ warnings: string[] }>(["status"], options);
      assert.match(warnings.join(), /upstream: thing as it is now is not known. There is no file/);
      await writeFile(join(cwd, "thing.js"), FILES["thing.js"]!.replace('"count "', '"total "'));
    });

    it("a TypeScript factory is added with a schema beside it and an npm package inside", async () => {
      const { shown, gesture, object } = await added(["src/tally.ts", "--set", 'items=["x","y"]']);
      assert.equal((await shown.getByRole("list").innerText()).replace(/\s+/g, " "), "X! Y!");
      assert.match(await gesture("list"), /bé 1/);
      const { widgets } = await inlayJson<InventoryReport>(["cells"], options);
      assert.deepEqual(
        widgets.find(({ name }) => name === "tally")?.objects[0]?.wired.map(({ trait }) => trait),
        ["picked"],
      );
      assert.equal(object.widget, "tally");
    });

    it("a front end that cannot be shown leaves nothing behind but its reason", async () => {
      const before = await inlayJson<InventoryReport>(["cells"], options);
      const error = await failure(["./broken.js", "--trait", "what:string=luck"]);
      assert.match(JSON.stringify(error), /no luck/);
      assert.match((await failure(["./remote.js"])).message, /"https:\/\/esm.sh\/d3" is a URL/);
      assert.match((await failure(["./broken.js"])).message, /--trait what:json/);
      const now = await inlayJson<InventoryReport>(["cells"], options);
      assert.deepEqual(
        now.cells.map(({ id }) => id),
        before.cells.map(({ id }) => id),
      );
      assert.equal("broken" in (await lock())["own"]!, false);
    });

    it("an item in a file is shown, refused without a yes, and pinned after it", async () => {
      const code = dialCode("import subprocess as _sub\n").replace("class Dial", "class Gauge");
      const gauge = await make(code, { name: "gauge", className: "Gauge", objectName: "gauge" });
      await writeFile(join(cwd, "gauge.json"), JSON.stringify(gauge));
      const refused = await failure(["./gauge.json"]);
      assert.equal(refused.code, "needs-trust");
      assert.match(refused.found ?? "", /imports +anywidget, subprocess, traitlets\n +Python +import subprocess/);
      const { gesture, report } = await added(["./gauge.json", "--yes"]);
      assert.match(await gesture("button"), /1/);
      assert.equal(report.from_elsewhere?.length, 1);
      const again = await added(["./gauge.json", "--as", "second"]);
      assert.equal(again.report.from_elsewhere, undefined);
      assert.equal((await lock())["items"] !== undefined && "gauge" in (await lock())["items"]!, true);
    });

    it("an item of a registry keeps its scope, and no other code passes for its version", async () => {
      served = await make(dialCode().replace("class Dial", "class Knob"), {
        name: "knob",
        className: "Knob",
        objectName: "knob",
      });
      const dry = await inlayJson<Added>(["add", "@acme/knob", "--dry-run"], options);
      assert.equal(dry.from_elsewhere?.length, 1);
      const { gesture, object } = await added(["@acme/knob", "--yes"]);
      assert.equal(object.widget, "@acme/knob");
      assert.match(await gesture("button"), /1/);
      const { cells } = await inlayJson<InventoryReport>(["cells"], options);
      assert.deepEqual(
        cells.flatMap(({ marker }) => (marker?.name === "@acme/knob" ? [marker.state] : [])),
        ["unchanged"],
      );

      const evil = dialCode("import os as _os\n").replace("class Dial", "class Knob");
      served = await make(evil, { name: "knob", className: "Knob", objectName: "knob" });
      assert.equal((await failure(["@acme/knob", "--as", "other", "--yes"])).code, "fingerprint-changed");
      served = await make(evil, { name: "knob", className: "Knob", objectName: "knob", version: "1.1.0" });
      const asked = await failure(["@acme/knob", "--as", "other"]);
      assert.equal(asked.code, "needs-trust");
      assert.match(asked.found ?? "", /it was [0-9a-f]{16} in 1\.0\.0[\s\S]*new imports +os/);
    });

    it("a new version in a registry is an update that is asked about", async () => {
      const knob = dialCode().replace("class Dial", "class Knob").replace('"at "', '"knob at "');
      served = await make(knob, { name: "knob", className: "Knob", objectName: "knob", version: "1.2.0" });
      const state = async (...flags: string[]) => {
        const all = await inlayJson<{ widgets: { state: string }[] }>(["status", "@acme/knob", ...flags], options);
        return all.widgets.map((each) => each.state);
      };
      assert.deepEqual([await state(), await state("--fetch")], [["unchanged"], ["newer"]]);
      const ran = await inlay(["update", "@acme/knob", "--json"], options);
      assert.match(ran.stderr, /"needs-trust"/);
      await inlayJson(["update", "@acme/knob", "--yes"], options);
      await notebook.page.getByText("knob at 1").waitFor();
      assert.deepEqual(await state("--fetch"), ["unchanged"]);
      const { items } = (await lock()) as { items: Record<string, { version: string }> };
      assert.equal(items["@acme/knob"]?.version, "1.2.0");
    });

    it("an item that lies of its fingerprint is refused before any of it runs", async () => {
      const honest = await make(dialCode(), { name: "lie" });
      const definition = `${honest.cells.definition}\nopen(${JSON.stringify(join(cwd, "pwned"))}, "w")\n`;
      const sizes = { ...honest.sizes, definition: sizesOf(definition) };
      await writeFile(join(cwd, "lie.json"), JSON.stringify({ ...honest, cells: { definition }, sizes }));
      const { code, details } = await failure(["./lie.json", "--yes"]);
      assert.deepEqual([code, details], ["bad-item", { name: "lie", where: "fingerprint" }]);
      await assert.rejects(readFile(join(cwd, "pwned")), { code: "ENOENT" });
    });
  });
}
