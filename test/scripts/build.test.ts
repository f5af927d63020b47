import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildAll, buildItem, discoverWidgets } from "../../scripts/build/build.ts";
import { bundle } from "../../scripts/build/front/bundle.ts";
import { itemSchemaText, itemText, registryItemSchema } from "../../scripts/build/item.ts";
import { isTaken, traitNameProblem } from "../../scripts/build/names.ts";
import { Clone } from "./clone.ts";
import { askPython, root } from "./python.ts";

const SINK = "test/scripts/fixtures/kitchen-sink";
const clone = new Clone();

before(async () => {
  await clone.addFixture("kitchen-sink");
  await clone.addFixture("tiny");
});

after(() => clone.remove());

test("a front end is one ASCII module of wrapped lines that exports a default alone and imports nothing", async () => {
  const { text, inputs } = await bundle(`${SINK}/index.ts`, root);
  assert.match(text, /export\{\w+ as default\};\n$/);
  for (const [what, pattern] of Object.entries({
    "what is not ASCII": /[^\t\n\x20-\x7e]/,
    "an import": /\bimport\b\s*["({*]/,
    "a source map": /sourceMappingURL/,
    "a comment on a licence": /@license/,
    "a development build": /process\.env|litIssuedWarnings/,
  })) {
    assert.equal(pattern.exec(text)?.[0], undefined, `found ${what}`);
  }
  const lines = text
    .split("\n")
    .map((line) => line.length)
    .toSorted((one, other) => one - other);
  assert.ok(lines.length > 50 && (lines[Math.floor(lines.length * 0.9)] ?? 0) < 240, "lines are wrapped");
  assert.ok(inputs.includes(`${SINK}/index.ts`) && inputs.some((path) => path.includes("lit-html")));
});

test("an item fits the published schema and names what the widget needs", async () => {
  const item = await buildItem(SINK);
  assert.deepEqual(registryItemSchema.parse(item), item);
  assert.equal(item.className, "KitchenSink");
  assert.equal(item.objectName, "kitchen_sink");
  assert.deepEqual(item.requires, { python: ["anywidget>=0.9.18", "narwhals>=1.0"], marimo: ">=0.21.1" });
  assert.deepEqual(item.traits[3], {
    name: "any_int",
    type: { kind: "int" },
    role: "value",
    default: 0,
    doc: "A count.",
    send: "live",
    was: "count",
  });
  assert.equal(item.cells.definition.split("\n")[0], `# inlay: kitchen-sink 1.2.3-rc.1 ${item.fingerprint}`);
});

test("sizes are those of the module and of the cell", async () => {
  const { text } = await bundle(`${SINK}/index.ts`, root);
  const { sizes, cells } = await buildItem(SINK);
  assert.equal(sizes.esm.raw, Buffer.byteLength(text));
  assert.equal(sizes.definition.raw, Buffer.byteLength(cells.definition));
  assert.ok(sizes.esm.gzip < sizes.esm.raw / 2);
});

test("a front end has the same bytes whichever of its modules is read first", async () => {
  const texts = new Set<string>();
  for (let i = 0; i < 20; i += 1) texts.add((await bundle("widgets/tangle/index.ts", root)).text);
  assert.equal(texts.size, 1);
});

test("the same sources give the same bytes, in another folder too", async () => {
  const elsewhere = await buildAll(["widgets/kitchen-sink", "widgets/tiny"], clone.root);
  const here = await buildAll([SINK, "test/scripts/fixtures/tiny"]);
  const bytes = (built: typeof here) =>
    built.map((each) => ("item" in each ? itemText(each.item) : each.problem.message));
  assert.deepEqual(bytes(elsewhere), bytes(here));
});

test("the marker does not count in the fingerprint that it carries", async () => {
  const { cells, fingerprint } = await buildItem("test/scripts/fixtures/tiny");
  assert.deepEqual(askPython(["-I", "-S", "python/inlay/fingerprint.py"], [cells.definition]), [fingerprint]);
});

test("item.schema.json is what the code says", () => {
  const committed = readFileSync(join(root, "item.schema.json"), "utf8");
  assert.equal(committed, itemSchemaText(), "item.schema.json has drifted. To write it again: npm run build");
});

test("widgets are the folders with an index.ts, the kit apart", () => {
  assert.deepEqual(discoverWidgets(clone.root), ["widgets/kitchen-sink", "widgets/tiny"]);
});

for (const version of ["0.21.1", "0.22.5", "0.23.16", "0.24.2", undefined]) {
  test(`no trait or method hides an attribute of the widgets beside marimo ${version ?? "of the newest version"}`, () => {
    const code = "import json, anywidget; w = anywidget.AnyWidget(); print(json.dumps(sorted({*dir(w), *vars(w)})))";
    const names = (askPython(["-c", code], null, version) as string[]).filter((name) => !name.startsWith("__"));
    assert.ok(names.includes("layout") && names.includes("comm") && names.includes("_esm"));
    assert.deepEqual(
      names.filter((name) => !isTaken(name)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => /^[a-z]/.test(name) && traitNameProblem(name) === undefined),
      [],
    );
  });
}

test("no trait is a keyword of Python", () => {
  const names = askPython(["-c", "import json, keyword; print(json.dumps(keyword.kwlist))"], null) as string[];
  assert.deepEqual(
    names.filter((name) => /^[a-z]/.test(name) && traitNameProblem(name) === undefined),
    [],
  );
});

function build(...args: string[]) {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  return spawnSync(process.execPath, [tsx, "scripts/build/main.ts", ...args], { cwd: clone.root, encoding: "utf8" });
}

test("the build writes items and schema, and takes away items that are stale", () => {
  clone.write("dist/items/gone.json", "{}");
  const { status, stdout, stderr } = build();
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(join(clone.root, "dist/items")), ["kitchen-sink.json", "tiny.json"]);
  assert.equal(readFileSync(join(clone.root, "item.schema.json"), "utf8"), itemSchemaText());
  assert.match(stdout, /^widget +ESM KiB +gzip +budget +cell KiB +ms\nkitchen-sink +\d+\.\d/);
});

