import type { ItemInfo } from "../kit/item.ts";

/** What scatter-select says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Scatter select",
  summary: "A scatter plot whose points a person selects by lasso, box, click, legend or keyboard.",
  category: "chart",
  budget: 90,
  requires: [],
  example: {
    arguments: {
      x: "[n**0.5 * __import__('math').cos(n * 2.399963) * (1 + n % 3 / 4) for n in range(360)]",
      y: "[n**0.5 * __import__('math').sin(n * 2.399963) * (1 + n % 3 / 4) for n in range(360)]",
      category: "[n % 3 for n in range(360)]",
      categories: '["core", "arm", "halo"]',
      x_label: '"East (light years)"',
      y_label: '"North (light years)"',
    },
    reader: 'chosen = {get}()\nf"{len(chosen)} points selected, the first rows: {list(chosen[:5])}"',
  },
  docs: "",
};
