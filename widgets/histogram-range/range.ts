import { clamp, multiple, snap, stepsAbove, stepsBelow } from "../kit/steps.ts";

/** A range, both ends inclusive. */
export type Range = readonly [low: number, high: number];

/** 0 is the low end, 1 the high end. */
export type End = 0 | 1;

/** Where ends may be. */
export interface Rules {
  /** From where to where. */
  readonly reach: Range;
  /** Ends stop at multiples of this, and at the ends of the reach. */
  readonly step: number;
}

/** Puts one end at a number, as near as the rules and the other end allow. */
export function moveEnd(range: Range, end: End, to: number, { reach }: Pick<Rules, "reach">): Range {
  const at = clamp(to, ...reach);
  return end === 0 ? [Math.min(at, range[1]), range[1]] : [range[0], Math.max(at, range[0])];
}

/** Moves one end by a number of steps; from between two stops, the next stop counts as one. */
export function stepEnd(range: Range, end: End, steps: number, rules: Rules): Range {
  const from = steps > 0 ? stepsBelow(range[end], rules.step) : stepsAbove(range[end], rules.step);
  return moveEnd(range, end, multiple(from + steps, rules.step), rules);
}

/** Moves the whole range by about `delta`, in steps, its width kept, as far as the reach allows. */
export function slide([low, high]: Range, delta: number, { reach, step }: Rules): Range {
  const width = high - low;
  const by = snap(delta, step);
  if (low + by <= reach[0]) return [reach[0], tidy(reach[0] + width)];
  if (high + by >= reach[1]) return [tidy(reach[1] - width), reach[1]];
  return [tidy(low + by), tidy(high + by)];
}

/** The range from one number to another, whichever is the lower, on stops; `pad` as in `Bins`. */
export function between(a: number, b: number, pad: number, { reach, step }: Rules): Range {
  const stop = (x: number) => clamp(snap(x, step), ...reach);
  const low = stop(Math.min(a, b) + pad);
  return [low, Math.max(low, stop(Math.max(a, b) - pad))];
}

/** Without the noise that adding binary fractions leaves. */
function tidy(x: number): number {
  return Number(x.toPrecision(15));
}
