import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** What is wrong with a widget as it is saved now: where, why, and the lines around. All of it is plain text. */
export interface Problem {
  readonly kind: "build" | "types" | "kernel";
  /** Relative to the root. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
  /** The lines around the place, numbered, with a caret below the column. */
  readonly frame?: string;
  /** How many further problems there are. */
  readonly more?: number;
}

/** A problem with the lines around its place, where the file can be read. */
export async function framed(problem: Problem, root: string): Promise<Problem> {
  if (problem.file === undefined || problem.line === undefined) return problem;
  const text = await readFile(resolve(root, problem.file), "utf8").catch(() => undefined);
  const frame = text === undefined ? "" : codeFrame(text, problem.line, problem.column);
  return frame === "" ? problem : { ...problem, frame };
}

/**
 * The lines around a place, which counts from 1; "" where the text has no such line.
 * @example codeFrame("a\nb c\nd", 2, 3) // "  1 | a\n> 2 | b c\n    |   ^\n  3 | d"
 */
export function codeFrame(text: string, line: number, column?: number): string {
  const lines = text.split(/\r\n|\n|\r/);
  if (line < 1 || line > lines.length) return "";
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.length, line + 2);
  const width = String(last).length;
  return lines
    .slice(first - 1, last)
    .flatMap((source, index) => {
      const number = first + index;
      const shown = clip(source, column);
      const row = `${number === line ? ">" : " "} ${String(number).padStart(width)} | ${shown.text}`.trimEnd();
      if (number !== line || column === undefined) return [row];
      const before = shown.text.slice(0, Math.max(0, column - 1 - shown.cut)).replace(/[^\t]/g, " ");
      return [row, `  ${" ".repeat(width)} | ${before}^`];
    })
    .join("\n");
}

/** A long line is cut to what is around the column. */
function clip(source: string, column = 1): { readonly text: string; readonly cut: number } {
  if (source.length <= 160) return { text: source, cut: 0 };
  const cut = Math.max(0, Math.min(column - 80, source.length - 160));
  return { text: source.slice(cut, cut + 160), cut };
}

/** Where a problem is, as editors and terminals link it: `a.ts:3:1`. */
export function whereOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
