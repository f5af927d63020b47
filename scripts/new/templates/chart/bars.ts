/** Where a bar stands, in percent of the height of the chart. */
export interface Bar {
  readonly row: number;
  readonly value: number;
  readonly bottom: number;
  readonly height: number;
}

/** The most bars that a page draws well. */
export const MOST = 500;

/** A bar for each number, on one scale that has zero in it. What is not finite gets no bar. */
export function barsOf(numbers: Float64Array): readonly Bar[] {
  const rows = [...numbers.subarray(0, MOST).entries()].filter(([, number]) => Number.isFinite(number));
  const [low, high] = rows.reduce(([least, most], [, n]) => [Math.min(least, n), Math.max(most, n)], [0, 0]);
  // Halves, since the whole span of doubles is no double.
  const span = high / 2 - low / 2 || 1;
  const percent = (from: number, to: number) => ((to / 2 - from / 2) / span) * 100;
  return rows.map(([row, number]) => ({
    row,
    value: number,
    bottom: percent(low, Math.min(number, 0)),
    height: percent(Math.min(number, 0), Math.max(number, 0)),
  }));
}
