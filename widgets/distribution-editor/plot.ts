import { clamp, multiple, niceStep } from "../kit/steps.ts";
import type { Distribution } from "./law.ts";
import type { Sample } from "./sample.ts";

/** The part of the axis that is shown. */
export type Axis = readonly [start: number, end: number];

/** How wide a plot is drawn; it is stretched to its place. */
export const WIDTH = 1000;

const POINTS = 240;

/** What is drawn, as data of SVG paths in a box of `WIDTH` and a height. */
export interface Plot {
  readonly line: string;
  readonly bars: string;
  /** The height of the curve over a number, in pixels from the top. */
  readonly top: (x: number) => number;
}

/** The part of the axis before a number, 0 to 1 within it. */
export const along = (x: number, [start, end]: Axis): number => (x / 2 - start / 2) / (end / 2 - start / 2);

/** The curve of a distribution and the bars of a sample behind it, as densities or as shares below. */
export function plotOf(
  { from, to, cdf, ppf }: Distribution,
  sample: Sample | undefined,
  axis: Axis,
  height: number,
  isCumulative: boolean,
): Plot {
  const start = isCumulative ? axis[0] : Math.max(axis[0], from);
  const end = isCumulative ? axis[1] : Math.min(axis[1], to);
  const near = (axis[1] - axis[0]) / POINTS / 4;
  const density = (x: number) => {
    const [left, right] = [Math.max(from, x - near), Math.min(to, x + near)];
    return (cdf(right) - cdf(left)) / (right - left);
  };
  const curve = isCumulative ? cdf : density;
  const xs = Array.from({ length: POINTS + 1 }, (_, i) => start + ((end - start) * i) / POINTS);
  const ys = xs.map(curve);
  let below = 0;
  const tall = (sample?.counts ?? []).map((here, i) => {
    const share = here / sample!.count;
    below += share;
    return isCumulative ? below : share / (sample!.edges[i + 1]! - sample!.edges[i]!);
  });
  // An endless peak is cut off well above what else there is.
  const most = isCumulative ? 1 : Math.max(Math.min(12 / (ppf(0.95) - ppf(0.05)), Math.max(...ys)), ...tall);
  const px = (x: number) => Math.round(clamp(along(x, axis), -1, 2) * WIDTH * 10) / 10;
  const py = (y: number) => Math.round(clamp(1 - (0.92 * y) / most || 0, 0, 1) * height * 10) / 10;
  return {
    line: `M${px(start)} ${height}${xs.map((x, i) => `L${px(x)} ${py(ys[i]!)}`).join("")}${isCumulative ? "" : `V${height}`}`,
    bars: tall
      .map((y, i) => y && `M${px(sample!.edges[i]!)} ${height}V${py(y)}H${px(sample!.edges[i + 1]!)}V${height}Z`)
      .filter(Boolean)
      .join(""),
    top: (x) => py(curve(x)),
  };
}

/**
 * The part of the axis that shows a distribution, its handles and a sample. What was shown stays while all of it fits
 * and is not small there.
 */
export function axisFor(
  { ppf }: Distribution,
  handles: readonly number[],
  sample: Sample | undefined,
  shown: Axis | undefined,
): Axis {
  const [q1, q9] = [ppf(0.05), ppf(0.95)];
  const some = [
    Math.max(ppf(0.003), 2 * q1 - q9),
    Math.min(ppf(0.997), 2 * q9 - q1),
    ...handles,
    ...(sample ? [sample.low, sample.high] : []),
  ].filter(Number.isFinite);
  const [low, high] = [Math.min(...some), Math.max(...some)];
  if (shown && shown[0] <= low && high <= shown[1] && (high - low) * 2.5 > shown[1] - shown[0]) return shown;
  const pad = (high - low) * 0.05 || Math.abs(low) / 100 || 1;
  return [low - pad, high + pad];
}

/** About five round numbers along the axis. */
export function ticksOf([start, end]: Axis): number[] {
  const step = niceStep(end / 6 - start / 6);
  const first = Math.ceil(start / step);
  return Array.from({ length: Math.min(9, Math.floor(end / step) - first + 1) }, (_, i) => multiple(first + i, step));
}
