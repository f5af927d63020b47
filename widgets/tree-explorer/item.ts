import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.1.0",
  title: "Tree explorer",
  summary: "Nested data to search, fold, select in and edit, with paths to copy.",
  category: "control",
  budget: 36,
  example: {
    arguments: {},
    reader: "{get_selected}()",
  },
  docs: ``,
};
