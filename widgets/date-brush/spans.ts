import { clamp } from "../kit/steps.ts";
import { type Span, type Unit, wholeOf } from "./days.ts";

/** Spans by a name, seen from a day. */
export const PRESETS: readonly (readonly [name: string, span: (day: number) => Span])[] = [
  ["Last 7 days", (day) => [day - 6, day]],
  ["Last 30 days", (day) => [day - 29, day]],
  ...(["month", "quarter", "year"] as const).map(
    (unit: Unit) => [`This ${unit}`, (day: number) => wholeOf(day, unit)] as const,
  ),
  ["All", () => [-Infinity, Infinity]],
];

/** A span within the days that there are. */
export const within = ([first, last]: Span, [low, high]: Span): Span => [
  clamp(first, low, high),
  clamp(last, low, high),
];

/** The span from the first day of two to the last. */
export const join = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** Whether two spans have the same days. */
export const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
