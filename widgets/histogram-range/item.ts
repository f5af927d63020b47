import type { ItemInfo } from "../kit/item.ts";

/** What histogram-range says of itself. */
export const item: ItemInfo = {
  version: "0.2.0",
  title: "Histogram range",
  summary: "A range slider drawn over the distribution that it filters.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      data: "[20 + 9 * ((n * 37 % 101) / 25) ** 1.6 + n % 11 for n in range(400)]",
      label: '"Price"',
      unit: '"€"',
    },
    reader: 'low, high = {get}()\n{mo}.md(f"{sum({object}.mask())} items from {low:g} to {high:g} €")',
  },
  docs: `Shows how many numbers lie where, and lets a person choose from where to where.

\`\`\`python
price = HistogramRange(data=[12.5, 30, 48.9], label="Price", unit="€")
price = HistogramRange.from_frame(df, "price", unit="€")   # pandas, polars, pyarrow, …
price = HistogramRange.from_series(df["price"])

low, high = get_price()   # in another cell: both ends are inclusive
price.mask()              # one bool a number of data, False for missing ones
price.rows()              # the rows of df in the range, as the frame that df is
price.rows(other)         # the same range of another frame's column
\`\`\`

**Value.** Until a person (or the notebook) chooses, \`value\` is the full extent of the data: its smallest and largest finite
number, \`(0.0, 0.0)\` where there is none. An end that stands at the edge of the data stays there when the data changes; an end that
was moved keeps its number, even where it now lies outside the data. \`price.value = (0, 100)\` may lie outside the data too: the
axis grows to show it. Low must not be above high.

**Data.** None, null and NaN count as missing, infinities as infinite: both are told, neither is drawn nor ever selected. Whole
numbers get bars around them and whole steps; bar edges are round numbers.

**Pointer.** Drag a thumb. Drag the range between the thumbs to move it. Drag elsewhere (or, while all is selected, anywhere) to draw
a new range. Click a bar to select what it counts. Double-click: all. Hover over a bar: its range and count. Escape takes a drag back.

**Keys.** Tab goes to the range as a whole (once it is narrower than the data), the low end, the high end, the bars, the two fields
and Reset.

| key | at an end or the whole range | at the bars |
|---|---|---|
| ← ↓ / → ↑ | one step | the bar before / behind: its range and count are read |
| Shift + arrow | a big step | extend the selection over bars |
| Page Down / Page Up | a big step | five bars |
| Home / End | as far as it goes | first / last bar |
| Enter, Space | | select what the bar counts |
| Escape | all | all |
| Ctrl/Cmd + Z | the range before the last change | the same |

In the fields type a number as your locale writes it; beyond the data it becomes the nearest end. While one is
typed, Ctrl/Cmd + Z is the field's own.

**Looks.** \`bins=20\` (about how many bars), \`step=0.5\`, \`log_counts=True\` for long tails, \`height=160\`,
\`format={"style": "currency", "currency": "EUR"}\` or \`{"useGrouping": False}\` for years: the options of \`Intl.NumberFormat\`.`,
};
