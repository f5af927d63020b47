import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { InlayError } from "../client/errors.ts";
import type { Command, Flags } from "./command.ts";
import { runHooks } from "./kernel.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { UsageError } from "./usage-error.ts";

export const exec: Command = {
  name: "exec",
  summary: "run Python in the notebook's kernel, leaving no cell",
  positionals: [{ name: "FILE", description: "A file of Python, or - for standard input." }],
  flags: { code: { type: "string", short: "c", value: "CODE", description: "The Python to run." }, ...TARGET_FLAGS },
  examples: [
    ["inlay exec -c 'print(df.shape)'", "a line of Python, over the notebook's own names"],
    ["inlay exec - < probe.py", "a program from standard input"],
  ],
  run: async ({ words, flags, out }) => {
    const code = await codeFrom(words[0], flags);
    const { transport } = await findTarget(flags, out);
    const printed = { stdout: "", stderr: "" };
    const hooks = runHooks(out);
    const result = await transport.execute(code, {
      ...hooks,
      stdout: (chunk) => (out.json ? void (printed.stdout += chunk) : hooks.stdout(chunk)),
      stderr: (chunk) => (out.json ? void (printed.stderr += chunk) : hooks.stderr(chunk)),
    });
    out.result({ ...result, ...printed });
    if (result.output?.mimetype === "text/plain") out.line(result.output.data);
    if (result.success) return;
    throw new InlayError({
      code: "code-failed",
      message: "The code raised an error in the kernel.",
      ...(result.error ? { found: result.error } : {}),
      cure: "Its traceback is above.",
    });
  },
};

async function codeFrom(file: string | undefined, flags: Flags): Promise<string> {
  const code = flags.text("code");
  if ((code === undefined) === (file === undefined)) {
    throw new UsageError("inlay exec expects either -c CODE, a FILE, or - for standard input.", "exec");
  }
  if (code !== undefined) return code;
  if (file === "-") return text(process.stdin);
  return readFile(file ?? "", "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InlayError({ code: "file-unreadable", message: `${file} cannot be read.`, found: error.message });
  });
}
