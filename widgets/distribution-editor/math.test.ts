import { assert } from "@open-wc/testing";
import type { Json } from "../kit/traits.ts";
import { axisFor, plotOf, ticksOf } from "./plot.ts";
import { gapTo, sampleOf } from "./sample.ts";
import {
  distributionOf,
  knobAt,
  knobsOf,
  type Limits,
  limitsOf,
  moved,
  readShape,
  turned,
  writeShape,
} from "./shape.ts";
import { risingSpline } from "./spline.ts";
import { normalScore, normalShare } from "./special.ts";

/** One row of `reference.json`, which the test of the Python methods reads too. */
interface Row {
  readonly value: Readonly<Record<string, Json>>;
  readonly low: number | null;
  readonly high: number | null;
  readonly mean: number;
  readonly sd: number;
  readonly x: readonly number[];
  readonly cdf: readonly number[];
  readonly pdf: readonly number[];
  readonly p: readonly number[];
  readonly ppf: readonly number[];
}

const NONE: Limits = [-Infinity, Infinity];
const { rows } = (await (await fetch(new URL("./reference.json", import.meta.url))).json()) as { rows: readonly Row[] };
const shapeOf = (value: Readonly<Record<string, Json>>) => readShape(value)!;

describe("distributions", () => {
  for (const row of rows) {
    const { value, low, high, mean, sd } = row;
    it(`are those of SciPy: ${JSON.stringify(value)} in ${low} to ${high}`, () => {
      const { ppf, cdf, moments } = distributionOf(shapeOf(value), limitsOf(low, high))!;
      for (const [i, p] of row.p.entries()) {
        assert.approximately(ppf(p), row.ppf[i]!, 1e-9 * (Math.abs(row.ppf[i]!) + sd), `quantile at ${p}`);
      }
      for (const [i, x] of row.x.entries()) assert.approximately(cdf(x), row.cdf[i]!, 1e-10, `share below ${x}`);
      const near = low === null && high === null && value["family"] !== "quantiles" ? 1e-9 : 1e-5;
      assert.approximately(moments()[0], mean, near * (Math.abs(mean) + sd));
      assert.approximately(moments()[1], sd, near * sd);
    });

    it(`are drawn as they are: ${JSON.stringify(value)} in ${low} to ${high}`, () => {
      const distribution = distributionOf(shapeOf(value), limitsOf(low, high))!;
      const axis = [row.ppf[1]! - sd, row.ppf[5]! + sd] as const;
      const { top } = plotOf(distribution, undefined, axis, 1000, false);
      const heights = row.x.map((x) => 1000 - top(x));
      // In proportion to the third; endless peaks are cut off, and their sides drawn a little smoother than they are.
      for (const [k, y] of heights.entries()) {
        if (k === 0 || y > 999) continue;
        assert.approximately(y, (row.pdf[k]! / row.pdf[3]!) * heights[3]!, 4, `density at ${row.x[k]}`);
      }
    });
  }

  it("have scores and shares that undo each other", () => {
    assert.equal(normalShare(0), 0.5);
    for (const p of [1e-9, 0.05, 0.3, 0.5, 0.999999]) assert.approximately(normalShare(normalScore(p)), p, 1e-15);
    assert.approximately(normalScore(0.975), 1.959963984540054, 1e-12);
  });

  it("are none where numbers make none", () => {
    const wrong: Readonly<Record<string, Json>>[] = [
      { family: "normal", mean: 0, sd: 0 },
      { family: "normal", mean: 0, sd: -1 },
      { family: "normal", mean: 1e308, sd: 1 },
      { family: "lognormal", median: -1, sigma: 1 },
      { family: "lognormal", median: 1, sigma: 40 },
      { family: "uniform", low: 2, high: 2 },
      { family: "uniform", low: 3, high: 2 },
      { family: "triangular", low: 0, mode: 3, high: 2 },
      { family: "beta", low: 0, high: 1, alpha: 0, beta: 1 },
      { family: "gamma", shape: 1, scale: 0 },
      { family: "exponential", scale: -2 },
      { family: "quantiles", p: [0.1, 0.9], x: [2, 2] },
    ];
    for (const value of wrong) assert.isUndefined(distributionOf(shapeOf(value), NONE), JSON.stringify(value));
    assert.isUndefined(distributionOf(shapeOf({ family: "normal", mean: 0, sd: 1 }), [50, 60]));
    assert.isUndefined(distributionOf(shapeOf({ family: "quantiles", p: [0.1, 0.9], x: [0, 2] }), [0, 9]));
  });

  it("are read from values only", () => {
    for (const value of [
      {},
      { family: "toString" },
      { family: "constructor" },
      { family: 3 },
      { family: "normal", mean: 1 },
      { family: "normal", mean: 1, sd: "2" },
      { family: "quantiles", p: [0.1, 0.9], x: [1] },
      { family: "quantiles", p: [0.9, 0.1], x: [1, 2] },
      { family: "quantiles", p: [0, 0.9], x: [1, 2] },
      { family: "quantiles", p: "0.1", x: [1, 2] },
    ] as Readonly<Record<string, Json>>[]) {
      assert.isUndefined(readShape(value), JSON.stringify(value));
    }
    for (const { value } of rows) assert.deepEqual(writeShape(shapeOf(value)), value);
  });
});

