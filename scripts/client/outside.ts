import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { InlayError } from "./errors.ts";
import { findMarimo, type MarimoCommand } from "./marimo.ts";
import type { BaseReport } from "./protocol.ts";
import { runProgram } from "./run.ts";
import type { ExecuteHooks, ExecuteResult } from "./transport.ts";

/** A command line that runs Python. */
type PythonCommand = Pick<MarimoCommand, "file" | "args">;

/** Python compiles a program with `await` at its top level only when it is told to. */
const MAIN = `import ast, asyncio, sys
code = compile(sys.stdin.buffer.read().decode(), "<inlay>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
asyncio.run(eval(code, {"__name__": "__main__"}))`;

/**
 * Runs a request outside of any kernel, in the environment that `inlay start` would take for a notebook in `folder`,
 * and resolves with its report, also one that says `ok: false`. Rejects with `marimo-not-found`, `python-failed`, and
 * as `runProgram` does.
 */
export async function runOutside<R extends BaseReport>(
  folder: string,
  modules: Readonly<Record<string, string>>,
  request: object,
  hooks: ExecuteHooks & { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<R> {
  const env = hooks.env ?? process.env;
  const python = pythonOf(findMarimo(folder, env));
  const execute = (text: string, heard: ExecuteHooks = {}) => run(python, text, folder, env, heard);
  return runProgram<R>({ execute }, modules, request, hooks, "outside");
}

/** The Python that a marimo runs in. */
export function pythonOf({ file, args, origin }: MarimoCommand): PythonCommand {
  if (args.length > 0) return { file, args: [...args.slice(0, -1), "python"] };
  const name = process.platform === "win32" ? "python.exe" : "python";
  const beside = (path: string) => join(dirname(path), name);
  if (existsSync(join(dirname(file), "..", "pyvenv.cfg")) && existsSync(beside(file))) {
    return { file: beside(file), args: [] };
  }
  const real = realpathSync(file);
  const found = [interpreterLine(real), beside(real)].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return { file: found, args: [] };
  throw new InlayError({
    code: "python-not-found",
    message: `The Python of marimo (from ${origin}) was not found.`,
    found: file,
    expected: "a Python beside it, or named in its first line",
    cure: "Install marimo in an environment of the project: uv add marimo anywidget",
  });
}

/** The interpreter that the first lines of an installed script name. */
function interpreterLine(file: string): string | undefined {
  const head = readFileSync(file).subarray(0, 2000).toString("latin1");
  return (/^#!\s*(\S*python[^\s]*)/.exec(head) ??
    /^#!\/bin\/sh\r?\n'''exec' "?([^"\n]*?python[^"\s]*)/.exec(head))?.[1];
}

function run(
  { file, args }: PythonCommand,
  text: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
  hooks: ExecuteHooks,
): Promise<ExecuteResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args, "-c", MAIN], { cwd, env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    const stop = () => child.kill("SIGINT");
    hooks.signal?.addEventListener("abort", stop);
    child.stdout.setEncoding("utf8").on("data", (piece: string) => hooks.stdout?.(piece));
    child.stderr.setEncoding("utf8").on("data", (piece: string) => hooks.stderr?.(piece));
    child.stdin.on("error", () => {}); // One that ended early says why on its error output.
    child.stdin.end(text);
    child.on("error", (error) =>
      reject(
        new InlayError({
          code: "python-failed",
          message: "The notebook's Python does not start.",
          found: error.message,
          expected: `${file} to run`,
          cure: "Check the environment of the project.",
        }),
      ),
    );
    child.on("close", (code) => {
      hooks.signal?.removeEventListener("abort", stop);
      resolve({ success: code === 0, ...(code === 0 ? {} : { error: `Python ended with ${code ?? "a signal"}` }) });
    });
  });
}
