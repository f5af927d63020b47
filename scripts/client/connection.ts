import http from "node:http";
import https from "node:https";
import { isLocalHost } from "./address.ts";
import { InlayError } from "./errors.ts";

/** One request to a server; `path` starts with a slash and is put after the server's base path. */
export interface Request {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** How long a connection may take to be made, in milliseconds. What comes after it has no limit. */
const CONNECT_LIMIT = 10_000;

/**
 * The way to one server, and the only holder of its token: the token goes to this server and nowhere else,
 * since a redirect is never followed, and it is in nothing that can be printed.
 */
export class Connection {
  /** The server's address without a trailing slash. */
  readonly url: string;
  readonly #token: string | undefined;
  #scheme: "Bearer" | "Basic" = "Bearer";
  #serverToken: string | undefined;

  constructor(url: string, token?: string) {
    this.url = url;
    this.#token = token;
  }

  /** True where a token is sent along. */
  get hasToken(): boolean {
    return this.#token !== undefined;
  }

  /** True where the server is on this machine. */
  get isLocal(): boolean {
    return isLocalHost(new URL(this.url).hostname);
  }

  /** The headers that authenticate a request to this server. */
  authorization(): Record<string, string> {
    if (this.#token === undefined) return {};
    const credentials = this.#scheme === "Bearer" ? this.#token : basicCredentials(this.#token);
    return { Authorization: `${this.#scheme} ${credentials}` };
  }

  /** Takes the token that the server's page carries and wants back with most POST requests. It is no secret. */
  learnServerToken(serverToken: string): void {
    this.#serverToken = serverToken;
  }

  /** `text` without the token, for messages that quote the server. */
  redact(text: string): string {
    if (this.#token === undefined) return text;
    return text.replaceAll(this.#token, "[token]").replaceAll(basicCredentials(this.#token), "[token]");
  }

  /**
   * Sends a request and resolves with the response once its head has come, whatever its status.
   * Rejects with `server-unreachable`; no timer runs once the connection stands.
   */
  async send(request: Request): Promise<http.IncomingMessage> {
    const scheme = this.#scheme;
    const response = await this.#attempt(request);
    if (response.statusCode !== 401 || this.#token === undefined || scheme === "Basic") return response;
    // marimo 0.21 knows the older scheme only; a request that was refused has done nothing.
    response.resume();
    this.#scheme = "Basic";
    return this.#attempt(request);
  }

  #attempt(request: Request): Promise<http.IncomingMessage> {
    const client = this.url.startsWith("https:") ? https : http;
    const headers = {
      ...this.authorization(),
      ...(this.#serverToken === undefined ? {} : { "Marimo-Server-Token": this.#serverToken }),
      ...request.headers,
      ...(request.body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(request.body)) }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = client.request(`${this.url}${request.path}`, {
        method: request.method,
        headers,
        agent: false,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      });
      outgoing.once("socket", (socket) => {
        const limit = setTimeout(() => outgoing.destroy(new Error("no connection within 10 s")), CONNECT_LIMIT);
        socket.once("connect", () => {
          clearTimeout(limit);
          socket.setKeepAlive(true, 30_000);
        });
        socket.once("close", () => clearTimeout(limit));
      });
      outgoing.once("response", resolve);
      outgoing.once("error", (error) => reject(this.#unreachable(error)));
      outgoing.end(request.body);
    });
  }

  #unreachable(error: NodeJS.ErrnoException): InlayError {
    return new InlayError({
      code: "server-unreachable",
      message: `No answer from ${this.url}.`,
      found: this.redact(error.message || error.code || "no connection"),
      expected: "a running marimo server",
      cure: "Check the address, or run: inlay servers",
      cause: error,
    });
  }
}

function basicCredentials(token: string): string {
  return Buffer.from(`inlay:${token}`).toString("base64");
}
