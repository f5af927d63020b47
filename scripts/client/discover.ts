import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { urlHost } from "./address.ts";
import { Connection } from "./connection.ts";
import { fetchReply } from "./reply.ts";

/** A running marimo server that made itself known on this machine. */
export interface ServerEntry {
  /** Its address, with its base path and without a trailing slash. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly version: string;
  /** When it started, as ISO 8601. */
  readonly startedAt: string;
}

/** What discovery found, and what it passed over and why. */
export interface Discovery {
  readonly servers: readonly ServerEntry[];
  readonly warnings: readonly string[];
}

/** Where discovery looks. */
export interface DiscoverOptions {
  /** The environment to read `XDG_STATE_HOME` and `HOME` from; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv;
}

/** How long a server has to say that it is well, in milliseconds. */
const HEALTH_LIMIT = 10_000;

/**
 * The running servers that have written an entry, in the order of their ports. Only servers started with
 * `--no-token` write one; before marimo 0.22 also `--no-skew-protection`. An entry whose process is gone, or that does not answer, is passed over with a warning.
 */
export async function discover(options: DiscoverOptions = {}): Promise<Discovery> {
  const folder = join(stateFolder(options.env ?? process.env), "servers");
  const found = await Promise.all(entryFiles(folder).map((file) => examine(join(folder, file))));
  const servers = found.filter((one) => typeof one !== "string").toSorted((a, b) => a.port - b.port);
  return { servers, warnings: found.filter((one) => typeof one === "string") };
}

/** The folder in which marimo keeps its state: the same rule as marimo's own. */
export function stateFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const home = env[platform === "win32" ? "USERPROFILE" : "HOME"] || homedir();
  if (platform === "win32") return join(home, ".marimo");
  const state = env["XDG_STATE_HOME"];
  return join(state === undefined || state.trim() === "" ? join(home, ".local", "state") : state, "marimo");
}

function entryFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

async function examine(file: string): Promise<ServerEntry | string> {
  const entry = readEntry(file);
  if (entry === undefined) return `Passed over ${file}: it is not a server entry.`;
  if (!isAlive(entry.pid))
    return `Passed over the stale entry of ${entry.url}: process ${entry.pid} is gone (${file}).`;
  const health = await fetchHealth(entry.url);
  return health === undefined ? entry : `Passed over the entry of ${entry.url}: ${health} (${file}).`;
}

function readEntry(file: string): ServerEntry | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const { pid, host, port, base_url: base, started_at: startedAt, version } = entry;
    if (typeof pid !== "number" || typeof port !== "number" || typeof host !== "string") return undefined;
    const scheme = port === 443 ? "https" : "http";
    const url = `${scheme}://${urlHost(host)}:${port}${typeof base === "string" ? base.replace(/\/+$/, "") : ""}`;
    return { url, host, port, pid, version: String(version ?? ""), startedAt: String(startedAt ?? "") };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What is wrong with a server's health; undefined where it is well. */
export async function fetchHealth(url: string): Promise<string | undefined> {
  const signal = AbortSignal.timeout(HEALTH_LIMIT);
  try {
    const reply = await fetchReply(new Connection(url), { method: "GET", path: "/health", signal });
    return reply.status === 200 ? undefined : `GET /health gave status ${reply.status}`;
  } catch {
    return signal.aborted ? `GET /health had no answer in ${HEALTH_LIMIT / 1000} s` : "nothing answers there";
  }
}
