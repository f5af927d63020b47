/** A string or a comment in Python source, by its offsets. */
export interface Token {
  readonly kind: "string" | "comment";
  readonly start: number;
  readonly end: number;
}

/**
 * The strings and comments of Python source, in order, from one pass. A replacement field of an f-string belongs to
 * its string. Source that does not parse gives what there is: a string that never ends goes up to the end.
 */
export function tokens(source: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < source.length; at++) {
    const mark = source[at];
    if (mark === "#") {
      const end = lineEnd(source, at);
      found.push({ kind: "comment", start: at, end });
      at = end;
    } else if (mark === '"' || mark === "'") {
      const end = stringEnd(source, at, mark);
      found.push({ kind: "string", start: at, end });
      at = end - 1;
    } else if (mark === "\\") at += 1;
  }
  return found;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf("\n", at);
  return end < 0 ? source.length : end;
}

function stringEnd(source: string, start: number, mark: string): number {
  const triple = source.startsWith(mark.repeat(3), start);
  const close = triple ? mark.repeat(3) : mark;
  for (let at = start + close.length; at < source.length; at++) {
    if (source[at] === "\\") at += 1;
    else if (source.startsWith(close, at)) return at + close.length;
    else if (!triple && source[at] === "\n") return at;
  }
  return source.length;
}
