import { assert } from "@open-wc/testing";
import { axisOf } from "./axis.ts";
import { draw, nearest, placesOf } from "./points.ts";

const x = axisOf([0, 10], null, false);
const y = axisOf([1, 100], null, true);
const places = placesOf(Float64Array.of(0, 1, 10, 10, 5, 1000, NaN, 10, 4, 10), x, y);

describe("the dots of the pad", () => {
  it("are where the axes have them, or nowhere", () => {
    assert.deepEqual([...places].slice(0, 4), [0, 0, 1, 0.5]);
    assert.isNaN(places[5], "above the pad");
    assert.isNaN(places[6], "no number");
  });

  it("are found by nearness as seen", () => {
    assert.equal(nearest(places, 0.1, 0.1, 1), 0);
    assert.equal(nearest(places, 0.7, 0.5, 1), 1 + 3);
    assert.equal(nearest(Float32Array.of(0.5, 0, 0, 0.6), 0, 0, 1), 0);
    assert.equal(nearest(Float32Array.of(0.5, 0, 0, 0.6), 0, 0, 2), 1, "a wide pad puts them further apart");
    assert.equal(nearest(new Float32Array(), 0, 0, 1), -1);
  });

  it("are found on a way to go, never back", () => {
    const cross = Float32Array.of(0.5, 0.5, 0.7, 0.5, 0.5, 0.9, 0.2, 0.5);
    assert.equal(nearest(cross, 0.5, 0.5, 1, [1, 0]), 1);
    assert.equal(nearest(cross, 0.5, 0.5, 1, [0, 1]), 2);
    assert.equal(nearest(cross, 0.5, 0.5, 1, [-1, 0]), 3);
    assert.equal(nearest(cross, 0.5, 0.5, 1, [0, -1]), -1);
  });

  it("are drawn, few and many", () => {
    for (const count of [1, 6000]) {
      const canvas = document.createElement("canvas");
      draw(canvas, new Float32Array(2 * count).fill(0.5), "rgb(255, 0, 0)");
      const { data } = canvas.getContext("2d")!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
      assert.deepEqual([data[0], data[1]], [255, 0]);
      assert.isAbove(data[3]!, 100);
    }
  });
});
