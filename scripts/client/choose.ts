import { realpathSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Candidate } from "./candidates.ts";
import type { Connection } from "./connection.ts";
import { InlayError } from "./errors.ts";
import type { Session } from "./transport.ts";

/** What narrows the choice of a session. */
export interface Wanted {
  readonly file?: string;
  readonly session?: string;
  readonly cwd?: string;
}

/** A session and the way to its server. */
export interface Chosen {
  readonly connection: Connection;
  readonly session: Session;
  readonly opened: boolean;
}

/**
 * The one session that is meant; undefined where there is none but one may be opened.
 * Throws `several-sessions` and `session-not-found`.
 */
export function chooseSession(servers: readonly Candidate[], wanted: Wanted): Chosen | undefined {
  const all = servers.flatMap(({ connection, sessions }) =>
    sessions.map((session) => ({ connection, session, opened: false })),
  );
  const matching = all.filter(({ session }) => isNamed(session, wanted.session));
  if (wanted.session !== undefined && matching.length === 0) throw notFound(wanted.session, all);
  const chosen = wanted.file === undefined ? matching : best(matching, wanted.file, wanted.cwd ?? process.cwd());
  if (chosen.length > 1) throw several(chosen);
  return chosen[0];
}

/** A line that tells sessions apart, for messages. */
export function describeSession(session: Session): string {
  return `${session.stableId ?? session.key}: ${session.path ?? session.filename ?? "a notebook never saved"} at ${session.url}`;
}

/** True where `path` is the file that is meant by `file`, whatever links lead there. */
export function isSameFile(path: string, file: string, cwd: string): boolean {
  const absolute = resolve(cwd, file);
  return path === absolute || real(path) === real(absolute);
}

function isNamed(session: Session, key: string | undefined): boolean {
  return key === undefined || session.key === key || session.stableId === key;
}

/** The sessions of exactly this file; where there are none, those whose path ends in it. */
function best(all: readonly Chosen[], file: string, cwd: string): Chosen[] {
  const exact = all.filter(({ session }) => session.path !== null && isSameFile(session.path, file, cwd));
  if (exact.length > 0) return exact;
  const ending = `/${file.replaceAll("\\", "/").replace(/^(\.\/)+/, "")}`;
  return all.filter(({ session }) => `/${session.path ?? ""}`.replaceAll("\\", "/").endsWith(ending));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function several(chosen: readonly Chosen[]): InlayError {
  const example = chosen[0]?.session;
  const name = example?.path == null ? "NOTEBOOK" : basename(example.path);
  return new InlayError({
    code: "several-sessions",
    message: `${chosen.length} sessions could be meant.`,
    found: chosen.map(({ session }) => describeSession(session)).join("; "),
    expected: "one session",
    cure: `Name it with --file ${name} or --session ${example?.stableId ?? example?.key}.`,
    details: { sessions: chosen.map(({ session }) => session) },
  });
}

function notFound(key: string, all: readonly Chosen[]): InlayError {
  return new InlayError({
    code: "session-not-found",
    message: `There is no session ${key}.`,
    found: all.length === 0 ? "no session at all" : all.map(({ session }) => describeSession(session)).join("; "),
    expected: "a session's key, s_… or sess-… (an s_… key changes when the page reconnects)",
    cure: "Run: inlay sessions",
    details: { sessions: all.map(({ session }) => session) },
  });
}
