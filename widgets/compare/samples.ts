import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

const items = [
  { markdown: 'Use **`groupby`**:\n\n```python\ndf.groupby("day").sum()\n```\n\nIt is *fast*, and needs no loop.' },
  { markdown: "1. Make a dict\n2. Loop over the rows\n   - add each to its day\n3. Print it" },
  "You could try a pivot table, I think.",
];

/** A square in one colour, as an address that asks for nothing. */
const image = (color: string) =>
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="${color}"/></svg>`,
  );

const choice = { pair: 0, shown: [0, 1], winner: 0, verdict: "pick", ms: 1500 } as const;

export const samples: Samples<typeof traits> = {
  typical: { items, prompt: "Which answer helps more?" },
  empty: {},
  named: { items, names: ["Ada", "Bo", "Cy"], blind: false, choices: [{ ...choice, pair: 0, shown: [1, 2] }] },
  context: {
    items,
    pairs: [{ items: [0, 1, 2], context: "How do I sum by day?\nI have a data frame." }],
    prompt: "Which is best?",
  },
  images: {
    items: [
      { image: image("#2a7"), alt: "Green" },
      { image: image("#a72"), alt: "Brown", taken: "2024-05-01" },
    ],
  },
  records: { items: [{ name: "Ada", age: 36, tags: ["a"] }, { image: "//example.org/cat.png" }], allow_tie: false },
  done: {
    items: items.slice(0, 2),
    choices: [{ ...choice, winner: null, verdict: "skip" }],
  },
  nine: { items: Array.from({ length: 9 }, (_, n) => `Candidate ${n}`), pairs: [[0, 1, 2, 3, 4, 5, 6, 7, 8]] },
  long: {
    items: ["word ".repeat(3000), { markdown: `${"# Title\n\n> text\n\n- a\n  - b\n\n---\n".repeat(80)}` }],
    height: 340,
  },
  odd: { items: [null, 3, ["x"]], pairs: [null, [0], [0, 0, 99, -1], { items: "x", context: 3 }] },
};
