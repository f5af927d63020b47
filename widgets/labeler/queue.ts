/** The decision of an item that was skipped. 0 is open; else bit k stands for `labels[k]`. */
export const SKIPPED = -1;

/** Rows of `history`: how many steps can be undone. */
const HISTORY_ROWS = 200;

/** How far a queue is. */
export interface Tally {
  /** Items that are labelled or skipped. */
  readonly done: number;
  readonly skipped: number;
  /** Items by label. */
  readonly counts: readonly number[];
}

/** The decision on an item; one that was never reached is open. */
export const decisionOf = (decisions: Int32Array, index: number): number => decisions[index] ?? 0;

/** The decisions with one changed. No open tail is kept, so that what is sent grows with the progress only. */
export function decide(decisions: Int32Array, index: number, decision: number): Int32Array {
  let length = decisions.length;
  if (decision !== 0) length = Math.max(length, index + 1);
  const changed = new Int32Array(length);
  changed.set(decisions);
  if (index < length) changed[index] = decision;
  while (length > 0 && changed[length - 1] === 0) length--;
  return changed.slice(0, length);
}

/** Counts the decisions on the first `size` items. */
export function tally(decisions: Int32Array, size: number, labels: number): Tally {
  const counts = Array.from({ length: labels }, () => 0);
  let done = 0;
  let skipped = 0;
  for (const decision of decisions.subarray(0, size)) {
    if (decision === 0) continue;
    done++;
    if (decision < 0) {
      skipped++;
      continue;
    }
    for (let bits = decision; bits !== 0; bits &= bits - 1) {
      const label = 31 - Math.clz32(bits & -bits);
      if (label < labels) counts[label]!++;
    }
  }
  return { done, skipped, counts };
}

/** Whether an item belongs to what is walked through, by its decision. */
export type Filter = (decision: number) => boolean;

/** Items that wait for a decision. */
export const isOpen: Filter = (decision) => decision === 0;

/**
 * The next item after `from` (before it, with `step` -1) that passes. Nothing there: the end of the queue (`size`), or
 * `from` on the way back.
 */
export function seek(decisions: Int32Array, size: number, from: number, passes: Filter, step: 1 | -1 = 1): number {
  for (let index = from + step; index >= 0 && index < size; index += step) {
    if (passes(decisionOf(decisions, index))) return index;
  }
  return step > 0 ? size : from;
}

/** The next open item after `from`, else the first from the start; `size` when none is left. */
export function nextOpen(decisions: Int32Array, size: number, from: number): number {
  const after = seek(decisions, size, from, isOpen);
  return after < size ? after : seek(decisions, size, -1, isOpen);
}

/** The history with one more step: the item and its decision before. The oldest steps go first. */
export function remember(history: Int32Array, index: number, before: number): Int32Array {
  return Int32Array.of(...history.slice(-2 * (HISTORY_ROWS - 1)), index, before);
}

/** One step taken out of the history. */
export interface Step {
  readonly index: number;
  readonly before: number;
  readonly rest: Int32Array;
}

/** The latest step on one of the first `size` items, and the history before it; nothing when there is none. */
export function recall(history: Int32Array, size: number): Step | undefined {
  for (let row = history.length - 2; row >= 0; row -= 2) {
    const index = history[row]!;
    if (index >= 0 && index < size) return { index, before: history[row + 1]!, rest: history.slice(0, row) };
  }
  return undefined;
}
