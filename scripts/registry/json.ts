import { InlayError } from "../client/errors.ts";

/** How deep JSON from elsewhere may nest: an item needs a dozen levels. */
const DEEPEST = 64;

/**
 * Reads JSON that somebody else wrote; `what` names it in errors.
 * @throws {InlayError} "bad-json" for what is none, a web page among others, and for JSON that nests too deeply, which
 * would exhaust the stack of whoever walks it.
 */
export function readJson(text: string, what: string): unknown {
  if (/^\s*</.test(text)) {
    throw new InlayError({
      code: "bad-json",
      message: `${what} is no JSON but a web page.`,
      found: firstLine(text),
      expected: "the JSON of a registry item",
      cure: "A proxy, a login or an error page may stand in between: open the address in a browser.",
    });
  }
  if (nestsTooDeeply(text)) {
    throw new InlayError({
      code: "bad-json",
      message: `${what} nests too deeply.`,
      expected: `at most ${DEEPEST} levels of brackets`,
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InlayError({ code: "bad-json", message: `${what} is no JSON.`, found: message, expected: "JSON" });
  }
}

function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (bracket === "[" || bracket === "{") depth++;
    else if (bracket === "]" || bracket === "}") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function firstLine(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
