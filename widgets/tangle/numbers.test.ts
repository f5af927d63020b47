import { assert } from "@open-wc/testing";
import { notation, parseNumber } from "../kit/locale-number.ts";
import { decimals, fit, nudge, page, scaleOf, snap, stepsPerPixel } from "./scale.ts";
import { sentence, show, type Source } from "./sentence.ts";
import { parse } from "./template.ts";

const record = (limits: Record<string, number | string> = {}, initial = 0) => scaleOf("a_name", limits, initial);

describe("the scale of a number", () => {
  it("counts the decimals that a number is written with", () => {
    assert.deepEqual([10, 2.5, 0.05, 1e-7, 1e21, 1.5e-3, -0.25].map(decimals), [0, 1, 2, 7, 0, 4, 2]);
  });

  it("infers the step from the first value and the limits", () => {
    const steps = [record({}, 10), record({}, 2.5), record({ min: 0, max: 1 }), record({ min: 0.25 }, 3)].map(
      (s) => s.step,
    );
    assert.deepEqual(steps, [1, 0.1, 0.01, 0.01]);
    assert.equal(record({ step: 5 }).step, 5);
    assert.equal(record().label, "a name");
  });

  it("leaves out what a record says wrongly", () => {
    const scale = record({ min: "x", step: -2, digits: 99, prefix: 3 }, 1);
    assert.deepEqual([scale.min, scale.step, scale.digits, scale.prefix], [-Infinity, 1, 12, ""]);
    assert.equal(record({ min: 5, max: 1 }).max, 5);
  });

  it("keeps to limits, precision and the grid", () => {
    const scale = record({ min: 1, max: 9.5, step: 2 });
    assert.deepEqual(
      [-4, 2, 4.9, 99].map((n) => snap(scale, n)),
      [1, 3, 5, 9.5],
    );
    assert.equal(fit(record({ min: 0, max: 1, step: 0.1 }), 0.1 + 0.2), 0.3);
    assert.isTrue(Object.is(fit(record(), -0.2), 0));
  });

  it("steps to the grid from between two steps", () => {
    const scale = record({ min: 0, max: 100, step: 5 });
    assert.deepEqual(
      [nudge(scale, 12, 1), nudge(scale, 12, -1), nudge(scale, 10, 1), nudge(scale, 100, 1)],
      [15, 10, 15, 100],
    );
    let n = 0;
    for (let i = 0; i < 10; i += 1) n = nudge(record({ step: 0.1 }), n, 1);
    assert.equal(n, 1);
  });

  it("pages by a tenth of the range, and draws a whole range in about 400 px", () => {
    assert.deepEqual(
      [page(record({ min: 0, max: 100 })), page(record({ min: 0, max: 5 })), page(record())],
      [10, 2, 10],
    );
    assert.equal(stepsPerPixel(record({ min: 0, max: 4000 })), 10);
    assert.equal(stepsPerPixel(record({ min: 0, max: 5 })), 1 / 8);
  });
});

describe("a number that is written", () => {
  const cases: readonly [string, string, number | undefined][] = [
    ["en", "1,234.5", 1234.5],
    ["en", "1234", 1234],
    ["en", "1,5", 1.5],
    ["en", ".5", 0.5],
    ["en", "1e3", 1000],
    ["en", "+7", 7],
    ["en", "\u22127", -7],
    ["en", "", undefined],
    ["en", "12 apples", undefined],
    ["en", "1.2.3", undefined],
    ["en", "1,2,3", undefined],
    ["en", "Infinity", undefined],
    ["en", "0x10", undefined],
    ["de", "1.234,5", 1234.5],
    ["de", "1.234", 1234],
    ["de", "1.5", 1.5],
    ["de", "1,5", 1.5],
    ["fr", "1\u202f234,5", 1234.5],
    ["fr", "1 234,5", 1234.5],
    ["de-CH", "1’234.5", 1234.5],
    ["en-IN", "12,34,567", 1234567],
    ["ar-EG", "١٬٢٣٤٫٥", 1234.5],
    ["hi-IN-u-nu-deva", "१,२३४.५", 1234.5],
  ];
  for (const [locale, written, expected] of cases) {
    it(`reads "${written}" in ${locale} as ${expected}`, () => {
      assert.equal(parseNumber(written, notation(locale)), expected);
    });
  }

  it("reads back what every locale shows", () => {
    for (const locale of ["en", "de", "fr", "sv", "pl", "pt-BR", "ja", "ar-EG", "fa", "bn", "de-CH", "en-IN", "he"]) {
      for (const n of [0, -1.25, 1234567.5, -98765.25]) {
        const text = n.toLocaleString(locale);
        assert.equal(parseNumber(text, notation(locale)), n, `${locale}: ${text}`);
      }
    }
  });

  it("lets a unit or a currency stand by", () => {
    assert.equal(parseNumber("€ 12 kg", notation("en"), ["€ ", " kg"]), 12);
    assert.equal(parseNumber("-€5", notation("en"), ["€", ""]), undefined);
  });
});

describe("a sentence", () => {
  const source = (text: string, more: Partial<Source> = {}): Source => ({
    text,
    value: {},
    results: {},
    numbers: {},
    initial: () => undefined,
    ...more,
  });

  it("knows slots, choices, braces, and leaves the rest as text", () => {
    assert.deepEqual(parse("a {n} {{b}} {c:x| y |x} {d:x} {e-f} {"), [
      { kind: "text", text: "a " },
      { kind: "slot", name: "n", source: "{n}" },
      { kind: "text", text: " {b} " },
      { kind: "choice", name: "c", words: ["x", "y"], source: "{c:x| y |x}" },
      { kind: "text", text: " {d:x} {e-f} {" },
    ]);
  });

  it("shows a choice again where its name stands alone", () => {
    assert.equal(parse("{a} or {a:x|y}")[0]?.kind, "choice");
  });

  it("gives a place to the value first, then to the result, else leaves it as written", () => {
    const pieces = sentence(source("{a}{b}{c}{d}", { value: { a: 1 }, results: { a: 2, b: 3, c: "x", d: null } }));
    assert.deepEqual(
      pieces.map((piece) => piece.kind),
      ["number", "result", "result", "text"],
    );
  });

  it("never takes a name of every object for one of its own", () => {
    assert.deepEqual(
      sentence(source("{constructor}{__proto__}")).map((piece) => piece.kind),
      ["text", "text"],
    );
  });

  it("shows numbers with their decimals and what stands around them", () => {
    const scale = record({ prefix: "€ ", suffix: " net", digits: 2 });
    assert.equal(show(scale, 1234.5, "de"), "€ 1.234,50 net");
  });
});
