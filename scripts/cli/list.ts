import type { Command } from "./command.ts";
import { loadItems } from "../registry/items.ts";

export const list: Command = {
  name: "list",
  summary: "the widgets that can be added",
  flags: {},
  examples: [["inlay list", "name, size and purpose of each"]],
  run: async ({ out }) => {
    const items = await loadItems();
    out.result({
      widgets: items.map(({ name, version, title, summary, category, sizes }) => ({
        name,
        version,
        title,
        summary,
        category,
        sizes,
      })),
    });
    out.table(
      ["widget", "version", "kind", "KiB", "what it does"],
      items.map((item) => [
        item.name,
        item.version,
        item.category,
        (item.sizes.esm.raw / 1024).toFixed(1),
        item.summary,
      ]),
    );
  },
};
