/** A stretch of a sentence: plain text, or a place for something by name. `source` is how it was written. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "slot"; readonly name: string; readonly source: string }
  | { readonly kind: "choice"; readonly name: string; readonly words: readonly string[]; readonly source: string };

const MARK = /\{\{|\}\}|\{([\p{L}_][\p{L}\p{N}_]*)(?::([^{}]*))?\}/gu;

/**
 * The parts of a sentence. `{name}` is a slot, `{name:one|two}` a choice of two words or more, `{{` and `}}` are
 * braces; anything else in braces is text. A slot that has the name of a choice is that choice again.
 */
export function parse(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    const [source, name, list] = match;
    push(text.slice(end, match.index));
    end = match.index + source.length;
    const words = list === undefined ? [] : [...new Set(list.split("|").map((word) => word.trim()))].filter(Boolean);
    if (name === undefined) push(source.slice(1));
    else if (list === undefined) parts.push({ kind: "slot", name, source });
    else if (words.length > 1) parts.push({ kind: "choice", name, words, source });
    else push(source);
  }
  push(text.slice(end));
  const choices = new Map(parts.flatMap((part) => (part.kind === "choice" ? [[part.name, part.words] as const] : [])));
  return parts.map((part) => {
    const words = part.kind === "slot" ? choices.get(part.name) : undefined;
    return words && part.kind === "slot" ? { ...part, kind: "choice", words } : part;
  });

  function push(plain: string): void {
    const last = parts.at(-1);
    if (plain === "") return;
    if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + plain };
    else parts.push({ kind: "text", text: plain });
  }
}
