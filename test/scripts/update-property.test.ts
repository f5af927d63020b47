import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { discoverWidgets } from "../../scripts/build/build.ts";
import { readRelease } from "../../scripts/build/releases.ts";
import { decide } from "../../scripts/registry/decide.ts";
import { readDefinition, writeDefinition } from "../../scripts/registry/definition.ts";
import { merge } from "../../scripts/registry/merge.ts";
import { askPython, root } from "./python.ts";

const released = new Map<string, RegistryItem>();
for (const folder of discoverWidgets()) {
  const name = folder.split("/").at(-1) ?? "";
  const item = await readRelease(name, "0.1.0", root);
  if (item) released.set(name, item);
}
const names = [...released.keys()];

/** A place in a text, as a part of the whole: anywhere, where fast-check would rather try the ends. */
const place = fc.noBias(fc.double({ min: 0, max: 0.999, noNaN: true }));

/** An edit at some place of a text, as a person may make it. */
interface Edit {
  readonly kind: "insert" | "delete" | "replace";
  readonly at: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("insert", "delete", "replace"),
  at: place,
  text: fc.string({ maxLength: 12 }),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

function editLines(lines: readonly string[], made: readonly Edit[], mark: string): readonly string[] {
  const after = [...lines];
  for (const [index, { kind, at, text }] of made.entries()) {
    const place = Math.floor(at * after.length);
    const line = `${mark} ${index} ${text.replaceAll("\0", "")}`;
    if (kind === "insert") after.splice(place, 0, line);
    else if (kind === "delete") after.splice(place, 1);
    else after[place] = line;
  }
  return after;
}

test("whatever a person writes into a cell is in the merge, or shown in a conflict", () => {
  const lines = fc.array(fc.constantFrom("", "a", "b", "    x = 1", "    _esm = \0"), { minLength: 1, maxLength: 25 });
  let [merged, torn] = [0, 0];
  fc.assert(
    fc.property(lines, edits, edits, (original, here, there) => {
      const code = (each: readonly string[]) =>
        each.join("\n").replace("\0", '"""one\ntwo"""').replaceAll("\0", "None");
      const [base, yours, theirs] = [
        original,
        editLines(original, here, "mine"),
        editLines(original, there, "new"),
      ].map(code);
      const result = merge({ yours: yours ?? "", base: base ?? "", theirs: theirs ?? "" });
      const shown = "code" in result ? result.code.split("\n") : result.conflicts.flatMap((each) => each.yours.lines);
      const own = (yours ?? "").split("\n").filter((line) => line.startsWith("mine"));
      if ("code" in result) {
        merged += 1;
        for (const line of own) assert.ok(shown.includes(line), `${line} is not in the merge`);
        const news = (theirs ?? "").split("\n").filter((line) => line.startsWith("new"));
        for (const line of news) assert.ok(shown.includes(line), `${line} of upstream is not in the merge`);
      } else {
        torn += 1;
        assert.ok(result.conflicts.length > 0);
        for (const { yours: block } of result.conflicts) {
          const at = (yours ?? "").split("\n").slice(block.line - 1, block.line - 1 + block.lines.length);
          if (!block.lines.some((line) => line.includes("…")))
            assert.deepEqual(block.lines, at, "lines are where they are said to be");
        }
      }
    }),
    { numRuns: 1000 },
  );
  assert.ok(merged > 100 && torn > 100, `${merged} merged, ${torn} in conflict`);
});

test("a merge with one side unchanged is the other side", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), edits, (name, made) => {
      const base = released.get(name)?.cells.definition ?? "";
      const parts = readDefinition(base);
      const other = writeDefinition({ ...parts, lines: editLines(parts.lines, made, "# mine") });
      assert.deepEqual(merge({ yours: other, base, theirs: base }), { code: other });
      assert.deepEqual(merge({ yours: base, base, theirs: other }), { code: other });
      assert.deepEqual(merge({ yours: other, base, theirs: other }), { code: other });
    }),
    { numRuns: 60 },
  );
});

/** Edits after which a class is still Python: what is put in, taken out or changed are whole statements. */
type PythonEdit = (lines: string[], at: number, mark: string) => void;

