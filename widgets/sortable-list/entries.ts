/** What a list takes. */
export interface Rules {
  /** The most rows, or null for any number. */
  readonly maxItems: number | null;
  /** No text twice. */
  readonly unique: boolean;
}

/** Texts sorted into those that a list takes and those that it refuses, with the reason in counts. */
export interface Admission {
  readonly taken: readonly string[];
  readonly duplicates: readonly string[];
  /** How many did not fit any more. */
  readonly overflow: number;
}

/** The lines of a pasted or typed text, trimmed, without empty ones. */
export const lines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Which of `wanted` go into a list that holds `present`. */
export function admit(wanted: readonly string[], present: readonly string[], rules: Rules): Admission {
  const seen = new Set(present);
  const taken: string[] = [];
  const duplicates: string[] = [];
  let overflow = 0;
  for (const text of wanted) {
    if (rules.unique && seen.has(text)) duplicates.push(text);
    else if (present.length + taken.length >= (rules.maxItems ?? Infinity)) overflow += 1;
    else {
      taken.push(text);
      seen.add(text);
    }
  }
  return { taken, duplicates, overflow };
}
