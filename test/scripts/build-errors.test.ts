import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Built, buildAll } from "../../scripts/build/build.ts";
import { Clone } from "./clone.ts";

interface Case {
  readonly says: string;
  /** The file of the widget that is wrong, and its text. */
  readonly file: string;
  readonly text: string;
  /** What the message starts with, after the folder. */
  readonly place: string;
  readonly reason: RegExp;
}

const KIT = 'import { defineTraits, option, t } from "../kit/traits.ts";\n\n';
const traits = (declaration: string) =>
  `${KIT}export const traits = defineTraits({\n  ok: option(t.int(), "A number."),\n  ${declaration},\n});\n`;
const item = (change: object) =>
  `export const item = ${JSON.stringify(
    {
      version: "0.1.0",
      title: "T",
      summary: "S.",
      category: "control",
      budget: 2,
      example: { arguments: {}, reader: "{get}()" },
      docs: "D.",
      ...change,
    },
    null,
    2,
  )};\n`;
const front = (code: string) => `${code}\nexport default { render() {} };\n`;
const methods = (code: string) => `import anywidget as _anywidget\n\n\n${code}\n`;

const CASES: readonly Case[] = [
  {
    says: "a URL import",
    file: "index.ts",
    text: front('\nimport x from "https://esm.sh/lit";\nconsole.log(x);'),
    place: "index.ts:2:15",
    reason: /"https:\/\/esm\.sh\/lit" is a URL: .* Import the npm package/,
  },
  {
    says: "a URL import at run time",
    file: "index.ts",
    text: front('void import("//cdn.test/x.js");'),
    place: "index.ts:1:13",
    reason: /is a URL/,
  },
  {
    says: "a URL export",
    file: "index.ts",
    text: front('export * from "http://cdn.test/x.js";'),
    place: "index.ts:1:15",
    reason: /is a URL/,
  },
  {
    says: "a package that is not installed",
    file: "index.ts",
    text: front('import x from "no-such-package-here/sub";\nconsole.log(x);'),
    place: "index.ts:1:15",
    reason: /To add it: npm i no-such-package-here$/,
  },
  {
    says: "a scoped package that is not installed",
    file: "index.ts",
    text: front('import x from "@no-such/package";\nconsole.log(x);'),
    place: "index.ts:1:15",
    reason: /npm i @no-such\/package$/,
  },
  {
    says: "a module of Node",
    file: "index.ts",
    text: front('import fs from "node:fs";\nconsole.log(fs);'),
    place: "index.ts:1:16",
    reason: /runs in a page/,
  },
  {
    says: "a file that is not there",
    file: "index.ts",
    text: front('import x from "./gone.ts";\nconsole.log(x);'),
    place: "index.ts:1:15",
    reason: /^Could not resolve "\.\/gone\.ts"$/,
  },
  {
    says: "a syntax error",
    file: "index.ts",
    text: "export default {\n  render( {},\n};;;)",
    place: "index.ts:",
    reason: /./,
  },
  {
    says: "a second export",
    file: "index.ts",
    text: front("export const more = 1;"),
    place: "index.ts",
    reason: /expected a default export and no other, found the exports default, more/,
  },
  { says: "no export", file: "index.ts", text: "console.log(1);\n", place: "index.ts", reason: /found no export/ },
  {
    says: "raw text that ASCII cannot say",
    file: "index.ts",
    text: front("console.log(String.raw`é`);"),
    place: "index.ts",
    reason: /holds "é"/,
  },
  {
    says: "a style sheet that is imported",
    file: "index.ts",
    text: front('import "./a.css";'),
    place: "index.ts",
    reason: /./,
  },
  {
    says: "a front end over its budget",
    file: "index.ts",
    text: front(`console.log("${"x".repeat(3000)}");`),
    place: "item.ts:6",
    reason: /has 3\.0 KiB minified; the budget is 2 KiB/,
  },
  {
    says: "a trait that is a keyword",
    file: "traits.ts",
    text: traits('class: option(t.int(), "A number.")'),
    place: "traits.ts:5",
    reason: /"class" is a keyword of Python\. Choose another/,
  },
  {
    says: "a trait that hides an attribute",
    file: "traits.ts",
    text: traits('layout: option(t.int(), "A number.")'),
    place: "traits.ts:5",
    reason: /"layout" would hide an attribute of anywidget\.AnyWidget/,
  },
  {
    says: "an earlier name that is in use",
    file: "traits.ts",
    text: traits('new: option(t.int(), "A number.", { was: "ok" })'),
    place: "traits.ts:5",
    reason: /`was` names the trait "ok" of today/,
  },
  {
    says: "an earlier name that is not snake_case",
    file: "traits.ts",
    text: traits('size: option(t.int(), "A number.", { was: "Size" })'),
    place: "traits.ts:5",
    reason: /expected `was` to be a snake_case name; found "Size"/,
  },
  {
    says: "a trait that is not snake_case",
    file: "traits.ts",
    text: traits('barColor: option(t.int(), "A number.")'),
    place: "traits.ts:5",
    reason: /snake_case/,
  },
  {
    says: "a default that does not fit",
    file: "traits.ts",
    text: traits('bins: option(t.int({ min: 1 }), "A number.", { default: 0 })'),
    place: "traits.ts:5",
    reason: /found 0, expected a whole number/,
  },
  {
    says: "a time without a zone",
    file: "traits.ts",
    text: traits('at: option(t.datetime(), "A time.", { default: "2024-01-01T00:00" })'),
    place: "traits.ts:5",
    reason: /has no time zone/,
  },
  {
    says: "a version that is none",
    file: "item.ts",
    text: item({ version: "one" }),
    place: "item.ts:2",
    reason: /version: expected a version such as 0\.1\.0/,
  },
  {
    says: "a summary of two lines",
    file: "item.ts",
    text: item({ summary: "a\nb" }),
    place: "item.ts:4",
    reason: /summary: expected one line/,
  },
  {
    says: "an example of an unknown trait",
    file: "item.ts",
    text: item({ example: { arguments: { nope: "1" }, reader: "x" } }),
    place: "item.ts:9",
    reason: /"nope", which is no trait\. Traits: ok, more\./,
  },
  {
    says: "methods.py with a function beside the class",
    file: "methods.py",
    text: methods("def f() -> None: ...\n\n\nclass Methods(_anywidget.AnyWidget):\n    x_y = 1"),
    place: "methods.py:4",
    reason: /Move this into the class/,
  },
  {
    says: "methods.py with a public import",
    file: "methods.py",
    text: "import json\n\n\nclass Methods:\n    a = json",
    place: "methods.py:1",
    reason: /import json as _json/,
  },
  {
    says: "methods.py with a future import",
    file: "methods.py",
    text: "from __future__ import annotations\n\n\nclass Methods:\n    a = 1",
    place: "methods.py:1",
    reason: /cannot carry `from __future__`/,
  },
  {
    says: "methods.py without the class",
    file: "methods.py",
    text: "import json as _json\n",
    place: "methods.py:1",
    reason: /found no `class Methods`/,
  },
  {
    says: "methods.py that is no Python",
    file: "methods.py",
    text: "class Methods:\n    def (",
    place: "methods.py:2",
    reason: /Python cannot read it/,
  },
  {
    says: "a method that hides a trait",
    file: "methods.py",
    text: methods("class Methods(_anywidget.AnyWidget):\n    def ok(self) -> int:\n        return 1"),
    place: "methods.py:5",
    reason: /"ok" would hide the trait/,
  },
  {
    says: "a method that hides an attribute",
    file: "methods.py",
    text: methods("class Methods(_anywidget.AnyWidget):\n    def keys(self) -> int:\n        return 1"),
    place: "methods.py:5",
    reason: /"keys" would hide an attribute of anywidget\.AnyWidget/,
  },
  {
    says: "a method that hides the front end",
    file: "methods.py",
    text: methods("class Methods(_anywidget.AnyWidget):\n    _esm = 1"),
    place: "methods.py:5",
    reason: /"_esm" would hide/,
  },
];

const clone = new Clone();
const built = new Map<string, Built>();

before(async () => {
  const folders = CASES.map((each, index) => {
    const folder = `widgets/case-${index}`;
    const files = {
      "traits.ts": traits('more: option(t.int(), "A number.")'),
      "item.ts": item({}),
      "index.ts": front(""),
      "a.css": "a{}",
    };
    for (const [file, text] of Object.entries({ ...files, [each.file]: each.text }))
      clone.write(`${folder}/${file}`, text);
    return folder;
  });
  folders.push(await clone.addFixture("tiny"));
  for (const each of await buildAll(folders, clone.root)) built.set(each.name, each);
});

after(() => clone.remove());

for (const [index, { says, place, reason }] of CASES.entries()) {
  test(`${says} is named with its file, its line and the reason`, () => {
    const found = built.get(`case-${index}`);
    assert.ok(found && "problem" in found, `${says} was built`);
    const prefix = `widgets/case-${index}/${place}`;
    assert.ok(found.problem.message.startsWith(prefix), `${found.problem.message} starts with ${prefix}`);
    assert.match(found.problem.reason, reason);
  });
}

test("widgets that fail do not keep others from being built", () => {
  const tiny = built.get("tiny");
  assert.ok(tiny && "item" in tiny);
});
