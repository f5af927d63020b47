import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import * as fc from "fast-check";
import { pythonSource } from "../../scripts/build/python/class.ts";
import { type Json, type Trait, type TypeSpec, naturalDefault, problem } from "../../widgets/kit/traits.ts";
import { pythonOf } from "./python.ts";

const folder = mkdtempSync(join(tmpdir(), "inlay-layout-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const HOSTILE = [
  '"',
  "'",
  "\\",
  '"""',
  "'''",
  "\n",
  "\t",
  "\r",
  "\0",
  "\x85",
  "\xa0",
  "\u2028",
  "\u200b",
  "\u202e",
  "{x}",
  "%s",
];
const text = fc.oneof(
  fc
    .array(fc.constantFrom(...HOSTILE, "word ", "é", "日本", "😀", "#", "`a`", "-"), { maxLength: 12 })
    .map((parts) => parts.join("")),
  fc.lorem({ maxCount: 20 }),
);
const name = fc.stringMatching(/^[a-z]{1,9}(_[a-z0-9]{1,9}){0,2}$/).filter((each) => each.length > 3);
const limit = fc.oneof(fc.integer({ min: -1e6, max: 0 }), fc.constantFrom(-0.5, -1e-7, -1e21));

const type: fc.Arbitrary<TypeSpec> = fc.letrec<{ type: TypeSpec }>((tie) => ({
  type: fc
    .tuple(
      fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom<TypeSpec>(
          { kind: "bool" },
          { kind: "string" },
          { kind: "datetime" },
          { kind: "bytes" },
          { kind: "json" },
          { kind: "table" },
        ),
        limit.map((min): TypeSpec => ({ kind: "float", min, max: 1e21 })),
        fc.integer({ min: -99, max: 0 }).map((min): TypeSpec => ({ kind: "int", min, max: 12_345_678 })),
        fc.uniqueArray(text, { minLength: 1, maxLength: 6 }).map((values): TypeSpec => ({ kind: "enum", values })),
        fc.constantFrom<TypeSpec>(
          { kind: "array", dtype: "float32", shape: [null] },
          { kind: "array", dtype: "int16", shape: [null, 3, 4] },
        ),
        fc.array(tie("type"), { minLength: 1, maxLength: 5 }).map((items): TypeSpec => ({ kind: "tuple", items })),
        tie("type").map((items): TypeSpec => ({ kind: "list", items, maxLength: 1000 })),
        tie("type").map((values): TypeSpec => ({ kind: "dict", values })),
        fc
          .dictionary(text, tie("type"), { maxKeys: 4, minKeys: 1 })
          .map((fields): TypeSpec => ({ kind: "dict", fields })),
      ),
      fc.boolean(),
    )
    .map(([base, nullable]): TypeSpec => (nullable ? { ...base, nullable: true } : base)),
})).type;

/** A value of a type: often the natural one, else one with some body. */
function valueOf(spec: TypeSpec): fc.Arbitrary<Json> {
  switch (spec.kind) {
    case "string":
      return text.map((each) => each.replaceAll(/\p{Surrogate}/gu, ""));
    case "json":
      return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
    case "enum":
      return fc.constantFrom(...spec.values);
    case "list":
      return fc.array(valueOf(spec.items), { maxLength: 4 });
    case "tuple":
      return fc.tuple(...spec.items.map(valueOf));
    case "dict":
      if (spec.fields)
        return fc.record(Object.fromEntries(Object.entries(spec.fields).map(([key, field]) => [key, valueOf(field)])));
      return spec.values ? fc.dictionary(text, valueOf(spec.values), { maxKeys: 3 }) : fc.constant({});
    case "bytes":
      return fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("base64"));
    case "array":
      return fc.array(fc.integer({ min: -9, max: 999 }), { minLength: 12, maxLength: 12 });
    default:
      return fc.constant(naturalDefault(spec));
  }
}

const trait: fc.Arbitrary<Trait> = fc
  .tuple(type, text, fc.constantFrom("value", "data", "option"))
  .chain(([spec, doc, role]) =>
    valueOf(spec).map(
      (json) =>
        ({
          type: spec,
          role,
          doc: `${doc}.`,
          default: problem(spec, json) === undefined ? json : naturalDefault(spec),
        }) as Trait,
    ),
  );

const parts = fc.record({
  className: fc.constantFrom("A", "QuiteALongNameForAWidget"),
  summary: text.map((each) => `${each}.`),
  traits: fc.dictionary(name, trait, { maxKeys: 6 }),
  esm: text.map((each) => `${each}\n`),
});

function python(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(pythonOf(), args, { encoding: "utf8", cwd: folder, maxBuffer: 1 << 28 });
  return status === 0 ? "" : `${stdout.slice(0, 4000)}${stderr.slice(-2000)}`;
}

test("any schema, with whatever text, becomes a module as ruff leaves it, which Python runs", () => {
  for (const [index, each] of fc.sample(parts, 300).entries()) {
    writeFileSync(join(folder, `cell${index}.py`), pythonSource(each));
  }
  assert.equal(python("-m", "ruff", "format", "--isolated", "--line-length", "100", "--diff", "."), "");
  assert.equal(
    python("-m", "ruff", "check", "--isolated", "--line-length", "100", "--select", "E4,E7,E9,F,I", "."),
    "",
  );
  const run =
    "import glob, runpy\nfor path in sorted(glob.glob('cell*.py')):\n    made = runpy.run_path(path)\n    (made.get('A') or made['QuiteALongNameForAWidget'])().get_state()\n";
  assert.equal(python("-W", "error::SyntaxWarning", "-c", run), "");
});
