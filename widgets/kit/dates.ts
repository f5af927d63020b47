import { notation } from "./locale-number.ts";

/** A step on the calendar or the clock. */
export type DateUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** What a text says: an instant in milliseconds, and whether a time of day and an offset from UTC are written. */
export interface Moment {
  readonly at: number;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
}

/** A day in milliseconds: in UTC all days are as long. */
export const DAY = 864e5;

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/;
const EXACT: Readonly<Partial<Record<DateUnit, number>>> = { second: 1000, minute: 6e4, hour: 36e5 };
const offsets = new Map<string, Intl.DateTimeFormat>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone of a name, or UTC where the browser knows none of that name. */
export function knownZone(name: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    return "UTC";
  }
}

/**
 * How far the clocks of an IANA zone are before UTC at an instant, in milliseconds.
 * @throws {RangeError} for a zone that the browser does not know.
 */
export function offsetAt(at: number, zone: string): number {
  if (zone === "UTC") return 0;
  let format = offsets.get(zone);
  if (!format) {
    offsets.set(zone, (format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })));
  }
  const [, sign, ...parts] = /GMT([+-])(\d+):(\d+):?(\d*)$/.exec(format.format(at)) ?? [];
  const [hours, minutes, seconds] = parts.map(Number);
  return sign ? (sign === "-" ? -1e3 : 1e3) * (hours! * 3600 + minutes! * 60 + seconds!) : 0;
}

/**
 * The instant at which the clocks of a zone show `wall`, milliseconds as if they were of UTC. Shown twice: the first
 * time. Never shown, as the clocks jump over it: as much later as they jump.
 */
export function instantOf(wall: number, zone: string): number {
  const [before, after] = [wall - DAY, wall + DAY].map((near) => offsetAt(near, zone)) as [number, number];
  const fits = [before, after].find((offset) => offsetAt(wall - offset, zone) === offset);
  return wall - (fits ?? before);
}

/**
 * Reads an ISO 8601 date (`2024-03-01`) or time (`2024-03-01T12:30`, with seconds, `Z` or `+01:00` behind it or not).
 * Without an offset it is what clocks in `zone` show; a date is the start of its day. Undefined for any other text.
 */
export function readISO(text: string, zone = "UTC"): Moment | undefined {
  const [, day, time = "00:00", offset] = ISO.exec(text) ?? [];
  const wall = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(day!)) return undefined;
  const at = offset ? Date.parse(`${day}T${time}${offset}`) : instantOf(wall, zone);
  return { at, hasTime: text.length > 10, hasOffset: offset !== undefined };
}

/** The ISO 8601 text of an instant on the clocks of a zone, as short as it can be, with what `shape` says. */
export function writeISO(at: number, { hasTime, hasOffset }: Omit<Moment, "at">, zone = "UTC"): string {
  const offset = offsetAt(at, zone);
  const text = new Date(at + offset).toISOString();
  if (!hasTime) return text.slice(0, 10);
  const from = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return text.replace(/(:00)?\.000Z$|Z$/, "") + (hasOffset ? (offset < 0 ? "-" : "+") + from : "");
}

/**
 * An instant so many steps later. Days and longer steps keep the time on the clocks of `zone`, hours and shorter ones
 * are exact; a month without this day ends with its last: 31 January and a month is 29 February.
 */
export function stepDate(at: number, count: number, unit: DateUnit, zone = "UTC"): number {
  const exact = EXACT[unit];
  if (exact) return at + count * exact;
  const wall = new Date(at + offsetAt(at, zone));
  if (unit === "month" || unit === "year") {
    const day = wall.getUTCDate();
    wall.setUTCMonth(wall.getUTCMonth() + count * (unit === "year" ? 12 : 1), 1);
    wall.setUTCDate(Math.min(day, new Date(+wall).setUTCMonth(wall.getUTCMonth() + 1, 0) / DAY - +wall / DAY + 1) | 0);
  } else wall.setUTCDate(wall.getUTCDate() + count * (unit === "week" ? 7 : 1));
  return instantOf(+wall, zone);
}

