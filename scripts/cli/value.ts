import { printable, type Output } from "./output.ts";

/** What marimo makes of the last expression of a run. */
interface Shown {
  readonly mimetype: string;
  readonly data: string;
}

/** Prints the value of the last expression where it is text; of anything else it says what it is. */
export function showValue(value: Shown, out: Output): void {
  const text = valueText(value);
  if (text !== undefined) out.line(printable(text));
  else out.note(`the value is shown as ${value.mimetype}; print(…) shows it as text, --json as it is`);
}

/** The value as text: marimo writes most as one `<pre>` element. Undefined where it is no text. */
export function valueText({ mimetype, data }: Shown): string | undefined {
  if (mimetype === "text/plain" || mimetype === "application/json") return data;
  const inner = mimetype === "text/html" ? /^\s*<pre[^>]*>([^<]*)<\/pre>\s*$/.exec(data)?.[1] : undefined;
  return inner?.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|quot|amp));/gi, decoded);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function decoded(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
  const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : all;
}
