import { assert } from "@open-wc/testing";
import { axisOf, fromUnit, toUnit } from "./axis.ts";
import { Grid } from "./grid.ts";
import { nearestTo, nextToward } from "./nearest.ts";
import { placePoints } from "./points.ts";
import { goesAround, rowsInBox, rowsInLine } from "./region.ts";
import { ticksOf } from "../kit/ticks.ts";
import { HOME, panned, revealing, toU, toV, toX, toY, type View, zoomed, zoomOf } from "./viewport.ts";

const always = () => true;
const UNIT: View = { u0: 0, u1: 1, v0: 0, v1: 1 };
const frame = { view: UNIT, width: 100, height: 100 };

/** Numbers from 0 to 1, the same each time. */
function chances(seed: number) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function scattered(count: number, seed = 11) {
  const chance = chances(seed);
  const u = Float64Array.from({ length: count }, (_, row) => (row % 50 === 7 ? NaN : chance()));
  const v = Float64Array.from({ length: count }, (_, row) => (row % 50 === 7 ? NaN : chance()));
  return { u, v };
}

describe("an axis", () => {
  it("runs over the usable numbers", () => {
    const axis = axisOf([3, NaN, -1, 99], (row) => row !== 1 && row !== 3);
    assert.deepEqual(axis, { min: -1, max: 3 });
    assert.equal(toUnit(axis, 1), 0.5);
    assert.equal(fromUnit(axis, 0.5), 1);
  });
  it("opens around a single number, and is 0 to 1 around none", () => {
    assert.deepEqual(axisOf([0, 0], always), { min: -1, max: 1 });
    assert.equal(toUnit(axisOf([40], always), 40), 0.5);
    assert.deepEqual(axisOf([], always), { min: 0, max: 1 });
  });
  it("holds the widest and the narrowest ranges", () => {
    const wide = axisOf([-Number.MAX_VALUE, Number.MAX_VALUE], always);
    assert.equal(toUnit(wide, 0), 0.5);
    assert.equal(fromUnit(wide, 1), Number.MAX_VALUE);
    for (const value of [5e-324, Number.MAX_VALUE, -Number.MAX_VALUE]) {
      const unit = toUnit(axisOf([value], always), value);
      assert.isTrue(unit >= 0 && unit <= 1, String(value));
    }
  });
});

describe("points", () => {
  it("leave out rows without a finite x and y, and count them", () => {
    const points = placePoints({ x: [0, NaN, 2, 4], y: [0, 1, Infinity, 8], category: [], categories: 0 });
    assert.equal(points.count, 4);
    assert.equal(points.leftOut, 2);
    assert.deepEqual([...points.u], [0, NaN, NaN, 1]);
    assert.deepEqual([...points.sizes], [2]);
  });
  it("put a missing or unknown category behind the named ones", () => {
    const points = placePoints({ x: [0, 1, 2, 3], y: [0, 1, 2, 3], category: [1, 7, 0], categories: 2 });
    assert.deepEqual([...points.group], [1, 2, 0, 2]);
    assert.deepEqual([...points.sizes], [1, 1, 2]);
  });
  it("end with the shorter coordinate", () => {
    assert.equal(placePoints({ x: [1, 2, 3], y: [1], category: [], categories: 0 }).count, 1);
  });
});

