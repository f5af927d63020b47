import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

export const samples: Samples<typeof traits> = {
  typical: {
    label: "Colours of the chart",
    value: ["#0e72b1", "#d86762", "#5c8a0e", "#a93780", "#e0a526"],
  },
  one: { label: "Accent", value: ["#7e5903"], max_colors: 1 },
  none: { value: [], min_colors: 0 },
  greys: { value: ["#000000", "#777777", "#808080", "#ffffff"] },
  full: { value: ["#ff0000", "#00ff00"], max_colors: 2, min_colors: 2, live: false },
  many: {
    label: "A scale",
    value: Array.from({ length: 60 }, (_, n) => `#${(n * 4).toString(16).padStart(2, "0")}40a0`),
  },
  strange: { label: "<b>Label</b>", value: ["red", "<i>", "#ABC", "#ABCDEF", ""], backgrounds: ["none", "url(x)"] },
};
