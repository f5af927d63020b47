import type { Point } from "./curve.ts";

/** Easings by name: the handles of a Bézier from 0, 0 to 1, 1. CSS has names for the first five. */
const EASINGS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  linear: [0, 0, 1, 1],
  ease: [0.25, 0.1, 0.25, 1],
  "ease-in": [0.42, 0, 1, 1],
  "ease-out": [0, 0, 0.58, 1],
  "ease-in-out": [0.42, 0, 0.58, 1],
  "back-in": [0.36, 0, 0.66, -0.56],
  "back-out": [0.34, 1.56, 0.64, 1],
  "back-in-out": [0.68, -0.6, 0.32, 1.6],
};

/** The easings between two ends, as points of a Bézier by name. */
export const easings = (start: Point, end: Point): (readonly [name: string, points: readonly Point[]])[] =>
  Object.entries(EASINGS).map(([name, [x1, y1, x2, y2]]) => {
    const at = (x: number, y: number): Point => [
      start[0] + (end[0] - start[0]) * x,
      start[1] + (end[1] - start[1]) * y,
    ];
    return [name, [start, at(x1, y1), at(x2, y2), end]];
  });
