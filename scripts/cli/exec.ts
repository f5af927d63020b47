import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { InlayError } from "../client/errors.ts";
import type { Command, Flags } from "./command.ts";
import { runHooks, stopWithReader } from "./kernel.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { UsageError } from "./usage-error.ts";
import { showValue } from "./value.ts";

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
    const reader = stopWithReader();
    const hooks = runHooks(out);
    let complaint = "";
    const result = await transport.execute(code, {
      ...hooks,
      stderr: (chunk) => {
        complaint = (complaint + chunk).slice(-2000);
        if (!reader.left) hooks.stderr(chunk);
      },
    });
    const { printed = { stdout: "", stderr: "" } } = out.aside;
    delete out.aside.printed;
    out.result({ ...result, ...printed });
    if (result.output) showValue(result.output, out);
    if (result.success) return;
    const last = result.error ?? complaint.trimEnd().split("\n").at(-1);
    throw new InlayError({
      code: "code-failed",
      message: "The code raised an error in the kernel.",
      ...(last ? { found: last } : {}),
      cure: out.json ? "Its traceback is in the result's stderr." : "Its traceback is above.",
    });
  },
};

async function codeFrom(file: string | undefined, flags: Flags): Promise<string> {
  const code = flags.text("code");
  if ((code === undefined) === (file === undefined)) {
    throw new UsageError("inlay exec expects either -c CODE, a FILE, or - for standard input.");
  }
  if (code !== undefined) return code;
  if (file === "-") return text(process.stdin);
  return readFile(file ?? "", "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InlayError({
      code: "file-unreadable",
      message: `${file} cannot be read.`,
      found: error.message,
      expected: "a file of Python",
      cure: "Check the path, or give the code itself with -c.",
    });
  });
}
