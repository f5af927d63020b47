import type { Json } from "../kit/traits.ts";
import { entries, isContainer, type Key, keysOf, sizeOf, step } from "./nodes.ts";
import type { Row } from "./rows.ts";

/** A child of a container, and the key that it had; nothing for a new one. */
export type Child = readonly [key: Key, value: Json, was?: Key];

/** Other children for a container. */
export interface Change {
  readonly parent: Row;
  make(children: readonly Child[]): readonly Child[];
  /** The child to go to; nothing for the container itself. */
  readonly key: Key | undefined;
}

/** Gives a child of an object another key, in its place. */
export const renaming = ({ key, parent, value, place }: Row, name: string): Change => ({
  parent: parent!,
  make: (children) => children.with(place - 1, [name, value, key]),
  key: name,
});

/** Adds a null at the end of a container that is open or empty, else after the node; nowhere where the data is a scalar. */
export function adding(node: Row): Change | undefined {
  const into = isContainer(node.value) && (node.open || !sizeOf(node.value) || !node.parent);
  const parent = into ? node : node.parent;
  if (!parent) return undefined;
  const at = into ? sizeOf(node.value) : node.place;
  const key = Array.isArray(parent.value) ? at : freeKey(parent.value);
  return { parent, make: (children) => children.toSpliced(at, 0, [key, null]), key };
}

/** Removes a node; the next one is gone to, or the one before. */
export function removing({ parent, place }: Row): Change {
  const keys = entries(parent!.value).map(([key]) => key);
  const key = Array.isArray(parent!.value) ? Math.min(place, keys.length - 1) - 1 : (keys[place] ?? keys[place - 2]);
  return {
    parent: parent!,
    make: (children) => children.toSpliced(place - 1, 1),
    key: key === -1 ? undefined : key,
  };
}

/** A container with other children, and where each old key has gone. */
export function changed(value: Json, make: Change["make"]): readonly [Json, (key: string) => Key | undefined] {
  const isList = Array.isArray(value);
  const made = make(entries(value).map(([key, child]) => [key, child, key]));
  const places = new Map(made.map(([key, , was], index) => [String(was), isList ? index : key]));
  return [isList ? made.map(([, child]) => child) : Object.fromEntries(made), (key) => places.get(key)];
}

/** Other data with a new value at a pointer; what lies beside the way to it stays the same in memory. */
export function replace(data: Json, pointer: string, value: Json): Json {
  const visit = (now: Json, [first, ...rest]: readonly string[]): Json => {
    if (first === undefined) return value;
    const made = entries(now).map(([key, child]) => [key, String(key) === first ? visit(child, rest) : child] as const);
    return Array.isArray(now) ? made.map(([, child]) => child) : Object.fromEntries(made);
  };
  return visit(data, keysOf(pointer));
}

/**
 * Pointers after children of a container have moved: each goes to the new key that `move` gives for its old one, or away.
 * @example moved(["/a/0", "/a/2/b"], "/a", (key) => (key === "0" ? undefined : Number(key) - 1)); // ["/a/1/b"]
 */
export function moved(pointers: Iterable<string>, parent: string, move: (key: string) => Key | undefined): string[] {
  const depth = keysOf(parent).length;
  return [...pointers].flatMap((pointer) => {
    if (!pointer.startsWith(`${parent}/`)) return pointer;
    const [first, ...rest] = keysOf(pointer).slice(depth);
    const key = move(first!);
    return key === undefined ? [] : [key, ...rest].reduce<string>((path, each) => path + step(each), parent);
  });
}

/** A key that an object does not have yet: "key", "key 2", … */
function freeKey(object: Json): string {
  for (let count = 1; ; count++) {
    const name = count > 1 ? `key ${count}` : "key";
    if (!Object.hasOwn(object as object, name)) return name;
  }
}
