import type { ItemInfo } from "../kit/item.ts";

/** What xy-pad says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "XY pad",
  summary: "A point in two dimensions, moved on one surface, along either axis, or by typing.",
  category: "control",
  budget: 34,
  example: {
    arguments: {
      points:
        "[(2 + (a + b) / 40, 1 + (b + c) / 48) for n in range(1, 150) for a, b, c in [(n**5 % 97, n**3 % 101, n**5 % 107)]]",
      x_range: "(0, 10)",
      y_range: "(0, 8)",
      x: "4",
      y: "3",
      x_label: '"Length"',
      y_label: '"Width"',
      label: '"Leaf"',
    },
    reader:
      "length, width = {get_x}(), {get_y}()\n" +
      '{mo}.md(f"A leaf of {length:g} × {width:g} cm; the nearest one found is number {{object}.nearest()[0]}")',
  },
  docs: `One point, two numbers: \`x\` and \`y\`, sent together while it moves.

\`\`\`python
pad = XyPad(x_range=(0, 10), y_range=(0, 8), x_label="Length", y_label="Width")
pad = XyPad(x_range=(0.001, 1), x_log=True, y_step=0.5)      # factors along x, steps along y
pad = XyPad.from_points(df, "length", "width")               # pandas, polars, pyarrow, …
pad = XyPad.from_image("map.png")                            # bytes, path, data URL, PIL image, matplotlib figure

x, y = get_pad_x(), get_pad_y()   # in another cell
pad.nearest(5)                    # indices of the nearest dots of \`points\`, nearest first
pad.rows(5)                       # their rows of df
pad.x = 4                         # a number outside x_range is a TraitError
\`\`\`

**Value.** At first the middle of the ranges. Another range keeps the point, or moves it to the nearest end. A range may run
backwards: \`y_range=(480, 0)\` counts from the top, as images do (\`from_image\` sets it to the pixels where it knows the size).
Without a step, dragged numbers are round ones, about a thousand an axis; typed ones stay as they are typed.

**Pointer.** Press or drag anywhere on the pad. Shift keeps to one axis. The handle of an axis moves that one alone. Escape takes
a drag back. \`debounce=True\` sends only where a drag ends, for readers that take long.

**Keys.** Tab goes to the axes' sliders, the point and the two fields.

| key | at the point | at an axis |
|---|---|---|
| arrows | that way: a step, or a hundredth of the axis | ← ↓ less, → ↑ more |
| Shift + arrow | ten times as far | the same |
| Page Up / Page Down | ten up / down | ten more / less |
| Home / End | left / right end | its ends |
| Ctrl/Cmd + Z | the point before the last change | the same |

In the fields type a number as your locale writes it; arrows step, Enter keeps, Escape takes back.

**Snapping.** \`x_step\`, \`y_step\`: whole steps from the least number of the range. \`snap_points=True\`: pointer and keys go from dot to dot.

**Behind the point.** \`points\` (rows of x and y, 100,000 are drawn in a moment) and \`image\` (bytes), which fills the pad. \`width\` and
\`height\` are pixels; a narrow page makes the pad narrower.`,
};
