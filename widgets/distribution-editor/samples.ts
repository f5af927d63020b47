import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** Days that a task took, skewed, the same each time. */
const days = Float64Array.from({ length: 300 }, (_, i) => {
  const u = (((i * 137) % 300) + 0.5) / 300;
  return 9 * Math.exp(0.45 * Math.log(u / (1 - u)) * 0.6);
});

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: {
    value: { family: "lognormal", median: 9, sigma: 0.45 },
    data: days,
    label: "Time to finish",
    unit: "days",
    low: 0,
  },
  normal: { value: { family: "normal", mean: 100, sd: 15 }, label: "Score" },
  cut: { value: { family: "normal", mean: 1, sd: 2 }, low: 0, high: 6, label: "Weight", unit: "kg" },
  quantiles: {
    value: { family: "quantiles", p: [0.05, 0.25, 0.5, 0.75, 0.95], x: [3.5, 6.5, 9, 12.5, 23] },
    low: 0,
    label: "Cost",
    unit: "k€",
    data: days,
  },
  beta: { value: { family: "beta", low: 0, high: 1, alpha: 0.5, beta: 0.7 }, label: "Share" },
  pert: { value: { family: "pert", low: 1, mode: 2, high: 6 } },
  gamma: { value: { family: "gamma", shape: 0.5, scale: 3 } },
  empty: { label: "Time to finish" },
};
