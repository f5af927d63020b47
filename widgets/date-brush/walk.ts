import { later, type Unit } from "./days.ts";
import type { Layout } from "./layout.ts";

/** Keys that walk over the days. */
export const MOVES = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

/** Keys that choose the whole that a day is part of. */
export const WHOLES: Readonly<Record<string, Unit>> = { w: "week", m: "month", q: "quarter", y: "year" };

/** Where one of `MOVES` leads to from the first day of a unit: any day, or infinitely far. */
export function walk(event: KeyboardEvent, day: number, { unit, rows, right, down, place }: Layout): number {
  const { key } = event;
  const way = /Right|Down|End/.test(key) ? 1 : -1;
  if (key.startsWith("Page")) return later(day, way, unit === "day" || unit === "week" ? "month" : "year");
  if (/Left|Right/.test(key)) return later(day, way * right, unit);
  if (key.startsWith("Arrow")) return day + way * down;
  if (event.ctrlKey || event.metaKey || rows === 1) return way * Infinity;
  const [row] = place(day);
  return day + (way > 0 ? 6 - row : -row);
}
