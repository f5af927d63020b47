import { isAbsolute } from "node:path";
import type { Connection } from "./connection.ts";
import { fetchPage } from "./page.ts";
import { fetchJson, fetchReply, notMarimo, parseJson, refusal, refusalDetail, type Reply } from "./reply.ts";
import type { Session } from "./transport.ts";

/**
 * The sessions of one server, in the order in which it names them.
 * Servers before 0.22 list them for few; their home page's list is asked then.
 */
export async function fetchSessions(connection: Connection): Promise<Session[]> {
  const reply = await fetchReply(connection, { method: "GET", path: "/api/sessions" });
  if (reply.status === 403 && refusalDetail(reply)?.startsWith("Session listing requires") === true) {
    return fetchRunningNotebooks(connection);
  }
  if (reply.status !== 200) throw await refusal(connection, reply);
  const value = parseJson(reply);
  if (!isRecord(value)) throw notMarimo(connection, reply, "a list of sessions");
  return Object.entries(value).map(([key, entry]) => readSession(connection, reply, key, entry));
}

/** Headers that route a request to a session; the key that survives a page's reload is preferred. */
export function sessionHeaders(session: Session): Record<string, string> {
  return session.stableId === undefined
    ? { "Marimo-Session-Id": session.key }
    : { "Marimo-Stable-Session-Id": session.stableId };
}

function readSession(connection: Connection, reply: Reply, key: string, entry: unknown): Session {
  if (!isRecord(entry)) throw notMarimo(connection, reply, "a list of sessions");
  const { session_id: stableId, filename, path } = entry;
  return {
    key,
    ...(typeof stableId === "string" ? { stableId } : {}),
    filename: typeof filename === "string" ? filename : null,
    path: typeof path === "string" ? path : null,
    url: connection.url,
  };
}

async function fetchRunningNotebooks(connection: Connection): Promise<Session[]> {
  await fetchPage(connection);
  const value = await fetchJson(connection, { method: "POST", path: "/api/home/running_notebooks" });
  const files = isRecord(value) && Array.isArray(value["files"]) ? (value["files"] as unknown[]) : [];
  return files.filter(isRecord).flatMap(({ sessionId, initializationId, path }): Session[] => {
    if (typeof sessionId !== "string") return [];
    const saved = typeof path === "string" && path !== sessionId ? path : null;
    const absolute = [initializationId, saved].find((name) => typeof name === "string" && isAbsolute(name));
    return [{ key: sessionId, filename: saved, path: (absolute as string | undefined) ?? saved, url: connection.url }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
