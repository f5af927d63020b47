import { type Axis, axisOf, toUnit } from "./axis.ts";

/** Rows placed in the unit square: x and y each run from 0 to 1, y upwards. */
export interface Points {
  /** Rows, those that are left out included. */
  readonly count: number;
  /** Rows without a finite x and y; their `u` and `v` are NaN. */
  readonly leftOut: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** The group that each row is drawn as. */
  readonly group: Uint16Array;
  /** Drawn rows by group. */
  readonly sizes: Uint32Array;
}

/** The traits that say where the points are. */
export interface PointData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Empty: all rows are of group 0. */
  readonly category: ArrayLike<number>;
  /** The number of named categories: a row with another code, or none, is of the group behind the last. */
  readonly categories: number;
}

/** Places the rows that have both an x and a y; rows beyond the shorter of the two do not count. */
export function placePoints({ x, y, category, categories }: PointData): Points {
  const count = Math.min(x.length, y.length);
  const finite = (row: number) => row < count && Number.isFinite(x[row]) && Number.isFinite(y[row]);
  const axisX = axisOf(x, finite);
  const axisY = axisOf(y, finite);
  const u = new Float64Array(count).fill(NaN);
  const v = new Float64Array(count).fill(NaN);
  const group = new Uint16Array(count);
  const none = Math.min(categories, 65535);
  const sizes = new Uint32Array(none + 1);
  let leftOut = 0;
  for (let row = 0; row < count; row++) {
    if (category.length > 0) group[row] = Math.min(category[row] ?? none, none);
    if (!finite(row)) {
      leftOut++;
      continue;
    }
    u[row] = toUnit(axisX, x[row]!);
    v[row] = toUnit(axisY, y[row]!);
    sizes[group[row]!]!++;
  }
  return { count, leftOut, x: axisX, y: axisY, u, v, group, sizes };
}