const CLASS_LEVEL = /^ {4}(?:def |@|[a-z_]+ = )/;
const PYTHON_EDITS: readonly PythonEdit[] = [
  (lines, at, mark) => insertBefore(lines, at, CLASS_LEVEL, [`    ${mark} = 1`], (line) => !/^ {4}@/.test(line)),
  (lines, at, mark) => insertBefore(lines, at, CLASS_LEVEL, [`    # ${mark}`]),
  (lines, at, mark) => insertBefore(lines, at, /^class /, [`${mark} = 1`, "", ""]),
  (lines, at, mark) => insertBefore(lines, at, /^ {8}return /, [`        ${mark} = 1  # ${mark}`]),
  (lines, at, mark) => {
    const place = nearest(lines, at, /^ {4}[a-z]\w* = \w+\(.*\)\.tag\(sync=True\)$/);
    if (place !== undefined) lines[place] = `${lines[place]}  # ${mark}`;
  },
  (lines, at, mark) => {
    const place = nearest(lines, at, /^ {4,}#|^ {4}"""\w/);
    if (place !== undefined) lines[place] = lines[place]?.replace(/(#|""")\s*/, `$1 ${mark} `) ?? "";
  },
  (lines, at) => {
    const place = nearest(lines, at, /^ {4}def /);
    if (place === undefined || /^ {4}@/.test(lines[place - 1] ?? "")) return;
    let end = place + 1;
    while (end < lines.length && !/^ {0,4}[^\s)]/.test(lines[end] ?? "")) end += 1;
    lines.splice(place, end - place, "    pass", ""); // A class may have had nothing else.
  },
];

function nearest(lines: readonly string[], at: number, pattern: RegExp): number | undefined {
  const places = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  return places[Math.floor(at * places.length)];
}

function insertBefore(
  lines: string[],
  at: number,
  pattern: RegExp,
  added: readonly string[],
  fits: (line: string) => boolean = () => true,
): void {
  const place = nearest(lines, at, pattern);
  if (place !== undefined && fits(lines[place - 1] ?? "")) lines.splice(place, 0, ...added);
}

const pythonEdits = fc.array(fc.tuple(fc.nat(PYTHON_EDITS.length - 1), place), { minLength: 1, maxLength: 2 });

function editCell(code: string, made: readonly (readonly [number, number])[], mark: string, esm?: string): string {
  const parts = readDefinition(code);
  const lines = [...parts.lines];
  for (const [index, [kind, at]] of made.entries()) PYTHON_EDITS[kind]?.(lines, at, `${mark}_${index}`);
  return writeDefinition({ ...parts, lines, esm: esm ?? parts.esm });
}

test("an edited cell of the kit is merged with a later version into Python that has both, or left as it is", () => {
  const merges: string[] = [];
  const sides: string[] = [];
  let conflicts = 0;
  fc.assert(
    fc.property(fc.constantFrom(...names), pythonEdits, pythonEdits, (name, here, there) => {
      const base = released.get(name) as RegistryItem;
      const yours = editCell(base.cells.definition, here, "mine");
      const marker = { name, version: "0.1.0", fingerprint: base.fingerprint };
      const fingerprint = "f".repeat(16);
      const theirs = editCell(base.cells.definition, there, "new", '"""export default {}"""').replace(
        /^.*\n/,
        `# inlay: ${name} 0.2.0 ${fingerprint}\n`,
      );
      const upstream = { ...base, version: "0.2.0", fingerprint, cells: { definition: theirs } };
      const decision = decide({ marker, edited: true, yours, base, upstream });
      const own = yours.match(/\bmine_\d\b/g) ?? [];
      sides.push(yours, theirs);
      if (decision.kind === "merge") {
        merges.push(decision.code);
        assert.deepEqual((decision.code.match(/\bmine_\d\b/g) ?? []).toSorted(), own.toSorted());
        assert.deepEqual(decision.code.match(/\bnew_\d\b/g)?.toSorted(), theirs.match(/\bnew_\d\b/g)?.toSorted());
        assert.ok(decision.code.startsWith(`# inlay: ${name} 0.2.0 `) && decision.code.includes("export default {}"));
      } else {
        assert.equal(decision.kind, "conflict");
        conflicts += 1;
      }
      const given = decide({ marker, edited: true, yours, base, upstream }, true);
      assert.ok(given.kind === "take" && own.every((word) => given.lost.some((line) => line.includes(word))));
    }),
    { numRuns: 200 },
  );
  assert.ok(merges.length > 100 && conflicts > 5, `${merges.length} merges, ${conflicts} conflicts`);
  const parse = "import ast, json, sys\nprint(json.dumps([bool(ast.parse(each)) for each in json.load(sys.stdin)]))";
  assert.equal((askPython(["-c", parse], sides) as unknown[]).length, sides.length, "the test's own edits are Python");
  assert.equal((askPython(["-c", parse], merges) as unknown[]).length, merges.length);
});
