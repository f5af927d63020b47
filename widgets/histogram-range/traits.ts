import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of histogram-range. */
export const traits = defineTraits({
  value: value(
    t.tuple(t.float(), t.float()),
    "Low and high end of the range, both inclusive, in the unit of `data`; the full extent until a person chooses.",
    { send: "live" },
  ),
  data: data(
    t.array("float64"),
    "The numbers to filter, any length. NaN counts as missing; infinities are counted, never drawn or selected.",
  ),
  label: option(t.string(), "What the numbers are, shown above the bars."),
  unit: option(t.string(), "Unit behind each number, such as `km`."),
  format: option(
    t.dict(t.json()),
    "Options of JavaScript's `Intl.NumberFormat`, such as `{'style': 'currency', 'currency': 'EUR'}`.",
  ),
  step: option(
    t.nullable(t.float({ min: 0 })),
    "Dragging and keys stop at multiples of this, in the unit of `data`; None chooses a round one.",
  ),
  bins: option(
    t.nullable(t.int({ min: 1, max: 200 })),
    "About how many bars: their edges are round numbers. None chooses by the number of values.",
  ),
  log_counts: option(t.bool(), "Whether bars grow with the logarithm of their count, so that rare values show."),
  height: option(t.int({ min: 48, max: 400 }), "Height of the bars, in pixels.", { default: 96 }),
});
