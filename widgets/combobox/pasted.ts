import type { Options } from "./options.ts";

/** What became of a list of texts. */
export interface Reading {
  /** Values in the order of the list, each once. */
  readonly values: readonly string[];
  /** What is no option, each once. */
  readonly unknown: readonly string[];
}

/** The most parts that a comma may stand within one option: "Korea, Republic of". */
const PARTS = 4;

/**
 * The texts of a pasted list: one a line or tab, else one a comma or semicolon; undefined where it is no list. A line, or a
 * few parts of one, that is an option with its commas stays whole.
 */
export function readList(text: string, options: Pick<Options, "read" | "values">): Reading | undefined {
  const lines = text.split(/[\n\r\t]+/).map((line) => line.trim());
  const values = new Set<string>();
  const unknown = new Set<string>();
  const take = (part: string): boolean => {
    const at = options.read(part);
    if (at >= 0) values.add(options.values[at]!);
    return at >= 0;
  };
  let count = 0;
  for (const line of lines) {
    // Parts at even places, what stands between them at odd ones.
    const parts = line.split(/([,;])/);
    for (let at = 0; at < parts.length; count++) {
      const joined = (size: number) =>
        unquoted(
          parts
            .slice(at, at + 2 * size - 1)
            .join("")
            .trim(),
        );
      const left = (parts.length - at + 1) / 2;
      let size = at || left <= PARTS ? Math.min(PARTS, left) : left;
      while (size > 1 && !take(joined(size))) size = Math.min(size - 1, PARTS);
      if (size === 1 && joined(1) && !take(joined(1))) unknown.add(joined(1));
      at += 2 * size;
    }
  }
  return count > 1 ? { values: [...values], unknown: [...unknown] } : undefined;
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text;
