import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Connection } from "./connection.ts";
import { isSameFile } from "./choose.ts";
import { discover, stateFolder, type ServerEntry } from "./discover.ts";
import { launch, type Launched } from "./launch.ts";
import { fetchPage } from "./page.ts";
import { fetchSessions } from "./session.ts";

/** What to start. */
export interface StartOptions {
  /** The notebook; without it the server serves the folder `cwd`. marimo makes a file that is missing. */
  readonly notebook?: string;
  /** The port; the first free one from 2718 by default. */
  readonly port?: number;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Further flags for `marimo edit`. */
  readonly flags?: readonly string[];
  /** Stops the wait; the process that was started is ended. */
  readonly signal?: AbortSignal;
}

/** A server that goes on running after this process. */
export interface StartedServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True where it was there before and nothing was started. */
  readonly reused: boolean;
  /** The file that takes the server's output; absent where it was there before. */
  readonly log?: string;
  /** The environment that marimo was taken from; absent where it was there before. */
  readonly origin?: string;
}

/** A server that belongs to this process. */
export interface OwnedServer extends StartedServer {
  /** Resolves with the exit code once the process has ended, whoever ended it. */
  readonly exited: Promise<number | null>;
  /** Ends the server and waits for its end; calling it again does nothing more. */
  stop(): Promise<void>;
}

/**
 * The server for a notebook: the one that discovery finds, else a new one in the background, started as
 * `marimo edit NOTEBOOK --no-token` from the project's own environment, which outlives this process.
 * Rejects with `marimo-not-found`, `port-taken` and `start-failed`, which quotes the server's last lines.
 */
export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const running = await findRunning(options);
  if (running !== undefined) {
    return { url: running.url, port: running.port, pid: running.pid, reused: true };
  }
  const { child, url, port, pid, log, origin } = await spawn(options, true);
  child.unref();
  const { servers } = await discover(options);
  // Under `uv run` the process that was started is uv's, and the server's own pid is in its entry.
  return { url, port, pid: servers.find((server) => server.port === port)?.pid ?? pid, log, origin, reused: false };
}

/** A new server of this process's own, whatever else is running; it ends when `stop` is called. */
export async function spawnServer(options: StartOptions = {}): Promise<OwnedServer> {
  const { child, exited, ...server } = await spawn(options, false);
  return {
    ...server,
    reused: false,
    exited,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

function spawn(options: StartOptions, background: boolean): Promise<Launched> {
  const env = options.env ?? process.env;
  const cwd = resolve(options.cwd ?? process.cwd());
  const folder = join(stateFolder(env), "inlay");
  mkdirSync(folder, { recursive: true });
  return launch({ ...options, env, cwd, logFolder: folder, background });
}

/** The server that edits a notebook, or any where none is named; undefined where there is none. */
export async function findRunning({ notebook, cwd, env }: StartOptions): Promise<ServerEntry | undefined> {
  const { servers } = await discover(env === undefined ? {} : { env });
  if (notebook === undefined) return servers[0];
  const holds = await Promise.all(
    servers.map((server) => hasNotebook(server, notebook, resolve(cwd ?? process.cwd()))),
  );
  return servers.find((_, index) => holds[index]);
}

/** True where the server edits the notebook: as its own, or in a session. One that cannot be asked does not. */
async function hasNotebook(server: ServerEntry, notebook: string, cwd: string): Promise<boolean> {
  const connection = new Connection(server.url);
  try {
    // A server whose own notebook was removed has no page for it, and its sessions still.
    const [page, sessions] = await Promise.all([
      fetchPage(connection).catch(() => undefined),
      fetchSessions(connection),
    ]);
    const paths = [page?.mode === "edit" ? page.filename : undefined, ...sessions.map(({ path }) => path)];
    return paths.some((path) => path != null && isSameFile(path, notebook, cwd));
  } catch {
    return false;
  }
}
