import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fetchHealth } from "./discover.ts";
import { InlayError } from "./errors.ts";
import { findMarimo, type MarimoCommand } from "./marimo.ts";
import { freePort } from "./port.ts";

/** What to launch and where. */
export interface LaunchOptions {
  readonly notebook?: string;
  readonly port?: number;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly flags?: readonly string[];
  readonly signal?: AbortSignal;
  readonly logFolder: string;
  /** True for a server that outlives this process. */
  readonly background: boolean;
}

/** A server that answers, and its process. */
export interface Launched {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly log: string;
  readonly origin: string;
}

/** How long between two looks at a server that is starting, in milliseconds. */
const PAUSE = 50;

/** Starts `marimo edit` and resolves once it answers. Rejects with `start-failed` when its process ends before. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const notebook = options.notebook === undefined ? undefined : resolve(options.cwd, options.notebook);
  const marimo = findMarimo(notebook === undefined ? options.cwd : dirname(notebook), options.env);
  const port = await freePort(options.port);
  const log = join(options.logFolder, `${port}.log`);
  // marimo 0.21 makes itself known only without skew protection; newer ones have none where there is no token.
  const open = ["--no-token", "--no-skew-protection", "--headless"];
  const args = ["edit", notebook ?? options.cwd, ...open, "--port", String(port), "--host", "127.0.0.1"];
  const child = start(marimo, [...args, ...(options.flags ?? [])], log, options);
  const exited = new Promise<number | null>((done) => {
    child.once("exit", done);
    child.once("error", () => done(null));
  });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, exited, { marimo, log, options });
  return { child, exited, url, port, pid: child.pid ?? 0, log, origin: marimo.origin };
}

function start(marimo: MarimoCommand, args: string[], log: string, options: LaunchOptions): ChildProcess {
  const output = openSync(log, "w");
  try {
    return spawn(marimo.file, [...marimo.args, ...args], {
      cwd: options.cwd,
      env: options.env,
      detached: options.background,
      stdio: ["ignore", output, output],
      windowsHide: true,
    });
  } finally {
    closeSync(output);
  }
}

/** The start ends in one of three ways: the server answers, its process ends, or the user stops it. */
async function untilHealthy(
  url: string,
  child: ChildProcess,
  exited: Promise<number | null>,
  { marimo, log, options }: { marimo: MarimoCommand; log: string; options: LaunchOptions },
): Promise<void> {
  let ended: { code: number | null } | undefined;
  void exited.then((code) => (ended = { code }));
  for (;;) {
    if (options.signal?.aborted === true) {
      child.kill("SIGTERM");
      throw new InlayError({ code: "interrupted", message: "The start was interrupted.", cure: "Run it again." });
    }
    if (ended !== undefined) throw failed(marimo, log, ended.code);
    if ((await fetchHealth(url)) === undefined) return;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

function failed(marimo: MarimoCommand, log: string, code: number | null): InlayError {
  const lines = lastLines(log, 12);
  return new InlayError({
    code: "start-failed",
    message: `marimo (from ${marimo.origin}) ended before it answered${code === null ? "" : `, with code ${code}`}.`,
    found: lines === "" ? "no output" : lines,
    expected: "a server that goes on running",
    cure: `See ${log}, or run the same by hand: ${[marimo.file, ...marimo.args].join(" ")} edit NOTEBOOK`,
  });
}

function lastLines(file: string, count: number): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
