/** A point of the curve. */
export type Point = readonly [x: number, y: number];

/** How the curve goes through its points; the points of a Bézier are its start, two handles and its end. */
export type Kind = "linear" | "monotone" | "spline" | "bezier";

/** A cubic Bézier whose x never goes back. */
export type Piece = readonly [start: Point, first: Point, second: Point, end: Point];

/** The curve as pieces, from left to right; none where there are fewer than two points. */
export function piecesOf(points: readonly Point[], kind: Kind): readonly Piece[] {
  if (kind === "bezier" && points.length === 4) return [points as unknown as Piece];
  const widths = between(points, ([a], [b]) => b - a);
  const rises = between(points, ([a, c], [b, d]) => (d - c) / (b - a));
  const slopes = kind === "monotone" ? pchip(widths, rises) : kind === "spline" ? natural(widths, rises) : undefined;
  return between(points, (start, end, i) => {
    const third = widths[i]! / 3;
    const [before, behind] = slopes ? [slopes[i]!, slopes[i + 1]!] : [rises[i]!, rises[i]!];
    return [start, [start[0] + third, start[1] + before * third], [end[0] - third, end[1] - behind * third], end];
  });
}

/** The curve's y at an x; beyond its ends that of the nearest end. NaN without points. */
export function evaluate(points: readonly Point[], kind: Kind, x: number): number {
  const pieces = piecesOf(points, kind);
  const piece = pieces.find((each) => x <= each[3][0]);
  if (!piece) return points.at(-1)?.[1] ?? NaN;
  if (x <= piece[0][0]) return piece[0][1];
  if (x === piece[3][0]) return piece[3][1];
  let [low, high] = [0, 1];
  for (let n = 0; n < 54; n++) {
    const middle = (low + high) / 2;
    if (along(piece, 0, middle) < x) low = middle;
    else high = middle;
  }
  return along(piece, 1, (low + high) / 2);
}

/** A coordinate (0: x, 1: y) of a piece at a part of the way through it. */
export function along([a, b, c, d]: Piece, axis: 0 | 1, part: number): number {
  const rest = 1 - part;
  return (
    a[axis] * rest ** 3 + 3 * b[axis] * rest * rest * part + 3 * c[axis] * rest * part * part + d[axis] * part ** 3
  );
}

const between = <T>(points: readonly Point[], make: (a: Point, b: Point, i: number) => T): T[] =>
  points.slice(1).map((point, i) => make(points[i]!, point, i));

/** Slopes of a monotone curve (Fritsch and Carlson 1980, with the weights of Fritsch and Butland 1984), as SciPy's. */
function pchip(widths: readonly number[], rises: readonly number[]): number[] {
  const last = rises.length;
  const atEnd = (i: number, next: number): number => {
    const [h, k, d, e] = [widths[i]!, widths[next]!, rises[i]!, rises[next]!];
    const slope = ((2 * h + k) * d - h * e) / (h + k);
    return slope * d <= 0 ? 0 : d * e < 0 && Math.abs(slope) > 3 * Math.abs(d) ? 3 * d : slope;
  };
  return Array.from({ length: last + 1 }, (_, i) => {
    if (last < 2) return rises[0] ?? 0;
    if (i === 0) return atEnd(0, 1);
    if (i === last) return atEnd(last - 1, last - 2);
    const [h, k, d, e] = [widths[i - 1]!, widths[i]!, rises[i - 1]!, rises[i]!];
    return d * e <= 0 ? 0 : (3 * (h + k)) / ((2 * k + h) / d + (k + 2 * h) / e);
  });
}

/** Slopes of the natural cubic spline: a tridiagonal system, solved by elimination. */
function natural(widths: readonly number[], rises: readonly number[]): number[] {
  const last = rises.length;
  const ratios: number[] = [];
  const slopes: number[] = [];
  for (let i = 0; i <= last; i++) {
    // The rows at the ends say that nothing bends there.
    const [left, right] = i === 0 ? [1, 0] : i === last ? [0, 1] : [widths[i - 1]!, widths[i]!];
    const pivot = 2 * (left + right) - right * (ratios[i - 1] ?? 0);
    ratios[i] = left / pivot;
    const wanted = 3 * (right * (rises[i - 1] ?? 0) + left * (rises[i] ?? 0));
    slopes[i] = (wanted - right * (slopes[i - 1] ?? 0)) / pivot;
  }
  for (let i = last - 1; i >= 0; i--) slopes[i]! -= ratios[i]! * slopes[i + 1]!;
  return slopes;
}
