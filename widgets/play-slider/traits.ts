import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of play-slider. */
export const traits = defineTraits({
  value: value(
    t.json(),
    "The step that is shown: a number, an ISO 8601 date or time (text), or a label; the first until it is set.",
    { send: "live" },
  ),
  playing: value(t.bool(), "Whether it goes on by itself; ends with the last step where `repeat` is `once`.", {
    wired: false,
  }),
  speed: value(t.float({ min: 0.05, max: 30 }), "Steps a second; the person chooses too.", {
    default: 2,
    wired: false,
  }),
  repeat: value(
    t.enum("once", "loop", "bounce"),
    "What follows the last step: the end, the first step, or the way back; the person chooses too.",
    { wired: false },
  ),
  options: data(
    t.list(t.json()),
    "The steps one by one: labels, numbers, or ISO 8601 dates; empty: those from `first` to `last`.",
  ),
  first: data(t.json(), "The first step: a number, or an ISO 8601 date or time.", { default: 0 }),
  last: data(t.json(), "The last step at most, of the kind of `first`; inclusive.", { default: 10 }),
  step: option(t.float({ min: 0 }), "From step to step, above 0: a number, or so many of `unit` between dates.", {
    default: 1,
  }),
  unit: option(
    t.enum("second", "minute", "hour", "day", "week", "month", "year"),
    "What `step` counts between dates; days and longer ones keep the time on the clock.",
    { default: "day" },
  ),
  time_zone: option(
    t.string(),
    "IANA zone that times are shown in, such as `Europe/Berlin`; empty: as they are written, UTC for those with an offset.",
  ),
  label: option(t.string(), "What the steps are, shown above the slider."),
  format: option(
    t.dict(t.json()),
    "Options of JavaScript's `Intl.NumberFormat`, or of `Intl.DateTimeFormat` for dates, " +
      "such as `{'month': 'long', 'year': 'numeric'}`.",
  ),
  every_step: option(
    t.bool(),
    "Whether a play waits for the notebook, so that a slow reader shows each step; False: in time, and readers leave out " +
      "what they cannot keep up with.",
    { default: true },
  ),
  taken: option(t.json(), "The value that the notebook has taken last, for `every_step`; set by Python alone."),
});
