import type { Json } from "../kit/traits.ts";
import { type Entry, entries, isContainer, type Key, sizeOf } from "./nodes.ts";
import type { Row } from "./rows.ts";

/** Other children for a container. */
export interface Change {
  readonly parent: Row;
  make(children: readonly Entry[]): readonly Entry[];
  /** The new key of a child that is there already; nothing where it goes. */
  move(key: string): Key | undefined;
  /** The child to go to; nothing for the container itself. */
  readonly key: Key | undefined;
}

/** Gives a child of an object another key, in its place. */
export const renaming = ({ key, parent }: Row, name: string): Change => ({
  parent: parent!,
  make: (children) => children.map((child) => (child[0] === key ? [name, child[1]] : child)),
  move: (each) => (each === key ? name : each),
  key: name,
});

/** Adds a null at the end of a container that is open or empty, else after the node; nowhere where the data is a scalar. */
export function adding(node: Row): Change | undefined {
  const into = isContainer(node.value) && (node.open || !sizeOf(node.value) || !node.parent);
  const parent = into ? node : node.parent;
  if (!parent) return undefined;
  const at = into ? sizeOf(node.value) : node.place;
  const key = Array.isArray(parent.value) ? at : freeKey(parent.value);
  return {
    parent,
    make: (children) => children.toSpliced(at, 0, [key, null]),
    move: (each) => (Array.isArray(parent.value) && Number(each) >= at ? Number(each) + 1 : each),
    key,
  };
}

/** Removes a node; the next one is gone to, or the one before. */
export function removing({ key, parent, place }: Row): Change {
  const isList = Array.isArray(parent!.value);
  const siblings = entries(parent!.value);
  const [next] = siblings[place] ?? siblings[place - 2] ?? [undefined];
  return {
    parent: parent!,
    make: (children) => children.toSpliced(place - 1, 1),
    move: (each) => (each === String(key) ? undefined : isList && Number(each) > Number(key) ? Number(each) - 1 : each),
    key: isList && Number(next) > Number(key) ? key : next,
  };
}

/** A key that an object does not have yet: "key", "key 2", … */
function freeKey(object: Json): string {
  for (let count = 1; ; count++) {
    const name = count > 1 ? `key ${count}` : "key";
    if (!Object.hasOwn(object as object, name)) return name;
  }
}
