import { assert } from "@open-wc/testing";
import {
  angleOf,
  fit,
  moved,
  nextDetent,
  numberAt,
  scaleOf,
  shareAt,
  shareOf,
  shareOfTurn,
  turn,
  typed,
  within,
  wrapped,
} from "./scale.ts";

const circle = scaleOf(0, 360, null, 1);
const knob = scaleOf(0, 100, 5, 0, false);
const math = scaleOf(0, 360, null, 1, true, true);

describe("the scale of a dial", () => {
  it("goes clockwise from the top, or as in mathematics", () => {
    assert.deepEqual(
      [0, 0.25, 0.5].map((share) => angleOf(circle, share)),
      [0, 90, 180],
    );
    assert.deepEqual(
      [0, 0.25, 0.5].map((share) => angleOf(math, share)),
      [90, 0, -90],
    );
    assert.deepEqual(
      [0, 0.5, 1].map((share) => angleOf(knob, share)),
      [-135, 0, 135],
    );
    for (const scale of [circle, math, knob]) {
      for (const share of [0.1, 0.4, 0.9]) assert.closeTo(shareAt(scale, angleOf(scale, share)), share, 1e-9);
    }
  });

  it("has ends without wrap: the gap belongs to the nearer one", () => {
    assert.equal(shareAt(knob, 170), 1);
    assert.equal(shareAt(knob, -170), 0);
    assert.deepEqual([within(knob, 1.3), within(knob, -2)], [1, 0]);
    assert.closeTo(within(circle, 1.3), 0.3, 1e-9);
    assert.closeTo(within(circle, -0.1), 0.9, 1e-9);
    assert.equal(shareOfTurn(math, 90), -0.25);
  });

  it("takes the shorter way round", () => {
    assert.deepEqual([turn(190), turn(-190), turn(350)], [-170, 170, -10]);
  });

  it("wraps numbers, or holds them at the ends", () => {
    assert.deepEqual(
      [370, -90, 360, 0, 45.5].map((n) => wrapped(circle, n)),
      [10, 270, 360, 0, 45.5],
    );
    assert.deepEqual(
      [120, -5].map((n) => wrapped(knob, n)),
      [100, 0],
    );
    assert.equal(wrapped(scaleOf(-180, 180, null, 1), 190), -170);
  });

  it("stops at steps; the end of a circle is its start", () => {
    assert.equal(fit(circle, 359.7), 0);
    assert.equal(fit(circle, 44.6), 45);
    assert.equal(fit(knob, 98), 100);
    assert.equal(fit(scaleOf(0, 24, 0.1, 0), 0.30000001), 0.3);
    assert.equal(typed(circle, 44.6), 44.6, "typed numbers stay");
    assert.equal(typed(scaleOf(0, 360, 15, 1), 44), 45, "unless there is a step");
    assert.deepEqual([moved(circle, 359, 1), moved(circle, 0, -1), moved(knob, 98, 10)], [0, 359, 100]);
  });

  it("catches at detents", () => {
    assert.equal(numberAt(circle, 47 / 360, [45]), 45);
    assert.equal(numberAt(circle, 60 / 360, [45]), 60);
    assert.equal(numberAt(circle, 357 / 360, [0, 90]), 0, "round past the end");
    assert.equal(numberAt(knob, 0.99, [0]), 100, "not on a dial with ends");
    assert.equal(numberAt(circle, 44 / 360, [43, 45.4]), 43, "the nearest");
  });

  it("goes from detent to detent", () => {
    const detents = [180, 0, 90];
    assert.equal(nextDetent(circle, 0, 1, detents), 90);
    assert.equal(nextDetent(circle, 100, -1, detents), 90);
    assert.equal(nextDetent(circle, 200, 1, detents), 0);
    assert.equal(nextDetent(circle, 0, -1, detents), 180);
    assert.isUndefined(nextDetent(knob, 90, 1, [50]));
  });

  it("stands what is no range", () => {
    for (const [start, stop] of [
      [5, 5],
      [5, -5],
      [1e300, 1e300],
      [-Number.MAX_VALUE, Number.MAX_VALUE],
    ] as const) {
      const scale = scaleOf(start, stop, null, 1);
      assert.deepEqual([scale.start, scale.stop], [0, 360]);
    }
    assert.equal(shareOf(circle, 1e300), 1);
  });
});
