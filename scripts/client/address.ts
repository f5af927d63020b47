import { InlayError } from "./errors.ts";

/** A server's address as a person or a server entry gave it, made plain. */
export interface Address {
  /** Scheme, host, port and base path, without a trailing slash. */
  readonly url: string;
  /** The notebook that the address names with `?file=`, as a browser's address bar does. */
  readonly file?: string;
}

/**
 * Reads an address such as `localhost:2718`, `http://127.0.0.1:2718/base` or one copied from a browser.
 * An address that carries a token or a password is refused, since it stays in shell histories and process lists.
 */
export function parseAddress(text: string): Address {
  const url = parseUrl(text);
  if (url.searchParams.has("access_token") || url.username !== "" || url.password !== "") {
    throw new InlayError({
      code: "token-in-url",
      message: "The address holds a token or a password.",
      found: `${url.origin}${url.pathname} with a secret in it`,
      expected: "an address without one",
      cure: "Put the token into the environment variable MARIMO_TOKEN, or into a file named by --token-file.",
      usage: true,
    });
  }
  const file = url.searchParams.get("file");
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, ...(file === null ? {} : { file }) };
}

/** True for a host that never leaves this machine. */
export function isLocalHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127(\.\d+){3}$/.test(name);
}

/** The host part of a URL for a host that a server listens on; "all interfaces" is reached over loopback. */
export function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function parseUrl(text: string): URL {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (url !== undefined && (url.protocol === "http:" || url.protocol === "https:")) return url;
  throw new InlayError({
    code: "bad-url",
    message: "The server's address is not one.",
    found: url === undefined ? "text that is not a URL" : `the scheme ${url.protocol}//`,
    expected: "an http or https address, such as http://127.0.0.1:2718",
    cure: "Run: inlay servers",
    usage: true,
  });
}
