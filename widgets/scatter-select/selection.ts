/** What becomes of the selection when rows are hit. */
export type Change = "replace" | "add" | "subtract" | "toggle";

/**
 * The selection after a change, as row numbers from 0 to `count` - 1, ascending, each once. What does not name a row
 * is dropped.
 */
export function changed(
  selected: ArrayLike<number>,
  hit: ArrayLike<number>,
  change: Change,
  count: number,
): Uint32Array {
  const mask = new Uint8Array(count);
  if (change !== "replace") for (let at = 0; at < selected.length; at++) mask[selected[at]!] = 1;
  for (let at = 0; at < hit.length; at++) {
    const row = hit[at]!;
    mask[row] = change === "subtract" ? 0 : change === "toggle" ? 1 - mask[row]! : 1;
  }
  return rowsOf(mask);
}

/** The positions of a mask that are not 0. */
export function rowsOf(mask: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row]) count++;
  const rows = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row]) rows[next++] = row;
  return rows;
}

/** Whether two selections hold the same rows in the same order. */
export function sameRows(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
