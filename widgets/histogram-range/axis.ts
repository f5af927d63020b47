import { formatter } from "./numbers.ts";
import type { Range } from "./range.ts";
import { clamp, decimals, multiple, niceStep, stepsAbove, stepsBelow } from "../kit/steps.ts";

/** A number on the axis. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** How far along the axis a number is: 0 at its start, 1 at its end. */
export function along(x: number, [start, end]: Range): number {
  return (x / 2 - start / 2) / (end / 2 - start / 2);
}

/** The number at a part of the axis. */
export function numberAt(part: number, [start, end]: Range): number {
  return start * (1 - part) + end * part;
}

/**
 * Round numbers along an axis of so many pixels, as many as fit without touching. Where they are many digits long,
 * they are written short: 1.5M, 2E-9.
 */
export function ticksFor(axis: Range, width: number, whole: boolean, options: object, locale?: string): Tick[] {
  const [start, end] = axis;
  const largest = Math.max(Math.abs(start), Math.abs(end));
  let wanted = Math.max(6, Math.floor(width / 64));
  for (;;) {
    const least = end / wanted - start / wanted;
    const step = Math.max(niceStep(least), whole ? 1 : 0);
    const { format } = formatter(locale, shortest(largest, step), options);
    const [first, last] = [stepsAbove(start, step), stepsBelow(end, step)];
    const ticks = Array.from({ length: Math.min(100, last - first + 1) }, (_, i) => {
      const at = multiple(first + i, step);
      return { at, text: at === 0 ? formatter(locale, {}, options).format(0) : format(at) };
    });
    const longest = Math.max(...ticks.map(({ text }) => text.length));
    if (wanted === 2 || ticks.length * (longest * 7 + 16) <= width) return ticks;
    wanted--;
  }
}

function shortest(largest: number, step: number): Intl.NumberFormatOptions {
  const digits = decimals(step);
  if (largest < 1e6 && digits < 7) return { maximumFractionDigits: digits };
  return {
    notation: largest >= 1e15 || digits > 6 ? "scientific" : "compact",
    maximumSignificantDigits: clamp(powerOf(largest) - powerOf(step) + 1, 1, 15),
  };
}

const powerOf = (x: number): number => Number(x.toExponential().split("e")[1]);
