import { data, defineTraits, option, t, value } from "../kit/traits.ts";

const range = () => t.tuple(t.float(), t.float());

/** The traits of curve-editor. */
export const traits = defineTraits({
  points: value(
    t.list(range(), { maxLength: 100 }),
    "Two points or more as `(x, y)`, x ascending, in the units of the limits; of a Bézier exactly four: start, two " +
      "handles, end. Unless told: a straight line from corner to corner of the limits.",
    {
      send: "live",
      default: [
        [0, 0],
        [1, 1],
      ],
    },
  ),
  kind: value(
    t.enum("monotone", "linear", "spline", "bezier"),
    "How the curve goes through its points: `linear` straight, `monotone` smooth without overshoot (PCHIP), `spline` " +
      "smoothest (natural cubic), `bezier` one segment with two handles, as CSS `cubic-bezier()`.",
  ),
  scatter: data(
    t.array("float64", [null, 2]),
    "Points shown behind the curve, n rows of x and y; at most 5,000 of them are drawn, evenly picked.",
  ),
  histogram: data(t.array("float64"), "Numbers on the x axis whose histogram is shown behind the curve, any length."),
  label: option(t.string(), "What the curve is."),
  x_label: option(t.string(), "What x is, with its unit."),
  y_label: option(t.string(), "What y is, with its unit."),
  x_limits: option(range(), "Smallest and largest x of points.", { default: [0, 1] }),
  y_limits: option(range(), "Smallest and largest y of points.", { default: [0, 1] }),
  overshoot: option(
    t.float({ min: 0 }),
    "How far the handles of a Bézier may go beyond `y_limits` on either side, as a share of their span.",
    { default: 0.6 },
  ),
  x_step: option(t.float({ min: 0 }), "Points snap to this step in x, counted from the lower limit; 0: to none."),
  y_step: option(t.float({ min: 0 }), "Points snap to this step in y, counted from the lower limit; 0: to none."),
  ends: option(
    t.enum("slide", "fixed", "free"),
    "How the first and the last point move: `slide` up and down only, `fixed` not at all, `free` as the others (but a Bézier's keep their x).",
  ),
  choose_kind: option(t.bool(), "Whether a person may choose another kind.", { default: true }),
  grid: option(t.bool(), "Whether lines stand behind the curve at the numbers of the axes.", { default: true }),
  height: option(t.float({ min: 120, max: 420 }), "Height of the plot, in pixels.", { default: 260 }),
});
