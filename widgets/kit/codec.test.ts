import { assert } from "@open-wc/testing";
import { decode, encode, sameWire, teach } from "./codec.ts";
import * as kinds from "./kinds.ts";
import { toWire } from "./testing/index.ts";
import { type DType, t, type TypeSpec } from "./traits.ts";

teach(kinds);

const round = (type: TypeSpec, value: unknown) => decode(type, toWire(encode(type, value)));

describe("the codec", () => {
  for (const dtype of ["int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"] as DType[]) {
    it(`carries ${dtype} arrays both ways, from an offset that is not aligned`, () => {
      const array = kinds.arrayClass(dtype).from([1, 2, 3]);
      assert.deepEqual(round(t.array(dtype), array), array);
    });
  }

  it("views aligned memory, and copies only what is not", () => {
    const memory = new Float64Array([1, 2, 3]);
    const aligned = decode(t.array("float64"), new DataView(memory.buffer, 8)) as Float64Array;
    assert.equal(aligned.buffer, memory.buffer);
    assert.deepEqual(aligned, new Float64Array([2, 3]));
  });

  it("carries dates, bytes, and both inside lists, records and tuples", () => {
    const date = new Date("2026-01-02T03:04:05.006Z");
    const bytes = new Uint8Array([1, 255]);
    assert.deepEqual(round(t.datetime(), date), date);
    assert.deepEqual(round(t.bytes(), bytes), bytes);
    const type = t.list(t.tuple(t.record({ at: t.datetime() }), t.dict(t.bytes())));
    const whole = [[{ at: date }, { a: bytes }]];
    assert.deepEqual(round(type, whole), whole);
  });

  it("understands the JSON form of binary kinds", () => {
    assert.deepEqual(decode(t.array("float32"), [1, null]), new Float32Array([1, NaN]));
    assert.deepEqual(decode(t.bytes(), "AQI="), new Uint8Array([1, 2]));
  });

  const wrong: [string, TypeSpec, unknown][] = [
    ["a missing value", t.int(), undefined],
    ["a null", t.string(), null],
    ["a fraction", t.int(), 0.5],
    ["a number beyond its limit", t.float({ max: 1 }), 2],
    ["a number below its limit", t.int({ min: 0 }), -1],
    ["NaN", t.float(), NaN],
    ["a long text", t.string({ maxLength: 2 }), "abc"],
    ["an unknown choice", t.enum("a"), "b"],
    ["a short tuple", t.tuple(t.int(), t.int()), [1]],
    ["a wrong item", t.list(t.int()), [1, "2"]],
    ["a long list", t.list(t.int(), { maxLength: 1 }), [1, 2]],
    ["a missing field", t.record({ a: t.int() }), {}],
    ["a field too many", t.record({ a: t.int() }), { a: 1, b: 2 }],
    ["an inherited field", t.record({ toString: t.json() }), { a: 1 }],
    ["no date", t.datetime(), "soon"],
    ["a number for a date", t.datetime(), 0],
    ["odd bytes", t.array("int16"), new DataView(new ArrayBuffer(3))],
    ["an unfilled shape", t.array("int8", [null, 2]), new DataView(new ArrayBuffer(3))],
    ["a list of lists", t.array("int8"), [[1]]],
    ["no base64", t.bytes(), "~"],
    ["an object for an array", t.array("int8"), { length: 1 }],
  ];
  for (const [what, type, value] of wrong) {
    it(`refuses ${what}`, () => {
      assert.throws(() => decode(type, value), Error);
    });
  }

  it("says what was found and what was expected", () => {
    assert.throws(() => decode(t.int({ min: 1 }), "x"), 'found "x", expected {"kind":"int","min":1}.');
  });

  it("counts astral characters once", () => {
    assert.equal(decode(t.string({ maxLength: 1 }), "👋"), "👋");
  });

  it("refuses to send what Python would not take", () => {
    assert.throws(() => encode(t.float(), Infinity), Error);
    assert.throws(() => encode(t.datetime(), new Date(NaN)), Error);
    assert.throws(() => encode(t.array("int8", [2]), new Int8Array(3)), Error);
  });

  it("tells equal wire values from others", () => {
    const view = (...bytes: number[]) => new DataView(new Uint8Array(bytes).buffer);
    assert.isTrue(sameWire(view(1, 2), view(1, 2)));
    assert.isFalse(sameWire(view(1, 2), view(1, 3)));
    assert.isFalse(sameWire(view(1), view(1, 2)));
    assert.isTrue(sameWire([{ a: 1 }], [{ a: 1 }]));
    assert.isFalse(sameWire([{ a: view(1) }], [{ a: view(1) }]));
    assert.isFalse(sameWire(undefined, null));
  });
});
