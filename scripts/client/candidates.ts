import { parseAddress } from "./address.ts";
import { Connection } from "./connection.ts";
import { discover } from "./discover.ts";
import { InlayError } from "./errors.ts";
import { fetchSessions } from "./session.ts";
import { readToken } from "./token.ts";
import type { Session } from "./transport.ts";

/** A server that may be meant, with the sessions it has now. */
export interface Candidate {
  readonly connection: Connection;
  readonly sessions: readonly Session[];
}

/** How the servers to look at are named. */
export interface ServerOptions {
  readonly url?: string;
  readonly port?: number;
  readonly tokenFile?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The servers that may be meant, each asked for its sessions, and what to warn of. */
export async function candidates(
  options: ServerOptions,
): Promise<{ servers: readonly Candidate[]; warnings: readonly string[] }> {
  const { connections, warnings } = await connect(options);
  const asked = await Promise.allSettled(connections.map(fetchSessions));
  const servers: Candidate[] = [];
  const failures: InlayError[] = [];
  for (const [index, result] of asked.entries()) {
    const connection = connections[index] as Connection;
    if (result.status === "fulfilled") servers.push({ connection, sessions: result.value });
    else if (result.reason instanceof InlayError) failures.push(result.reason);
    else throw result.reason;
  }
  if (servers.length === 0) throw failures[0] ?? noServer(warnings);
  return { servers, warnings: [...warnings, ...failures.map((one) => `${one.message} Found: ${one.found}.`)] };
}

async function connect(options: ServerOptions): Promise<{ connections: Connection[]; warnings: string[] }> {
  const env = options.env ?? process.env;
  if (options.url !== undefined) {
    const connection = new Connection(parseAddress(options.url).url, readToken(options.tokenFile, env));
    return { connections: [connection], warnings: hostWarnings(connection) };
  }
  if (options.port === undefined && options.tokenFile !== undefined) throw tokenForNobody();
  const found = await discover({ env });
  if (options.port === undefined) {
    // A discovered server asks for no token, and MARIMO_TOKEN may belong to another one: it is not sent.
    return { connections: found.servers.map((server) => new Connection(server.url)), warnings: [...found.warnings] };
  }
  const entry = found.servers.find((server) => server.port === options.port);
  const url = entry?.url ?? `http://127.0.0.1:${options.port}`;
  return { connections: [new Connection(url, readToken(options.tokenFile, env))], warnings: [] };
}

/** What to say of a server that is not on this machine. */
export function hostWarnings(connection: Connection): string[] {
  if (connection.isLocal) return [];
  const { protocol, host } = new URL(connection.url);
  const open = protocol === "http:" ? ", over a connection that is not encrypted" : "";
  const what = connection.hasToken ? "The token and the code go" : "The code goes";
  return [`${what} to ${host}, which is not this machine${open}.`];
}

function noServer(warnings: readonly string[]): InlayError {
  return new InlayError({
    code: "no-server",
    message: "No running marimo server was found.",
    found: warnings.length === 0 ? "no server entry" : warnings.join(" "),
    expected:
      "a server started with --no-token (marimo 0.21: and --no-skew-protection), or one named by --url or --port",
    cure: "Run: inlay start NOTEBOOK (or name a server that has a token with --url, and its token with MARIMO_TOKEN)",
  });
}

function tokenForNobody(): InlayError {
  return new InlayError({
    code: "token-without-server",
    message: "A token is given, but no server to send it to.",
    found: "--token-file without --url or --port",
    expected: "the server that the token belongs to",
    cure: "Add --url or --port.",
    usage: true,
  });
}
