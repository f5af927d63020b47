import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** Prices with a long tail, the same each time. */
const prices = Float64Array.from({ length: 400 }, (_, i) => {
  const wave = Math.sin(i * 12.9898) * 43758.5453;
  const part = wave - Math.floor(wave);
  return Math.round(2000 - 2400 * Math.log(1 - part * 0.97)) / 100 + (i % 7) * 4;
});

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: { data: prices, value: [40, 90], label: "Price", unit: "€" },
  all: { data: prices, value: [Math.min(...prices), Math.max(...prices)], label: "Price", log_counts: true },
  missing: { data: Float64Array.of(1.5, NaN, 2.5, Infinity, 4, NaN), value: [1.5, 2.5], label: "Weight" },
  whole: { data: Float64Array.of(1, 2, 2, 3, 3, 3, 4, 4, 5), value: [2, 4], label: "Stars" },
  one: { data: Float64Array.of(3.7), value: [3.7, 3.7] },
  outside: { data: prices, value: [-100, 1000], label: "Price" },
  empty: { label: "Price" },
};
