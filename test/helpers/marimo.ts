import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { openSync, closeSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The versions of marimo that tests use, the newest in `.venv`, the others in `.venvs`. */
export type MarimoVersion = "newest" | "0.21.1" | "0.22.5" | "0.23.16" | "0.24.2";

/** The notebook that a server gets where a test names none: marimo as `mo`, and x = 1. */
export const NOTEBOOK = `import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    return (mo,)


@app.cell
def _():
    x = 1
    return (x,)


if __name__ == "__main__":
    app.run()
`;

export interface ServerOptions {
  /** "newest" by default. */
  readonly version?: MarimoVersion;
  /** The path of a notebook or a folder; a fresh notebook in a folder of its own by default. */
  readonly notebook?: string;
  /** "edit" by default. */
  readonly command?: "edit" | "run";
  /** A token; without it the server runs with `--no-token`. */
  readonly token?: string;
  /** A path below which the server answers, such as `/base`. */
  readonly basePath?: string;
  /** Further flags. */
  readonly flags?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The state folder, shared with another server where a test says so; a fresh one by default. */
  readonly stateHome?: string;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly notebook: string;
  /** What `XDG_STATE_HOME` is for this server. */
  readonly stateHome: string;
  /** An environment in which the client finds this server and no other, and no token. */
  readonly env: NodeJS.ProcessEnv;
  /** The server's output up to now. */
  log(): Promise<string>;
  /** Ends the server and its kernels at once, as a crash would, and waits for the end. */
  kill(): Promise<void>;
  /** Ends the server, its kernels and its folders. */
  stop(): Promise<void>;
}

/** The path of a marimo in one of the test environments. */
export function marimoPath(version: MarimoVersion = "newest"): string {
  const venv = version === "newest" ? ".venv" : join(".venvs", version);
  return join(ROOT, venv, "bin", "marimo");
}

/** A port that nothing listens on now. */
export async function unusedPort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

/** A run of tests that is told to end still ends its servers, by the handlers of `exit`. */
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));

/** Starts a real marimo server and resolves once it answers. The caller stops it. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "inlay-test-"));
  const stateHome = options.stateHome ?? join(folder, "state");
  const notebook = options.notebook ?? join(folder, "notebook.py");
  if (options.notebook === undefined) await writeFile(notebook, NOTEBOOK);
  const port = await unusedPort();
  const env = { ...process.env, XDG_STATE_HOME: stateHome, MARIMO_TOKEN: undefined };
  const logFile = join(folder, "server.log");
  const child = launch(
    marimoPath(options.version),
    [options.command ?? "edit", notebook, "--headless", "--host", "127.0.0.1", "--port", String(port)]
      .concat(options.token === undefined ? ["--no-token"] : ["--token-password", options.token])
      .concat(options.basePath === undefined ? [] : ["--base-url", options.basePath])
      .concat(options.flags ?? []),
    logFile,
    { ...env, ...options.env },
  );
  const exited = once(child, "exit");
  const leave = () => killGroup(child, "SIGKILL");
  process.once("exit", leave);
  const end = async (signal: NodeJS.Signals) => {
    // Kernels lead groups of their own, and those of marimo before 0.23 outlive a server that is killed.
    const kernels = descendants(child.pid ?? 0);
    if (child.exitCode === null && child.signalCode === null) killGroup(child, signal);
    await exited;
    for (const kernel of kernels) killProcess(kernel);
    leave();
    process.off("exit", leave);
  };
  const url = `http://127.0.0.1:${port}${options.basePath ?? ""}`;
  await untilHealthy(url, child, logFile);
  return {
    url,
    port,
    pid: child.pid ?? 0,
    notebook,
    stateHome,
    env,
    log: () => readFile(logFile, "utf8"),
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGKILL");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The server leads a group of its own, so that its kernels end with it. */
function launch(file: string, args: string[], logFile: string, env: NodeJS.ProcessEnv): ChildProcess {
  const output = openSync(logFile, "w");
  const child = spawn(file, args, { detached: true, stdio: ["ignore", output, output], env });
  closeSync(output);
  return child;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // The group is gone already.
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

/** The processes that a process started, and that these started, as they are now. */
function descendants(pid: number): readonly number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const each of found) found.push(...pairs.filter(([, parent]) => parent === each).map(([child]) => child ?? 0));
  return found.slice(1);
}

async function untilHealthy(url: string, child: ChildProcess, logFile: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const ok = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`marimo ended before it answered:\n${await readFile(logFile, "utf8")}`);
}
