import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: { value: 225, label: "Wind from", format: "compass" },
  angle: {},
  math: { value: 60, math: true, label: "Phase", step: 15 },
  hue: { value: 200, format: "hue" },
  hues: { low: 320, high: 60, range: true, format: "hue", label: "Reds" },
  night: { low: 1320, high: 390, range: true, format: "time", label: "Quiet hours" },
  time: { value: 870, format: "time" },
  knob: { value: 62, format: "number", wrap: false, unit: "%", label: "Volume" },
  span: { low: 20, high: 70, range: true, format: "number", wrap: false, math: true },
  detents: { value: 45, detents: [0, 45, 90, 180, 270], size: 160 },
  outside: { value: -1e9, start: 5, stop: -5, detents: [1e300, 5] },
};
