import { decimals, multiple, niceStep, stepsAbove, stepsBelow } from "../kit/steps.ts";
import { along, type Piece, piecesOf, type Point } from "./curve.ts";
import type { Curve, Range } from "./moves.ts";

/** What the plot shows: from where to where on x and y. */
export type View = readonly [Range, Range];

/** A place in the plot: parts of its width and height, from its top left. */
export const partsOf = ([x, y]: Point, [[left, right], [bottom, top]]: View): Point => [
  (x / 2 - left / 2) / (right / 2 - left / 2),
  (top / 2 - y / 2) / (top / 2 - bottom / 2),
];

/** The point at a place in the plot. */
export const pointAt = ([u, v]: Point, [[left, right], [bottom, top]]: View): Point => [
  left * (1 - u) + right * u,
  top * (1 - v) + bottom * v,
];

/** The curve's pieces in parts of the plot, where no number is too big to draw. */
export const shownPieces = ({ points, kind }: Curve, view: View): readonly Piece[] =>
  piecesOf(
    points.map((each) => partsOf(each, view)),
    kind,
  );

/** Places along pieces, dense enough to find one that is near. */
export const trace = (pieces: readonly Piece[]): Point[] =>
  pieces.flatMap((piece) =>
    Array.from(
      { length: 101 },
      (_, n): Point => [0, 1].map((axis) => along(piece, axis as 0 | 1, n / 100)) as unknown as Point,
    ),
  );

/** The limits, and what lies beyond them: room for handles, and all of the curve. */
export function viewOf(curve: Curve): View {
  const { kind, limits, beyond } = curve;
  const [x, [low, high]] = limits;
  const more = kind === "bezier" ? beyond : 0;
  const ys = trace(shownPieces(curve, limits)).map((each) => pointAt(each, limits)[1]);
  const [least, most] = [Math.min(...ys, low), Math.max(...ys, high)];
  const room = (most - least) / 20;
  return [
    x,
    [Math.min(low - more, least < low ? least - room : low), Math.max(high + more, most > high ? most + room : high)],
  ];
}

/** Round numbers of an axis, and how they are written. */
export function ticksOf([low, high]: Range): readonly (readonly [number, string])[] {
  const step = niceStep(high / 6 - low / 6);
  const first = stepsAbove(low, step);
  const { format } = new Intl.NumberFormat(
    undefined,
    Math.abs(high) + Math.abs(low) < 1e6
      ? { minimumFractionDigits: Math.min(20, decimals(step)) }
      : { notation: high < 1e15 ? "compact" : "scientific" },
  );
  return Array.from({ length: stepsBelow(high, step) - first + 1 }, (_, i) => {
    const at = multiple(first + i, step) + 0;
    return [at, format(at)];
  });
}

const short = (x: number): string => String(Math.round(x * 1e5) / 1e5);

/** The path of pieces. */
export const pathOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece, i) => `${i ? "" : `M${piece[0]}`}C${piece.slice(1).flat().map(short)}`).join("");

/** The path of dots for rows of x and y: at most 5,000, evenly picked. */
export function dotsOf(rows: Float64Array, view: View): string {
  const stride = 2 * Math.ceil(rows.length / 10_000);
  let path = "";
  for (let i = 0; i < rows.length; i += stride) {
    const parts = partsOf([rows[i]!, rows[i + 1]!], view);
    if (parts.every((part) => part >= 0 && part <= 1)) path += `M${parts.map(short)}h0`;
  }
  return path;
}

const BARS = 40;

/** The path of a histogram that is as high as the plot; nothing without numbers. */
export function barsOf(numbers: Float64Array, view: View): string {
  const counts: number[] = Array(BARS).fill(0);
  for (const x of numbers) {
    const [u] = partsOf([x, 0], view);
    if (u >= 0 && u <= 1) counts[Math.min(BARS - 1, Math.floor(u * BARS))]!++;
  }
  const most = Math.max(...counts);
  return most ? counts.map((count, i) => `M${i / BARS} 1V${short(1 - count / most)}h${1 / BARS}V1`).join("") : "";
}
