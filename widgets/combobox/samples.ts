import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

const cities = ["Amsterdam", "Athens", "Berlin", "Bogotá", "Kraków", "Lima", "Łódź", "Oslo", "São Paulo", "Zürich"];

export const samples: Samples<typeof traits> = {
  typical: { label: "Cities", options: cities, selected: ["Berlin", "Oslo"] },
  empty: { label: "Nothing to choose from" },
  single: { label: "City", options: cities, selected: ["Łódź"], multiple: false },
  grouped: {
    label: "Countries",
    options: {
      value: ["DE", "PL", "CO", "PE"],
      label: ["Germany", "Poland", "Colombia", "Peru"],
      groups: [
        ["Europe", 2],
        ["South America", 2],
      ],
    },
    selected: ["PL"],
    max_selected: 2,
  },
  lacking: { options: cities, selected: ["Berlin"], min_selected: 2, placeholder: "Two at least" },
  gone: { label: "Changed since", options: cities, selected: ["Berlin", "Königsberg"] },
  many: {
    label: "Stations",
    options: Array.from({ length: 2000 }, (_, n) => `Station ${n}`),
    selected: Array.from({ length: 500 }, (_, n) => `Station ${n * 3}`),
  },
  hostile: {
    label: "<b>Label</b>",
    placeholder: "<i>Search</i>",
    options: ["<img src=x onerror=alert(1)>", "", "two\nlines", "word".repeat(80), "עברית ומספר 5", "${1} {{x}}"],
    selected: ["<img src=x onerror=alert(1)>", "", "word".repeat(80), "עברית ומספר 5"],
    creatable: true,
  },
};
