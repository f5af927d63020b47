import { assert } from "@open-wc/testing";
import { along, evaluate, type Kind, piecesOf, type Point } from "./curve.ts";

interface Reference {
  readonly source: string;
  readonly curves: readonly {
    readonly kind: Kind;
    readonly points: readonly Point[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  }[];
}

describe("curves of curve-editor", () => {
  let reference: Reference;
  before(async () => {
    reference = (await (await fetch(new URL("./reference.json", import.meta.url))).json()) as Reference;
  });

  for (const kind of ["linear", "monotone", "spline", "bezier"] as const) {
    it(`goes where the ${kind} curves of the reference table go`, () => {
      const curves = reference.curves.filter((each) => each.kind === kind);
      assert.isAtLeast(curves.length, 7, reference.source);
      for (const { points, x, y } of curves) {
        const scale = Math.max(1, ...y.map(Math.abs));
        for (const [i, at] of x.entries()) {
          assert.closeTo(evaluate(points, kind, at), y[i]!, 1e-9 * scale, `${JSON.stringify(points)} at ${at}`);
        }
      }
    });

    it(`draws ${kind} curves as it evaluates them`, () => {
      for (const { points } of reference.curves.filter((each) => each.kind === kind)) {
        for (const piece of piecesOf(points, kind)) {
          for (const part of [0, 0.2, 0.5, 0.9, 1]) {
            assert.closeTo(evaluate(points, kind, along(piece, 0, part)), along(piece, 1, part), 1e-8);
          }
        }
      }
    });
  }

  it("keeps the height of the ends beyond them", () => {
    const points: Point[] = [
      [0, 2],
      [1, 5],
      [3, 1],
    ];
    for (const kind of ["linear", "monotone", "spline"] as const) {
      assert.equal(evaluate(points, kind, -9), 2);
      assert.equal(evaluate(points, kind, 9), 1);
    }
  });

  it("is flat with one point, and nowhere with none", () => {
    assert.equal(evaluate([[2, 7]], "spline", 5), 7);
    assert.isNaN(evaluate([], "monotone", 0));
    assert.deepEqual(piecesOf([[2, 7]], "monotone"), []);
  });

  it("never leaves the heights of its neighbours when it is monotone", () => {
    const points: Point[] = [0, 0.01, 5, 5, 4.9, 9, -3].map((y, x) => [x, y]);
    for (let x = 0; x <= 6; x += 0.01) {
      const [a, b] = [points[Math.floor(x)]![1], points[Math.min(6, Math.floor(x) + 1)]![1]];
      const y = evaluate(points, "monotone", x);
      assert.isTrue(y >= Math.min(a, b) - 1e-12 && y <= Math.max(a, b) + 1e-12, `${y} at ${x}`);
    }
  });
});
