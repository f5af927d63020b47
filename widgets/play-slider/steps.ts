import { type DateUnit, dateFormat, knownZone, numeric, readDate, readISO, stepDate, writeISO } from "../kit/dates.ts";
import { notation, parseNumber } from "../kit/locale-number.ts";
import { clamp, decimals } from "../kit/steps.ts";
import type { Json } from "../kit/traits.ts";

/** What is stepped through, by index from 0. */
export interface Steps {
  readonly count: number;
  /** The zone that is told beside times; empty for all else. */
  readonly zone: string;
  /** The value of a step. */
  at(index: number): Json;
  /** The step of a value: the nearest for numbers and dates, the first for what is no step. */
  indexOf(value: Json): number;
  /** A step as a person reads it. */
  text(index: number): string;
  /** The step that a person has typed, or undefined. */
  read(typed: string): number | undefined;
}

/** What the traits say of steps. */
export interface Plan {
  readonly options: readonly Json[];
  readonly first: Json;
  readonly last: Json;
  readonly step: number;
  readonly unit: DateUnit;
  readonly time_zone: string;
  readonly format: Readonly<Record<string, Json>>;
}

/** More steps than a slider can tell apart, and fewer than would stop a page. */
const MOST = 1e6;
const SHORTEST: Readonly<Record<DateUnit, number>> = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 82e6,
  week: 6e8,
  month: 24e8,
  year: 31e9,
};

/** The steps of a plan in a locale, the reader's where none is told; none where the plan makes no sense. */
export function stepsOf(plan: Plan, locale?: string): Steps {
  // A label that comes twice would have no place of its own.
  const list = [...new Set(plan.options)];
  const isRange = list.length === 0;
  const ends = isRange ? [plan.first, plan.last] : list;
  if (ends.every(Number.isFinite)) return numberSteps(plan, ends as number[], isRange, locale);
  if (ends.every((each) => typeof each === "string" && readISO(each))) {
    return dateSteps(plan, ends as string[], isRange, locale);
  }
  const text = (index: number) => (typeof list[index] === "string" ? list[index] : JSON.stringify(list[index] ?? ""));
  return {
    count: list.length,
    zone: "",
    at: (index) => list[index]!,
    indexOf: (value) => Math.max(0, list.indexOf(value)),
    text,
    read(typed) {
      const fold = (each: string) => each.trim().toLocaleLowerCase(locale);
      const texts = list.map((_, index) => fold(text(index)));
      const found = texts.indexOf(fold(typed));
      const starting = found < 0 ? texts.findIndex((each) => each.startsWith(fold(typed))) : found;
      return starting < 0 || !typed.trim() ? undefined : starting;
    },
  };
}

function numberSteps({ step: given, format }: Plan, ends: readonly number[], isRange: boolean, locale?: string) {
  const step = given > 0 ? given : 1;
  const [low, high] = ends as [number, number];
  const digits = Math.min(100, Math.max(decimals(step), decimals(low)));
  const at = (index: number): number =>
    isRange ? Math.min(high, Number((low + index * step).toFixed(digits))) : ends[index]!;
  const count = isRange ? clamp(Math.floor((high - low) / step + 1e-9) + 1, 0, MOST) : ends.length;
  const show = formatter(
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: Math.min(20, isRange ? digits : 6), ...format }),
    () => new Intl.NumberFormat(locale),
  );
  const marks = show
    .formatToParts(-1)
    .flatMap(({ type, value }) => (/currency|unit|percent|literal/.test(type) ? [value] : []));
  return measured(count, at, at, isRange, {
    zone: "",
    measureOf: (value) => (typeof value === "number" ? value : NaN),
    text: (index) => show.format(at(index)),
    read: (typed) => {
      const number = parseNumber(typed, notation(locale), marks);
      return number === undefined ? undefined : number / (format["style"] === "percent" ? 100 : 1);
    },
  });
}

function dateSteps(
  { step, unit, time_zone, format }: Plan,
  ends: readonly string[],
  isRange: boolean,
  locale?: string,
) {
  const zone = knownZone(time_zone || "UTC");
  const moments = ends.map((each) => readISO(each, zone)!);
  const hasTime = moments.some((each) => each.hasTime) || (isRange && /hour|minute|second/.test(unit));
  const shape = { hasTime, hasOffset: hasTime && (time_zone !== "" || moments.some((each) => each.hasOffset)) };
  const start = moments[0]!.at;
  const size = Math.max(1, Math.round(step));
  const instant = (index: number) => (isRange ? stepDate(start, index * size, unit, zone) : moments[index]!.at);
  const most = Math.min(MOST, Math.floor((moments.at(-1)!.at - start) / (SHORTEST[unit] * size)) + 2);
  const count = isRange ? lastAtMost(most, instant, moments[1]!.at) + 1 : ends.length;
  const show = formatter(
    () => dateFormat(Object.keys(format).length ? format : long(hasTime, isRange ? unit : "day"), zone, locale),
    () => dateFormat(numeric(hasTime), zone, locale),
  );
  const at = (index: number) => (isRange ? writeISO(instant(index), shape, zone) : ends[index]!);
  return measured(count, at, instant, isRange, {
    measureOf: (value) => (typeof value === "string" ? (readISO(value, zone)?.at ?? NaN) : NaN),
    zone: hasTime && (time_zone !== "" || shape.hasOffset) ? zone : "",
    text: (index) => show.format(instant(index)),
    read: (typed) => readDate(typed, instant(0), zone, locale),
  });
}

/** Dates with the day of the week, whose numbers have no zone to be in doubt about. */
const long = (hasTime: boolean, unit: DateUnit): Intl.DateTimeFormatOptions => {
  if (unit === "year") return { ...numeric(hasTime) };
  return { weekday: "short", year: "numeric", month: "short", day: "numeric", ...(hasTime ? clock(unit) : {}) };
};

const clock = (unit: DateUnit): Intl.DateTimeFormatOptions => ({
  hour: "numeric",
  minute: "2-digit",
  ...(unit === "second" ? { second: "2-digit" } : {}),
});

/** Steps with a measure, so that what lies between two of them has a nearest one. */
function measured(
  count: number,
  at: (index: number) => Json,
  measure: (index: number) => number,
  isRange: boolean,
  { measureOf, ...rest }: Pick<Steps, "zone" | "text" | "read"> & { measureOf(value: Json): number },
): Steps {
  const nearest = (wanted: number): number => {
    if (!isRange) {
      let best = 0;
      for (let i = 1; i < count; i++) {
        if (Math.abs(measure(i) - wanted) < Math.abs(measure(best) - wanted)) best = i;
      }
      return best;
    }
    const below = Math.max(0, lastAtMost(count, measure, wanted));
    return below + 1 < count && measure(below + 1) - wanted < wanted - measure(below) ? below + 1 : below;
  };
  return {
    ...rest,
    count,
    at,
    indexOf: (value) => nearest(measureOf(value)),
    read(typed) {
      const wanted = rest.read(typed);
      return wanted === undefined ? undefined : nearest(wanted);
    },
  };
}

/** The last index below `count` whose measure is at most `limit`; -1 where none is. */
function lastAtMost(count: number, measure: (index: number) => number, limit: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (measure(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a notebook says of formats may be wrong: then the plain one. */
function formatter<F>(wanted: () => F, plain: () => F): F {
  try {
    return wanted();
  } catch {
    return plain();
  }
}
