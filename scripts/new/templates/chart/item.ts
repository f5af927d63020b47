import type { ItemInfo } from "inlay/kit";

/** What the widget says of itself; the name is the folder's. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Widget name",
  summary: "A bar chart of which one bar can be selected.",
  category: "chart",
  budget: 40,
  example: {
    arguments: { data: "[3, 1, 4, 1, 5, 9, 2, 6]", label: '"Digits"' },
    reader: 'row = {get}()\n"no bar" if row is None else f"bar {row}"',
  },
  docs: `
A click, Enter or Space selects a bar, or takes the selection back; so does Escape. Left and right go from bar to bar,
Home and End to the first and the last. Hover and focus show the number.
`,
};
