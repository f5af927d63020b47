import type { Connection } from "./connection.ts";
import { fetchJson, fetchReply, notMarimo, refusal, unauthorized } from "./reply.ts";

/** What a server's own page tells about it. */
export interface ServerPage {
  /** `edit`: it has a notebook of its own; `home`: it serves a folder; `read`: it runs an app. */
  readonly mode: "edit" | "home" | "read";
  /** The path of the server's own notebook; undefined where it has none or the notebook was never saved. */
  readonly filename?: string;
  readonly version?: string;
}

/** Reads the page that the server shows at its address; the connection learns what POST requests need from it. */
export async function fetchPage(connection: Connection): Promise<ServerPage> {
  const reply = await fetchReply(connection, { method: "GET", path: "/" });
  if (reply.status === 303) throw await unauthorized(connection);
  if (reply.status !== 200) throw await refusal(connection, reply);
  const mode = jsonString(reply.text, "mode");
  const serverToken = /<marimo-server-token[^>]*\sdata-token="([^"]*)"/.exec(reply.text)?.[1];
  if (serverToken === undefined || (mode !== "edit" && mode !== "home" && mode !== "read")) {
    throw notMarimo(connection, reply, "the page of a marimo server");
  }
  connection.learnServerToken(serverToken);
  const filename = jsonString(reply.text, "filename");
  const version = jsonString(reply.text, "version");
  return {
    mode,
    ...(filename === undefined || filename === "" ? {} : { filename }),
    ...(version === undefined ? {} : { version }),
  };
}

/** True where a browser, or another client over the websocket, is connected to the server now. */
export async function isPageConnected(connection: Connection): Promise<boolean> {
  const value = await fetchJson(connection, { method: "GET", path: "/api/status/connections" });
  return Number((value as { active?: unknown } | null)?.active) > 0;
}

function jsonString(html: string, name: string): string | undefined {
  const literal = new RegExp(`^\\s*"${name}":\\s*("(?:[^"\\\\]|\\\\.)*")`, "m").exec(html)?.[1];
  return literal === undefined ? undefined : (JSON.parse(literal) as string);
}
