import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** Two clouds of dots, the same each time. */
const clouds = Float64Array.from({ length: 600 }, (_, i) => {
  const row = i >> 1;
  const angle = row * 2.4;
  const far = Math.sqrt((row % 100) / 100) * (row % 3 ? 1.6 : 1);
  const [x, y] = row % 3 ? [3, 2.5] : [7, 6];
  return i % 2 ? y + far * Math.sin(angle) : x + 1.4 * far * Math.cos(angle);
});

/** A picture of two colours that fade. */
const picture = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" preserveAspectRatio="none"><defs><linearGradient id="g">' +
    '<stop stop-color="#e66465"/><stop offset="1" stop-color="#9198e5"/></linearGradient></defs>' +
    '<path fill="url(#g)" d="M0 0h4v3H0z"/><circle cx="2.6" cy="1.2" r=".5" fill="#fff" fill-opacity=".6"/></svg>',
);

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: {
    x: 3,
    y: 2.5,
    points: clouds,
    x_range: [0, 10],
    y_range: [0, 8],
    x_label: "Width",
    y_label: "Length",
    label: "A flower",
  },
  plain: {},
  log: { x: 0.001, y: 100, x_range: [0.0001, 1], y_range: [1, 1000], x_log: true, y_log: true, x_label: "Rate" },
  image: { x: 240, y: 120, image: picture, x_range: [0, 640], y_range: [480, 0], width: 400, height: 300 },
  steps: { x: 2, y: -1, x_range: [1, 8], y_range: [-3, 3], x_step: 1, y_step: 0.5 },
  outside: { x: 99, y: -99, x_log: true, y_range: [2, 2] },
};
