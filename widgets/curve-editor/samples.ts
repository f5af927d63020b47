import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** Numbers with two humps, the same each time. */
const pixels = Float64Array.from({ length: 2000 }, (_, i) => {
  const wave = Math.sin(i * 12.9898) * 43758.5453;
  const part = wave - Math.floor(wave);
  return i % 3 ? 0.15 + 0.5 * part ** 1.5 : 0.65 + 0.3 * part * part;
});

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: {
    points: [
      [0, 0],
      [0.25, 0.15],
      [0.7, 0.85],
      [1, 1],
    ],
    histogram: pixels,
    label: "Tone curve",
    x_label: "Input",
    y_label: "Output",
  },
  easing: {
    points: [
      [0, 0],
      [0.34, 1.56],
      [0.64, 1],
      [1, 1],
    ],
    kind: "bezier",
    ends: "fixed",
    label: "Easing",
  },
  overshoot: {
    points: [
      [0, 20],
      [30, 95],
      [40, 10],
      [100, 90],
    ],
    kind: "spline",
    x_limits: [0, 100],
    y_limits: [0, 100],
    x_step: 5,
    y_step: 5,
    ends: "free",
    scatter: Float64Array.from({ length: 80 }, (_, i) => (i * 37) % 100),
  },
  linear: {
    points: [
      [20, 15],
      [45, 30],
      [70, 80],
      [90, 100],
    ],
    kind: "linear",
    x_limits: [20, 90],
    y_limits: [0, 100],
    x_step: 1,
    y_step: 1,
    choose_kind: false,
    grid: false,
    label: "Fan speed",
    x_label: "Temperature (°C)",
    y_label: "Speed (%)",
  },
  two: { points: [[0.5, 0.5]] },
  none: { points: [] },
};
