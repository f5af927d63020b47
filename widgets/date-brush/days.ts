import { DAY, readISO, stepDate, writeISO } from "../kit/dates.ts";

/** A stretch of days by their numbers since 1970-01-01, both ends inclusive. */
export type Span = readonly [first: number, last: number];

/** What is chosen as a whole. Weeks are those of ISO 8601: they begin on Monday. */
export type Unit = "day" | "week" | "month" | "quarter" | "year";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The number of a day that is written by ISO 8601; undefined for other texts. */
export function dayOf(text: string | null): number | undefined {
  const moment = text === null ? undefined : readISO(text);
  return moment && Math.floor(moment.at / DAY);
}

/** A day by ISO 8601. */
export const isoOf = (day: number): string => writeISO(day * DAY, { hasTime: false, hasOffset: false });

/** Days since the last such weekday: 0 on it, 6 at most. 1 is Monday, 7 Sunday. */
export const since = (day: number, weekday: number): number => (((day + 4 - weekday) % 7) + 7) % 7;

/** The whole that a day is part of. */
export function wholeOf(day: number, unit: Unit): Span {
  const months = MONTHS[unit];
  if (!months) {
    const first = unit === "week" ? day - since(day, 1) : day;
    return [first, unit === "week" ? first + 6 : day];
  }
  const date = new Date(day * DAY);
  const first = date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % months), 1);
  return [first / DAY, stepDate(first, months, "month") / DAY - 1];
}

/** The year and number of the ISO 8601 week that a day is in. */
export function weekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - since(day, 1) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  return { year, week: Math.floor((thursday - wholeOf(thursday, "year")[0]) / 7) + 1 };
}

/** The day so many units later; a month that has no such day ends with its last. */
export function later(day: number, count: number, unit: Unit): number {
  const months = MONTHS[unit];
  if (months) return stepDate(day * DAY, count * months, "month") / DAY;
  return day + count * (unit === "week" ? 7 : 1);
}

/** The weekday that weeks begin with where a locale is spoken, 1 (Monday) where the browser does not know. */
export function weekStart(locale: string = new Intl.DateTimeFormat().resolvedOptions().locale): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
