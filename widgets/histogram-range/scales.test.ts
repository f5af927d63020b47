import { assert } from "@open-wc/testing";
import { along, numberAt, ticksFor } from "./axis.ts";
import { numbersFor } from "./numbers.ts";
import { between, moveEnd, slide, stepEnd } from "./range.ts";
import { decimals, multiple, niceStep, snap, stepsAbove, stepsBelow } from "../kit/steps.ts";

describe("steps", () => {
  it("are 1, 2 or 5 times a power of ten", () => {
    assert.deepEqual(
      [0.003, 0.1, 1, 1.1, 3, 7, 1000, 1e-9, 4e300].map(niceStep),
      [0.005, 0.1, 1, 2, 5, 10, 1000, 1e-9, 5e300],
    );
    assert.equal(niceStep(0), 1);
    assert.equal(niceStep(NaN), 1);
    assert.equal(niceStep(5e-324), 5e-324);
  });

  it("know their decimals", () => {
    assert.deepEqual([20, 1, 0.25, 1e-7, 2.5e-5].map(decimals), [0, 0, 2, 7, 6]);
  });

  it("add up without binary noise", () => {
    assert.equal(multiple(3, 0.1), 0.3);
    assert.equal(snap(0.30000000000000004, 0.1), 0.3);
    assert.equal(snap(-0.04, 0.1), 0);
    assert.isFalse(Object.is(snap(-0.04, 0.1), -0));
    assert.equal(multiple(1e10, 1e300), Number.MAX_VALUE);
  });

  it("count below and above a number, which counts itself", () => {
    assert.equal(stepsBelow(0.3, 0.1), 3);
    assert.equal(stepsAbove(0.3, 0.1), 3);
    assert.equal(stepsBelow(-0.25, 0.1), -3);
    assert.equal(stepsAbove(-0.25, 0.1), -2);
  });
});

describe("a range", () => {
  const rules = { reach: [1.5, 10.5], step: 1 } as const;

  it("keeps its ends in order and in reach", () => {
    assert.deepEqual(moveEnd([2, 8], 0, 9, rules), [8, 8]);
    assert.deepEqual(moveEnd([2, 8], 1, 1, rules), [2, 2]);
    assert.deepEqual(moveEnd([2, 8], 1, 99, rules), [2, 10.5]);
  });

  it("steps to the next stop from between two", () => {
    assert.deepEqual(stepEnd([1.5, 8], 0, 1, rules), [2, 8]);
    assert.deepEqual(stepEnd([2, 10.5], 1, -1, rules), [2, 10]);
    assert.deepEqual(stepEnd([2, 8], 0, -1, rules), [1.5, 8]);
    assert.deepEqual(stepEnd([2, 8], 1, Infinity, rules), [2, 10.5]);
  });

  it("slides with its width as far as it can", () => {
    assert.deepEqual(slide([2, 4], 3.2, rules), [5, 7]);
    assert.deepEqual(slide([2, 4], 100, rules), [8.5, 10.5]);
    assert.deepEqual(slide([2, 4], -Infinity, rules), [1.5, 3.5]);
    assert.deepEqual(slide([0.1, 0.4], 0.1, { reach: [0, 1], step: 0.1 }), [0.2, 0.5]);
  });

  it("lies between two numbers in either order", () => {
    assert.deepEqual(between(7.2, 3.4, 0, rules), [3, 7]);
    assert.deepEqual(between(2.2, 4.7, 0.5, rules), [3, 4], "whole numbers whose bars it covers");
    assert.deepEqual(between(3, 3, 0.5, rules), [4, 4]);
  });
});

describe("the axis", () => {
  const texts = (start: number, end: number, width: number, whole = false, options = {}) =>
    ticksFor([start, end], width, whole, options, "en").map(({ text }) => text);

  it("has round numbers, as many as fit", () => {
    assert.deepEqual(texts(0, 100, 500), ["0", "20", "40", "60", "80", "100"]);
    assert.deepEqual(texts(0, 100, 100), ["0", "50", "100"]);
    assert.deepEqual(texts(0.12, 0.34, 300), ["0.15", "0.2", "0.25", "0.3"]);
  });

  it("has whole numbers for whole data", () => {
    assert.deepEqual(texts(0.5, 3.5, 600, true), ["1", "2", "3"]);
  });

  it("writes long numbers short and tells them apart", () => {
    assert.deepEqual(texts(0, 2e6, 300), ["0", "500K", "1M", "1.5M", "2M"]);
    assert.deepEqual(texts(0, 1e-8, 300).slice(0, 2), ["0", "2E-9"]);
    assert.equal(new Set(texts(1e9, 1e9 + 50, 600)).size, texts(1e9, 1e9 + 50, 600).length);
  });

  it("takes the reader's format", () => {
    assert.deepEqual(texts(2018.5, 2021.5, 600, true, { useGrouping: false }), ["2019", "2020", "2021"]);
    assert.deepEqual(texts(0, 1, 200, false, { style: "percent" }), ["0%", "50%", "100%"]);
  });

  it("places any two doubles", () => {
    const axis = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;
    assert.equal(along(0, axis), 0.5);
    assert.equal(numberAt(0.5, axis), 0);
    assert.isTrue(texts(...axis, 600).every((text) => text.length < 12));
  });
});

describe("numbers", () => {
  it("are said with their unit and about as exact as a step", () => {
    const { say, write } = numbersFor({}, "km", 0.5, 100, "en");
    assert.equal(say(12.3456), "12.35\u202fkm");
    assert.equal(write(12), "12");
  });

  it("are read as the locale writes them, and as others do where it is clear", () => {
    const read = (text: string, locale: string, options = {}) => numbersFor(options, "", 1, 1, locale).read(text);
    const cases: [string, string, number][] = [
      ["1,234.5", "en", 1234.5],
      ["1.234,5", "de", 1234.5],
      ["1.5", "de", 1.5],
      ["1.500", "de", 1500],
      ["1,5", "en", 1.5],
      ["12,34,567.5", "en-IN", 1234567.5],
      ["1\u202f234,5", "fr", 1234.5],
      ["−12", "sv", -12],
      ["1.5e-3", "en", 0.0015],
      [".5 km", "en", 0.5],
      ["€ -7", "en", -7],
      ["١٢٫٥", "ar-EG", 12.5],
    ];
    for (const [text, locale, number] of cases) assert.equal(read(text, locale), number, `${text} in ${locale}`);
    assert.equal(read("12 %", "en", { style: "percent" }), 0.12);
  });

  it("are not read from what is none", () => {
    const { read } = numbersFor({}, "", 1, 1, "en");
    for (const text of ["", "abc", "1.2.3", "-", "5 to 7"]) assert.isNaN(read(text), text);
  });

  it("come back from what was written", () => {
    for (const locale of ["en", "de", "fr", "hi", "ar-EG", "fa", "de-CH", "es", "pt-PT"]) {
      for (const number of [0, -1, 0.5, 1234.5, 9876543, 1e16, -2e-12]) {
        const { read, write } = numbersFor({}, "", Math.abs(number) < 1e-9 ? 1e-12 : 0.1, Math.abs(number), locale);
        assert.approximately(read(write(number)), number, Math.abs(number) * 1e-9, `${write(number)} in ${locale}`);
      }
    }
  });

  it("are plain where the format is none", () => {
    assert.equal(numbersFor({ style: "currency" }, "", 1, 1, "en").say(3), "3");
    assert.equal(numbersFor({ maximumFractionDigits: -4 }, "", 1, 1, "en").say(3), "3");
  });
});
