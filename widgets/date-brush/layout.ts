import { dateFormat, DAY } from "../kit/dates.ts";
import { clamp } from "../kit/steps.ts";
import { levels, sum } from "./counts.ts";
import { later, type Span, since, type Unit, weekOf, wholeOf } from "./days.ts";

/** Pixels of the bands above and below the days. */
export const TOP = 20;
const BOTTOM = 18;
/** The least and the most that a day of the calendar is wide and high: a year fits where it can. */
const [SMALL, LARGE] = [12, 17];

/** How large a day of the calendar is in a widget of some width; the data does not matter, so nothing moves as it arrives. */
export const sizeOf = (width: number): number => clamp(Math.floor(width / 53), SMALL, LARGE);

/** How high both views are. */
export const heightOf = (width: number): number => TOP + 7 * sizeOf(width) + BOTTOM;

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Days on a plane, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** What is pointed at and walked along. */
  readonly unit: Unit;
  readonly rows: number;
  readonly columns: number;
  /** Days that a step to the right and a step down lead on, where units are days. */
  readonly right: number;
  readonly down: number;
  /** The area of what is counted, as SVG path data by level from 0 to 4. */
  readonly areas: readonly string[];
  readonly labels: readonly Label[];
  /** What stands beside: weekdays, or the greatest count. */
  readonly side: readonly Label[];
  /** The day at a point and the unit that is taken hold of there: the bands hold weeks, months or years. */
  spot(x: number, y: number): { readonly day: number; readonly unit: Unit };
  /** The outline of a span, as SVG path data. */
  outline(span: Span): string;
  /** Row and column of a day, from 0. */
  place(day: number): readonly [row: number, column: number];
  /** Where a span of one unit begins, and how wide it is. */
  box(span: Span): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

const rect = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

/** Weeks as columns, weekdays as rows, beginning with a weekday from 1 (Monday) to 7. */
export function calendar(counts: Float64Array, [first, last]: Span, width: number, weekday: number): Layout {
  const origin = first - since(first, weekday);
  const columns = Math.floor((last - origin) / 7) + 1;
  const size = sizeOf(width);
  const place = (day: number) => [(day - origin) % 7, Math.floor((day - origin) / 7)] as const;
  const areas = ["", "", "", "", ""];
  for (const [i, level] of levels(counts).entries()) {
    const [row, column] = place(first + i);
    areas[level] += rect(column * size + 1, TOP + row * size + 1, size - 2, size - 2);
  }
  const bottom = TOP + 7 * size;
  const every = size < 15 ? 2 : 1;
  const weekdays = dateFormat({ weekday: "short" });
  const weeks = Array.from({ length: Math.ceil(columns / every) }, (_, i) => ({
    x: (i * every + 0.5) * size,
    y: bottom + 13,
    // The Thursday of a column says its week, whatever day it begins with.
    text: String(weekOf(origin + i * every * 7 + since(0, weekday)).week),
  }));
  return {
    width: Math.max(width, columns * size),
    height: bottom + BOTTOM,
    unit: "day",
    rows: 7,
    columns,
    right: 7,
    down: 1,
    areas,
    labels: [...ticks([first, last], "month", 36, (day) => place(day)[1] * size + 1), ...weeks],
    side: [0, 2, 4].map((row) => ({
      x: 0,
      y: TOP + (row + 0.8) * size,
      text: weekdays.format((origin + row) * DAY),
    })),
    place,
    spot(x, y) {
      const column = clamp(Math.floor(x / size), 0, columns - 1);
      const row = clamp(Math.floor((y - TOP) / size), 0, 6);
      if (y < TOP) return { day: clamp(origin + column * 7 + 6, first, last), unit: "month" };
      if (y >= bottom) return { day: clamp(origin + column * 7 + since(0, weekday), first, last), unit: "week" };
      return { day: clamp(origin + column * 7 + row, first, last), unit: "day" };
    },
    outline([from, to]) {
      const [[row, column], [endRow, endColumn]] = [place(from), place(to)];
      const [left, right] = [column * size, (endColumn + 1) * size];
      const [up, down] = [TOP + row * size, TOP + (endRow + 1) * size];
      if (column === endColumn) return rect(left, up, size, down - up);
      const inner = `H${left + size}V${TOP}H${right}V${down}H${right - size}V${bottom}H${left}z`;
      return `M${left} ${up}${inner}`;
    },
    box([day]) {
      const [row, column] = place(day);
      return { x: column * size, y: TOP + row * size, width: size, height: size };
    },
  };
}

