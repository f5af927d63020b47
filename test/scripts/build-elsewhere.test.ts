import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { buildAll, buildItem } from "../../scripts/build/build.ts";
import { bundle } from "../../scripts/build/front/bundle.ts";
import { findPython } from "../../scripts/build/python/interpreter.ts";
import { itemText } from "../../scripts/build/item.ts";
import { widgetFiles } from "../../scripts/new/widget-files.ts";
import { root } from "./python.ts";

/** A project that is not this repository, with a new widget. */
const project = realpathSync(mkdtempSync(join(tmpdir(), "inlay-elsewhere-")));
const WIDGET = "widgets/my-dial";

before(async () => {
  for (const { path, text } of await widgetFiles("control", "my-dial")) write(`${WIDGET}/${path}`, text);
});

after(() => rmSync(project, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** A copy of the widget, under another name, with one file of its own. */
function variant(name: string, file: string, text: string): string {
  cpSync(join(project, WIDGET), join(project, "widgets", name), { recursive: true });
  write(`widgets/${name}/${file}`, text);
  return `widgets/${name}`;
}

/** What is wrong with a widget. */
async function problemOf(folder: string, from = project): Promise<string> {
  const [built] = await buildAll([folder], from);
  assert.ok(built && "problem" in built, "expected a problem");
  return built.problem.message;
}

test("a widget builds in a folder that has no node_modules, from wherever the person is", async () => {
  const item = await buildItem(WIDGET, project);
  assert.equal(item.className, "MyDial");
  const text = itemText(item);
  assert.equal(itemText(await buildItem(".", join(project, WIDGET))), text);
  assert.equal(itemText(await buildItem(join(project, WIDGET), root)), text);
  const link = `${project}-link`;
  symlinkSync(project, link, "junction");
  assert.equal(itemText(await buildItem(WIDGET, link)), text);
  rmSync(link);
});

test("problems name files from where the person is", async () => {
  const folder = variant("bad", "element.ts", "export class BadElement {\n  x = ;\n}\n");
  assert.match(await problemOf(folder), /^widgets\/bad\/element\.ts:2:\d+: /);
  assert.match(await problemOf("bad", join(project, "widgets")), /^bad\/element\.ts:2:/);
  assert.match(await problemOf(".", join(project, folder)), /^element\.ts:2:/);
  assert.match(await problemOf("../bad", join(project, WIDGET)), /^\.\.\/bad\/element\.ts:2:/);
  assert.match(await problemOf("widgets/gone"), /^widgets\/gone\/traits\.ts: there is no such file/);
  const item = variant("bad-item", "item.ts", 'export const item = {\n  version: "x",\n};\n');
  assert.match(await problemOf(item), /^widgets\/bad-item\/item\.ts:2: version: /);
  const methods = variant("bad-methods", "methods.py", "import json\n\n\nclass Methods:\n    pass\n");
  assert.match(await problemOf(methods), /^widgets\/bad-methods\/methods\.py:1: names of a cell must be private/);
});

test("methods in Python come along", async () => {
  const source = "class Methods:\n    def twice(self) -> float:\n        return 2 * self.value\n";
  const { cells } = await buildItem(variant("with-methods", "methods.py", source), project);
  assert.match(cells.definition, /\n {4}def twice\(self\) -> float:\n/);
});

test("what a folder's tsconfig.json says changes nothing", async () => {
  const before = await bundle(`${WIDGET}/index.ts`, project);
  const compilerOptions = { target: "ES5", useDefineForClassFields: false, experimentalDecorators: true };
  write(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { ...compilerOptions, paths: { "inlay/kit": ["./no.ts"] } } }),
  );
  assert.equal((await bundle(`${WIDGET}/index.ts`, project)).text, before.text);
  rmSync(join(project, "tsconfig.json"));
});

test("packages come from the nearest node_modules, and a module never holds two of Lit", async () => {
  write("widgets/node_modules/near/package.json", '{ "name": "near", "main": "near.js" }');
  write("widgets/node_modules/near/near.js", 'export const near = "the nearest";\n');
  write("node_modules/near/package.json", '{ "name": "near", "main": "near.js" }');
  write("node_modules/near/near.js", 'export const near = "the farther";\n');
  const uses = [
    'import { html, widgetElement } from "inlay/kit";',
    'import { repeat } from "lit/directives/repeat.js";',
    'import { near } from "near";',
    'import { traits } from "./traits.ts";',
    "export class WithPackagesElement extends widgetElement(traits) {",
    "  override render() { return html`${repeat([near], (x) => x)}`; }",
    "}",
  ].join("\n");
  const folder = variant("with-packages", "element.ts", uses.replaceAll("WithPackages", "MyDial"));
  const lits = async () => {
    const { text, inputs } = await bundle(`${folder}/index.ts`, project);
    assert.ok(text.includes("the nearest") && !text.includes("the farther"));
    return inputs.filter((path) => path.endsWith("/lit-html.js"));
  };
  assert.deepEqual((await lits()).length, 1, "inlay's own Lit, where there is no other");
  for (const name of ["lit", "lit-html"]) {
    cpSync(join(root, "node_modules", name), join(project, "node_modules", name), { recursive: true });
  }
  assert.deepEqual(await lits(), ["node_modules/lit-html/lit-html.js"]);
  assert.match(
    await problemOf(variant("lacks", "index.ts", 'import "no-such-package-here";\nexport default {};\n')),
    /^widgets\/lacks\/index\.ts:1:8: Could not resolve "no-such-package-here": no such npm package is installed/,
  );
});

test("the kit's own modules are closed to what is not the kit", async () => {
  const folder = variant("deep", "index.ts", 'import { bind } from "inlay/kit/model.js";\nexport default bind;\n');
  assert.match(await problemOf(folder), /^widgets\/deep\/index\.ts:1:22: .*inlay\/kit\/model\.js/);
});

test("Python is that of the project: its .venv, from wherever in it the person is", async () => {
  const folder = join(project, "with-python");
  const bin = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];
  const [file = ""] = bin.slice(-1);
  mkdirSync(join(folder, "deep", "down"), { recursive: true });
  mkdirSync(join(folder, ".venv", bin[0] ?? ""), { recursive: true });
  symlinkSync(join(root, ".venv", ...bin), join(folder, ".venv", bin[0] ?? "", file));
  const active = process.env["VIRTUAL_ENV"];
  delete process.env["VIRTUAL_ENV"];
  assert.equal(await findPython(join(folder, "deep", "down")), join(folder, ".venv", ...bin));
  process.env["VIRTUAL_ENV"] = join(root, ".venv");
  assert.equal(await findPython(join(folder, "deep")), join(root, ".venv", ...bin));
  if (active === undefined) delete process.env["VIRTUAL_ENV"];
  else process.env["VIRTUAL_ENV"] = active;
});
