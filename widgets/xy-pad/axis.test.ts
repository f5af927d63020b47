import { assert } from "@open-wc/testing";
import { axisOf, fit, format, moved, numberAt, shareOf, ticks } from "./axis.ts";

const linear = axisOf([0, 10], null, false);
const reversed = axisOf([480, 0], 1, false);
const log = axisOf([0.01, 100], null, true);

describe("an axis of the pad", () => {
  it("finds places and numbers both ways", () => {
    assert.equal(shareOf(linear, 2.5), 0.25);
    assert.equal(numberAt(linear, 0.25), 2.5);
    assert.equal(shareOf(reversed, 480), 0);
    assert.equal(numberAt(reversed, 0.75), 120);
    assert.closeTo(shareOf(log, 1), 0.5, 1e-12);
    assert.equal(numberAt(log, 0.75), 10);
  });

  it("stays on the axis", () => {
    assert.deepEqual([shareOf(linear, -5), shareOf(linear, 50)], [0, 1]);
    assert.deepEqual([numberAt(linear, -1), numberAt(linear, 2)], [0, 10]);
    assert.equal(shareOf(log, 0), 0);
  });

  it("gives round numbers, also without a step", () => {
    assert.equal(numberAt(linear, 1 / 3), 3.33);
    assert.equal(numberAt(log, 0.6), 2.51);
    assert.equal(fit(axisOf([0, 640], null, false), 123.4), 123);
    assert.equal(fit(axisOf([1, 8], 2, false), 4.2), 5, "steps begin at the least number");
    assert.equal(fit(reversed, 3.7), 4);
  });

  it("stands ranges that are none, and the greatest", () => {
    const point = axisOf([2, 2], null, true);
    assert.deepEqual([shareOf(point, 2), numberAt(point, 0.3), moved(point, 2, 1)], [0.5, 2, 2]);
    const all = axisOf([-Number.MAX_VALUE, Number.MAX_VALUE], null, false);
    assert.equal(shareOf(all, 0), 0.5);
    assert.equal(numberAt(all, 1), Number.MAX_VALUE);
    assert.isFalse(axisOf([0, 1], null, true).log, "no logarithm of 0");
  });

  it("moves by steps, or by hundredths of its length", () => {
    assert.equal(moved(linear, 5, 1), 5.1);
    assert.equal(moved(linear, 9.95, 10), 10);
    assert.equal(moved(reversed, 100, 10), 90, "towards its end");
    assert.equal(moved(axisOf([0, 1], 0.25, false), 0.5, -1), 0.25);
    assert.equal(moved(log, 1, 10), 2.51);
    assert.equal(moved(axisOf([1, 100], 1, true), 2, 1), 3, "a whole step where a hundredth is less");
  });

  it("marks round numbers, and powers where factors count", () => {
    const texts = (...args: Parameters<typeof axisOf>) => ticks(axisOf(...args), 5).map(({ text }) => text);
    assert.deepEqual(texts([0, 10], null, false), ["0", "2", "4", "6", "8", "10"]);
    assert.deepEqual(texts([0.01, 100], null, true), ["0.01", "0.1", "1", "10", "100"]);
    assert.deepEqual(texts([1e-6, 1e6], null, true).length, 5);
    assert.deepEqual(texts([10, 50], null, true), ["10", "20", "30", "40", "50"]);
    assert.deepEqual(ticks(reversed, 5).find(({ text }) => text === "0")?.share, 1);
  });

  it("writes what was typed, and huge numbers short", () => {
    assert.equal(format(linear)(3.14159), "3.1416");
    assert.equal(format(axisOf([0, 10], 0.5, false))(2.5), "2.5");
    assert.equal(format(log)(0.0123), "0.0123");
    assert.equal(format(axisOf([0, 1e300], null, false))(1e300), "1E300");
  });
});
