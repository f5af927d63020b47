import type { ItemInfo } from "../kit/item.ts";

/** What curve-editor says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Curve editor",
  summary: "A curve through draggable points: a function that a person draws, to call and to sample.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      points: "[(0, 0), (0.25, 0.15), (0.7, 0.85), (1, 1)]",
      label: '"Tone curve"',
      x_label: '"Input"',
      y_label: '"Output"',
      histogram: "[(n * 37 % 101 / 100) ** 2 for n in range(400)]",
    },
    reader: '{get_points}(), {get_kind}()\n{mo}.md(" · ".join(f"{y:.3f}" for y in {object}.sample(5)))',
  },
  docs: `A function that a person draws: a tone curve, a fan curve, a dose over time, an easing. The notebook calls it.

\`\`\`python
curve = CurveEditor(points=[(0, 0), (0.25, 0.15), (1, 1)], kind="monotone", x_label="Input", y_label="Output")
curve(0.5)                # a float; curve([0.1, 0.2]) a list; curve(array) and curve(series) an array
curve.sample(256)         # y at 256 numbers evenly over x_limits (curve.xs(256)): an array where numpy is, else a list
curve.inverse(0.5)        # the x of a y, where the curve only rises or only falls; numbers, lists, arrays
curve.crossings(0.5)      # every x of a y, ascending
curve.css()               # "cubic-bezier(0.25, 0.1, 0.25, 1)" of a Bézier, "linear(…)" of the others

fade = CurveEditor.easing("ease-in-out")                 # or "back-out", or "cubic-bezier(.34, 1.56, .64, 1)"
\`\`\`

In another cell read \`get_curve_points()\` and \`get_curve_kind()\`, so that it runs again when either changes, and call \`curve\`.

**Kinds.** \`linear\`: straight lines. \`monotone\`: smooth, and never beyond the points beside it (Fritsch and Carlson's PCHIP, the same
numbers as SciPy's \`PchipInterpolator\`). \`spline\`: the natural cubic spline (SciPy's \`CubicSpline(bc_type="natural")\`), which may leave
the limits; the plot grows to show it. \`bezier\`: a cubic from the first point to the last, with two handles between: \`points\` are
start, handle, handle, end. Handles stay between the ends in x, as CSS wants them, and may overshoot \`y_limits\` by \`overshoot\` times
their span. Beyond its ends every curve keeps the height of the nearest one. \`choose_kind=False\` takes the choice away.

**Limits.** Points stay in order of x, inside \`x_limits\` and \`y_limits\` (any two numbers, low first); what is outside is a \`TraitError\`.
To set points and limits that fit only each other: \`with curve.hold_trait_notifications(): …\`. \`x_step\` and \`y_step\` snap, from the
lower limit on. \`ends="slide"\` keeps the x of the first and the last point, \`"fixed"\` their y too, \`"free"\` neither. When \`kind\` changes,
points that fit the new kind stay; points become a straight Bézier, a Bézier points on it.

**Pointer.** Drag a point. Press on the curve to add a point there, which leaves the curve as it was, and drag it at once; a click
alone moves no point. Escape takes a drag back. On a Bézier choose a preset, or drag a handle, also from beyond the limits.

**Keys.** The points are one tab stop; behind them come the fields of the selected point and the buttons.

| key at a point | |
|---|---|
| ← → ↑ ↓ | a step, or a hundredth of the limits |
| Shift + arrow | ten times that |
| Page Up / Page Down, Home / End | the point before / behind, the first / the last |
| Enter | add a point on the curve, in the middle behind this one |
| Delete, Backspace | remove it (not below two points, nor ends that are not free) |
| Ctrl/Cmd + Z, Ctrl/Cmd + Shift + Z or Y | undo, redo; a row of arrow presses is one step |

In the fields type exact numbers as your locale writes them; arrows step, Escape takes back what is typed.

**Behind the curve.** \`histogram=prices\` (numbers on the x axis), \`scatter=df[["x", "y"]]\` (n rows of x and y), \`grid=False\`.`,
};
