import type { Json } from "../kit/traits.ts";
import { isContainer, type Key, sizeOf, step } from "./nodes.ts";

/** One row: a node that is not folded away. */
export interface Row {
  readonly key: Key;
  readonly value: Json;
  readonly parent: Row | undefined;
  /** From 1. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many there are; in the data, whatever a search leaves out. */
  readonly place: number;
  readonly siblings: number;
  /** Whether its children are shown; nothing where it has none. */
  open: boolean | undefined;
  /** Whether a search has found it. */
  found: boolean;
}

/** What is unfolded: so many levels, and the nodes (JSON pointers) that are the other way round. */
export interface Fold {
  readonly depth: number;
  readonly flips: Set<string>;
}

const isFlipped = (flips: Set<string>, row: Row): boolean => flips.size > 0 && flips.has(pointerOf(row));

export const isOpen = ({ depth, flips }: Fold, row: Row): boolean => row.level <= depth !== isFlipped(flips, row);

/** The JSON pointer of a row. */
export const pointerOf = ({ key, parent }: Row): string => (parent ? pointerOf(parent) + step(key) : "");

/** The row as Python reaches it: `data["a"][0]`. */
export const pythonOf = ({ key, parent }: Row): string =>
  parent ? `${pythonOf(parent)}[${JSON.stringify(key)}]` : String(key);

const rowOf = (key: Key, value: Json, parent?: Row, place = 1, siblings = 1): Row => ({
  key,
  value,
  parent,
  level: parent ? parent.level + 1 : 1,
  place,
  siblings,
  open: undefined,
  found: false,
});

/** Calls with each child of a value and gives their number: no pairs, since there can be many. */
function each(value: Json, work: (key: Key, child: Json, place: number, siblings: number) => void): number {
  if (!isContainer(value)) return 0;
  const keys = Array.isArray(value) ? undefined : Object.keys(value);
  const { length } = keys ?? (value as readonly Json[]);
  for (let index = 0; index < length; index++) {
    const key = keys ? keys[index]! : index;
    work(key, (value as Readonly<Record<Key, Json>>)[key]!, index + 1, length);
  }
  return length;
}

/** The rows of data under a fold, from the top: what is folded away costs nothing. */
export function unfolded(data: Json, name: string, fold: Fold): Row[] {
  const rows: Row[] = [];
  grow(rows, rowOf(name, data), fold);
  return rows;
}

function grow(rows: Row[], row: Row, fold: Fold): void {
  rows.push(row);
  const { value } = row;
  if (!isContainer(value) || !sizeOf(value)) return;
  row.open = isOpen(fold, row);
  if (row.open) each(value, (key, child, place, length) => grow(rows, rowOf(key, child, row, place, length), fold));
}

/**
 * The rows that a search leaves: what it has found, with all above it. A node that has nothing found in it is folded, and shows
 * all its children when it is flipped; others are unfolded until they are flipped. The first row is always there.
 * @param found whether a node is found, by its place in the order of the data.
 */
export function searched(data: Json, name: string, found: (index: number) => boolean, flips: Set<string>) {
  const rows: Row[] = [];
  let index = 0;
  const visit = (row: Row, shown: boolean): number => {
    const top = rows.length;
    const flipped = isFlipped(flips, row);
    let inside = 0;
    row.found = found(index++);
    if (shown) rows.push(row);
    const size = each(row.value, (key, child, place, siblings) => {
      // Most are leaves that are not found: they cost no row.
      if (!isContainer(child) && !found(index)) index++;
      else inside += visit(rowOf(key, child, row, place, siblings), shown && !flipped);
    });
    if (size) row.open = flipped === (inside === 0);
    if (shown && row.open && !inside) {
      rows.length = top;
      grow(rows, row, { depth: 0, flips });
    }
    if (!row.found && !inside && row.parent) rows.length = top;
    return inside + Number(row.found);
  };
  const count = visit(rowOf(name, data), true);
  return { rows, count };
}

/** The texts that a search looks through, in the order of the data: as rows show them, keys first. */
export function textsOf(data: Json, name: string): string[] {
  const texts: string[] = [];
  const visit = (key: Key, value: Json): void => {
    const label = typeof key === "string" ? key : "";
    texts.push(isContainer(value) ? label : label ? `${label}: ${value}` : String(value));
    each(value, visit);
  };
  visit(name, data);
  return texts;
}

/** Index of a row in other rows, by its path; where it is folded away or gone, the nearest above it. */
export function locate(rows: readonly Row[], row: Row | undefined): number {
  const path: Row[] = [];
  for (let each = row; each; each = each.parent) path.unshift(each);
  let at = 0;
  for (let index = 1, depth = 1; depth < path.length && index < rows.length; index++) {
    const { key, parent, level } = rows[index]!;
    if (level <= depth) break;
    if (parent === rows[at] && key === path[depth]!.key) {
      at = index;
      depth += 1;
    }
  }
  return at;
}
