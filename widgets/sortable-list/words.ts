import type { Admission } from "./entries.ts";

/** What the line below the list says: a report, or what is wrong; `undo` offers to take it back. */
export interface Note {
  readonly text: string;
  readonly kind?: "wrong" | "undo";
}

const count = (n: number): string => n.toLocaleString();
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A text as it is spoken of: in quotes, cut where it is long. */
export const quote = (text: string): string => `“${shorten(text.replace(/\s+/g, " "))}”`;

/** "7 items", "1 item", "No items". */
export const amount = (n: number): string => (n === 0 ? "No items" : n === 1 ? "1 item" : `${count(n)} items`);

/** "Item 3 of 7". */
export const position = (index: number, total: number): string => `Item ${count(index + 1)} of ${count(total)}`;

/** What became of texts that were to be added; empty where there were none. */
export function admitted({ taken, duplicates, overflow }: Admission, limit: number | null): string {
  const said: string[] = [];
  if (taken.length > 0)
    said.push(taken.length === 1 ? `Added ${quote(taken[0] ?? "")}.` : `Added ${amount(taken.length)}.`);
  if (duplicates.length > 0) {
    said.push(
      `${duplicates.length === 1 ? quote(duplicates[0] ?? "") : amount(duplicates.length)} already in the list.`,
    );
  }
  if (overflow > 0) said.push(`${amount(overflow)} left out: the list takes ${count(limit ?? 0)} at most.`);
  return said.join(" ");
}
