import { dateFormat, DAY } from "../kit/dates.ts";
import { type Span, weekOf } from "./days.ts";

/** A span as the reader writes it, with its ISO weeks. */
export function written([first, last]: Span): string {
  const weekday = first === last ? ({ weekday: "short" } as const) : {};
  const format = dateFormat({ year: "numeric", month: "short", day: "numeric", ...weekday });
  const [from, to] = [weekOf(first), weekOf(last)];
  const weeks = from.week === to.week && from.year === to.year ? `W${from.week}` : `W${from.week}–W${to.week}`;
  return `${format.formatRange(first * DAY, last * DAY)} · ${weeks}`;
}