test("a build with a failing widget exits with 1, names it, and writes the others", () => {
  clone.write("widgets/broken/index.ts", 'import "https://cdn.test/x.js";\n');
  for (const file of ["traits.ts", "item.ts"]) {
    clone.write(`widgets/broken/${file}`, readFileSync(join(clone.root, "widgets/tiny", file), "utf8"));
  }
  const text = build();
  assert.equal(text.status, 1);
  assert.match(text.stderr, /^broken: widgets\/broken\/index\.ts:1:8: "https:\/\/cdn\.test\/x\.js" is a URL/m);
  const json = build("--json");
  assert.equal(json.status, 1);
  const { items, failed } = JSON.parse(json.stdout);
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ["kitchen-sink", "tiny"],
  );
  assert.equal(failed[0].name, "broken");
  assert.equal(failed[0].line, 1);
});

test("a flag that the build does not know is wrong use", () => {
  const { status, stderr } = build("--jsno");
  assert.equal(status, 2);
  assert.match(stderr, /--jsno/);
});

test("the command is bundled so that Node alone runs it, and loads what it needs when it needs it", () => {
  clone.write(
    "scripts/cli/main.ts",
    'import { parseArgs } from "node:util";\nconst { z } = await import("zod");\nconst ws = await import("ws");\nconsole.log(typeof parseArgs, z.string().parse("ran"), typeof ws.WebSocket);\n',
  );
  assert.match(build().stdout, /dist\/inlay\.js/);
  const command = join(clone.root, "dist/inlay.js");
  assert.ok(readFileSync(command, "utf8").startsWith("#!/usr/bin/env node\n"));
  if (process.platform !== "win32") assert.equal(statSync(command).mode & 0o111, 0o111);
  assert.ok(existsSync(join(clone.root, "dist/chunks")));
  const { stdout, stderr } = spawnSync(process.execPath, [command], { cwd: "/", encoding: "utf8" });
  assert.equal(stdout, "function ran function\n", stderr);
});