/** Bars along a line, of days or of the smallest whole that is wide enough to be hit. */
export function timeline(counts: Float64Array, [first, last]: Span, width: number): Layout {
  const days = last - first + 1;
  const scale = width / days;
  const lengths = { day: 1, week: 7, month: 30, quarter: 91 } as const;
  const unit = (Object.keys(lengths) as Unit[]).find((each) => lengths[each as "day"] * scale >= 4) ?? "year";
  const bars: { readonly span: Span; readonly count: number }[] = [];
  for (let day = first; day <= last;) {
    const span: Span = [day, Math.min(last, wholeOf(day, unit)[1])];
    bars.push({ span, count: sum(counts, day - first, span[1] - first) });
    day = span[1] + 1;
  }
  const most = bars.reduce((max, { count }) => Math.max(max, count), 0);
  const body = 7 * sizeOf(width);
  const bottom = TOP + body;
  const box = ([from, to]: Span) => ({
    x: (from - first) * scale,
    y: TOP,
    width: (to - from + 1) * scale,
    height: body,
  });
  const round = (n: number) => Math.round(n * 100) / 100;
  const gap = lengths[unit as "day"] * scale > 6 ? 1 : 0;
  const area = bars
    .filter(({ count }) => count > 0)
    .map(({ span, count }) => {
      const { x, width: wide } = box(span);
      const high = Math.max(2, (count / most) * body);
      return rect(round(x), round(bottom - high), round(wide - gap), round(high));
    });
  const whole: Unit = unit === "day" ? "week" : unit === "week" ? "month" : "year";
  return {
    width,
    height: bottom + BOTTOM,
    unit,
    rows: 1,
    columns: bars.length,
    right: 1,
    down: 0,
    areas: ["", "", "", area.join(""), rect(0, bottom, width, 1)],
    labels: ticks(
      [first, last],
      days * 1.2 > width ? "year" : "month",
      60,
      (day) => (day - first) * scale,
      bottom + 14,
    ),
    side: [{ x: 0, y: TOP + 10, text: new Intl.NumberFormat(undefined, { notation: "compact" }).format(most) }],
    place: (day) => [0, bars.findIndex(({ span }) => span[1] >= day)],
    spot: (x, y) => ({
      day: clamp(first + Math.floor(x / scale), first, last),
      unit: y > bottom ? whole : unit,
    }),
    outline: ([from, to]) => {
      const { x, width: wide } = box([from, to]);
      return rect(round(x), TOP, round(wide), body);
    },
    box,
  };
}

/** Months or years where they begin, as many as fit `gap` pixels apart. */
function ticks([first, last]: Span, unit: Unit, gap: number, at: (day: number) => number, y = 14): Label[] {
  const labels: Label[] = [];
  const [month, year] = [{ month: "short" } as const, { year: "numeric" } as const].map((each) => dateFormat(each));
  for (let day = first; day <= last; day = later(wholeOf(day, unit)[0], 1, unit)) {
    const x = at(day);
    const isNew = new Date(day * DAY).getUTCMonth() === 0 || labels.length === 0;
    if (labels.length && x < labels.at(-1)!.x + gap) {
      // The first month is often a part of one; a year is more worth its place.
      if (labels.length > 1 || !isNew) continue;
      labels.pop();
    }
    labels.push({ x, y, text: (unit === "year" || isNew ? year! : month!).format(day * DAY) });
  }
  return labels;
}
