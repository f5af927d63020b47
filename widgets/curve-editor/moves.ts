import { fitNumber } from "../kit/number-field.ts";
import { clamp, niceStep, snap } from "../kit/steps.ts";
import { along, type Kind, type Piece, piecesOf, type Point } from "./curve.ts";

/** From where to where, both ends inclusive. */
export type Range = readonly [low: number, high: number];

/** A curve and where its points may be. */
export interface Curve {
  readonly kind: Kind;
  readonly points: readonly Point[];
  /** The limits of x and of y. */
  readonly limits: readonly [Range, Range];
  /** The steps of x and of y, from the lower limit; 0: none. */
  readonly steps: Point;
  /** How far handles may go beyond the limits of y. */
  readonly beyond: number;
  readonly ends: "slide" | "fixed" | "free";
}

/** The most points that there may be. */
export const MOST = 100;

/** The finest step that the pointer and the keys need. */
export const fineness = ([low, high]: Range): number => niceStep(high / 1000 - low / 1000);

const isEnd = ({ points }: Curve, index: number): boolean => index === 0 || index === points.length - 1;

export const isHandle = (curve: Curve, index: number): boolean => curve.kind === "bezier" && !isEnd(curve, index);

/** Where a point may be on an axis (0: x, 1: y), given the others; low is not below high where it may not move. */
export function reach(curve: Curve, index: number, axis: 0 | 1): Range {
  const { kind, points, limits, steps, beyond, ends } = curve;
  const [low, high] = limits[axis];
  const x = (at: number) => points[at]?.[0];
  if (isHandle(curve, index)) return axis ? [low - beyond, high + beyond] : [x(0)!, x(points.length - 1)!];
  if (isEnd(curve, index) && ends !== "free" && !(axis && ends === "slide")) {
    const now = points[index]![axis];
    return [now, now];
  }
  if (axis) return [low, high];
  if (kind === "bezier") return [x(index)!, x(index)!];
  const gap = steps[0] || fineness([low, high]);
  return [tidy((x(index - 1) ?? low - gap) + gap), tidy((x(index + 1) ?? high + gap) - gap)];
}

/** The points after one was put as near to a place as may be; `exact` is for numbers that were typed. */
export function place(curve: Curve, index: number, to: Point, exact = false): readonly Point[] {
  const { points, limits, steps } = curve;
  const moved = ([0, 1] as const).map((axis) => {
    const [now, n] = [points[index]![axis], to[axis]];
    const [low, high] = reach(curve, index, axis);
    if (low >= high || n === now) return now;
    const [step, range] = [steps[axis], limits[axis]];
    const near = clamp(step || exact ? n : snap(n, fineness(range)), low, high);
    // The grid of steps begins at the limit; handles may be on the other side of it.
    return fitNumber(near, step ? range[0] - Math.ceil((range[0] - low) / step) * step : low, high, step) + 0;
  });
  return points.with(index, moved as unknown as Point);
}

/** The points with one more near a place, and its index; nothing where there is no room. */
export function insert(curve: Curve, at: Point): readonly [points: readonly Point[], index: number] | undefined {
  const { kind, points, ends } = curve;
  const index = points.filter(([x]) => x <= at[0]).length;
  // It starts nowhere, so that it is somewhere only where it may be.
  const more = { ...curve, ends: "free", points: points.toSpliced(index, 0, [NaN, NaN]) } as const;
  if (kind === "bezier" || points.length >= MOST || (isEnd(more, index) && ends !== "free")) return undefined;
  const added = place(more, index, at);
  return added[index]![0] > -Infinity ? [added, index] : undefined;
}

/** Whether a point may go: two stay, and so do ends that are not free. */
export const canRemove = (curve: Curve, index: number): boolean =>
  curve.kind !== "bezier" && curve.points.length > 2 && (curve.ends === "free" || !isEnd(curve, index));

/** The points for another kind: on a Bézier, or a Bézier's on the line between the ends. */
export function become({ kind, points, limits }: Curve, next: Kind): readonly Point[] {
  const [a, b] = [points[0], points.at(-1)];
  if (!a || !b || kind === next || (kind !== "bezier" && next !== "bezier")) return points;
  if (next === "bezier") return piecesOf([a, b], "linear")[0]!;
  const on = (part: number, axis: 0 | 1) => along(points as unknown as Piece, axis, part);
  return [a, ...[0.25, 0.5, 0.75].map((part) => [on(part, 0), clamp(on(part, 1), ...limits[1])] as const), b];
}

/** Points as a curve needs them, whatever came: within the limits, in order of x, a Bézier's handles between its ends. */
export function orderly(curve: Curve): readonly Point[] {
  const { kind, points } = curve;
  const within = points.map(([x, y], i): Point => {
    const [xs, ys] = isHandle(curve, i) ? [reach(curve, i, 0), reach(curve, i, 1)] : curve.limits;
    return [clamp(x, ...xs), clamp(y, ...ys)];
  });
  if (kind === "bezier" && points.length === 4 && within[0]![0] < within[3]![0]) return within;
  const rising = within.filter(([x], i) => within.slice(0, i).every(([before]) => before < x));
  return kind === "bezier" ? become({ ...curve, kind: "linear", points: rising }, kind) : rising;
}

/** Without the noise that adding binary fractions leaves. */
const tidy = (x: number): number => Number(x.toPrecision(12));
