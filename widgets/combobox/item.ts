import type { ItemInfo } from "../kit/item.ts";

/** What combobox says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Combobox",
  summary: "Choose one or many of up to 100,000 options by typing a part of them.",
  category: "control",
  budget: 30,
  example: {
    arguments: {
      label: '"Cities"',
      options:
        '["Amsterdam", "Athens", "Berlin", "Bogotá", "Kraków", "Lima", "Łódź", "Nairobi", "Oslo", "São Paulo", "Zürich"]',
      selected: '["Berlin"]',
    },
    reader: 'chosen = {get}()\n{mo}.md("Chosen: **" + (", ".join(chosen) or "nothing") + "**")',
  },
  docs: "",
};
