import assert from "node:assert/strict";
import { test } from "node:test";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { decide, type Facts } from "../../scripts/registry/decide.ts";
import { comments, readDefinition, writeDefinition } from "../../scripts/registry/definition.ts";
import { merge, ownLines } from "../../scripts/registry/merge.ts";
import { stateOf } from "../../scripts/registry/state.ts";
import { compareVersions } from "../../scripts/registry/version.ts";

const ESM = "export default {\n  render() { return 'it\\\\'s'; } // \\\"\"\"\n}";
const BODY = [
  "class Dial(_anywidget.AnyWidget):",
  '    """A dial."""',
  "",
  "    value = _Int(0)",
  "    low = _Int(0)",
  "",
];

function cell(version = "0.1.0", lines: readonly string[] = BODY, esm = ESM): string {
  return [`# inlay: dial ${version} ${print(version)}`, ...lines, `    _esm = """${esm}"""`].join("\n");
}

const print = (version: string) => version.replaceAll(".", "").padStart(16, "0");

const replaced = (from: string, ...to: string[]) => BODY.flatMap((line) => (line === from ? to : [line]));
const PINK = replaced("    low = _Int(0)", "    low = _Int(0)", '    tint = _Text("pink")');
const DOC = replaced('    """A dial."""', '    """A dial of mine."""');

function facts(yours: string, parts: Partial<Facts> = {}): Facts {
  const item = (definition: string, version: string) =>
    ({ name: "dial", version, fingerprint: print(version), cells: { definition } }) as RegistryItem;
  return {
    marker: { name: "dial", version: "0.1.0", fingerprint: print("0.1.0") },
    edited: true,
    yours,
    base: item(cell(), "0.1.0"),
    upstream: item(cell("0.2.0", PINK), "0.2.0"),
    ...parts,
  };
}

test("a definition cell comes apart into marker, lines and front end, and together again", () => {
  for (const code of [cell(), `${cell()}\n\nx = 1  # after`, "x = 1", cell().split("\n").slice(1).join("\n")]) {
    assert.equal(writeDefinition(readDefinition(code)), code);
  }
  const { lines, numbers, esm } = readDefinition(`${cell()}\nx = 1`);
  assert.equal(esm, `"""${ESM}"""`);
  assert.deepEqual([lines.at(-2), lines.at(-1)], ["    _esm = \0", "x = 1"]);
  assert.deepEqual([numbers[0], numbers.at(-2), numbers.at(-1)], [2, 8, 11]);
});

test("the front end is found after a formatter, and a text that looks like it is not taken for it", () => {
  const wrapped =
    'class A:\n    """\n    _esm = \'\'\'no\'\'\'\n    """\n\n    _esm: str = (\n        r"""yes"""\n    )';
  assert.equal(readDefinition(wrapped).esm, 'r"""yes"""');
  assert.equal(readDefinition("class A:\n    _esm = PATH").esm, undefined);
});

test("comments are told from strings that hold a #", () => {
  const code = cell(
    "0.1.0",
    ["# one", "x = \"#no\" + '''#no\n#no''' + \"\\\"#no\"  # two", "y = f'{x}#no'"],
    "// # no",
  );
  assert.deepEqual(comments(code), ["# one", "# two"]);
});

test("changes that do not touch are merged, under the new marker", () => {
  const merged = merge({ yours: cell("0.1.0", DOC), base: cell(), theirs: cell("0.2.0", PINK, "new") });
  const both = PINK.map((line) => (line === '    """A dial."""' ? '    """A dial of mine."""' : line));
  assert.deepEqual(merged, { code: cell("0.2.0", both, "new") });
});

test("changes that touch are shown from all three sides, with their lines", () => {
  const yours = cell("0.1.0", replaced("    low = _Int(0)", "    low = _Int(7)"));
  const theirs = cell("0.2.0", replaced("    low = _Int(0)", "    low = _Int(1)", "    high = _Int(9)"));
  assert.deepEqual(merge({ yours, base: cell(), theirs }), {
    conflicts: [
      {
        yours: { line: 6, lines: ["    low = _Int(7)"] },
        base: { line: 6, lines: ["    low = _Int(0)"] },
        theirs: { line: 6, lines: ["    low = _Int(1)", "    high = _Int(9)"] },
      },
    ],
  });
});