/** A date, with its time of day or not, as a locale writes it in figures: `readDate` reads it. */
export const numeric = (hasTime: boolean): Intl.DateTimeFormatOptions => ({
  year: "numeric",
  month: "numeric",
  day: "numeric",
  ...(hasTime ? { hour: "numeric", minute: "2-digit" } : {}),
});

/** Writes instants as clocks in `zone` show them, in the reader's locale, by the calendar of ISO 8601. */
export function dateFormat(options: Intl.DateTimeFormatOptions, zone = "UTC", locale?: string): Intl.DateTimeFormat {
  // Making one takes longer than all that a frame has to do.
  const key = JSON.stringify([options, zone, locale]);
  let format = formats.get(key);
  if (!format) {
    const { locale: tag } = new Intl.DateTimeFormat(locale).resolvedOptions();
    const gregorian = new Intl.Locale(tag, { calendar: "gregory" });
    formats.set(key, (format = new Intl.DateTimeFormat(gregorian, { timeZone: zone, ...options })));
  }
  return format;
}

/**
 * The instant that a person has written: ISO 8601, or day, month and year in the order and digits of the locale, the
 * month in figures or in words (or their beginning), the year in two digits or left out (that of `near`), then a time of
 * day. Undefined for any other text.
 * @example readDate("1.3.24", near, "UTC", "de") // as readDate("March 1, 2024", near, "UTC", "en")
 */
export function readDate(written: string, near: number, zone = "UTC", locale?: string): number | undefined {
  let plain = written.trim();
  for (const [value, digit] of notation(locale).digits.entries()) plain = plain.replaceAll(digit, String(value));
  const iso = readISO(plain, zone);
  if (iso) return iso.at;
  // A time that comes before its date goes behind it.
  plain = fold(plain).replace(/^(\d\d?:\d\d(?::\d\d)?)(.*)$/, "$2 $1");
  const numbers = plain.match(/\d+/g)?.map(Number) ?? [];
  const words = plain.match(/\p{L}{3,}/gu) ?? [];
  const named =
    Array.from({ length: 24 }, (_, i) =>
      partOf("month", { month: i % 2 ? "short" : "long", day: "numeric" }, Date.UTC(2001, i >> 1, 9), locale),
    ).findIndex((name) => words.some((each) => name.startsWith(each))) >> 1;
  let order = dateFormat(numeric(false), zone, locale)
    .formatToParts(near)
    .map(({ type }) => type)
    .filter((type) => type !== "literal");
  if (/^\D*\d{4}/.test(plain)) order = ["year", "month", "day"];
  if (named >= 0) order = order.filter((type) => type !== "month");
  if (numbers.length < order.length || (named >= 0 && /^\D*\d\d?\D+\d\d?:/.test(plain)))
    order = order.filter((type) => type !== "year");
  const given = Object.fromEntries(order.map((type, i) => [type, numbers[i]]));
  const { day = 0, month = named + 1, year = new Date(near + offsetAt(near, zone)).getUTCFullYear() } = given;
  let [hour = 0, minute = 0, second = 0, more] = numbers.slice(order.length);
  const bare = (text: string) => text.replace(/[.\s]/g, "");
  const half = [3, 15].findIndex((each) =>
    bare(plain).includes(bare(partOf("dayPeriod", { hour: "numeric" }, each * 36e5, locale) || "?")),
  );
  if (half >= 0 && hour <= 12) hour = (hour % 12) + half * 12;
  const wall = new Date(Date.UTC(year < 70 ? year + 2000 : year, month - 1, day, hour, minute, second));
  const fits = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && wall.getUTCHours() === hour;
  return fits && minute < 60 && second < 60 && more === undefined ? instantOf(+wall, zone) : undefined;
}

/** In small letters and without accents, which are seldom typed. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One part of how a locale writes an instant in UTC, folded; empty where it has none. */
function partOf(type: string, options: Intl.DateTimeFormatOptions, at: number, locale?: string): string {
  const parts = dateFormat(options, "UTC", locale).formatToParts(at);
  return fold(parts.find((each) => each.type === type)?.value ?? "");
}
