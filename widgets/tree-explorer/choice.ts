import type { Json } from "../kit/traits.ts";
import { childOf, entries, keysOf, leavesIn, step } from "./nodes.ts";

/** What is selected: a container stands for everything in it. */
export interface Choice {
  /** JSON pointers in the order of the data. */
  readonly list: readonly string[];
  /** The same, to look up. */
  readonly picked: ReadonlySet<string>;
  /** What has some of it selected, but not all. */
  readonly mixed: ReadonlySet<string>;
  /** How many scalars and empty containers that are. */
  readonly count: number;
}

/** The pointers above one, from its parent to "". */
export function* above(pointer: string): Generator<string> {
  for (let at = pointer.lastIndexOf("/"); at >= 0; at = pointer.lastIndexOf("/", at - 1)) {
    yield pointer.slice(0, at);
    if (at === 0) return;
  }
}

/** Puts any pointers into order: what lies in a selected node, or in no node, is left out; all children make their parent. */
export function choose(data: Json, pointers: Iterable<string>): Choice {
  const wanted = new Set(pointers);
  const inner = new Set<string>();
  for (const pointer of wanted) {
    for (const each of above(pointer)) {
      if (inner.has(each)) break;
      inner.add(each);
    }
  }
  const list: string[] = [];
  const values: Json[] = [];
  const mixed = new Set<string>();
  const visit = (value: Json, path: string): boolean => {
    const start = list.length;
    let whole = wanted.has(path);
    if (!whole && inner.has(path)) {
      const children = entries(value);
      whole = children.length > 0;
      for (const [key, child] of children) whole = visit(child, path + step(key)) && whole;
      if (!whole && list.length > start) mixed.add(path);
    }
    if (whole) {
      list.length = values.length = start;
      list.push(path);
      values.push(value);
    }
    return whole;
  };
  visit(data, "");
  const count = values.reduce((sum: number, value) => sum + leavesIn(value), 0);
  return { list, picked: new Set(list), mixed, count };
}

/** Whether a node is selected, by itself or with one above it. */
export function stateOf({ picked, mixed }: Choice, pointer: string): boolean | "mixed" {
  if (picked.has(pointer)) return true;
  if (mixed.has(pointer)) return "mixed";
  for (const each of picked.size ? above(pointer) : []) if (picked.has(each)) return true;
  return false;
}

/** Selects a node with everything in it, or takes it out of the selection. */
export function toggle(data: Json, choice: Choice, pointer: string): Choice {
  if (stateOf(choice, pointer) !== true) return choose(data, [...choice.list, pointer]);
  const kept = new Set(choice.picked);
  const whole = kept.has(pointer) ? pointer : [...above(pointer)].find((each) => kept.has(each))!;
  kept.delete(whole);
  // What is selected with the one above stays so, the node itself apart.
  let value = keysOf(whole).reduce<Json | undefined>(childOf, data);
  let path = whole;
  for (const key of keysOf(pointer.slice(whole.length))) {
    const next = path + step(key);
    for (const [sibling] of entries(value ?? null)) kept.add(path + step(sibling));
    kept.delete(next);
    value = childOf(value, key);
    path = next;
  }
  return choose(data, kept);
}
