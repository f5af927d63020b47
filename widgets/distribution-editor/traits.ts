import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of distribution-editor. */
export const traits = defineTraits({
  value: value(
    t.dict(t.json()),
    "The distribution: `family` and its parameters by name, such as `{'family': 'normal', 'mean': 0, 'sd': 1}`. For free " +
      "quantiles `{'family': 'quantiles', 'p': […], 'x': […]}`: 2 to 9 shares between 0 and 1, and as many numbers, both " +
      "rising. Numbers are in the unit of the axis.",
    { default: { family: "normal", mean: 0, sd: 1 }, send: "live" },
  ),
  data: data(
    t.array("float64"),
    "Numbers to fit against, any length, drawn behind the curve; NaN and infinities are left out.",
  ),
  label: option(t.string(), "What is uncertain, shown above the curve."),
  unit: option(t.string(), "Unit behind each number, such as `km`."),
  low: option(
    t.nullable(t.float()),
    "Nothing lies below this: what a family would have there is cut off. None: no limit.",
  ),
  high: option(t.nullable(t.float()), "Nothing lies above this. None: no limit."),
});
