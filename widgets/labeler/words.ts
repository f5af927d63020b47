import type { Tally } from "./queue.ts";

const format = new Intl.NumberFormat();

/** A count in the reader's locale. */
export const number = (n: number): string => format.format(n);

/** Progress in words. */
export const progress = ({ done, skipped }: Tally, size: number): string =>
  `${number(done)} of ${number(size)} done${skipped > 0 ? `, ${number(skipped)} of them skipped` : ""}`;

/** A decision in words: "" while it is open. */
export function named(decision: number, labels: readonly string[]): string {
  return decision < 0 ? "skipped" : labels.filter((_, k) => (decision & (1 << k)) !== 0).join(", ");
}

/** Where an item stands, and how it was decided. */
export function place(at: number, size: number, decided: string): string {
  return `Item ${number(at + 1)} of ${number(size)}${decided && `, ${decided}`}`;
}

/** The keys that no button shows. */
export function keyHelp(comment: boolean, multi: boolean): string {
  return `← → move, Backspace clears, Ctrl+Z undoes${comment ? ", C comments" : ""}${multi ? ", Enter goes on" : ""}`;
}
