import { discover } from "../client/index.ts";
import type { Command } from "./command.ts";

export const servers: Command = {
  name: "servers",
  summary: "the marimo servers that run on this machine",
  flags: {},
  examples: [["inlay servers", "address, version and process of each"]],
  run: async ({ out }) => {
    const { servers: found, warnings } = await discover();
    for (const warning of warnings) out.warn(warning);
    out.result({ servers: found, warnings });
    if (found.length === 0) out.line("No marimo server was found. Start one: inlay start notebook.py");
    else
      out.table(
        ["address", "marimo", "pid"],
        found.map((each) => [each.url, each.version, String(each.pid)]),
      );
  },
};
