import { defineTraits, option, t, value } from "../kit/traits.ts";

export const traits = defineTraits({
  value: value(
    t.list(t.string({ maxLength: 64 }), { maxLength: 256 }),
    "The colours in their order, as `#rrggbb` in lower case, at most 256. Python takes `#rgb` and any case too.",
    { default: ["#0e72b1"], send: "live" },
  ),
  label: option(t.string(), "What the colours are for: shown above them and read out as their name."),
  min_colors: option(t.int({ min: 0, max: 256 }), "The fewest colours that a person can leave.", { default: 1 }),
  max_colors: option(
    t.nullable(t.int({ min: 1, max: 256 })),
    "The most colours that a person can add up to, or nothing for 256. With 1 there is one colour, and no palette.",
  ),
  backgrounds: option(
    t.tuple(t.string({ maxLength: 64 }), t.string({ maxLength: 64 })),
    "A light and a dark background that contrast is told against, as `#rrggbb`.",
    { default: ["#ffffff", "#181c1a"] },
  ),
  live: option(t.bool(), "Whether a colour is sent while a slider moves; otherwise when it is let go.", {
    default: true,
  }),
});
