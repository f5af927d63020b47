import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of xy-pad. */
export const traits = defineTraits({
  x: value(t.float(), "Where the point is from left to right, within `x_range`; its middle at first.", {
    default: 0.5,
    send: "live",
  }),
  y: value(t.float(), "Where the point is from bottom to top, within `y_range`; its middle at first.", {
    default: 0.5,
    send: "live",
  }),
  points: data(t.array("float64", [null, 2]), "Dots behind the point: rows of x and y, any number."),
  image: data(t.bytes(), "A picture behind the point, over the whole pad: the bytes of a PNG, JPEG, WebP, GIF or SVG."),
  label: option(t.string(), "What the point stands for, shown above the pad."),
  x_label: option(t.string(), "What x is.", { default: "x" }),
  y_label: option(t.string(), "What y is.", { default: "y" }),
  x_range: option(t.tuple(t.float(), t.float()), "The left and the right end; the left may be the greater.", {
    default: [0, 1],
  }),
  y_range: option(t.tuple(t.float(), t.float()), "The bottom and the top; (480, 0) counts down, as in an image.", {
    default: [0, 1],
  }),
  x_step: option(
    t.nullable(t.float({ min: 0 })),
    "x stops at whole steps from the least number of its range; None chooses round numbers.",
  ),
  y_step: option(t.nullable(t.float({ min: 0 })), "The same for y."),
  x_log: option(t.bool(), "Whether x grows by factors from left to right; its range is above 0."),
  y_log: option(t.bool(), "Whether y grows by factors from bottom to top; its range is above 0."),
  snap_points: option(t.bool(), "Whether pointer and keys go from dot to dot of `points`."),
  debounce: option(t.bool(), "Whether a drag sends only what it ends with, for readers that take long."),
  width: option(t.int({ min: 120, max: 1000 }), "Width of the pad at most, in pixels.", { default: 320 }),
  height: option(t.int({ min: 120, max: 440 }), "Height of the pad, in pixels.", { default: 320 }),
});
