import { randomBytes } from "node:crypto";
import type { Connection } from "./connection.ts";
import { InlayError } from "./errors.ts";
import { fetchSessions } from "./session.ts";
import type { Session } from "./transport.ts";

/**
 * Opens a session as a browser would, over the websocket, and resolves once its kernel is ready.
 * The session stays after the socket has closed; a browser that comes later takes it up.
 *
 * @param file the notebook to open, on a server that serves a folder; without it, the server's own.
 */
export async function openSession(connection: Connection, file?: string): Promise<Session> {
  const { WebSocket } = await import("ws");
  const key = `s_${randomBytes(8).toString("hex")}`;
  const query = new URLSearchParams({ session_id: key, ...(file === undefined ? {} : { file }) });
  const url = `${connection.url.replace(/^http/, "ws")}/ws?${query}`;
  await new Promise<void>((resolve, reject) => {
    const socket = new WebSocket(url, { headers: connection.authorization(), followRedirects: false });
    let ready = false;
    let reason = "";
    socket.on("message", (data) => {
      const { op, error } = readMessage(String(data));
      if (error !== undefined) reason = error;
      if (op !== "kernel-ready") return;
      ready = true;
      socket.close();
    });
    socket.on("error", (error) => (reason ||= error.message));
    socket.on("close", (code, text) => {
      if (ready) resolve();
      else reject(refused(connection, file, reason || String(text) || `the socket closed with code ${code}`));
    });
  });
  const opened = (await fetchSessions(connection)).find((session) => session.key === key);
  return opened ?? { key, filename: file ?? null, path: file ?? null, url: connection.url };
}

function readMessage(text: string): { op?: unknown; error?: string } {
  const message = JSON.parse(text) as { op?: unknown; data?: { error?: unknown } };
  const failed = message.op === "kernel-startup-error";
  return { op: message.op, ...(failed ? { error: String(message.data?.error) } : {}) };
}

function refused(connection: Connection, file: string | undefined, reason: string): InlayError {
  return new InlayError({
    code: "session-refused",
    message: `The server at ${connection.url} opened no session${file === undefined ? "" : ` for ${file}`}.`,
    found: connection.redact(reason),
    expected: "a session with a running kernel",
    cure: "Open the notebook in a browser, and try again; the server's own output says more.",
  });
}
