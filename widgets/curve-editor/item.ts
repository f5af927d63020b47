import type { ItemInfo } from "../kit/item.ts";

/** What curve-editor says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Curve editor",
  summary: "A curve through draggable points: a function that a person draws, to sample and to call.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      points: "[(0, 0), (0.25, 0.15), (0.7, 0.85), (1, 1)]",
      label: '"Tone curve"',
      x_label: '"Input"',
      y_label: '"Output"',
      histogram: "[(n * 37 % 101 / 100) ** 2 for n in range(400)]",
    },
    reader: '{get_points}(), {get_kind}()\n{mo}.md(" · ".join(f"{y:.3f}" for y in {object}.sample(5)))',
  },
  docs: "A curve.",
};