test("an edited front end stays while upstream keeps its own, and is a conflict where both changed it", () => {
  const yours = cell("0.1.0", BODY, ESM.replace("render", "draw"));
  assert.deepEqual(merge({ yours, base: cell(), theirs: cell("0.2.0", PINK) }), {
    code: cell("0.2.0", PINK, ESM.replace("render", "draw")),
  });
  const merged = merge({ yours, base: cell(), theirs: cell("0.2.0", BODY, "new") });
  assert.ok("conflicts" in merged);
  assert.deepEqual(merged.conflicts[0]?.yours, { line: 9, lines: [ESM.split("\n")[1]?.replace("render", "draw")] });
  const gone = merge({
    yours: cell().replace(`"""${ESM}"""`, "PATH"),
    base: cell(),
    theirs: cell("0.2.0", BODY, "new"),
  });
  assert.ok("conflicts" in gone);
  assert.deepEqual(gone.conflicts[0]?.yours.lines, ["    _esm = PATH"]);
});

test("own lines are those that neither the base nor upstream has", () => {
  const yours = cell("0.1.0", [...DOC, "    mine = 1", '    tint = _Text("pink")']);
  const theirs = cell("0.2.0", PINK);
  assert.deepEqual(ownLines({ yours, base: cell(), theirs }), ['    """A dial of mine."""', "    mine = 1"]);
});

test("the five states", () => {
  const standing = (edited: boolean, upstream = facts("").upstream) => stateOf({ ...facts(""), edited, upstream });
  const same = { ...facts("").upstream, version: "0.1.0", fingerprint: print("0.1.0") } as RegistryItem;
  assert.equal(standing(false, same), "unchanged");
  assert.equal(standing(true, same), "edited");
  assert.equal(standing(false), "newer");
  assert.equal(standing(true), "both");
  assert.equal(stateOf({ ...facts(""), upstream: undefined }), "unknown");
  assert.equal(standing(false, { ...same, fingerprint: "f".repeat(16) }), "newer", "another build of the same version");
  assert.equal(standing(false, { ...same, version: "0.0.9", fingerprint: "f".repeat(16) }), "unchanged");
});

test("an unedited cell takes what is new, however a formatter laid it out", () => {
  const yours = cell().replace("_Int(0)", "_Int(\n        0,\n    )");
  assert.deepEqual(decide(facts(yours, { edited: false })), { kind: "take", code: cell("0.2.0", PINK), lost: [] });
});

test("a comment is a person's own too, though a fingerprint passes over it", () => {
  const yours = cell("0.1.0", replaced("    value = _Int(0)", "    # mine", "    value = _Int(0)"));
  const decision = decide(facts(yours, { edited: false }));
  assert.ok(decision.kind === "merge" && decision.code.includes("    # mine\n") && decision.code.includes("pink"));
  assert.equal(decide(facts(yours, { edited: false, base: undefined })).kind, "left");
});

test("what was edited here is merged, left alone, or given up where that is asked for", () => {
  const yours = cell("0.1.0", DOC);
  assert.equal(decide(facts(yours)).kind, "merge");
  assert.deepEqual(decide(facts(yours), true), {
    kind: "take",
    code: cell("0.2.0", PINK),
    lost: ['    """A dial of mine."""'],
  });
  const left = decide(facts(yours, { base: undefined }));
  assert.ok(
    left.kind === "left" && /installed with \(0\.1\.0 0{13}010\) is not known/.test(left.reason),
    JSON.stringify(left),
  );
  assert.equal(decide(facts(cell("0.1.0", replaced("    low = _Int(0)", "    low = 5")))).kind, "conflict");
});

test("nothing newer is no update, unless the edits are to go; what is newer than here stays", () => {
  const now = { marker: { name: "dial", version: "0.2.0", fingerprint: print("0.2.0") } };
  assert.equal(decide(facts(cell("0.2.0", DOC), now)).kind, "current");
  assert.equal(decide(facts(cell("0.2.0", DOC), now), true).kind, "take");
  const later = { marker: { name: "dial", version: "0.3.0", fingerprint: print("0.3.0") }, edited: false };
  const left = decide(facts(cell("0.3.0"), later));
  assert.ok(left.kind === "left" && left.reason.includes("newer than the 0.2.0"));
});

test("versions are in semantic order", () => {
  const order = [
    "nonsense",
    "0.9.0",
    "1.0.0-1",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.b",
    "1.0.0-rc.2",
    "1.0.0-rc.10",
    "1.0.0",
    "1.2.0",
    "1.10.0",
  ];
  for (const [index, one] of order.entries()) {
    for (const [other, text] of order.entries()) {
      assert.equal(Math.sign(compareVersions(one, text)), Math.sign(index - other), `${one} and ${text}`);
    }
  }
});
