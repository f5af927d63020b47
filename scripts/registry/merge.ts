import { diff3Merge } from "node-diff3";
import { type Definition, ESM, readDefinition, writeDefinition } from "./definition.ts";

/** Some lines of one side of a merge; `line` is the number of the first in its cell, from 1. */
export interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Where both sides changed the same place: what stands there here, what stood there, what comes. */
export interface Conflict {
  readonly yours: Block;
  readonly base: Block;
  readonly theirs: Block;
}

/** A merge that went through, as the text of a cell, or what stands in its way. */
export type Merged = { readonly code: string } | { readonly conflicts: readonly Conflict[] };

/** The three texts of a definition cell, markers and all. */
export interface Sides {
  readonly yours: string;
  readonly base: string;
  readonly theirs: string;
}

/**
 * Merges by lines: what changed here since the base, with what changed upstream since the base. Changes that touch are
 * a conflict. The front end counts as one line, which has no parts to merge. The result has the marker of `theirs`.
 */
export function merge({ yours, base, theirs }: Sides): Merged {
  const [a, o, b] = [readDefinition(yours), readDefinition(base), readDefinition(theirs)];
  const regions = diff3Merge([...a.lines], [...o.lines], [...b.lines], {
    excludeFalseConflicts: true,
  }) as readonly Region[];
  const conflicts = regions.flatMap(({ conflict }) =>
    conflict
      ? [
          {
            yours: block(a, conflict.aIndex, conflict.a.length),
            base: block(o, conflict.oIndex, conflict.o.length),
            theirs: block(b, conflict.bIndex, conflict.b.length),
          },
        ]
      : [],
  );
  if (a.esm !== o.esm && b.esm !== o.esm && a.esm !== b.esm) conflicts.push(esmConflict(a, o, b));
  if (conflicts.length > 0) return { conflicts };
  const esm = a.esm === o.esm ? b.esm : a.esm;
  return { code: writeDefinition({ marker: b.marker, lines: regions.flatMap(({ ok = [] }) => ok), esm }) };
}

/** The lines of a cell that are neither in its base nor in what comes: what a person would lose with them. */
export function ownLines({ yours, base, theirs }: Sides): readonly string[] {
  const known = new Set([base, theirs].flatMap((code) => code.split("\n")));
  return yours
    .split("\n")
    .slice(readDefinition(yours).marker === "" ? 0 : 1)
    .filter((line) => line.trim() !== "" && !known.has(line));
}

/** What `node-diff3` gives for a run of lines. */
interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: Record<"a" | "o" | "b", readonly string[]> & Record<"aIndex" | "oIndex" | "bIndex", number>;
}

function block({ lines, numbers, esm }: Definition, index: number, length: number): Block {
  return {
    line: numbers[index] ?? (numbers.at(-1) ?? 0) + 1,
    lines: lines
      .slice(index, index + length)
      .map((line) => line.replace(ESM, () => (esm === undefined ? "" : '"""…"""'))),
  };
}

/** Of a front end that both sides changed, the lines that only one side has. */
function esmConflict(a: Definition, o: Definition, b: Definition): Conflict {
  const text = (each: Definition) => (each.esm ?? assignment(each)).split("\n");
  const start = (each: Definition) => each.numbers[each.lines.findIndex((line) => line.includes(ESM))] ?? 1;
  const differing = (one: Definition, other: Definition): Block => {
    const known = new Set(text(other));
    const lines = text(one);
    const first = Math.max(
      0,
      lines.findIndex((line) => !known.has(line)),
    );
    return { line: start(one) + first, lines: lines.filter((line) => !known.has(line)) };
  };
  return { yours: differing(a, o), base: differing(o, a), theirs: differing(b, o) };
}

/** What a cell has in place of a literal. */
function assignment({ lines }: Definition): string {
  return lines.find((line) => /^\s*_esm\b/.test(line)) ?? "";
}
