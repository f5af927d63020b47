import type { TypeSpec } from "./types.ts";

/**
 * Converts one kind of value: outward to its wire form, else to the front end's. `undefined` says that it does not fit
 * the type, which no value is.
 */
export type Convert<T extends TypeSpec = TypeSpec> = (type: T, x: unknown, outward: boolean) => unknown;

/** Conversions by kind; and how wire values are compared where some of them are binary. */
export type Kinds = { [K in TypeSpec["kind"]]?: Convert<TypeSpec & { kind: K }> } & {
  same?: (a: unknown, b: unknown) => boolean;
};

const known: Kinds = {};

/**
 * Teaches the codec some kinds of `kinds.ts`. `defineTraits` teaches all; the builder, which puts a schema into a front
 * end as data, those that the schema has.
 */
export const teach = (kinds: Kinds): void => void Object.assign(known, kinds);

/**
 * The front end's value of a wire value: a typed array of a `DataView` (a view of the same memory where it is
 * aligned, else one copy), a `Date` of an ISO text, bytes of a `DataView`; JSON as it is. The JSON form of binary
 * kinds (a list of numbers, base64) is understood too.
 * @throws {Error} that says what was found and what was expected, when the value does not fit the type.
 */
export const decode = (type: TypeSpec, wire: unknown): unknown => convert(type, wire, false);

/**
 * The wire form of a front end's value: a `DataView` of its own memory for arrays, bytes and tables, an ISO text for
 * a `Date`, else JSON.
 * @throws {Error} that says what was found and what was expected, such as for a NaN for a float.
 */
export const encode = (type: TypeSpec, value: unknown): unknown => convert(type, value, true);

/** Whether two wire values say the same. Binary is compared at the top only: inside JSON it counts as different. */
export const sameWire = (a: unknown, b: unknown): boolean =>
  a === b || (known.same?.(a, b) ?? JSON.stringify(a) === JSON.stringify(b));

/** Either way. @throws {Error} as `decode` and `encode` do. */
export function convert(type: TypeSpec, x: unknown, outward: boolean): unknown {
  if (x === null && type.nullable) return x;
  const made = (known[type.kind] as Convert)(type, x, outward);
  if (made === undefined) throw new Error(`found ${show(x)}, expected ${show(type)}.`);
  return made;
}

const show = (x: unknown): string => `${JSON.stringify(x)}`.slice(0, 90);
