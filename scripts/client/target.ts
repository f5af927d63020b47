import { parseAddress } from "./address.ts";
import { candidates } from "./candidates.ts";
import type { Connection } from "./connection.ts";
import { isPageConnected } from "./page.ts";
import { httpTransport } from "./http.ts";
import { mcpTransport, withMcpFallback } from "./mcp.ts";
import { openFor } from "./opening.ts";
import { chooseSession } from "./choose.ts";
import type { Session, Transport } from "./transport.ts";

/** Which notebook is meant. With nothing given it is the only one there is. */
export interface TargetOptions {
  /** The server's address. */
  readonly url?: string;
  /** The port of a server on this machine. */
  readonly port?: number;
  /** The notebook's file: its path, or the end of it. */
  readonly file?: string;
  /** A session's key, `s_…` or `sess-…`. */
  readonly session?: string;
  /** A file that holds the server's token; without it `MARIMO_TOKEN` is used. Only for a server named by url or port. */
  readonly tokenFile?: string;
  /** `auto` is HTTP, and MCP where a server has no HTTP execute but code mode over MCP. */
  readonly transport?: "auto" | "http" | "mcp";
  /** The folder that `file` is relative to; the process's own by default. */
  readonly cwd?: string;
  /** The environment for `MARIMO_TOKEN` and the state folder; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv;
}

/** The notebook that was meant, in plain data that may be printed. */
export interface Target {
  /** The server's address. */
  readonly url: string;
  readonly session: Session;
  /** True where the session was opened for this command. */
  readonly opened: boolean;
  /** True where a page shows a notebook of this server now, so that front ends can report that they mounted. */
  readonly pageConnected: boolean;
}

/** A target, the way to run code in it, and what the user should be told. */
export interface Resolved {
  readonly target: Target;
  readonly transport: Transport;
  readonly warnings: readonly string[];
}

/**
 * Finds the one notebook that is meant, opening a session where the server has a notebook of its own but none.
 * Rejects with `no-server`, `several-sessions`, `session-not-found`, `no-session`, `unauthorized`, `run-server` and
 * what a broken server causes; each says what was found and what to do.
 *
 * @example const { transport } = await resolveTarget({ file: "prices.py" });
 */
export async function resolveTarget(options: TargetOptions = {}): Promise<Resolved> {
  const address = options.url === undefined ? undefined : parseAddress(options.url);
  const file = options.file ?? address?.file;
  const wanted = { ...options, ...(file === undefined ? {} : { file }) };
  const { servers, warnings } = await candidates(wanted);
  const chosen = chooseSession(servers, wanted);
  const { connection, session, opened } = chosen ?? (await openFor(servers, wanted));
  return {
    target: { url: connection.url, session, opened, pageConnected: !opened && (await isPageConnected(connection)) },
    transport: await reachSession(connection, session, options.transport ?? "auto"),
    warnings,
  };
}

/** A way to run code in a session's kernel. */
export async function reachSession(
  connection: Connection,
  session: Session,
  kind: "auto" | "http" | "mcp",
): Promise<Transport> {
  if (kind === "mcp") return mcpTransport(connection, session);
  const http = httpTransport(connection, session);
  return kind === "http" ? http : withMcpFallback(http, connection, session);
}
