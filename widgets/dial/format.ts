import { notation, parseNumber } from "../kit/locale-number.ts";
import { decimals, niceStep } from "../kit/steps.ts";
import type { Scale } from "./scale.ts";

/** How a kind of values is written and read, and which of them the ring shows. */
export interface Format {
  /** Where the circle ends, unless told. */
  readonly stop: number;
  /** Round steps, the least first, 0 where any will do: what a drag gives, unless told. */
  readonly grain: number;
  readonly marks: readonly number[];
  readonly expected: string;
  write(n: number, scale: Scale, unit: string): string;
  read(text: string, scale: Scale, unit: string): number | undefined;
  /** A number as the ring has it; `write` unless told. */
  short?(n: number, scale: Scale): string;
}

const POINTS = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split(" ");

const plain = ({ grain, isStepped }: Scale) =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: Math.min(12, decimals(grain) + (isStepped ? 0 : 2)) });

const readNumber = (text: string, affixes: string[]) => parseNumber(text, notation(), affixes);

const clock = (options: Intl.DateTimeFormatOptions, minutes: number, locale?: string) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(minutes * 60_000);

const pointOf = (n: number) => POINTS[((Math.round(n / 22.5) % 16) + 16) % 16]!;

/** Minutes after midnight as the locale (the reader's, unless told) writes times of day. */
export const writeTime = (minutes: number, locale?: string): string =>
  clock({ timeStyle: "short" }, Math.round(minutes), locale);

/** Minutes after midnight of "14:30", "2.30 pm", "1430", "14 h", in any digits of the locale; undefined for others. */
export function readTime(text: string, locale?: string): number | undefined {
  let ascii = text.toLocaleLowerCase(locale);
  for (const [value, digit] of notation(locale).digits.entries()) ascii = ascii.replaceAll(digit, String(value));
  const halves = [1, 13].map((hour) => {
    const parts = new Intl.DateTimeFormat(locale, { hour: "numeric", hour12: true, timeZone: "UTC" });
    const found = parts.formatToParts(hour * 3_600_000).find(({ type }) => type === "dayPeriod");
    return found?.value.toLocaleLowerCase(locale) ?? "";
  });
  const has = (half: number, letter: string) =>
    (halves[half] !== "" && ascii.includes(halves[half]!)) ||
    new RegExp(String.raw`\d\s*${letter}\b|${letter}\.?\s?m`).test(ascii);
  const [late, early] = [has(1, "p"), has(0, "a")];
  const [all = "", more] = ascii.match(/\d+/g) ?? [];
  const isPacked = more === undefined && all.length > 2;
  const hours = Number(isPacked ? all.slice(0, -2) : all);
  const minutes = Number(isPacked ? all.slice(-2) : (more ?? 0));
  if (!all || hours > 24 || minutes > 59 || hours * 60 + minutes > 1440) return undefined;
  return ((late && hours < 12 ? hours + 12 : early && hours === 12 ? 0 : hours) % 24) * 60 + minutes;
}

const degrees: Format = {
  stop: 360,
  grain: 1,
  marks: [1, 5, 15, 30, 45, 90],
  expected: "Expected a number.",
  write: (n, scale, unit) => `${plain(scale).format(n)}${unit ? `\u202f${unit}` : "°"}`,
  read: (text, _, unit) => readNumber(text, [unit, "°"]),
};

/** The formats by name. */
export const formats: Readonly<Record<string, Format>> = {
  degrees,
  hue: degrees,
  number: {
    ...degrees,
    stop: 100,
    grain: 0,
    marks: [],
    write: (n, scale, unit) => plain(scale).format(n) + (unit && `\u202f${unit}`),
    short: (n, scale) => plain(scale).format(n),
  },
  compass: {
    ...degrees,
    marks: [22.5, 45, 90],
    expected: "Expected degrees, or a point such as NE.",
    write: (n, scale, unit) => `${degrees.write(n, scale, unit)} ${pointOf(n)}`,
    read: (text, scale, unit) => {
      const letters = text.toUpperCase().replaceAll(/[^A-Z]/g, "");
      const number = degrees.read(text.replaceAll(/[A-Za-z\s]/g, ""), scale, unit);
      return number ?? (POINTS.includes(letters) ? POINTS.indexOf(letters) * 22.5 : undefined);
    },
    short: pointOf,
  },
  time: {
    stop: 1440,
    grain: 5,
    marks: [5, 15, 30, 60, 180, 360],
    expected: `Expected a time such as ${writeTime(870)}.`,
    write: (n) => writeTime(n),
    read: (text) => readTime(text),
    short: (n) => clock({ [n % 60 ? "timeStyle" : "hour"]: n % 60 ? "short" : "numeric" }, n),
  },
};

/** A mark on the ring; without text where there is no room. */
export interface Mark {
  readonly n: number;
  readonly text?: string;
}

/** The marks of a scale: round numbers, at most about 24, of which at most 8 have texts; or the detents. */
export function marksOf(format: Format, scale: Scale, detents: readonly number[]): readonly Mark[] {
  const { start, stop, wrap } = scale;
  const span = stop - start;
  const pick = (count: number) =>
    format.marks.find((each) => span / each <= count) ?? niceStep(span / Math.min(count, 10));
  const [fine, coarse] = [pick(24), pick(8)];
  const write = format.short ?? ((n: number) => format.write(n, scale, ""));
  if (detents.length)
    return detents.slice(0, 100).map((n) => ({ n, ...(detents.length < 13 ? { text: write(n, scale) } : {}) }));
  const first = Math.ceil(start / fine - 1e-9);
  const last = Math.floor(stop / fine + 1e-9);
  return Array.from({ length: Math.min(100, last - first + 1) }, (_, i) => {
    const n = Number(((first + i) * fine).toPrecision(12));
    const isCoarse = Math.abs(n / coarse - Math.round(n / coarse)) < 1e-9;
    return isCoarse ? { n, text: write(n, scale) } : { n };
  }).filter(({ n }) => !wrap || n < stop);
}
