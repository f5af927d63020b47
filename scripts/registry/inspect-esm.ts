/** What a front end names that reaches out of its place in the page. */
export interface Touch {
  readonly what: string;
  readonly kind: "network" | "storage" | "code" | "page";
}

/**
 * What the text of a front end says that it touches. Who hides something can hide it from this: it is for reading,
 * before one decides whether to trust, and no proof.
 */
export function inspectEsm(text: string): readonly Touch[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, what: (match[1] ?? match[0]).replace(/\s+/g, "") })),
  );
  const remote = [...text.matchAll(ADDRESS)].flatMap(([address, host = ""]) =>
    HARMLESS.test(host) ? [] : [{ kind: "network" as const, what: address }],
  );
  const all = [...found, ...remote];
  return all.filter(({ what }, index) => all.findIndex((each) => each.what === what) === index);
}

const PATTERNS: readonly (readonly [Touch["kind"], RegExp])[] = [
  ["network", /(?<![\w$])(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|RTCPeerConnection|WebTransport)\b/g],
  ["network", /(?<![\w$])(importScripts)\b/g],
  ["code", /(?<![\w$])(eval|Function)\s*\(/g],
  ["code", /(?<![\w$.])(import)\s*\(/g],
  ["code", /(?<![\w$])((?:Shared)?Worker|serviceWorker)\b/g],
  ["storage", /(?<![\w$])(localStorage|sessionStorage|indexedDB|caches)\b/g],
  ["storage", /\bdocument\s*\.\s*(cookie)\b/g],
  ["storage", /\.(cookie)\s*=/g],
  ["page", /(?<![\w$])(postMessage|BroadcastChannel|opener)\b/g],
  ["page", /\b((?:window|globalThis|self)\s*\.\s*(?:parent|top|open|location))\b/g],
  ["page", /\b(navigator\s*\.\s*(?:clipboard|geolocation|mediaDevices|credentials))\b/g],
];

const ADDRESS = /(?:https?|wss?):\/\/([^\s"'`\\)<>/]+)[^\s"'`\\)<>]{0,80}/gi;

/** Namespaces, which nothing loads. */
const HARMLESS = /^(?:www\.)?w3\.org$/i;
