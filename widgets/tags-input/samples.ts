import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

export const samples: Samples<typeof traits> = {
  typical: {
    label: "Topics",
    value: ["python", "notebooks", "data"],
    suggestions: ["Python", "pandas", "polars", "plotting", "statistics", "SQL"],
  },
  empty: { label: "Nothing yet", placeholder: "Add a topic" },
  full: { value: ["one", "two", "three"], max_tags: 2 },
  wrong: {
    label: "Identifiers",
    value: ["fine", "Not Fine", "far-too-long-for-this"],
    max_length: 8,
    pattern: "[a-z-]+",
    pattern_message: "Small letters and hyphens only.",
  },
  hostile: {
    label: "<b>Label</b>",
    placeholder: "<i>Add</i>",
    pattern: "(",
    value: ["<img src=x onerror=alert(1)>", "", "two\nlines", "word".repeat(80), "עברית ומספר 5", "${1} {{x}}", "a, b"],
  },
  many: { label: "More than fit", value: Array.from({ length: 200 }, (_, n) => `tag ${n + 1}`) },
};
