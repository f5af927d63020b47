import { listSessions } from "../client/index.ts";
import type { Command } from "./command.ts";
import { TARGET_FLAGS, targetOptions } from "./target.ts";

export const sessions: Command = {
  name: "sessions",
  summary: "the notebooks that are open now",
  flags: TARGET_FLAGS,
  examples: [
    ["inlay sessions", "id and file of each open notebook, on every server found"],
    ["inlay sessions --url http://localhost:2718 --json", "those of one server, as JSON"],
  ],
  run: async ({ flags, out }) => {
    const { sessions: found, warnings } = await listSessions(targetOptions(flags));
    for (const warning of warnings) out.warn(warning);
    out.result({ sessions: found, warnings });
    if (found.length === 0) out.line("No notebook is open. Open one in the browser, or run: inlay start notebook.py");
    else
      out.table(
        ["session", "notebook", "server"],
        found.map((each) => [each.stableId ?? each.key, each.path ?? each.filename ?? "(unsaved)", each.url]),
      );
  },
};
