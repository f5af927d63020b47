/** What opens and closes a literal: `"""` for text within a cell, `'''` for a cell within a program. */
export type TripleQuote = '"""' | "'''";

/**
 * A Python literal in triple quotes that decodes to exactly `text`, and still does after marimo has saved the
 * notebook and loaded it again. Only what would not survive is escaped: backslashes, the delimiter, control
 * characters other than tab and line feed, the separators and no-break spaces that marimo or Python take for line
 * ends or blanks, marks that turn the reading direction, lone surrogates, and lines of nothing but blanks.
 * @throws {TypeError} when `text` is not a string.
 * @example pythonLiteral('say "hi"') // """say "hi\""""
 */
export function pythonLiteral(text: string, quote: TripleQuote = '"""'): string {
  if (typeof text !== "string") {
    throw new TypeError(`No Python literal can carry a value of type ${typeof text}: expected a text.`);
  }
  return `${quote}${escapeText(text, quote)}${quote}`;
}

// eslint-disable-next-line no-control-regex
const FRAGILE = /[\0-\x08\x0b-\x1f\x7f-\xa0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const BLANK_LINE = /(?<=\n[ \t]*)[ \t](?=\n)/g;

function escapeText(text: string, quote: TripleQuote): string {
  const mark = quote.charAt(0);
  return text
    .replaceAll("\\", "\\\\")
    .replace(new RegExp(`${quote}|${mark}$`, "g"), (found) => `${found.slice(1)}\\${mark}`)
    .replace(FRAGILE, escapeCode)
    .replace(BLANK_LINE, escapeCode);
}

function escapeCode(character: string): string {
  if (character === "\r") return "\\r";
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
