import { search } from "../kit/fuzzy.ts";
import type { Options } from "./options.ts";

/** The row that creates what is typed. */
export const CREATE = -1;

/** What the open list shows: the index of an option a row, `CREATE`, or a group's heading as `heading(group)`. */
export interface Rows {
  readonly rows: readonly number[];
  /** The options among them. */
  readonly found: readonly number[];
  /** The rows that are headings. */
  readonly headings: readonly number[];
}

export const heading = (group: number): number => -2 - group;

export const noRows: Rows = { rows: [], found: [], headings: [] };

/**
 * The rows for a query: options by rank, those of one group under its heading, the group with the best of them first. All in
 * their order, where the query is empty; `only` leaves out others. With `create`, a last row that creates.
 */
export function arrange(options: Options, query: string, only?: (index: number) => boolean, create = false): Rows {
  const ranked = query.trim() ? search(options.prepared, query) : [...options.values.keys()];
  let found = only ? ranked.filter(only) : ranked;
  let rows = found;
  const headings: number[] = [];
  if (options.groups.length) {
    // By place of the group, from 1: the first is of those without a group.
    const members: number[][] = [];
    const order: number[] = [];
    for (const index of found) {
      const group = options.group(index);
      const list = members[group + 1];
      if (list) list.push(index);
      else {
        members[group + 1] = [index];
        order.push(group);
      }
    }
    rows = [];
    found = [];
    for (const group of order) {
      if (options.groups[group]?.name) {
        headings.push(rows.length);
        rows.push(heading(group));
      }
      for (const index of members[group + 1]!) {
        rows.push(index);
        found.push(index);
      }
    }
  }
  if (create) rows = [...rows, CREATE];
  return { rows, found, headings };
}

/** The nearest row from `at` in a direction that is no heading, `at` itself first; wraps around; -1 where there is none. */
export function landing({ rows }: Rows, at: number, way: 1 | -1): number {
  const { length } = rows;
  for (let step = 0; step < length; step++) {
    const row = (((at + step * way) % length) + length) % length;
    if (rows[row]! >= CREATE) return row;
  }
  return -1;
}

/** The place of a row among the options, from 1. */
export const position = ({ headings }: Rows, row: number): number =>
  row + 1 - headings.filter((each) => each < row).length;
