import type { IncomingMessage } from "node:http";
import type { Connection, Request } from "./connection.ts";
import { InlayError } from "./errors.ts";

/** A whole reply in memory. */
export interface Reply {
  readonly status: number;
  /** The media type without parameters, in lower case; "" where the server names none. */
  readonly type: string;
  readonly text: string;
}

/** The media type of a response without its parameters, in lower case. */
export function mediaType(response: IncomingMessage): string {
  return (response.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Sends a request and reads the whole reply. Rejects with `server-unreachable` or `reply-cut`. */
export async function fetchReply(connection: Connection, request: Request): Promise<Reply> {
  return readReply(connection, await connection.send(request));
}

/** Reads the rest of a response. */
export async function readReply(connection: Connection, response: IncomingMessage): Promise<Reply> {
  response.setEncoding("utf8");
  let text = "";
  try {
    for await (const chunk of response) text += String(chunk);
  } catch (cause) {
    throw new InlayError({
      code: "reply-cut",
      message: `The reply from ${connection.url} broke off.`,
      found: `${text.length} characters of a reply`,
      expected: "a whole reply",
      cure: "Check that the server is still running, and try again.",
      cause,
    });
  }
  return { status: response.statusCode ?? 0, type: mediaType(response), text };
}

/** The JSON of a good reply; anything else becomes the error that says what came instead. */
export async function fetchJson(connection: Connection, request: Request): Promise<unknown> {
  const reply = await fetchReply(connection, request);
  if (reply.status < 200 || reply.status > 299) throw await refusal(connection, reply);
  const value = parseJson(reply);
  if (value === undefined) throw notMarimo(connection, reply, "a JSON reply");
  return value;
}

/** The value of a JSON reply; undefined where it is not JSON. */
export function parseJson(reply: Reply): unknown {
  if (reply.type !== "application/json") return undefined;
  try {
    return JSON.parse(reply.text) as unknown;
  } catch {
    return undefined;
  }
}

/** The reason that marimo gives in a refusal, `{"detail": …}` or `{"error": …}`; undefined where there is none. */
export function refusalDetail(reply: Reply): string | undefined {
  const value = parseJson(reply);
  if (typeof value !== "object" || value === null) return undefined;
  const { detail, error } = value as { detail?: unknown; error?: unknown };
  if (typeof detail === "string") return detail;
  return typeof error === "string" ? error : undefined;
}

/** The error for a reply that marimo, or something before it, refused with. */
export async function refusal(connection: Connection, reply: Reply): Promise<InlayError> {
  const { status } = reply;
  if (status >= 300 && status < 400) return redirected(connection, status);
  const detail = refusalDetail(reply);
  if (detail === undefined) return notMarimo(connection, reply, "marimo's own reply");
  if ((status === 401 || status === 403) && !detail.endsWith("server token")) return unauthorized(connection);
  if (status === 404 && detail === "Not Found") return noEndpoint(connection);
  return new InlayError({
    code: "server-refused",
    message: `The server at ${connection.url} refused the request.`,
    found: `${status}: ${connection.redact(detail)}`,
    expected: "a marimo server of 0.21.1 or newer that accepts it",
    cure: "Run: inlay sessions",
  });
}

/** The error for a reply that no marimo server gives, such as a proxy's page. */
export function notMarimo(connection: Connection, reply: Reply, expected: string): InlayError {
  const type = reply.type === "" ? "no content type" : reply.type;
  return new InlayError({
    code: "not-marimo",
    message: `${connection.url} does not answer as a marimo server does.`,
    found: `status ${reply.status}, ${type}: ${connection.redact(gist(reply))}`,
    expected,
    cure: "Check the address and its base path, and that no proxy or login page stands in between.",
  });
}

/** The error for a refusal of the credentials: no token, a wrong one, or a server that lets nobody edit. */
export async function unauthorized(connection: Connection): Promise<InlayError> {
  if (await runsApp(connection)) {
    return new InlayError({
      code: "run-server",
      message: `The server at ${connection.url} runs a notebook as an app.`,
      found: "a server that lets nobody edit (marimo run)",
      expected: "a server for editing (marimo edit)",
      cure: "Run: inlay start NOTEBOOK",
    });
  }
  return new InlayError({
    code: "unauthorized",
    message: `The server at ${connection.url} wants ${connection.hasToken ? "another token" : "a token"}.`,
    found: connection.hasToken ? "a token that it does not accept" : "no token",
    expected: "the token that marimo printed when it started",
    cure: "Put it into the environment variable MARIMO_TOKEN, or into a file named by --token-file, and name the server with --url or --port.",
  });
}

async function runsApp(connection: Connection): Promise<boolean> {
  try {
    const reply = await fetchReply(connection, { method: "GET", path: "/" });
    return reply.status === 200 && /^\s*"mode":\s*"read"/m.test(reply.text);
  } catch {
    return false;
  }
}

/** The version that a server says it is; undefined where it says none. */
async function marimoVersion(connection: Connection): Promise<string | undefined> {
  try {
    const { status, text } = await fetchReply(connection, { method: "GET", path: "/api/version" });
    return status === 200 ? /^\d+\.\d+\.\d+[a-z0-9.]*$/.exec(text.trim())?.[0] : undefined;
  } catch {
    return undefined;
  }
}

async function noEndpoint(connection: Connection): Promise<InlayError> {
  const version = await marimoVersion(connection);
  return new InlayError({
    code: "no-endpoint",
    message: `The server at ${connection.url} does not have what inlay asks for.`,
    found: `404: Not Found${version === undefined ? "" : `, from marimo ${version}`}`,
    expected: "marimo 0.21.1 or newer at this address and base path",
    cure: "Check the address and its base path, or update marimo.",
  });
}

function redirected(connection: Connection, status: number): InlayError {
  return new InlayError({
    code: "redirected",
    message: `${connection.url} sends the request elsewhere, and inlay does not follow.`,
    found: `a redirect, status ${status}`,
    expected: "the server itself",
    cure: "Name the final address with --url; a login page in front of the server cannot be passed.",
  });
}

function gist(reply: Reply): string {
  const title = /<title[^>]*>([^<]*)</i.exec(reply.text)?.[1];
  const text = (title ?? reply.text).replace(/\s+/g, " ").trim();
  if (text === "") return "an empty body";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
