import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assert as check, property, string } from "fast-check";
import { checkItem } from "../../scripts/build/check/item.ts";
import { sizesOf } from "../../scripts/build/item.ts";
import { buildPlain } from "../../scripts/build/plain/plain.ts";
import { readTrait } from "../../scripts/build/plain/trait-text.ts";

let root: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), "inlay-plain-"));
});
after(() => rm(root, { recursive: true, force: true }));

/** Builds the first of these files, in a folder of their own. */
async function built(files: Readonly<Record<string, string>>, ...traits: readonly string[]) {
  const folder = await mkdtemp(join(root, "a-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const [first = ""] = Object.keys(files);
  const plain = await buildPlain(join(folder, first), folder, traits.map(readTrait));
  return { ...plain, item: plain.item("0123456789abcdef") };
}

const RENDER = "export default { render() {} };";

describe("a plain front end", () => {
  it("is taken in each form that anywidget knows", async () => {
    for (const text of [
      RENDER,
      "export default { initialize() {} };",
      "export default () => ({ render() {} });",
      "export default async () => ({ initialize() {}, render() {} });",
      "export function render() {}",
      "export const initialize = () => {}; export const render = () => {};",
      "const render = () => {}; export { render }; export const other = 1;",
      "export * from './inner.js';",
    ]) {
      const { item } = await built({ "thing.js": text, "inner.js": "export function render() {}" });
      assert.deepEqual(checkItem(item), [], text);
      assert.match(item.cells.definition, /export\{\w+ as default\};\n"""$/);
    }
    for (const [text, found] of [
      ["export const draw = 1;", /exports draw; an anywidget front end has/],
      ["1;", /exports nothing/],
    ] as const) {
      await assert.rejects(built({ "thing.js": text }), { message: new RegExp(`^thing.js: it ${found.source}`) });
    }
  });

  it("is named after its file, or after its folder", async () => {
    for (const [file, name, className] of [
      ["MyThing.ts", "my-thing", "MyThing"],
      ["range_slider2.js", "range-slider2", "RangeSlider2"],
      ["3d.view.mjs", "d-view", "DView"],
      ["dial/index.jsx", "dial", "Dial"],
    ] as const) {
      const { item } = await built({ [file]: RENDER });
      assert.deepEqual([item.name, item.className, item.version], [name, className, "0.0.0"]);
    }
    await assert.rejects(built({ "3.js": RENDER }), /named after its file/);
    const told = { version: "1.2.3", description: "Shows\n  a thing." };
    const { item } = await built({ "thing.js": RENDER, "package.json": JSON.stringify(told) });
    assert.deepEqual([item.version, item.summary], ["1.2.3", "Shows a thing."]);
    const odd = await built({ "thing.js": RENDER, "package.json": '{"version": "next", "description": 3}' });
    assert.equal(odd.item.version, "0.0.0");
  });

  it("has values where it sets them, and data where it reads alone", async () => {
    const text = `// model.get("ghost"), model.set("ghost")
      import { helper } from "./helper.ts";
      export default { render({ model }) {
        model.get('seen'); this.model.set(\`done\`, 1); props.model?.get("mode"); helper(model); model.get("_css");
        new Map().get("other"); model.get(\`x\${1}\`);
      } };`;
    const helper = `export const helper = (m: any, myModel: any = m) => myModel.set<string>("deep", 1);`;
    const traits = ["seen:int", "done:bool", "mode/option:enum(a,b)=b", "deep:string"];
    const { item } = await built({ "thing.ts": `const props: any = {};\n${text}`, "helper.ts": helper }, ...traits);
    assert.deepEqual(
      item.traits.map(({ name, role, send }) => [name, role, send]),
      [
        ["seen", "data", undefined],
        ["done", "value", "settle"],
        ["mode", "option", undefined],
        ["deep", "value", "settle"],
      ],
    );
    assert.equal(item.example.reader, "({get_done}(), {get_deep}())");
    await assert.rejects(built({ "thing.js": text, "helper.ts": helper }, "seen:int"), (error: Error) => {
      assert.match(error.message, /the traits deep, done, mode of its model/);
      assert.match(error.message, /--trait deep:json --trait done:json --trait mode:json/);
      return true;
    });
  });

  it("warns of traits that it says nothing of, in one line each, as of what esbuild finds", async () => {
    const text = 'export default { render({ model }) { model.get("count"); use(["label"]); } }; const use = (x) => x;';
    const files = { "thing.js": text, "thing.css": 'a { color: red } @import "./b.css";', "b.css": "" };
    const { warnings } = await built(files, "count:int", "lable:int", "label:string");
    assert.deepEqual(warnings, [
      'thing.css:1:18: All "@import" rules must come first',
      "thing.js says nothing of the trait lable: is it misspelt?",
    ]);
    await assert.rejects(built(files, "cuont:int"), /the trait "count"[^]*It does not use cuont: is that another/);
  });

  it("is refused where a notebook would carry megabytes", async () => {
    const text = `export default { render() { console.log("${"x".repeat(5 << 20)}"); } };`;
    await assert.rejects(built({ "thing.js": text }), /^BuildProblem: thing\.js: its front end has 5\.\d MiB/);
  });

  it("has a schema beside it, as TypeScript or as JSON", async () => {
    const kit = 'import { defineTraits, option, t, value } from "inlay/kit"; export const traits = defineTraits(';
    const schema = `${kit}{ n: value(t.int({ max: 9 }), "How many.", { send: "live" }), c: option(t.string(), "Which.") });`;
    for (const file of ["thing.traits.ts", "traits.ts"]) {
      const { item } = await built({ "thing.js": RENDER, [file]: schema }, "more:float=1.5");
      assert.deepEqual(
        item.traits.map(({ name, role, send, default: initial }) => [name, role, send, initial]),
        [
          ["n", "value", "live", 0],
          ["c", "option", undefined, ""],
          ["more", "data", undefined, 1.5],
        ],
      );
    }
    const json = JSON.stringify([
      { name: "n", type: { kind: "int" } },
      { name: "c", type: { kind: "string" }, role: "option", doc: "Which." },
    ]);
    const { item } = await built({
      "thing.js": 'export default { render({ model }) { model.set("n", 1); } };',
      "thing.traits.json": json,
    });
    assert.deepEqual(
      item.traits.map(({ name, role }) => [name, role]),
      [
        ["n", "value"],
        ["c", "option"],
      ],
    );
    await assert.rejects(
      built({ "thing.js": RENDER, "traits.ts": schema }, "n:int"),
      /--trait n: it is there already, in traits.ts/,
    );
  });

  it("says what is wrong in a schema, with its line", async () => {
    const bad = (text: string, file = "thing.traits.ts") => built({ "thing.js": RENDER, [file]: text });
    const kit = 'import { defineTraits, t, value } from "inlay/kit";\n';
    await assert.rejects(
      bad(`${kit}export const traits = defineTraits({\n  comm: value(t.int(), "x"),\n});`),
      /^BuildProblem: thing.traits.ts:3: the trait "comm" would hide/,
    );
    await assert.rejects(
      bad(`${kit}export const traits = defineTraits({\n  a: value(t.int(), ""),\n});`),
      /thing.traits.ts:3: Trait "a": expected a doc line/,
    );
    await assert.rejects(bad(kit), /exports no traits/);
    await assert.rejects(bad("{", "thing.traits.json"), /it is no JSON/);
    await assert.rejects(bad('{"n": 1}', "thing.traits.json"), /Expected a list of traits/);
    await assert.rejects(bad('[{"name": "__class__", "type": {"kind": "int"}}]', "thing.traits.json"), /0.name/);
    await assert.rejects(built({ "thing.js": RENDER }, "fillColor:string"), /"fillColor" is not snake_case/);
    await assert.rejects(built({ "thing.js": RENDER }, "lambda:string"), /keyword/);
  });

  it("carries its styles and its images, and loads nothing", async () => {
    const { source } = await built({
      "thing.js": 'import "pretty/style.css"; export default { render() {} };',
      "thing.css": '.a { background: url("./dot.svg"); content: "é\\"\\"\\""; }',
      "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
      "node_modules/pretty/style.css": ".pretty { color: red; }",
    });
    const css = /_css = """([\s\S]*?)\n"""/.exec(source)?.[1] ?? "";
    assert.match(css, /\.pretty\{color:red\}\.a\{background:url\(["']?data:image\/svg/);
    const files = (css: string, js = RENDER) => built({ "thing.js": js, "thing.css": css });
    await assert.rejects(
      files(".a { background: url(https://x.example/a.png); }"),
      /thing.css:1:\d+: url\(https:\/\/x.example\/a.png\) would be loaded/,
    );
    await assert.rejects(files('@import "https://x.example/a.css";'), /is a URL/);
    await assert.rejects(
      files("", 'import "https://esm.sh/d3"; export default { render() {} };'),
      /"https:\/\/esm.sh\/d3" is a URL/,
    );
    await assert.rejects(files("", 'import d3 from "d3-nowhere"; export default { render: d3 };'), /npm i d3-nowhere/);
    await assert.rejects(files("", "export default { render( };"), /thing.js:1:\d+: /);
  });

  it("takes JSX as the nearest tsconfig.json says", async () => {
    const text = 'export default { render({ el }) { el.append(<b title="x">hi</b>); } };';
    const h = "export const jsx = (tag, props) => document.createElement(tag); export const jsxs = jsx;";
    const { source } = await built({
      "thing.tsx": text,
      "tsconfig.json": '{"compilerOptions": {"jsx": "react-jsx", "jsxImportSource": "tiny"}}',
      "node_modules/tiny/jsx-runtime.js": h,
    });
    assert.match(source, /createElement/);
    assert.doesNotMatch(source, /React/);
  });

  it("is built to the same bytes from anywhere", async () => {
    const files = {
      "thing.ts": 'export default { render({ model }: any) { model.set("n", "é"); } };',
      "thing.css": ".a{}",
    };
    const [one, other] = await Promise.all([built(files, "n:string"), built(files, "n:string")]);
    assert.equal(one.source, other.source);
    assert.deepEqual(sizesOf(one.source), sizesOf(other.source));
    assert.deepEqual(
      one.files.map((file) => file.split("/").at(-1)),
      ["thing.ts", "thing.css"],
    );
  });
});

describe("a trait in words", () => {
  it("has each type of the kit, a default, and a role", () => {
    for (const [text, type, initial] of [
      ["a:int=3", { kind: "int" }, 3],
      ["a:int(0,10)", { kind: "int", min: 0, max: 10 }, 0],
      ["a:float(,1.5)?", { kind: "float", max: 1.5, nullable: true }, null],
      ["a:string(5)=80", { kind: "string", maxLength: 5 }, "80"],
      ['a:enum(x, y)="y"', { kind: "enum", values: ["x", "y"] }, "y"],
      [
        "a:list[list[int?]]=[[1,null]]",
        { kind: "list", items: { kind: "list", items: { kind: "int", nullable: true } } },
        [[1, null]],
      ],
      ["a:dict[float]", { kind: "dict", values: { kind: "float" } }, {}],
      ["a:tuple(int,string)", { kind: "tuple", items: [{ kind: "int" }, { kind: "string" }] }, [0, ""]],
      ["a:record(x:float)", { kind: "dict", fields: { x: { kind: "float" } } }, { x: 0 }],
      ["a:array(uint8)", { kind: "array", dtype: "uint8", shape: [null] }, []],
      ["a:array(float32,n,2)=[1,2]", { kind: "array", dtype: "float32", shape: [null, 2] }, [1, 2]],
      ["a:datetime=2024-01-01T00:00:00Z", { kind: "datetime" }, "2024-01-01T00:00:00Z"],
      ['a:json={"x": "="}', { kind: "json" }, { x: "=" }],
      ["a:table", { kind: "table" }, ""],
    ] as const) {
      const { type: found, default: value } = readTrait(text);
      assert.deepEqual([found, value], [type, initial], text);
    }
    assert.equal(readTrait("a/data:int").role, "data");
  });

  it("is refused with what was expected, whatever it says", () => {
    for (const [text, found] of [
      ["a", /expected NAME/],
      ["a:", /expected a type/],
      ["a:integer", /expected a type: bool, int/],
      ["a:int=x", /expected a whole number/],
      ["a:int(1)", /expected \(min,max\)/],
      ["a/role:int", /expected value, data or option/],
      ["a:list", /in brackets/],
      ["a:array(float16)", /float32/],
      ["a:int extra", /the end, or =DEFAULT/],
      [`a:${"list[".repeat(10_000)}`, /fewer types/],
    ] as const) {
      assert.throws(() => readTrait(text), found);
    }
    check(
      property(string(), (text) => {
        try {
          readTrait(`a:${text}`);
        } catch (error) {
          return error instanceof TypeError && /found[\s\S]*expected|does not fit/.test(error.message);
        }
        return true;
      }),
    );
  });
});
