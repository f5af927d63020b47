import type { ItemInfo } from "../kit/item.ts";

/** What play-slider says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Play slider",
  summary: "A slider that plays: step by step through numbers, dates or labels, at the pace of what it drives.",
  category: "control",
  budget: 34,
  example: {
    arguments: {
      first: '"2024-01-01"',
      last: '"2025-12-01"',
      unit: '"month"',
      label: '"Month"',
      format: '{"year": "numeric", "month": "long"}',
    },
    reader: 'month = {get}()\n{mo}.md(f"Sales up to **{month}**")',
  },
  docs: `Steps through numbers, dates or labels, by hand or by itself.

\`\`\`python
year = PlaySlider(first=1990, last=2020, label="Year", format={"useGrouping": False})
month = PlaySlider(first="2024-01-31", last="2025-12-31", unit="month")       # dates: texts, or datetime.date
hour = PlaySlider(first="2024-03-30T22:00", last="2024-03-31T06:00", unit="hour", time_zone="Europe/Berlin")
season = PlaySlider(options=["spring", "summer", "autumn", "winter"], repeat="loop")
year = PlaySlider.from_frame(df, "year")       # the distinct values of a column, sorted: pandas, polars, pyarrow, …
year = PlaySlider.from_series(df["year"])

get_year()             # in another cell: the number, the ISO 8601 text or the label
year.current()         # the same, dates and times as datetime.date and datetime.datetime
year.rows()            # the rows of df at this step, as the frame that df is
year.playing = True    # the notebook can start and stop it, and set value, speed and repeat
\`\`\`

**Value.** The first step until a person or the notebook sets it. It lies from \`first\` to \`last\`, or is one of \`options\`; anything
else is a TraitError. Between two steps, the nearest is shown.

**Dates.** \`2024-03-01\` is a day; with a time of day, \`2024-03-01T12:00\`, a time on clocks in \`time_zone\`, whose offset is then part of the
value: \`2024-03-01T12:00+01:00\`. Months that have no such day end with their last: 31 January, 29 February, 31 March. Days and longer
steps keep the time on the clock when clocks change; hours are hours. The zone of times is told.

**Playing.** The timer is the page's: a tab that is hidden plays no further, nor does a widget that is removed; an export plays on its own. Two views of
one slider go as fast as one. As the notebook says what it has taken, a slow reader is waited for, and shows every step;
with \`every_step=False\` the slider keeps its speed, and the reader shows the latest. Nothing piles up either way. Where a person's system asks for
less motion, a play that the notebook started waits for their Play.

**Pointer.** Drag the slider; it plays on from where it is let go. The buttons are first step, step back, play or pause, step on, last step; steps
by hand end the play. Choose steps a second, and what follows the last step: the end, the first step, or the way back.

| key | at the slider | in the field |
|---|---|---|
| ← ↓ / → ↑ | a step | ↑ ↓ a step |
| Page Up / Page Down | a tenth of the way | ten steps |
| Home / End | first / last step | |
| Space | play or pause | |
| Enter | | go to what is typed |
| Escape | | what stood there |

In the field type a number or a date as your locale writes it, an ISO 8601 date, or a label or its beginning: the nearest step is taken.

**Traits.** \`playing\`, \`speed\` and \`repeat\` are values that drive no cell unless they are wired (\`--wire value,playing\`).`,
};
