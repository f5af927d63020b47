import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: { first: 1990, last: 2020, value: 2004, label: "Year", format: { useGrouping: false }, taken: 2004 },
  dates: { first: "2024-01-31", last: "2025-01-31", unit: "month", value: "2024-05-31", label: "Month" },
  times: {
    first: "2024-03-30T22:00",
    last: "2024-03-31T06:00",
    unit: "hour",
    time_zone: "Europe/Berlin",
    value: "2024-03-31T03:00+02:00",
    repeat: "bounce",
  },
  labels: { options: ["spring", "summer", "autumn", "winter"], value: "autumn", repeat: "loop", label: "Season" },
  one: { options: ["only"], value: "only" },
  playing: {
    playing: true,
    speed: 0.1,
    repeat: "loop",
    label: "Share",
    last: 1,
    step: 0.05,
    format: { style: "percent" },
  },
  wrong: { first: "soon", last: 3, label: "Nothing" },
  many: { first: 0, last: 1e12, step: 1e-3, value: 5e11 },
};
