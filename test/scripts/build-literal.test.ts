import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { definitionCell } from "../../scripts/build/python/cell.ts";
import { type TripleQuote, pythonLiteral } from "../../scripts/build/python/literal.ts";
import { askPython } from "./python.ts";

/** What breaks encoders: quotes, escapes, line ends of every kind, blanks, what marimo changes, half characters. */
const HOSTILE = [
  ...`"'\\\`\${}\n\r\t \0\x07\b\v\f\x1a\x1b\x1c\x1d\x1e\x1f\x7f\x80\x85\xa0\u200b\u200d\u200e\u2028\u2029\u202e\u2066\ufeff`,
  "\u{1f600}",
  "\u{10ffff}",
  "é",
  "\ud800",
  "\udbff",
  "\udc00",
  "\udfff",
  "\uffff",
  "u0041",
  "N{DASH}",
  "x41",
  '"""',
  "'''",
  '""',
  "''",
  '\\"""',
  "\\\n",
  "\n    ",
  "\n  \n",
  "\n\t\n",
  "    \n",
  "\r\n",
  "#",
  "_esm",
  "a",
  "0",
];

const ANY_TEXT = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }) },
);

/** Many texts at once, so that Python starts once; every character by itself is among them. */
function manyTexts(count: number): string[] {
  const characters = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code));
  const separators = Array.from({ length: 0x100 }, (_, index) => String.fromCharCode(0x2000 + index));
  return ["", ...HOSTILE, ...characters, ...separators, ...fc.sample(ANY_TEXT, count)];
}

function lost(found: unknown, texts: readonly string[]): string[] {
  return (found as number[]).slice(0, 5).map((index) => JSON.stringify(texts[index]));
}

for (const quote of ['"""', "'''"] as const satisfies readonly TripleQuote[]) {
  test(`Python's parser reads any text back from a ${quote} literal`, () => {
    const texts = manyTexts(20_000);
    const pairs = texts.map((text) => [pythonLiteral(text, quote), text]);
    assert.deepEqual(lost(askPython(["test/scripts/python/literals.py"], pairs), texts), []);
  });
}

test("a cell carried by a program as a ''' literal is the same cell, whatever its \"\"\" literal carries", () => {
  const texts = manyTexts(5000);
  const cells = texts.map((text) => `_esm = ${pythonLiteral(text)}`);
  const pairs = cells.map((cell) => [pythonLiteral(cell, "'''"), cell]);
  assert.deepEqual(lost(askPython(["test/scripts/python/literals.py"], pairs), texts), []);
});

/** Definition cells of forty literals each, since marimo takes its time for a cell. */
function cellsOf(texts: readonly string[]): [code: string, name: string, texts: Record<string, string>][] {
  return Array.from({ length: Math.ceil(texts.length / 40) }, (_, cell) => {
    const held = Object.fromEntries(
      texts.slice(cell * 40, cell * 40 + 40).map((text, i) => [`_${cell * 40 + i}`, text]),
    );
    const lines = Object.entries(held).map(([key, text]) => `    ${key} = ${pythonLiteral(text)}\n`);
    const head = `import types as _types\n\n\nclass W${cell}(_types.SimpleNamespace):\n    """A.\n\n    B.\n    """\n\n`;
    const marker = { name: "w", version: "0.1.0", fingerprint: "0".repeat(16) };
    return [definitionCell(head + lines.join(""), marker), `W${cell}`, held];
  });
}

for (const version of ["0.21.1", undefined]) {
  test(`marimo ${version ?? "of the newest version"} saves and loads any text in a cell three times without a change`, () => {
    const texts = manyTexts(3000);
    const found = askPython(["test/scripts/python/notebook_trip.py"], cellsOf(texts), version) as string[];
    assert.deepEqual(
      found.slice(0, 5).map((key) => JSON.stringify(texts[Number(key.slice(1))])),
      [],
    );
  });
}

test("readable text stays as it is", () => {
  const text = 'const a = "x", b = \'y\', c = `${a}\tété 日本 😀`;  \n\n  // it\'s ""\n';
  assert.equal(pythonLiteral(text), `"""${text}"""`);
});

for (const [name, text, expected] of [
  ["a backslash is doubled", String.raw`/\d+/`, String.raw`"""/\\d+/"""`],
  ["a delimiter loses its force", 'a"""b', String.raw`"""a""\"b"""`],
  ["a quote at the end does not close the literal", 'say "hi"', String.raw`"""say "hi\""""`],
  ["the other quotes need nothing", "'''", `"""'''"""`],
  ["a carriage return is named", "a\r\nb", '"""a\\r\nb"""'],
  ["a line of blanks keeps its last one by name", "a\n   \nb", '"""a\n  \\x20\nb"""'],
  ["half of a surrogate pair is named", "\ud83d!", String.raw`"""\ud83d!"""`],
  ["a mark that turns the reading direction is shown", "a\u202eb", String.raw`"""a\u202eb"""`],
] as const) {
  test(name, () => assert.equal(pythonLiteral(text), expected));
}

test("what is no text is refused by name", () => {
  assert.throws(() => pythonLiteral(undefined as never), /can carry a value of type undefined: expected a text/);
});
