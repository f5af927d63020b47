import { createHash } from "node:crypto";
import { structuredPatch } from "diff";
import { readDefinition, writeDefinition } from "../registry/definition.ts";
import type { Conflict } from "../registry/merge.ts";
import { plain, type Output } from "./output.ts";

/** One run of changed lines, with some around it. Lines begin with "+", "-" or a blank. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

/** The differences of two definition cells as a person reads them: a front end is a line with its size and hash. */
export function hunks(before: string, after: string): readonly Hunk[] {
  return structuredPatch("", "", `${readable(before)}\n`, `${readable(after)}\n`, "", "", { context: 3 }).hunks.map(
    ({ oldStart, oldLines, newStart, newLines, lines }) => ({ oldStart, oldLines, newStart, newLines, lines }),
  );
}

/** A definition cell with its front end on one line, as `"""… 36.6 KiB, sha 1a2b3c4d…"""`. */
export function readable(code: string): string {
  const { marker, lines, esm } = readDefinition(code);
  if (esm === undefined) return code;
  const hash = createHash("sha256").update(esm).digest("hex").slice(0, 8);
  const size = `${(Buffer.byteLength(esm) / 1024).toFixed(1)} KiB`;
  return writeDefinition({ marker, lines, esm: `"""… ${size}, sha ${hash}…"""` });
}

/** Prints hunks as a unified diff. */
export function printHunks(all: readonly Hunk[], out: Output): void {
  const { green, red, cyan, dim } = out.style;
  if (all.length === 0) out.line(dim("  no difference but in layout"));
  for (const { oldStart, oldLines, newStart, newLines, lines } of all) {
    out.line(cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`));
    for (const line of lines) {
      const paint = line.startsWith("+") ? green : line.startsWith("-") ? red : dim;
      out.line(paint(plain(line)));
    }
  }
}

/** Prints conflicts: each place from all three sides, with the lines' numbers. */
export function printConflicts(conflicts: readonly Conflict[], out: Output): void {
  const { green, red, dim, yellow } = out.style;
  for (const [index, { yours, base, theirs }] of conflicts.entries()) {
    out.line(yellow(`  conflict ${index + 1} of ${conflicts.length}`));
    for (const [title, { line, lines }, paint] of [
      ["yours", yours, red],
      ["base", base, dim],
      ["theirs", theirs, green],
    ] as const) {
      out.line(`  ${title}, from line ${line}${lines.length === 0 ? ": nothing" : ""}`);
      for (const [offset, text] of lines.entries()) {
        out.line(paint(`  ${String(line + offset).padStart(5)} | ${plain(text)}`));
      }
    }
  }
}
