import { candidates, type ServerOptions } from "./candidates.ts";
import type { Session } from "./transport.ts";

/** The sessions of every server that may be meant. */
export interface SessionListing {
  readonly sessions: readonly Session[];
  readonly warnings: readonly string[];
}

/**
 * The sessions of the server named by `url` or `port`, else of all that discovery finds.
 * Rejects with `no-server` where there is none, and as a broken server causes where no server answers.
 */
export async function listSessions(options: ServerOptions = {}): Promise<SessionListing> {
  const { servers, warnings } = await candidates(options);
  return { sessions: servers.flatMap(({ sessions }) => sessions), warnings };
}
