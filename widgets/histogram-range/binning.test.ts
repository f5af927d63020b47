import { assert } from "@open-wc/testing";
import { accented, barAt, barRange, binData, suitableBins } from "./bins.ts";
import { countWithin, summarize } from "./summary.ts";

const bin = (numbers: number[], wanted = 10) => {
  const data = Float64Array.from(numbers);
  return binData(data, summarize(data), wanted);
};

describe("the summary of numbers", () => {
  it("counts missing and infinite numbers apart from those it measures", () => {
    assert.deepEqual(summarize(Float64Array.of(3, NaN, -1.5, Infinity, -Infinity, NaN)), {
      low: -1.5,
      high: 3,
      count: 2,
      missing: 2,
      infinite: 2,
      whole: false,
    });
  });

  it("is all zeros without a finite number", () => {
    const { low, high, count } = summarize(Float64Array.of(NaN, Infinity));
    assert.deepEqual([low, high, count], [0, 0, 0]);
  });

  it("sees whole numbers, but none that doubles blur", () => {
    assert.isTrue(summarize(Float64Array.of(1, -2, 3)).whole);
    assert.isFalse(summarize(Float64Array.of(1, 2.5)).whole);
    assert.isFalse(summarize(Float64Array.of(1e16, 3)).whole);
  });

  it("counts a range with both ends", () => {
    assert.equal(countWithin(Float64Array.of(1, 2, NaN, 3, 4, Infinity), 2, 4), 3);
  });
});

describe("bars", () => {
  it("count every finite number once, whatever the numbers", () => {
    for (const scale of [1e-300, 1e-9, 0.1, 1, 1234.5, 1e9, 1e300]) {
      const numbers = Array.from({ length: 500 }, (_, i) => Math.sin(i) * scale);
      const { counts, most, edges } = bin([...numbers, NaN, Infinity]);
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        500,
        `at scale ${scale}`,
      );
      assert.equal(Math.max(...counts), most);
      assert.isAtMost(counts.length, 11);
      assert.isTrue(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!));
    }
  });

  it("put a number on an edge into the bar above it, and the greatest into the last", () => {
    const { edges, counts } = bin([0, 0.1, 0.2, 0.3, 0.7, 0.9, 1], 10);
    assert.deepEqual([...edges], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    assert.deepEqual([...counts], [1, 1, 1, 1, 0, 0, 0, 1, 0, 2]);
  });

  it("lie around whole numbers", () => {
    const { edges, counts, pad } = bin([1, 2, 2, 3, 5]);
    assert.deepEqual([...edges], [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]);
    assert.deepEqual([...counts], [1, 2, 1, 0, 1]);
    assert.equal(pad, 0.5);
  });

  it("take several whole numbers where there are many", () => {
    const { edges } = bin(
      Array.from({ length: 101 }, (_, i) => i),
      10,
    );
    assert.deepEqual([...edges], [-0.5, 19.5, 39.5, 59.5, 79.5, 99.5, 119.5]);
  });

  it("are one for a number that never changes", () => {
    for (const number of [0, 7, 3.7, -1e-12, 1e300]) {
      const { edges, counts } = bin([number, number]);
      assert.deepEqual([...counts], [2]);
      assert.isTrue(edges[0]! < number && number < edges[1]!, String(number));
    }
  });

  it("hold from the least to the greatest double", () => {
    const { edges, counts } = bin([-1e308, 1e308, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE]);
    assert.isTrue(edges.every(Number.isFinite));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      5,
    );
  });

  it("take ten million numbers in one quick pass", () => {
    const data = Float64Array.from({ length: 10_000_000 }, (_, i) => (i * 7919) % 104729);
    const start = performance.now();
    binData(data, summarize(data), 60);
    assert.isBelow(performance.now() - start, 5000);
  });

  it("are more where there are more numbers, within reason", () => {
    assert.deepEqual([0, 50, 400, 1e7].map(suitableBins), [10, 14, 40, 60]);
  });

  it("are found by a number between their edges", () => {
    const bins = bin([0, 10], 10);
    assert.deepEqual([...bins.edges], [-0.5, 1.5, 3.5, 5.5, 7.5, 9.5, 11.5]);
    assert.deepEqual(
      [-0.6, -0.5, 1.5, 10, 11.5, 11.6].map((x) => barAt(bins, x)),
      [-1, 0, 1, 5, 5, -1],
    );
  });

  it("are selected by a range that takes no number of the next", () => {
    const bins = bin([0.5, 1, 1.5, 1.75, 2, 2.5], 4);
    assert.deepEqual(barRange(bins, 2), [1.5, 1.75]);
    assert.deepEqual(barRange(bins, 3), [2, 2.5]);
    assert.deepEqual(barRange(bin([1, 2, 3]), 1), [2, 2]);
  });

  it("are accented as a whole where the range takes all that they count", () => {
    const bins = bin([0.2, 1.2, 1.8, 3.5], 4);
    assert.deepEqual(accented(bins, 0.2, 3.5), [0, 4], "to the edges of the outer bars");
    assert.deepEqual(accented(bins, 1.5, 3), [1.5, 3], "cut where the bar is cut");
    assert.deepEqual(accented(bins, 0.3, 3.4), [1, 3], "not at all where none is taken");
  });
});
