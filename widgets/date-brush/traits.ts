import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of date-brush. */
export const traits = defineTraits({
  start: value(
    t.nullable(t.string()),
    "First day of the range, inclusive, as ISO 8601 text (`2024-03-01`); the first day of the data until it is set.",
    { send: "live" },
  ),
  end: value(
    t.nullable(t.string()),
    "Last day of the range, inclusive, as ISO 8601 text; the last day of the data until it is set.",
    { send: "live" },
  ),
  first_day: data(t.nullable(t.string()), "The day of the first count, as ISO 8601 text; None: no days."),
  counts: data(t.array("float64"), "How much there is of each day from `first_day` on, one number a day; NaN is none."),
  time_zone: option(
    t.string(),
    "IANA zone in which the days begin, such as `Europe/Berlin`; told beside the range. Empty: days of no zone.",
  ),
  label: option(t.string(), "What is counted, shown above the days."),
  view: value(t.enum("calendar", "timeline"), "How the days are drawn; the person chooses too.", { wired: false }),
  week_start: option(
    t.nullable(t.int({ min: 1, max: 7 })),
    "First day of a week in the calendar, 1 (Monday) to 7 (Sunday); None: as where the reader is.",
  ),
});
