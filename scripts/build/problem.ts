/** Where a build failed; `file` is relative to the repository, lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** A widget that cannot be built: the place and the reason, with what to do. */
export class BuildProblem extends Error {
  override readonly name = "BuildProblem";
  readonly place: Place;
  readonly reason: string;

  constructor(place: Place, reason: string) {
    super(`${placeText(place)}: ${reason}`);
    this.place = place;
    this.reason = reason;
  }
}

/** @example placeText({ file: "a.ts", line: 3, column: 1 }) // "a.ts:3:1" */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Where `pattern` first matches in `text`: the line, from 1; undefined when it does not. */
export function lineOf(text: string, pattern: RegExp): number | undefined {
  const at = text.search(pattern);
  return at === -1 ? undefined : text.slice(0, at).split("\n").length;
}
