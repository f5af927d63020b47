import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.2.0",
  title: "Scatter select",
  summary: "A scatter plot whose points are selected by lasso, box, click, legend or keyboard.",
  category: "chart",
  budget: 63,
  example: {
    arguments: {
      x: "[14 * (n % 3) + sum(pow(n + 2, k, 509) for k in (3, 7, 11, 13)) / 64 for n in range(450)]",
      y: "[9 * (n * n % 3) + sum(pow(n + 2, k, 509) for k in (3, 9, 17, 19)) / 80 for n in range(450)]",
      category: "[n % 3 for n in range(450)]",
      categories: '["garden", "meadow", "wood"]',
      x_label: '"Petal length (mm)"',
      y_label: '"Petal width (mm)"',
    },
    reader:
      "rows = {get}()\n" +
      '{"selected": len(rows), "mean x": round(sum({object}.x[i] for i in rows) / len(rows), 1) if rows else None}',
  },
  docs: `Each point is a row: \`selected\` holds row numbers, ascending, as \`array.array("I")\`; it is sent when a gesture
ends, and can be set from Python. Points without a finite x and y are left out, counted and said. Categories differ in
colour and in shape.

\`\`\`python
flowers = ScatterSelect(x=[5.1, 4.9, 6.2], y=[3.5, 3.0, 2.9], labels=["a", "b", "c"])
flowers.selected = [0, 2]

flowers = ScatterSelect.from_frame(df, "length", "width", category="species", label="name", height=500)
flowers.rows()                              # the selected rows of df, as a frame of the same kind
flowers.mask()                              # [True, False, …], one a row
flowers.load_frame(other, "length", "width", category="species")   # other data in place
\`\`\`

**Pointer**: drag with the tool in hand (lasso, box or pan) or click a point; Shift adds, Alt takes away, Ctrl-click
toggles, a click beside all points clears. The toolbar has the same as modes, for touch. Escape takes a drag back. The middle
button pans, two fingers pan and zoom. The wheel zooms with Ctrl, or when the plot has the focus; else the page scrolls.

**Legend**: a name selects its category (Shift and Alt as above), a mark hides and shows it, with Alt it shows this one alone.
What is hidden is not selected.

| key on the plot | does |
|---|---|
| arrows | to the next point that way; it is read out |
| Page Down, Page Up | to the next, the previous row |
| Space, Enter | toggles the point |
| Shift+arrows | grow a box from the cursor; letting Shift go, Space or Enter takes it |
| Ctrl+A, I, Escape | selects all, inverts, clears |
| +, -, 0 | zoom in, zoom out, show all |
| Ctrl+arrows, Alt+arrows | pan |
| L, B, H | lasso, box, pan |
| N, A, S | a drag makes a new selection, adds, takes away |
| Ctrl+Z, Ctrl+Shift+Z | undo, redo the selection |

The button at the end of the toolbar opens a table of the first 100 selected points. 100,000 points draw and select
smoothly without a GPU.`,
};
