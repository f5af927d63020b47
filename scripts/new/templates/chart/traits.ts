import { data, defineTraits, t, value } from "inlay/kit";

/** The one place where a trait is named: property types, the Python class and its documentation follow from it. */
export const traits = defineTraits({
  selected: value(t.nullable(t.int({ min: 0 })), "Row number of the bar that is selected; None for none."),
  data: data(t.array("float64"), "The numbers to draw, one bar each; NaN leaves a gap. At most 500 are drawn."),
  label: data(t.string({ maxLength: 200 }), "What the numbers are.", { default: "Numbers" }),
});
