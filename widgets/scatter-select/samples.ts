import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

/** A cloud of points around a few centres, the same each time. */
function clouds(count: number, centres: readonly (readonly [x: number, y: number, width: number, height: number])[]) {
  let seed = 7;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const normal = () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const category = new Uint16Array(count);
  for (let row = 0; row < count; row++) {
    const [cx, cy, width, height] = centres[row % centres.length]!;
    const tilt = normal();
    x[row] = cx + tilt * width;
    y[row] = cy + (tilt * 0.6 + normal() * 0.8) * height;
    category[row] = row % centres.length;
  }
  return { x, y, category };
}

const species = ["Adelie", "Chinstrap", "Gentoo"];
const penguins = clouds(333, [
  [190, 3700, 6.5, 450],
  [196, 3730, 7, 380],
  [217, 5080, 6.5, 500],
]);
const named = { x_label: "Flipper length (mm)", y_label: "Body mass (g)", categories: species };

/** What the contract suite shows. */
export const samples: Samples<typeof traits> = {
  typical: {
    ...penguins,
    ...named,
    labels: Array.from(penguins.x, (_, row) => `Penguin ${row + 1}`),
    selected: Uint32Array.from([2, 5, 8, 11, 14, 17, 20, 23]),
  },
  "one kind": { ...clouds(400, [[0, 0, 1, 1]]), category: new Uint16Array() },
  "no points": named,
  "one point": { x: Float64Array.of(3), y: Float64Array.of(4), labels: ["the only one"] },
  "none finite": { x: Float64Array.of(NaN, Infinity), y: Float64Array.of(1, 2) },
  "odd numbers": {
    x: Float64Array.of(1, NaN, 3, Infinity, 1e308, -1e308, 5),
    y: Float64Array.of(1, 2, NaN, 4, 1e-308, 0, -0, 8),
    category: Uint16Array.of(0, 1, 2, 9),
    categories: ["a", "b"],
    selected: Uint32Array.of(5, 5, 0, 99),
  },
  "many categories": {
    ...clouds(
      1200,
      Array.from({ length: 24 }, (_, n) => [(n % 6) * 9, Math.floor(n / 6) * 7, 1.3, 1] as const),
    ),
    categories: Array.from({ length: 24 }, (_, n) => `Cluster ${n + 1}`),
  },
  "hundred thousand": {
    ...clouds(100_000, [
      [0, 0, 1, 1],
      [3, 2, 0.7, 1.4],
      [-2, 4, 1.2, 0.5],
      [4, -3, 0.5, 0.5],
    ]),
    categories: ["north", "east", "south", "west"],
  },
};
