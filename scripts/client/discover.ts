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

/** A file that names a server which is gone. */
export interface StaleEntry {
  readonly file: string;
  readonly url: string;
  readonly reason: string;
}

/** How long a server has to say that it is well, in milliseconds. */
const HEALTH_LIMIT = 10_000;

/**
 * The running servers that have written an entry, in the order of their ports. Only servers started with
 * `--no-token` write one; before marimo 0.22 also `--no-skew-protection`. An entry whose process is gone, or that does not answer, is passed over with a warning.
 */
export async function discover(options: DiscoverOptions = {}): Promise<Discovery> {
  const found = await examineAll(options);
  return {
    servers: found.flatMap(({ server }) => server ?? []).toSorted((a, b) => a.port - b.port),
    warnings: found.flatMap(({ warning }) => warning ?? []),
  };
}

/** The entries of servers that are gone: their process has ended, or nothing answers at their address. */
export async function staleEntries(options: DiscoverOptions = {}): Promise<readonly StaleEntry[]> {
  return (await examineAll(options)).flatMap(({ stale }) => stale ?? []);
}

/** What one entry file turned out to be. */
interface Examined {
  readonly server?: ServerEntry;
  readonly stale?: StaleEntry;
  readonly warning?: string;
}

function examineAll(options: DiscoverOptions): Promise<readonly Examined[]> {
  const folder = join(stateFolder(options.env ?? process.env), "servers");
  return Promise.all(entryFiles(folder).map((file) => examine(join(folder, file))));
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

async function examine(file: string): Promise<Examined> {
  const entry = readEntry(file);
  if (entry === undefined) return { warning: `Passed over ${file}: it is not a server entry.` };
  const { url, pid } = entry;
  if (!isAlive(pid)) {
    const reason = `process ${pid} is gone`;
    return { stale: { file, url, reason }, warning: `Passed over the stale entry of ${url}: ${reason} (${file}).` };
  }
  const health = await fetchHealth(url);
  if (health === undefined) return { server: entry };
  const warning = `Passed over the entry of ${url}: ${health} (${file}).`;
  return health === SILENT ? { stale: { file, url, reason: health }, warning } : { warning };
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

const SILENT = "nothing answers there";

/** What is wrong with a server's health; undefined where it is well. */
export async function fetchHealth(url: string): Promise<string | undefined> {
  const signal = AbortSignal.timeout(HEALTH_LIMIT);
  try {
    const reply = await fetchReply(new Connection(url), { method: "GET", path: "/health", signal });
    return reply.status === 200 ? undefined : `GET /health gave status ${reply.status}`;
  } catch {
    return signal.aborted ? `GET /health had no answer in ${HEALTH_LIMIT / 1000} s` : SILENT;
  }
}
