import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

export const samples: Samples<typeof traits> = {
  typical: {
    label: "What matters most",
    value: ["Clear error messages", "Fast first draw", "Works offline", "Few dependencies"],
  },
  empty: { label: "Nothing yet" },
  one: { value: ["Alone"], addable: false },
  repeated: { value: ["Same", "Same", "Other", "Same"], label: "Texts that repeat" },
  locked: { value: ["First", "Second"], addable: false, editable: false, removable: false, numbered: false },
  full: { value: ["A", "B", "C"], max_items: 3, unique: true },
  hostile: {
    label: "<b>Label</b>",
    placeholder: "<i>Add</i>",
    value: ["<img src=x onerror=alert(1)>", "", "two\nlines", "word".repeat(80), "עברית ומספר 5", "${1} {{x}}"],
  },
  long: { label: "More than fit", value: Array.from({ length: 100 }, (_, index) => `Row ${index + 1}`) },
};
