import { itemNames, loadItem } from "../registry/items.ts";
import type { Command } from "./command.ts";
import { writeNotebook } from "./new-notebook.ts";

export const freeze: Command = {
  name: "freeze",
  summary: "write a new notebook file with widgets in it; no server needed",
  positionals: [
    { name: "NOTEBOOK", description: "The file to write; one that is there is left alone.", required: true },
    { name: "WIDGET", description: "Widgets by name; all of them unless told.", multiple: true },
  ],
  flags: {
    "show-code": { type: "boolean", description: "Leave the code of the cells visible." },
    "dry-run": { type: "boolean", description: "Show the plan and write nothing." },
    diff: { type: "boolean", description: "Show the code that would be written and write nothing." },
  },
  examples: [
    ["inlay freeze widgets.py", "every widget, each with a cell that reads it"],
    ["inlay freeze essay.py tangle histogram-range", "two of them"],
  ],
  run: async ({ words: [file = "", ...named], flags, out }) => {
    const names = named.length > 0 ? named : await itemNames();
    const items = await Promise.all(names.map(loadItem));
    const request = {
      command: "add",
      items: items.map((item) => ({ item, as: null, arguments: {}, expressions: {}, wire: null, reader: true })),
      place: { after: null, before: null },
      show_code: flags.boolean("show-code"),
      dry_run: flags.boolean("dry-run") || flags.boolean("diff"),
      yes: false,
      auto_name: true,
      quiet: true,
    } as const;
    await writeNotebook(file, request, flags, out);
  },
};
