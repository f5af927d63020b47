import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** Visits with a season and weekends, the same each time. */
const visits = (days: number): Float64Array =>
  Float64Array.from({ length: days }, (_, i) => {
    const wave = Math.sin(i * 12.9898) * 43758.5453;
    const noise = wave - Math.floor(wave);
    return Math.max(0, Math.round((8 + 6 * Math.sin(i / 58)) * (i % 7 > 4 ? 0.3 : 1) * noise * 2 - 2));
  });

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: {
    first_day: "2024-01-01",
    counts: visits(366),
    start: "2024-03-04",
    end: "2024-04-14",
    label: "Visits",
    time_zone: "Europe/Berlin",
  },
  timeline: {
    first_day: "2023-05-17",
    counts: visits(500),
    start: "2024-01-08",
    end: "2024-03-31",
    label: "Visits",
    view: "timeline",
  },
  years: { first_day: "2020-02-29", counts: visits(2000), start: "2025-01-01", end: "2025-06-30" },
  all: { first_day: "2024-11-30", counts: visits(60), start: "2024-11-30", end: "2025-01-28", week_start: 7 },
  one: { first_day: "2024-02-29", counts: Float64Array.of(3) },
  strange: {
    first_day: "1969-12-28",
    counts: Float64Array.of(NaN, -1, Infinity, 1e300, 0.5),
    start: "x",
    end: "2000-01-01",
  },
  centuries: { first_day: "1700-01-01", counts: visits(110_000), label: "Letters" },
  empty: { label: "Visits" },
};
