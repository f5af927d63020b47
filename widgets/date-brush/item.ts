import type { ItemInfo } from "../kit/item.ts";

/** What date-brush says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Date brush",
  summary: "A range of days, brushed over a calendar heat map or a timeline of counts.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      first_day: '"2024-01-01"',
      counts: "[(n * 37 % 11) * (n % 7 < 5) + n // 60 for n in range(366)]",
      label: '"Orders"',
    },
    reader:
      "first_day, last_day = {get_start}(), {get_end}()\n" +
      '{mo}.md(f"Orders from **{first_day}** to **{last_day}**, both inclusive")',
  },
  docs: `Shows how much there is of each day, and lets a person choose from which day to which.

\`\`\`python
days = DateBrush.from_frame(df, "created_at", time_zone="Europe/Berlin")   # pandas, polars, pyarrow, lazy or not
days = DateBrush.from_series(df["created_at"])
days = DateBrush.from_times([datetime(2024, 3, 1, 12), …])                  # datetimes or dates, counted by day
days = DateBrush.from_counts({"2024-03-01": 12, "2024-03-02": 7})           # dates or ISO 8601 texts
days = DateBrush(first_day="2024-03-01", counts=[12, 7, 0, 3])

get_days_start(), get_days_end()   # in another cell: ISO 8601 texts, both days inclusive
days.dates()                       # the same as datetime.date
days.between()                     # as datetimes: from the start of the first day until the end of the last, exclusive
days.rows()                        # the rows of df in the range, as the frame that df is
days.select("2024-03-01", "2024-03-31")
\`\`\`

**Value.** \`start\` and \`end\` are days, and both are in the range. Until a person or the notebook chooses, they are the first and the last day of the
data, and an end that stands there follows the data. Start must not be after end: \`select\` sets both at once.

**Zones.** A day begins at midnight in \`time_zone\`, which is told below the days. A column with a zone brings it along; \`time_zone\` says another. Times without a
zone are counted as they are.

**Pictures.** The calendar has weeks as columns, which begin as they do where the reader is (\`week_start=1\` is Monday), with the number of the ISO 8601 week below;
colours are of four levels, each for a quarter of the days that have any. The timeline has bars of days, or of weeks, months, quarters or years
where there are more days than room. More than 4,000 days are always shown as a timeline.

**Pointer.** Drag over days. Drag at the first or last day (in the timeline, at an edge) to move that end. Click for one day, or on a week's number or a month's name, or drag over them,
for whole ISO weeks and months. Shift-click extends. Double-click: all. Point at a day: its date, week and count. Escape takes a drag back.

| key | at the days |
|---|---|
| ← → | a week in the calendar, a bar in the timeline |
| ↑ ↓ | a day in the calendar |
| Home / End | first / last day of the week in the calendar, of all in the timeline |
| Ctrl/Cmd + Home / End | first / last day of all |
| Page Up / Page Down | a month, or a year where bars are months |
| Shift + any of these | extend the range |
| Enter, Space | this day, or what the bar counts; with Shift: extend to it |
| W, M, Q, Y | its ISO week, month, quarter or year |
| Escape | all |
| Ctrl/Cmd + Z | the range before the last change |

The fields are the browser's own for dates, in the reader's order and language: Enter or leaving takes what is typed, Escape takes it back.
Spans of the last or this … are seen from today, or from the last day of the data where that is earlier.`,
};