describe("ticks", () => {
  it("are round numbers without rounding errors", () => {
    assert.deepEqual(ticksOf(0, 1, 5).values, [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(ticksOf(-0.03, 0.31, 4).values, [0, 0.1, 0.2, 0.3]);
    assert.deepEqual(ticksOf(1500, 6800, 5).values, [2000, 3000, 4000, 5000, 6000]);
  });
  it("are told apart as they are written", () => {
    for (const [low, high] of [
      [0, 1],
      [0.001, 0.002],
      [1e6, 1e6 + 50],
      [-1e12, 3e12],
      [2e-9, 8e-9],
      [1e300, 1e308],
    ] as const) {
      const { values, format } = ticksOf(low, high, 6);
      const written = values.map((value) => format.format(value));
      assert.isAtLeast(values.length, 3, `${low} to ${high}`);
      assert.equal(new Set(written).size, written.length, written.join(" "));
    }
  });
  it("end where numbers do", () => {
    assert.deepEqual(ticksOf(1, 1, 5).values, []);
    assert.deepEqual(ticksOf(NaN, 1, 5).values, []);
    assert.isBelow(ticksOf(1e17, 1e17 + 64, 5).values.length, 30);
    assert.isBelow(ticksOf(-Number.MAX_VALUE, Number.MAX_VALUE, 5).values.length, 30);
  });
});

describe("a view", () => {
  it("zooms around a place that stays", () => {
    const before = { view: HOME, width: 200, height: 100 };
    const after = { ...before, view: zoomed(HOME, 4, 0.25, 0.75) };
    assert.closeTo(zoomOf(after.view), 4, 1e-9);
    assert.closeTo(toU(after, 50), toU(before, 50), 1e-12);
    assert.closeTo(toV(after, 75), toV(before, 75), 1e-12);
  });
  it("goes back to all, never further", () => {
    assert.closeTo(zoomOf(zoomed(zoomed(HOME, 8), 0.001)), 1, 1e-12);
    const view = panned(zoomed(HOME, 2), 5, -5);
    assert.closeTo(view.u0, HOME.u0, 1e-12);
    assert.isAtLeast(view.v0, HOME.v0 - 1e-12);
  });
  it("is moved to show a place, and not moved when it does", () => {
    const view = zoomed(HOME, 4);
    assert.equal(revealing(view, 0.5, 0.5), view);
    const moved = revealing(view, 0.95, 0.05);
    assert.isTrue(moved.u0 < 0.95 && moved.u1 > 0.95 && moved.v0 < 0.05 && moved.v1 > 0.05);
  });
  it("maps places to pixels and back", () => {
    const some = { view: zoomed(HOME, 3, 0.2, 0.9), width: 640, height: 300 };
    assert.closeTo(toU(some, toX(some, 0.3)), 0.3, 1e-12);
    assert.closeTo(toV(some, toY(some, 0.7)), 0.7, 1e-12);
  });
});

describe("the grid", () => {
  it("holds every placed row once", () => {
    const places = scattered(5000);
    const rows = [...new Grid(places).rows].toSorted((a, b) => a - b);
    assert.deepEqual(
      rows,
      Array.from(places.u.keys()).filter((row) => row % 50 !== 7),
    );
  });
  it("finds the nearest point, as a look at all does", () => {
    const places = scattered(2000);
    const grid = new Grid(places);
    const chance = chances(3);
    for (let tried = 0; tried < 200; tried++) {
      const [x, y] = [chance() * 120 - 10, chance() * 120 - 10];
      let best = -1;
      let least = 6 ** 2;
      for (let row = 0; row < 2000; row++) {
        const distance = (toX(frame, places.u[row]!) - x) ** 2 + (toY(frame, places.v[row]!) - y) ** 2;
        if (distance <= least) [best, least] = [row, distance];
      }
      assert.equal(nearestTo(grid, frame, x, y, 6, always), best);
    }
  });
  it("prefers the last of points on one place", () => {
    const grid = new Grid({ u: Float64Array.of(0.5, 0.5, 0.5), v: Float64Array.of(0.5, 0.5, 0.5) });
    assert.equal(nearestTo(grid, frame, 51, 50, 5, always), 2);
    assert.equal(
      nearestTo(grid, frame, 51, 50, 5, (row) => row !== 2),
      1,
    );
    assert.equal(nearestTo(grid, frame, 80, 50, 5, always), -1);
  });
});

describe("the next point in a direction", () => {
  const grid = new Grid({ u: Float64Array.of(0.5, 0.7, 0.6, 0.5, 0.1), v: Float64Array.of(0.5, 0.52, 0.9, 0.2, 0.5) });
  const from = (to: "left" | "right" | "up" | "down") => nextToward(grid, frame, 50, 50, to, always);
  it("is ahead rather than aside", () => {
    assert.deepEqual([from("right"), from("up"), from("down"), from("left")], [1, 2, 3, 4]);
  });
  it("may be far aside where nothing is ahead, and is none where nothing lies that way", () => {
    const lone = new Grid({ u: Float64Array.of(0.5, 0.51), v: Float64Array.of(0.5, 1) });
    assert.equal(nextToward(lone, frame, 50, 50, "right", always), 1);
    assert.equal(nextToward(lone, frame, 50, 50, "left", always), -1);
  });
});

describe("a region", () => {
  const places = scattered(4000);
  const grid = new Grid(places);
  const all = Array.from(places.u.keys());
  it("as a box holds what a look at all finds", () => {
    const inside = all.filter(
      (row) => places.u[row]! >= 0.21 && places.u[row]! <= 0.64 && places.v[row]! >= 0.4 && places.v[row]! <= 0.9,
    );
    assert.sameMembers(rowsInBox(grid, 0.21, 0.4, 0.64, 0.9), inside);
  });
  it("as a line holds what a look at all finds, whatever the line does", () => {
    const chance = chances(5);
    for (let tried = 0; tried < 60; tried++) {
      const corners = 3 + Math.floor(chance() * 30);
      const reach = tried % 3 === 0 ? 1.6 : 1;
      const line = Array.from({ length: corners * 2 }, () => (chance() - 0.5) * reach + 0.5);
      const inside = all.filter((row) => goesAround(line, places.u[row]!, places.v[row]!));
      assert.sameMembers(rowsInLine(grid, line), inside, line.join(","));
    }
  });
  it("holds what a line goes around twice", () => {
    const twice = [0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9, 0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9];
    assert.isTrue(goesAround(twice, 0.5, 0.5));
  });
  it("needs three corners", () => {
    assert.deepEqual(rowsInLine(grid, [0, 0, 1, 1]), []);
    assert.deepEqual(rowsInLine(grid, []), []);
  });
});
