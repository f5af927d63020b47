import { assert } from "@open-wc/testing";
import type { Point } from "./curve.ts";
import { become, canRemove, type Curve, insert, orderly, place, reach } from "./moves.ts";

const THREE: readonly Point[] = [
  [0, 0],
  [0.5, 0.5],
  [1, 1],
];

const curve = (given: Partial<Curve> = {}): Curve => ({
  kind: "monotone",
  points: THREE,
  limits: [
    [0, 1],
    [0, 1],
  ],
  steps: [0, 0],
  beyond: 0,
  ends: "slide",
  ...given,
});

const bezier = (given: Partial<Curve> = {}): Curve =>
  curve({ kind: "bezier", beyond: 0.5, points: [...THREE.slice(0, 2), [0.6, 0.7], [1, 1]], ...given });

describe("moves of curve-editor", () => {
  it("puts a point where it is wanted, rounded to a thousandth of the limits", () => {
    assert.deepEqual(place(curve(), 1, [0.30049, 0.8001])[1], [0.3, 0.8]);
  });

  it("takes typed numbers as they are", () => {
    assert.deepEqual(place(curve(), 1, [0.30049, 0.12345678], true)[1], [0.30049, 0.12345678]);
  });

  it("keeps points in order and within the limits", () => {
    assert.deepEqual(place(curve(), 1, [-5, 9])[1], [0.001, 1]);
    assert.deepEqual(place(curve(), 1, [5, -9])[1], [0.999, 0]);
  });

  it("slides ends up and down, fixes them, or lets them free", () => {
    assert.deepEqual(place(curve(), 0, [0.2, 0.3])[0], [0, 0.3]);
    assert.deepEqual(place(curve({ ends: "fixed" }), 0, [0.2, 0.3])[0], [0, 0]);
    assert.deepEqual(place(curve({ ends: "free" }), 0, [0.2, 0.3])[0], [0.2, 0.3]);
    assert.deepEqual(place(curve({ ends: "free" }), 2, [0.1, 0.3])[2], [0.501, 0.3]);
  });

  it("snaps to steps from the lower limit, also what is typed", () => {
    const it = curve({
      limits: [
        [0.5, 10.5],
        [-1, 1],
      ],
      steps: [2, 0.3],
      points: [
        [0.5, -1],
        [4.5, 0.2],
        [10.5, 0.5],
      ],
    });
    assert.deepEqual(place(it, 1, [6, 0.32], true)[1], [6.5, 0.2]);
    assert.deepEqual(place(it, 1, [100, 9])[1], [8.5, 0.8]);
    assert.deepEqual(place(it, 1, [-100, 9])[1], [2.5, 0.8]);
  });

  it("leaves a point that has no room in x where it is", () => {
    const it = curve({
      steps: [0.5, 0],
      points: [
        [0, 0],
        [0.5, 0.5],
        [1, 1],
      ],
    });
    assert.deepEqual(place(it, 1, [0.9, 0.1])[1], [0.5, 0.1]);
  });

  it("lets handles of a Bézier go beyond the limits of y and pass each other, but not the ends in x", () => {
    assert.deepEqual(place(bezier(), 1, [2, 9])[1], [1, 1.5]);
    assert.deepEqual(place(bezier(), 2, [-2, -9])[2], [0, -0.5]);
    assert.deepEqual(place(bezier({ steps: [0, 0.25] }), 2, [0.2, -0.4])[2], [0.2, -0.5]);
    assert.deepEqual(reach(bezier({ ends: "free" }), 0, 0), [0, 0]);
  });

  it("adds a point between its neighbours", () => {
    const [points, index] = insert(curve(), [0.25, 0.9])!;
    assert.equal(index, 1);
    assert.deepEqual(points[1], [0.25, 0.9]);
    assert.lengthOf(points, 4);
  });

  it("adds none where there is no room, beyond fixed ends, to a Bézier, or to a hundred", () => {
    assert.isUndefined(insert(curve({ steps: [0.5, 0] }), [0.3, 0.3]));
    const inner = { points: THREE.map(([x, y]) => [0.25 + x / 2, y] as const) };
    assert.isUndefined(insert(curve(inner), [0.9, 0.9]));
    assert.deepEqual(insert(curve({ ...inner, ends: "free" }), [0.9, 0.9])?.[0].at(-1), [0.9, 0.9]);
    assert.isUndefined(insert(bezier(), [0.3, 0.3]));
    assert.isUndefined(insert(curve({ points: Array.from({ length: 100 }, (_, i) => [i / 99, 0]) }), [0.305, 0.3]));
  });

  it("removes neither ends that are not free, nor below two points, nor handles", () => {
    assert.deepEqual(
      [0, 1, 2].map((i) => canRemove(curve(), i)),
      [false, true, false],
    );
    assert.isTrue(canRemove(curve({ ends: "free" }), 0));
    assert.isFalse(canRemove(curve({ ends: "free", points: THREE.slice(1) }), 0));
    assert.isFalse(canRemove(bezier(), 1));
  });

  it("makes a Bézier from points, and points on the Bézier from one", () => {
    const made = become(curve(), "bezier");
    assert.deepEqual([made[0], made[3]], [THREE[0], THREE[2]]);
    assert.lengthOf(made, 4);
    const steep = bezier({ points: [THREE[0]!, [0, 1.5], [0, 1.5], THREE[2]!] });
    const back = become(steep, "spline");
    assert.lengthOf(back, 5);
    assert.isTrue(back.every(([x, y], i) => y <= 1 && (i === 0 || x > back[i - 1]![0])));
    assert.strictEqual(become(curve(), "linear"), THREE);
  });

  it("makes the best of points that are out of order, out of limits or too few", () => {
    const points: readonly Point[] = [
      [0, 5],
      [0.5, 0.5],
      [0.4, 0.1],
      [0.5, 0.2],
      [7, 1],
    ];
    assert.deepEqual(orderly(curve({ points })), [
      [0, 1],
      [0.5, 0.5],
      [1, 1],
    ]);
    assert.lengthOf(orderly(bezier({ points: THREE })), 4);
    assert.deepEqual(orderly(bezier({ points: [] })), []);
  });
});
