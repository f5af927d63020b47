import type { Json } from "../kit/traits.ts";

/** The place of a child: a text in an object, a whole number in an array. */
export type Key = string | number;
export type Container = readonly Json[] | { readonly [key: string]: Json };
export type Entry = readonly [Key, Json];

export const isContainer = (value: Json): value is Container => typeof value === "object" && value !== null;

/** Children of a value in order; none of a scalar. */
export const entries = (value: Json): readonly Entry[] =>
  Array.isArray(value)
    ? value.map((child: Json, index) => [index, child])
    : isContainer(value)
      ? Object.entries(value)
      : [];

/** How many children a value has. */
export const sizeOf = (value: Json): number =>
  Array.isArray(value) ? value.length : isContainer(value) ? Object.keys(value).length : 0;

/** One step of a JSON pointer (RFC 6901), with its slash. */
export const step = (key: Key): string =>
  typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The keys of a JSON pointer, as texts. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((each) => each.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The child of a value by the text of its key; `undefined` where there is none. */
export const childOf = (value: Json | undefined, key: string): Json | undefined =>
  value !== undefined && isContainer(value) && Object.hasOwn(value, key) && !(Array.isArray(value) && key === "length")
    ? (value as Readonly<Record<string, Json>>)[key]
    : undefined;

/** How many scalars and empty containers are in a value. */
export function leavesIn(value: Json): number {
  if (!isContainer(value)) return 1;
  const children = Array.isArray(value) ? value : Object.values(value);
  let count = children.length ? 0 : 1;
  for (const child of children) count += leavesIn(child);
  return count;
}

/** A scalar as it is shown: as JSON has it, long texts cut. */
export const scalarText = (value: Json): string =>
  JSON.stringify(typeof value === "string" && value.length > 400 ? `${value.slice(0, 400)}…` : value);
