import { tokens } from "./python-text.ts";

/** A definition cell as a person reads it: its lines, with the front end's literal taken out. */
export interface Definition {
  /** The first line, where it is a marker; else empty. */
  readonly marker: string;
  /** The other lines; `ESM` stands where the literal of the front end stood. */
  readonly lines: readonly string[];
  /** For each of them its number in the cell, from 1. */
  readonly numbers: readonly number[];
  /** The literal of the front end with its quotes; undefined where there is none. */
  readonly esm: string | undefined;
}

/** What stands in a line for the front end's literal; no cell can hold it. */
export const ESM = "\0";

/** Takes a definition cell apart. */
export function readDefinition(code: string): Definition {
  const text = code.replace(/^\n+/, "");
  const [, marker = ""] = /^(# inlay: [^\n]*)(?:\n|$)/.exec(text) ?? [];
  const body = marker === "" ? text : text.slice(marker.length + 1);
  const literal = esmLiteral(body);
  const esm = literal && body.slice(literal.start, literal.end);
  const shown = literal ? body.slice(0, literal.start) + ESM + body.slice(literal.end) : body;
  const lines = shown.split("\n");
  let number = code.length - text.length + (marker === "" ? 1 : 2);
  const numbers = lines.map((line) => {
    const own = number;
    number += line.includes(ESM) ? (esm?.split("\n").length ?? 1) : 1;
    return own;
  });
  return { marker, lines, numbers, esm };
}

/** Puts a definition cell together again. */
export function writeDefinition({ marker, lines, esm }: Omit<Definition, "numbers">): string {
  const all = marker === "" ? lines : [marker, ...lines];
  return all.map((line) => (esm === undefined ? line : line.replace(ESM, () => esm))).join("\n");
}

/** The comments of a definition cell, but for the marker. */
export function comments(code: string): readonly string[] {
  const { lines } = readDefinition(code);
  const text = lines.join("\n");
  return tokens(text)
    .filter(({ kind }) => kind === "comment")
    .map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** The last string that is assigned to `_esm`, whatever a formatter made of the assignment. */
function esmLiteral(body: string): { readonly start: number; readonly end: number } | undefined {
  const found = tokens(body).findLast(
    ({ kind, start }) =>
      kind === "string" &&
      /(?:^|\n)[ \t]*_esm[ \t]*(?::[^=\n]*)?=[ \t]*\(?\s*[rRuU]?$/.test(body.slice(Math.max(0, start - 200), start)),
  );
  if (!found) return undefined;
  const prefix = /[rRuU]$/.test(body.slice(0, found.start)) ? 1 : 0;
  return { start: found.start - prefix, end: found.end };
}
