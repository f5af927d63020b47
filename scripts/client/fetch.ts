import { Readable } from "node:stream";
import type { Connection, Request as ServerRequest } from "./connection.ts";

/**
 * `fetch` for one server, over its connection: no request goes to another address, no redirect is followed, and
 * no timer gives up on a slow reply, as the built-in `fetch` does after five minutes.
 */
export function fetchOver(connection: Connection): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const address = String(input);
    if (!address.startsWith(`${connection.url}/`)) throw new Error(`${address} is not on ${connection.url}`);
    const { signal } = init;
    const response = await connection.send({
      method: (init.method ?? "GET") as ServerRequest["method"],
      path: address.slice(connection.url.length),
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === "string" ? { body: init.body } : {}),
      ...(signal == null ? {} : { signal }),
    });
    const status = response.statusCode ?? 0;
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
    const empty = status === 204 || status === 304;
    return new Response(empty ? null : (Readable.toWeb(response) as ReadableStream), { status, headers });
  };
}
