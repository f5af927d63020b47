import type { Connection } from "./connection.ts";
import { InlayError } from "./errors.ts";
import { fetchPage } from "./page.ts";
import { fetchJson } from "./reply.ts";
import { fetchSessions } from "./session.ts";
import type { Session } from "./transport.ts";

/**
 * Interrupts what a session's kernel runs now. Resolves with false where the server could not be told.
 *
 * @param isOver asked last: a run that has ended meanwhile is left alone, so that no later one is hit
 */
export async function interruptKernel(
  connection: Connection,
  session: Session,
  isOver: () => boolean = () => false,
): Promise<boolean> {
  try {
    const [, sessions] = await Promise.all([fetchPage(connection), fetchSessions(connection)]);
    const now = sessions.find(
      (one) => one.key === session.key || (session.stableId && one.stableId === session.stableId),
    );
    if (isOver()) return true;
    await fetchJson(connection, {
      method: "POST",
      path: "/api/kernel/interrupt",
      headers: { "Marimo-Session-Id": now?.key ?? session.key },
    });
    return true;
  } catch {
    return false;
  }
}

/** The error for a run that the user stopped. */
export function interrupted(found: string): InlayError {
  return new InlayError({
    code: "interrupted",
    message: "The run was interrupted.",
    found,
    cure: "Look at the notebook before running it again: a part may have been done.",
  });
}
