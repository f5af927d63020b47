import { parseAddress } from "./address.ts";
import { candidates } from "./candidates.ts";
import { chooseSession, type Chosen, describeSession } from "./choose.ts";
import { InlayError } from "./errors.ts";
import { openFor } from "./opening.ts";
import { isPageConnected } from "./page.ts";
import { fetchSessions } from "./session.ts";
import { reachSession, type TargetOptions } from "./target.ts";
import type { Session, Transport } from "./transport.ts";

/** An open notebook that a command stays with, while pages, kernels and servers come and go. */
export interface Reached {
  readonly session: Session;
  readonly transport: Transport;
  /** Whether a page shows a notebook of its server now. */
  isPageConnected(): Promise<boolean>;
  /**
   * The same notebook as its server has it now, maybe in another session; undefined where it is not open there.
   * Rejects with `server-unreachable` where the server is gone.
   */
  again(): Promise<Reached | undefined>;
}

/**
 * Every notebook that the options could mean. With `file` or `session` it is one, as for `resolveTarget`; otherwise all
 * that are open on the servers, or the one that can be opened where none is.
 */
export async function reachAll(
  options: TargetOptions,
): Promise<{ readonly notebooks: readonly Reached[]; readonly warnings: readonly string[] }> {
  const file = options.file ?? (options.url === undefined ? undefined : parseAddress(options.url).file);
  const wanted = { ...options, ...(file === undefined ? {} : { file }) };
  const { servers, warnings } = await candidates(wanted);
  const one = file !== undefined || options.session !== undefined;
  const open = one
    ? [chooseSession(servers, wanted) ?? (await openFor(servers, wanted))]
    : servers.flatMap(({ connection, sessions }) =>
        sessions.map((session) => ({ connection, session, opened: false })),
      );
  const chosen = open.length > 0 ? open : [await openFor(servers, wanted)];
  return { notebooks: await Promise.all(chosen.map((each) => reach(each, options.transport ?? "auto"))), warnings };
}

/** The error for a choice that is the person's. */
export function severalNotebooks(sessions: readonly Session[], cure: string): InlayError {
  return new InlayError({
    code: "several-sessions",
    message: `${sessions.length} notebooks are open, and none of them holds the widget yet.`,
    found: sessions.map(describeSession).join("; "),
    expected: "one notebook, or a word that all are meant",
    cure,
    details: { sessions },
  });
}

async function reach({ connection, session }: Chosen, kind: "auto" | "http" | "mcp"): Promise<Reached> {
  return {
    session,
    transport: await reachSession(connection, session, kind),
    isPageConnected: () => isPageConnected(connection),
    again: async () => {
      const sessions = await fetchSessions(connection);
      const now = sessions.find((each) => isSame(each, session)) ?? onlyOne(sessions, session);
      return now && reach({ connection, session: now, opened: false }, kind);
    },
  };
}

/** A notebook that was never saved has its key alone, which a page takes another of: the only one must be it. */
function onlyOne(sessions: readonly Session[], { path }: Session): Session | undefined {
  return path === null && sessions.length === 1 ? sessions[0] : undefined;
}

/** By its stable key, else by its file, else by its key. */
function isSame(one: Session, other: Session): boolean {
  if (other.stableId !== undefined && one.stableId === other.stableId) return true;
  return other.path === null ? one.key === other.key : one.path === other.path;
}
