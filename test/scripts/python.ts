import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/build/root.ts";

export const root = repositoryRoot();

/** The Python of one of the environments that the tests run in; the newest marimo when no version is told. */
export function pythonOf(version?: string): string {
  const folder = version === undefined ? join(root, ".venv") : join(root, ".venvs", version);
  const python = process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
  if (!existsSync(python)) throw new Error(`${python} is missing: npm test sets it up.`);
  return python;
}

/** Runs Python with JSON on stdin; gives the JSON that it printed. Fails with what it said. */
export function askPython(args: readonly string[], input: unknown, version?: string): unknown {
  const result = spawnSync(pythonOf(version), args, {
    input: JSON.stringify(input),
    encoding: "utf8",
    cwd: root,
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`python ${args[0]} failed:\n${result.stderr}${result.stdout}`);
  return JSON.parse(result.stdout);
}
