import type { Connection } from "./connection.ts";
import { fetchPage } from "./page.ts";
import { fetchReply, refusal } from "./reply.ts";
import type { Session } from "./transport.ts";

/**
 * Has the server save a session's notebook, for versions before 0.23, which save a program's changes only when a page
 * asks. The server writes the file, in its own format.
 *
 * @param notebook the cells as the kernel's program named them
 */
export async function saveNotebook(connection: Connection, session: Session, notebook: object): Promise<void> {
  await fetchPage(connection);
  const reply = await fetchReply(connection, {
    method: "POST",
    path: "/api/kernel/save",
    headers: { "Content-Type": "application/json", "Marimo-Session-Id": session.key },
    body: JSON.stringify(notebook),
  });
  if (reply.status !== 200) throw await refusal(connection, reply);
}
