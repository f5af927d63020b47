import type { ItemInfo } from "inlay/kit";

/** What the widget says of itself; the name is the folder's. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Widget name",
  summary: "A number that is set step by step.",
  category: "control",
  budget: 40,
  example: {
    arguments: { value: "3", max: "20", label: '"Cups"' },
    reader: "cups = {get}()\ncups",
  },
  docs: `
Buttons and arrow keys change the number by one step, Page Up and Page Down by ten, Home and End go to the limits.
`,
};
