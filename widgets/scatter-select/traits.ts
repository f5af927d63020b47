import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of scatter-select. */
export const traits = defineTraits({
  selected: value(
    t.array("uint32"),
    "Row numbers of the selected points, from 0, ascending, each once; sent when a gesture ends.",
    { send: "settle" },
  ),
  x: data(
    t.array("float64"),
    "Horizontal positions, one a point, in any unit; a point without a finite x is left out.",
  ),
  y: data(t.array("float64"), "Vertical positions, one a point, in any unit; a point without a finite y is left out."),
  category: data(
    t.array("uint16"),
    "Index into `categories`, one a point; empty draws all points alike, an index past the end means none.",
  ),
  categories: data(t.list(t.string()), "Names of the categories, in the order of the legend."),
  labels: data(t.list(t.string()), "A text for each point, shown when it is pointed at; empty for none."),
  x_label: option(t.string(), "What x is, with its unit, for the axis and the texts.", { default: "x" }),
  y_label: option(t.string(), "What y is, with its unit, for the axis and the texts.", { default: "y" }),
  label: option(t.string(), "The name of the chart for screen readers; made from the axis names when empty."),
  tool: option(t.enum("lasso", "box", "pan"), "What a drag does at first."),
  height: option(t.int({ min: 240, max: 600 }), "Height of the whole widget in CSS pixels.", { default: 440 }),
  point_size: option(
    t.nullable(t.float({ min: 1, max: 24 })),
    "Diameter of a mark in CSS pixels; null chooses one by the number of points and grows it with the zoom.",
  ),
  opacity: option(
    t.nullable(t.float({ min: 0.05, max: 1 })),
    "Opacity of a mark, 0.05 to 1; null chooses one by the number of points.",
  ),
});
