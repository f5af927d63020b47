import type { Json } from "../kit/traits.ts";

/** How one number moves and reads. `base` is a value on the grid of steps; `precision` counts kept decimals. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly base: number;
  readonly precision: number;
  /** Decimals shown. */
  readonly digits: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly label: string;
}

/** Decimals that a number is written with, at most 12. */
export function decimals(n: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d*\.?(\d*)(?:e([+-]\d+))?$/.exec(String(n)) ?? [];
  return Math.min(Math.max(fraction.length - Number(exponent), 0), 12);
}

export const isNumber = (json: Json | undefined): json is number => Number.isFinite(json);
const text = (json: Json | undefined): string => (typeof json === "string" ? json : "");

/** What a number or a choice is called: by its record in `numbers`, else by its own name. */
export const labelOf = (name: string, record: Readonly<Record<string, Json>>): string =>
  text(record.label) || name.replaceAll("_", " ").trim() || name;

/**
 * The scale of a number from its record in `numbers` and what it was at first. What the record leaves out is inferred:
 * no limits; a hundredth as step where the limits are at most 1 apart, else the last decimal that is written.
 * What it says wrongly is left out as well.
 */
export function scaleOf(name: string, record: Readonly<Record<string, Json>>, initial: number): Scale {
  const { min: low, max: high, step: wanted, digits: given, prefix, suffix } = record;
  const min = isNumber(low) ? low : -Infinity;
  const max = Math.max(isNumber(high) ? high : Infinity, min);
  const base = min === -Infinity ? initial : min;
  const written = Math.max(...[initial, min, max].filter(Number.isFinite).map(decimals), 0);
  const step = isNumber(wanted) && wanted > 0 ? wanted : max - min <= 1 && max > min ? 0.01 : 10 ** -written;
  const precision = Math.max(decimals(step), decimals(base));
  const digits = isNumber(given) && given >= 0 ? Math.min(Math.round(given), 12) : precision;
  return {
    min,
    max,
    step,
    base,
    digits,
    precision: Math.max(precision, digits),
    prefix: text(prefix),
    suffix: text(suffix),
    label: labelOf(name, record),
  };
}

/** `n` within the limits, to the precision of the scale. */
export function fit(scale: Scale, n: number): number {
  const rounded = Number(n.toFixed(scale.precision));
  return Math.min(Math.max(Object.is(rounded, -0) ? 0 : rounded, scale.min), scale.max);
}

/** `n` on the nearest step. */
export function snap(scale: Scale, n: number): number {
  return fit(scale, scale.base + Math.round((n - scale.base) / scale.step) * scale.step);
}

/** `n` moved by `count` steps, onto the grid: from between two steps the first goes to the next one on that side. */
export function nudge(scale: Scale, n: number, count: number): number {
  const at = (n - scale.base) / scale.step;
  const near = Math.round(at);
  const from = Math.abs(at - near) < 1e-6 ? near : count > 0 ? Math.floor(at) : Math.ceil(at);
  return fit(scale, scale.base + (from + count) * scale.step);
}

/** Steps of a PageUp: a tenth of the range, at least 2, or 10 where there is no range. */
export function page(scale: Scale): number {
  const steps = stepsOf(scale);
  return Number.isFinite(steps) ? Math.max(2, Math.round(steps / 10)) : 10;
}

/** Steps that a drag of one px is worth: a whole range in about 400 px, but never less than 8 px a step. */
export function stepsPerPixel(scale: Scale): number {
  const steps = stepsOf(scale);
  return Number.isFinite(steps) ? Math.max(steps / 400, 1 / 8) : 1 / 4;
}

const stepsOf = ({ min, max, step }: Scale): number => (max - min) / step;