describe("shapes", () => {
  it("keep the standard deviation where the mean is turned, and the other way round", () => {
    for (const { value } of rows) {
      const shape = shapeOf(value);
      if (!knobsOf(shape).includes("mean") || !knobsOf(shape).includes("sd")) continue;
      const [mean, sd] = [knobAt(shape, "mean", NONE), knobAt(shape, "sd", NONE)];
      const wider = turned(shape, "sd", sd * 0.9);
      assert.approximately(knobAt(wider, "mean", NONE), mean, 1e-9 * Math.abs(mean), JSON.stringify(value));
      assert.approximately(knobAt(wider, "sd", NONE), sd * 0.9, 1e-9 * sd);
      const farther = turned(shape, "mean", mean + sd / 50);
      assert.approximately(knobAt(farther, "sd", NONE), sd, 1e-9 * sd);
    }
  });

  it("are moved as a whole", () => {
    for (const { value, low, high } of rows) {
      const shape = shapeOf(value);
      const limits = limitsOf(low, high);
      const [[mean, sd], moving] = [distributionOf(shape, NONE)?.moments() ?? [0, 1], moved(shape, 0.25)];
      if (low !== null || high !== null) continue;
      if (value["family"] === "exponential") continue;
      const [mean2, sd2] = distributionOf(moving, limits)!.moments();
      assert.approximately(mean2, mean + 0.25, 1e-7 * (1 + Math.abs(mean)), JSON.stringify(value));
      assert.approximately(sd2, sd, 1e-7 * sd, JSON.stringify(value));
    }
  });
});

describe("the spline", () => {
  it("gives a line for points on a line, and beyond them", () => {
    const line = risingSpline([0, 1, 3], [1, 3, 7]);
    for (const x of [-5, 0, 0.3, 1, 2.9, 3, 40]) assert.approximately(line(x), 1 + 2 * x, 1e-12);
  });

  it("rises between any rising points, and goes through them", () => {
    for (const y of [
      [0, 1, 1.001, 1.002, 50],
      [0, 40, 41, 42, 43],
      [1, 2, 3, 4, 1e6],
    ]) {
      const x = [-2, -1, 0, 1, 2];
      const curve = risingSpline(x, y);
      for (const [i, each] of x.entries()) assert.approximately(curve(each), y[i]!, 1e-9 * y[i]!);
      for (let at = -3, before = -Infinity; at < 3; at += 0.01) {
        assert.isAbove(curve(at), before);
        before = curve(at);
      }
    }
  });
});

describe("a sample", () => {
  it("counts finite numbers within the limits", () => {
    const sample = sampleOf(Float64Array.of(1, NaN, 2, Infinity, 3, -5), [0, Infinity])!;
    assert.deepEqual([sample.count, sample.low, sample.high, sample.mean], [3, 1, 3, 2]);
    assert.approximately(sample.sd, Math.sqrt(2 / 3), 1e-12);
    assert.equal(sample.ppf(0.25), 1.5);
    assert.equal(
      sample.counts.reduce((sum, n) => sum + n),
      3,
    );
    assert.isUndefined(sampleOf(Float64Array.of(NaN), NONE));
  });

  it("has bars for one number, a constant and the greatest", () => {
    for (const data of [[3.7], [0, 0], [7, 7, 7], [-1e300, 1e300], [1e16, 1e16 + 2]]) {
      const sample = sampleOf(Float64Array.from(data), NONE)!;
      assert.equal(
        sample.counts.reduce((sum, n) => sum + n),
        data.length,
        String(data),
      );
      assert.isBelow(sample.edges[0]!, sample.edges.at(-1)!);
    }
  });

  it("is as far from a distribution as its shares are", () => {
    const uniform = distributionOf(shapeOf({ family: "uniform", low: 0, high: 1 }), NONE)!;
    const even = Float64Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
    assert.approximately(gapTo(sampleOf(even, NONE)!, uniform), 0, 1e-3);
    assert.approximately(
      gapTo(
        sampleOf(
          even.map((x) => x / 2),
          NONE,
        )!,
        uniform,
      ),
      0.5,
      0.02,
    );
  });
});

describe("the axis", () => {
  const normal = distributionOf(shapeOf({ family: "normal", mean: 0, sd: 1 }), NONE)!;

  it("stays while what it shows fits, and changes where it does not", () => {
    const first = axisFor(normal, [0, 1], undefined, undefined);
    assert.isBelow(first[0], -2.5);
    const wider = distributionOf(shapeOf({ family: "normal", mean: 0, sd: 1.05 }), NONE)!;
    assert.equal(axisFor(wider, [0, 1], undefined, first), first);
    assert.notEqual(axisFor(normal, [0, 9], undefined, first), first);
    const narrow = distributionOf(shapeOf({ family: "normal", mean: 0, sd: 0.1 }), NONE)!;
    assert.isAbove(axisFor(narrow, [0], undefined, first)[0], -1);
  });

  it("has round numbers", () => {
    assert.deepEqual(ticksOf([-2.9, 2.9]), [-2, -1, 0, 1, 2]);
    assert.deepEqual(ticksOf([0.01, 0.52]), [0.1, 0.2, 0.3, 0.4, 0.5]);
  });
});
