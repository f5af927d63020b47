import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of dial. */
export const traits = defineTraits({
  value: value(
    t.float(),
    "Where the hand stands, from `start` to `stop`: an angle in degrees, a number, or minutes after midnight.",
    { send: "live" },
  ),
  low: value(t.float(), "Where a range begins; above `high` where it goes round past `stop`.", {
    send: "live",
    wired: false,
  }),
  high: value(t.float(), "Where a range ends; equal to `low` where it is empty.", {
    default: 90,
    send: "live",
    wired: false,
  }),
  range: option(t.bool(), "Whether there are two hands, for `low` and `high`, instead of one for `value`."),
  format: option(
    t.enum("degrees", "number", "time", "hue", "compass"),
    "How values are written and typed, and what is on the ring: `time` is hours and minutes in the reader's locale.",
  ),
  start: option(t.float(), "The number where the circle begins."),
  stop: option(
    t.nullable(t.float()),
    "The number where it ends; None is 360, or 1440 (minutes) for `time`, or 100 for `number`.",
  ),
  step: option(
    t.nullable(t.float({ min: 0 })),
    "The hands stop at whole steps from `start`; None chooses round numbers, and keeps typed ones.",
  ),
  wrap: option(t.bool(), "Whether `stop` is `start` again; without it the hand stops at both ends of three quarters.", {
    default: true,
  }),
  detents: data(
    t.list(t.float()),
    "Numbers where a dragged hand catches, marked on the ring; Page Up and Down go there.",
  ),
  math: option(
    t.bool(),
    "Whether `start` is to the right and numbers grow counterclockwise, as angles in mathematics.",
  ),
  unit: option(t.string(), "Unit behind each number, such as `km/h`."),
  label: option(t.string(), "What is set, shown above the dial."),
  debounce: option(t.bool(), "Whether a drag sends only what it ends with, for readers that take long."),
  size: option(t.int({ min: 140, max: 400 }), "Diameter, in pixels.", { default: 220 }),
});
