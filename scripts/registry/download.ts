import { InlayError } from "../client/errors.ts";

/** What a download may cost. */
export interface Limits {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly redirects: number;
}

const LIMITS: Limits = { bytes: 4 << 20, milliseconds: 30_000, redirects: 5 };

export interface DownloadOptions {
  /** Sent to the origin of the first address only, never along a redirect to another. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
}

/**
 * The text at an address: https, or http on this machine. A redirect never leads from https to http.
 * @throws {InlayError} "download-failed" that says what was found. Headers are never part of it.
 */
export async function download(address: string, options: DownloadOptions = {}): Promise<string> {
  const limits = { ...LIMITS, ...options.limits };
  const first = secure(address);
  const own = Object.entries(options.headers ?? {}).map(checkedHeader);
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = first;
  try {
    for (let hops = 0; hops <= limits.redirects; hops++) {
      const headers = [["accept", "application/json"] as const, ...(url.origin === first.origin ? own : [])];
      const response = await fetch(url, { redirect: "manual", headers: Object.fromEntries(headers), signal });
      const target = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
      if (target === null) return await body(response, url, limits);
      await response.body?.cancel();
      url = redirected(url, target);
    }
  } catch (error) {
    throw error instanceof InlayError ? error : unreachable(error, url, limits);
  }
  throw failed(first, { found: `more than ${limits.redirects} redirects`, expected: "an item within a few" });
}

/** An address without what may be secret in it, for people and files. */
export function shownAddress(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function secure(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)))) {
    throw new InlayError({
      code: "download-failed",
      message: "An item is fetched over https.",
      found: url ? `${url.protocol}//${url.host}` : address,
      expected: "https://…, or http:// on this machine",
    });
  }
  if (url.username || url.password) {
    throw new InlayError({
      code: "download-failed",
      message: "An address with a password in it would end in the lock file.",
      expected: "an address without user and password",
      cure: "Name the registry in inlay.json, with a header from the environment.",
    });
  }
  return url;
}

/** A header as it was told; the error of `fetch` would quote its value. */
function checkedHeader(header: readonly [name: string, value: string]): readonly [name: string, value: string] {
  try {
    const [checked] = new Headers([[...header]]);
    return checked ?? header;
  } catch {
    throw new InlayError({
      code: "download-failed",
      message: `The header ${JSON.stringify(header[0])} cannot be sent.`,
      found: "a name or a value that HTTP does not allow, such as one with a line break",
      expected: "one line of plain text",
    });
  }
}

function redirected(from: URL, target: string): URL {
  const url = URL.canParse(target, from.href) ? new URL(target, from) : undefined;
  if (!url) throw failed(from, { found: `a redirect to ${target}`, expected: "a redirect to an address" });
  if (from.protocol === "https:" && url.protocol !== "https:") {
    throw failed(from, { found: `a redirect to ${url.protocol}//${url.host}`, expected: "https all the way" });
  }
  return secure(url.href);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
}

async function body(response: Response, url: URL, { bytes }: Limits): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    const found = `${response.status} ${response.statusText}`.trim();
    const cure = [401, 403, 404].includes(response.status)
      ? "Check the address, and the headers of its registry in inlay.json."
      : undefined;
    throw failed(url, { found, expected: "an item, with status 200", ...(cure ? { cure } : {}) });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    size += part.length;
    // Counted as it comes, after it was unpacked: what a header says of the size is only a claim.
    if (size > bytes) {
      throw failed(url, { found: `more than ${bytes / 1024} KiB`, expected: `at most ${bytes / 1024} KiB` });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreachable(error: unknown, url: URL, { milliseconds }: Limits): InlayError {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return failed(url, { found: `no whole reply within ${milliseconds / 1000} s`, expected: "a quicker one" });
  }
  const { cause } = error as { cause?: { code?: string; message?: string } };
  const isPlain = cause?.code === "ERR_SSL_WRONG_VERSION_NUMBER";
  const told = cause?.message || cause?.code || (error instanceof Error ? error.message : String(error));
  return failed(url, {
    found: isPlain ? "a server that does not speak https" : told.trim(),
    expected: "a server that answers",
    cure: CURES.find(([code]) => code.test(cause?.code ?? ""))?.[1] ?? "Check the address and the network.",
  });
}

const CURES: readonly (readonly [code: RegExp, cure: string])[] = [
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    "Where a proxy or a company signs: NODE_EXTRA_CA_CERTS=ca.pem inlay …",
  ],
  [/ERR_SSL_WRONG_VERSION_NUMBER/, "Where the server is on this machine: http:// instead of https://."],
];

function failed(url: URL, parts: { found: string; expected: string; cure?: string }): InlayError {
  return new InlayError({ code: "download-failed", message: `Could not fetch ${shownAddress(url)}.`, ...parts });
}
