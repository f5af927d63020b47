import type { Json } from "../kit/traits.ts";
import { type Entry, entries, isContainer, type Key, keysOf, step } from "./nodes.ts";

/** Data with the container at a pointer made anew from its children; all beside it stays the same in memory. */
export function remake(data: Json, pointer: string, make: (children: readonly Entry[]) => readonly Entry[]): Json {
  const visit = (value: Json, keys: readonly string[]): Json => {
    const [first, ...rest] = keys;
    const children = entries(value);
    const made =
      first === undefined
        ? make(children)
        : children.map(([key, child]): Entry => [key, String(key) === first ? visit(child, rest) : child]);
    return Array.isArray(value) ? made.map(([, child]) => child) : Object.fromEntries(made);
  };
  return visit(data, keysOf(pointer));
}

/** Other data with a new value at a pointer. */
export function replace(data: Json, pointer: string, value: Json): Json {
  if (!pointer) return value;
  const at = pointer.lastIndexOf("/");
  const here = (key: Key) => step(key) === pointer.slice(at);
  return remake(data, pointer.slice(0, at), (children) =>
    children.map(([key, child]) => [key, here(key) ? value : child]),
  );
}

/**
 * Pointers after children of a container have moved: each goes to the new key that `move` gives for its old one, or away.
 * @example moved(["/a/0", "/a/2/b"], "/a", (key) => (key === "0" ? undefined : String(Number(key) - 1))); // ["/a/1/b"]
 */
export function moved(pointers: Iterable<string>, parent: string, move: (key: string) => Key | undefined): string[] {
  const list: string[] = [];
  for (const pointer of pointers) {
    if (!pointer.startsWith(`${parent}/`)) {
      list.push(pointer);
      continue;
    }
    const end = pointer.indexOf("/", parent.length + 1);
    const key = move(keysOf(pointer.slice(parent.length, end < 0 ? undefined : end))[0]!);
    if (key !== undefined) list.push(parent + step(key) + (end < 0 ? "" : pointer.slice(end)));
  }
  return list;
}

/** The value that a typed text means: JSON where it is, else the text itself. @throws where it begins as JSON and is none. */
export function meant(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (/^\s*["[{]/.test(text)) throw error;
    return text;
  }
}

/** The text to type for a value: a plain text without quotes, unless it would mean something else. */
export function draftOf(value: Json): string {
  try {
    if (typeof value === "string" && !/[\r\n]/.test(value) && meant(value) === value) return value;
  } catch {
    // It begins as JSON does.
  }
  return JSON.stringify(value);
}

/** Containers that are small enough to be typed as a whole. */
export const isTypeable = (value: Json): boolean => !isContainer(value) || JSON.stringify(value).length <= 2000;
