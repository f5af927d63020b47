import type { Summary } from "./summary.ts";
import { clamp, finest, multiple, niceStep, stepsAbove, stepsBelow } from "../kit/steps.ts";

/** Bars of a histogram: bar i lies between edges i and i + 1. */
export interface Bins {
  /** One more than there are bars, rising. */
  readonly edges: Float64Array;
  readonly counts: Uint32Array;
  /** Smallest and largest number in each bar; +∞ and -∞ in an empty one. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** The largest count. */
  readonly most: number;
  /**
   * How far an end of a range stands off the number that it includes: half for whole numbers, whose bars lie around
   * them; 0 for others.
   */
  readonly pad: number;
}

/** About how many bars suit so many numbers. */
export function suitableBins(count: number): number {
  return clamp(Math.round(2 * Math.sqrt(count)), 10, 60);
}

/**
 * Puts the finite numbers into about `wanted` bars in one pass. Edges are multiples of a round step; whole numbers get
 * bars of whole steps around them, one distinct number is a bar of its own.
 */
export function binData(data: Float64Array, summary: Summary, wanted: number): Bins {
  const { edges, step, first, pad } = layOut(summary, wanted);
  const last = edges.length - 2;
  const counts = new Uint32Array(last + 1);
  const lows = new Float64Array(last + 1).fill(Infinity);
  const highs = new Float64Array(last + 1).fill(-Infinity);
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x !== 0) continue;
    // Rounding can miss an edge by the last bit.
    let bar = Math.min(last, Math.max(0, Math.floor(x / step) - first));
    if (bar > 0 && x < edges[bar]!) bar--;
    else if (bar < last && x >= edges[bar + 1]!) bar++;
    counts[bar]!++;
    if (x < lows[bar]!) lows[bar] = x;
    if (x > highs[bar]!) highs[bar] = x;
  }
  return { edges, counts, lows, highs, most: counts.reduce((most, count) => Math.max(most, count), 0), pad };
}

function layOut({ low, high, whole }: Summary, wanted: number) {
  if (low === high && !whole) {
    const step = niceStep(Math.abs(low) / 10);
    return { edges: Float64Array.of(low - step / 2, low + step / 2), step, first: 0, pad: step / 2 };
  }
  const least = high / wanted - low / wanted;
  const step = niceStep(whole ? Math.max(1, (high - low + 1) / wanted) : Math.max(least, finest(low, high)));
  const pad = whole ? 0.5 : 0;
  const first = stepsBelow(low, step);
  const end = Math.max(first + 1, whole ? stepsBelow(high, step) + 1 : stepsAbove(high, step));
  const edges = Float64Array.from({ length: end - first + 1 }, (_, i) => multiple(first + i, step) - pad);
  return { edges, step, first, pad };
}

/** The range that picks exactly what a bar counts: its edges, or the numbers in it where an edge belongs to the next. */
export function barRange({ edges, highs, lows, pad }: Bins, bar: number): readonly [number, number] {
  const [low, high] = [edges[bar]! + pad, edges[bar + 1]! - pad];
  return [low, pad === 0 && lows[bar + 1] === high ? Math.max(low, highs[bar]!) : high];
}

/**
 * Where the accented part of the bars starts and ends, in the unit of the data: at an end of the range, moved to the
 * edge of its bar where the range takes all or nothing of what the bar counts.
 */
export function accented(bins: Bins, low: number, high: number): readonly [number, number] {
  const { edges, lows, highs, pad } = bins;
  const [from, to] = [barAt(bins, low), barAt(bins, high)];
  let [start, end] = [low - pad, high + pad];
  if (from >= 0 && low <= lows[from]!) start = edges[from]!;
  else if (low > highs[from]!) start = edges[from + 1]!;
  if (to >= 0 && high >= highs[to]!) end = edges[to + 1]!;
  else if (high < lows[to]!) end = edges[to]!;
  return [start, Math.max(start, end)];
}

/** The bar around a number, or -1 beside all bars. */
export function barAt({ edges }: Bins, x: number): number {
  const last = edges.length - 1;
  if (x === edges[last]) return last - 1;
  for (let bar = last - 1; bar >= 0; bar--) if (x >= edges[bar]!) return x > edges[last]! ? -1 : bar;
  return -1;
}
