/** How each kind of value is checked, and converted between the wire and the front end: what `codec.ts` is taught. */

import { fitsShape } from "./check.ts";
import { convert, type Convert } from "./codec.ts";
import type { DType, TypeSpec } from "./types.ts";

type Of<K extends TypeSpec["kind"]> = Convert<TypeSpec & { kind: K }>;

export const json: Of<"json"> = (_, x) => x;

export const bool: Of<"bool"> = (_, x) => (typeof x === "boolean" ? x : undefined);

const within = ({ min, max }: { min?: number; max?: number }, x: unknown): unknown =>
  (x as number) < min! || (x as number) > max! ? undefined : x;

export const int: Of<"int"> = (type, x) => (Number.isSafeInteger(x) ? within(type, x) : undefined);

export const float: Of<"float"> = (type, x) => (Number.isFinite(x) ? within(type, x) : undefined);

export const string: Of<"string"> = ({ maxLength }, x) =>
  typeof x === "string" && !(maxLength! < [...x].length) ? x : undefined;

const oneOf: Of<"enum"> = ({ values }, x) => (values.includes(x as string) ? x : undefined);
export { oneOf as enum };

export const tuple: Of<"tuple"> = ({ items }, x, outward) =>
  Array.isArray(x) && x.length === items.length
    ? items.map((item, index) => convert(item, x[index], outward))
    : undefined;

export const list: Of<"list"> = ({ items, maxLength }, x, outward) =>
  Array.isArray(x) && !(x.length > maxLength!) ? x.map((item) => convert(items, item, outward)) : undefined;

export const dict: Of<"dict"> = ({ fields, values }, x, outward) => {
  if (typeof x !== "object" || !x || Array.isArray(x)) return undefined;
  const entries = Object.entries(x);
  if (
    fields &&
    (entries.length !== Object.keys(fields).length || !entries.every(([key]) => Object.hasOwn(fields, key)))
  )
    return undefined;
  const spec = (key: string) => fields?.[key] ?? values;
  return Object.fromEntries(entries.map(([key, item]) => [key, spec(key) ? convert(spec(key)!, item, outward) : item]));
};

export const datetime: Of<"datetime"> = (_, x, outward) => {
  const date = new Date(x as string);
  if (Number.isNaN(+date) || !(outward ? x instanceof Date : typeof x === "string")) return undefined;
  return outward ? date.toISOString() : date;
};

/** The typed array of an element type: an `Int8Array` for int8. */
export const arrayClass = (dtype: DType): typeof Uint8Array =>
  (globalThis as unknown as Record<string, typeof Uint8Array>)[`${dtype[0]!.toUpperCase()}${dtype.slice(1)}Array`]!;

export const array: Of<"array"> = ({ dtype, shape }, x, outward) => {
  const View = arrayClass(dtype);
  const isList = !outward && Array.isArray(x) && x.every((n) => n === null || typeof n === "number");
  const made = isList ? View.from(x as number[], (n) => n ?? NaN) : binary(View, x, outward);
  return made && fitsShape(shape, made.byteLength / View.BYTES_PER_ELEMENT) ? made : undefined;
};

export const bytes: Of<"bytes" | "table"> = (_, x, outward) =>
  !outward && typeof x === "string"
    ? Uint8Array.from(atob(x), (char) => char.charCodeAt(0))
    : binary(Uint8Array, x, outward);

export { bytes as table };

/** Compares wire values, of which some are binary. */
export const same = (a: unknown, b: unknown): boolean => {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) {
    const differ = (_: string, part: unknown) => (ArrayBuffer.isView(part) ? Math.random() : part);
    return JSON.stringify(a, differ) === JSON.stringify(b, differ);
  }
  const others = viewOf(Uint8Array, b);
  return a.byteLength === b.byteLength && viewOf(Uint8Array, a).every((byte, index) => byte === others[index]);
};

function binary(View: typeof Uint8Array, x: unknown, outward: boolean): ArrayBufferView | undefined {
  if (outward) {
    return ArrayBuffer.isView(x) || Array.isArray(x) ? new DataView(View.from(x as Uint8Array).buffer) : undefined;
  }
  const isBinary = ArrayBuffer.isView(x) || x instanceof ArrayBuffer;
  return isBinary && x.byteLength % View.BYTES_PER_ELEMENT === 0 ? viewOf(View, x) : undefined;
}

function viewOf(View: typeof Uint8Array, x: ArrayBuffer | ArrayBufferView): Uint8Array {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(x) ? x : new DataView(x);
  const size = View.BYTES_PER_ELEMENT;
  return byteOffset % size
    ? new View(buffer.slice(byteOffset, byteOffset + byteLength))
    : new View(buffer, byteOffset, byteLength / size);
}
