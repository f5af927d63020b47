/** One row of the list. Its identity is `key`, never its text: texts may repeat. */
export interface Item {
  readonly key: number;
  readonly text: string;
}

export type Items = readonly Item[];

/** Gives keys that no row has had before. */
export type Mint = () => number;

/** The texts in their order: what the notebook gets. */
export const texts = (items: Items): string[] => items.map((item) => item.text);

/** The index of the row with `key`, or -1. */
export const place = (items: Items, key: number | undefined): number => items.findIndex((item) => item.key === key);

/** The row at `from` taken out and put back so that it stands at `to`; both are clamped. */
export function move(items: Items, from: number, to: number): Items {
  const target = Math.min(Math.max(to, 0), items.length - 1);
  const item = items[from];
  return item === undefined || from === target ? items : items.toSpliced(from, 1).toSpliced(target, 0, item);
}

/** The list with the text of one row changed. */
export const retext = (items: Items, key: number, text: string): Items =>
  items.map((item) => (item.key === key ? { key, text } : item));

/**
 * Rows for `incoming`, with the keys of the rows of `known` that have the same text: the n-th row of a text keeps the
 * key of the n-th such row, so what a person looks at stays the same row wherever it can. `known` itself comes back
 * when nothing differs.
 */
export function keyed(incoming: readonly string[], known: Items, mint: Mint): Items {
  if (incoming.length === known.length && known.every((item, index) => item.text === incoming[index])) return known;
  const free = new Map<string, Item[]>();
  for (const item of known.toReversed()) {
    const same = free.get(item.text);
    if (same) same.push(item);
    else free.set(item.text, [item]);
  }
  return incoming.map((text) => free.get(text)?.pop() ?? { key: mint(), text });
}

/**
 * A move made in `mine`, made again in `theirs`, a list that came meanwhile: the row stands after the nearest row that
 * stood before it in `mine` and is still there. `theirs` as it is when the row is gone from it.
 */
export function rebase(mine: Items, theirs: Items, key: number): Items {
  const from = place(theirs, key);
  if (from < 0) return theirs;
  const rest = new Map(theirs.toSpliced(from, 1).map((item, index) => [item.key, index]));
  for (let above = place(mine, key) - 1; above >= 0; above -= 1) {
    const index = rest.get(mine[above]?.key ?? -1);
    if (index !== undefined) return move(theirs, from, index + 1);
  }
  return move(theirs, from, 0);
}
