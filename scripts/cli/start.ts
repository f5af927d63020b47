import { startServer } from "../client/index.ts";
import type { Command } from "./command.ts";
import { portNumber } from "./target.ts";

export const start: Command = {
  name: "start",
  summary: "start marimo in the background, unless it runs already",
  positionals: [{ name: "notebook", description: "The notebook to edit; a new one is made where none is there." }],
  flags: { port: { type: "string", value: "N", description: "The port; the first free one unless told." } },
  examples: [["inlay start analysis.py", "from the project's own environment: uv.lock, .venv, or marimo on the path"]],
  run: async ({ words: [notebook], flags, out }) => {
    const port = flags.text("port");
    const started = await startServer({ notebook, ...(port === undefined ? {} : { port: portNumber(port) }) });
    out.result(started);
    out.line(`${started.reused ? "Already running" : "Started"}  ${out.style.cyan(started.url)}  pid ${started.pid}`);
    if (!started.reused) out.line(`It runs in the background. Stop it: kill ${started.pid}`);
  },
};
