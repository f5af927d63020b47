import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestServer } from "./marimo.ts";

const COMMAND = fileURLToPath(new URL("../../dist/inlay.js", import.meta.url));

/** How one run of the command ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
  /** Flags that go behind the others. */
  readonly flags?: readonly string[];
  /** Sees the process while it runs: to signal it, say. */
  readonly watch?: (child: ReturnType<typeof spawn>) => void;
}

/** Options for a command that works on this server. */
export function at({ url, env }: Pick<TestServer, "url" | "env">): RunOptions {
  return { env, flags: ["--url", url] };
}

/** Runs the built command as a person would, to its end. */
export function inlay(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args, ...(options.flags ?? [])], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.input ?? "");
    options.watch?.(child);
  });
}

/** Runs the command and gives its JSON. @throws what it printed, where it failed. */
export async function inlayJson<T>(args: readonly string[], options: RunOptions = {}): Promise<T> {
  const ran = await inlay([...args, "--json"], options);
  if (ran.code !== 0) throw new Error(`inlay ${args.join(" ")} ended with ${ran.code}\n${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as T;
}
