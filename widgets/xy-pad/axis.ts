import { fitNumber } from "../kit/number-field.ts";
import { clamp, decimals, multiple, niceStep, snap } from "../kit/steps.ts";

/** One direction of the pad, from its `start` (left, bottom) to its `end`. */
export interface Axis {
  readonly start: number;
  readonly end: number;
  /** The same in the order of numbers. */
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  /** What numbers are whole steps of, from `low`; 0 where nobody has said. */
  readonly step: number;
  /** Where nobody has said a step: what dragged numbers are multiples of. */
  readonly grain: number;
}

/** An axis; a range that no logarithm can be taken of is linear. */
export function axisOf([start, end]: readonly [number, number], step: number | null, log: boolean): Axis {
  const [low, high] = start <= end ? [start, end] : [end, start];
  const grain = niceStep(high / 1000 - low / 1000);
  return { start, end, low, high, log: log && low > 0, step: step ?? 0, grain };
}

/** How far along the axis a number is, 0 to 1; one beyond it stands at its end. 0.5 where the axis has no length. */
export function shareOf({ start, end, log }: Axis, n: number): number {
  // Halves, since the whole length of an axis may be beyond the greatest double.
  const [from, to, at] = log ? [Math.log(start), Math.log(end), Math.log(n)] : [start / 2, end / 2, n / 2];
  const share = (at - from) / (to - from);
  return from === to ? 0.5 : Number.isNaN(share) ? Number.NaN : clamp(share, 0, 1);
}

/** The number at a share of the axis, on a step. */
export function numberAt(axis: Axis, share: number): number {
  const { start, end, log } = axis;
  const at = clamp(share, 0, 1);
  return fit(axis, log ? start * (end / start) ** at : start * (1 - at) + end * at);
}

/** The nearest number that the pointer can choose: on a step, or a round one. */
export function fit({ low, high, step, log, grain }: Axis, n: number): number {
  if (step > 0) return fitNumber(n, low, high, step);
  return clamp(log ? Number(n.toPrecision(3)) : snap(n, grain), low, high);
}

/** The number `steps` key presses from `n` towards the end of the axis: a step each, or a hundredth of the axis. */
export function moved(axis: Axis, n: number, steps: number): number {
  const { start, end, low, high, log, step } = axis;
  const way = Math.sign(end - start) * steps;
  const next = log
    ? numberAt(axis, shareOf(axis, n) + steps / 100)
    : fit(axis, n + way * (step || niceStep(high / 100 - low / 100)));
  return next === n && step > 0 ? fit(axis, n + Math.sign(way) * step) : next;
}

/** Writes numbers of an axis in the reader's locale, and nothing away that a person has typed. */
export function format({ low, high, log, step, grain }: Axis): (n: number) => string {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const digits = decimals(step || grain) + (step ? 0 : 2);
  const { format: write } = new Intl.NumberFormat(
    undefined,
    largest >= 1e15 || digits > 12
      ? { notation: "scientific", maximumFractionDigits: 6 }
      : log && !step
        ? { maximumSignificantDigits: 6 }
        : { maximumFractionDigits: digits },
  );
  return write;
}

/** A round number on an axis: how far along it, and how it is written. */
export interface Tick {
  readonly share: number;
  readonly text: string;
}

/** About `count` round numbers; powers of ten where factors count. */
export function ticks(axis: Axis, count: number): readonly Tick[] {
  const { low, high, log } = axis;
  const decades = log ? Math.log10(high / low) : 0;
  const step = niceStep(high / count - low / count);
  const values = decades < 1 ? multiples(low, high, step) : powers(low, decades, count);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const format = new Intl.NumberFormat(undefined, {
    notation: (log ? low : largest) < 1e-4 || largest >= 1e15 ? "scientific" : "compact",
    // As many as tell them apart.
    maximumSignificantDigits: decades < 1 ? clamp(Math.ceil(Math.log10(largest / step)) + 1, 1, 15) : 3,
  });
  return values.filter((n) => n >= low && n <= high).map((n) => ({ share: shareOf(axis, n), text: format.format(n) }));
}

function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  // No more than fit: a step that is next to nothing beside its numbers has no multiples.
  const count = clamp(Math.floor(high / step) - first + 1, 0, 20);
  return high > low ? Array.from({ length: count }, (_, i) => multiple(first + i, step)) : [];
}

function powers(low: number, decades: number, count: number): number[] {
  const every = Math.ceil(decades / count);
  const first = Math.floor(Math.log10(low));
  const factors = decades * 3 <= count ? [1, 2, 5] : [1];
  return Array.from({ length: Math.ceil(decades / every) + 2 }, (_, i) =>
    factors.map((factor) => Number(`${factor}e${first + i * every}`)),
  ).flat();
}
