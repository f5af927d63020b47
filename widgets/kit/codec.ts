import { type DType, describe, fitsShape, problem, type TypeSpec, type TypedArrays } from "./traits.ts";

/** The typed array of each element type. */
export const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** A wire value that is not of its trait's type: the message says what was found and what was expected. */
export class WireError extends Error {}

/**
 * The front end's value of a wire value: a typed array of a `DataView` (a view of the same memory where it is
 * aligned, else one copy), a `Date` of an ISO text, bytes of a `DataView`; JSON as it is. The JSON form of binary
 * kinds (a list of numbers, base64) is understood too.
 * @throws {WireError} when the value does not fit the type.
 */
export function decode(type: TypeSpec, wire: unknown): unknown {
  if (wire === null && type.nullable) return null;
  switch (type.kind) {
    case "array":
      return decodeArray(type, wire);
    case "bytes":
    case "table":
      if (isBinary(wire)) return viewOf(Uint8Array, wire);
      return (fit(type, wire), Uint8Array.from(atob(wire as string), (char) => char.charCodeAt(0)));
    case "datetime":
      return (fit(type, wire), new Date(wire as string));
    default:
      if (isPlain(type)) return (fit(type, wire), wire);
      return mapParts(type, wire, decode);
  }
}

/**
 * The wire form of a front end's value: a `DataView` of its own memory for arrays, bytes and tables, an ISO text for
 * a `Date`, else JSON.
 * @throws {WireError} when the value does not fit the type, such as a NaN for a float.
 */
export function encode(type: TypeSpec, value: unknown): unknown {
  if (value === null && type.nullable) return null;
  switch (type.kind) {
    case "array": {
      const array = ARRAYS[type.dtype].from(value as Iterable<number>);
      if (!fitsShape(type.shape, array.length)) throw wrong(type, `${array.length} numbers`);
      return new DataView(array.buffer);
    }
    case "bytes":
    case "table":
      return new DataView((value as Uint8Array).slice().buffer);
    case "datetime":
      if (!(value instanceof Date) || Number.isNaN(+value)) throw wrong(type, String(value));
      return value.toISOString();
    default:
      if (isPlain(type)) return (fit(type, value), value);
      return mapParts(type, value, encode);
  }
}

/** Whether two wire values say the same: binary by bytes, JSON by structure. */
export function sameWire(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof DataView && b instanceof DataView) {
    if (a.byteLength !== b.byteLength) return false;
    for (let i = 0; i < a.byteLength; i++) if (a.getUint8(i) !== b.getUint8(i)) return false;
    return true;
  }
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameWire(a[key as never], b[key as never]))
  );
}

function decodeArray(type: TypeSpec & { kind: "array" }, wire: unknown): TypedArrays[DType] {
  const Array = ARRAYS[type.dtype];
  if (!isBinary(wire)) {
    fit(type, wire);
    return Array.from((wire as (number | null)[]).map((n) => n ?? NaN));
  }
  const length = wire.byteLength / Array.BYTES_PER_ELEMENT;
  if (!Number.isInteger(length) || !fitsShape(type.shape, length)) throw wrong(type, `${wire.byteLength} bytes`);
  return viewOf(Array as ArrayClass<TypedArrays[DType]>, wire);
}

interface ArrayClass<A> {
  new (buffer: ArrayBufferLike, offset?: number, length?: number): A;
  readonly BYTES_PER_ELEMENT: number;
}

function viewOf<A>(View: ArrayClass<A>, binary: ArrayBuffer | ArrayBufferView): A {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(binary)
    ? binary
    : { buffer: binary, byteOffset: 0, byteLength: binary.byteLength };
  const size = View.BYTES_PER_ELEMENT;
  return byteOffset % size === 0
    ? new View(buffer, byteOffset, byteLength / size)
    : new View(buffer.slice(byteOffset, byteOffset + byteLength));
}

function isBinary(wire: unknown): wire is ArrayBuffer | ArrayBufferView {
  return ArrayBuffer.isView(wire) || wire instanceof ArrayBuffer;
}

/** Whether the wire form and the front end's form of a type are the same JSON. */
function isPlain(type: TypeSpec): boolean {
  switch (type.kind) {
    case "array":
    case "bytes":
    case "table":
    case "datetime":
      return false;
    case "tuple":
      return type.items.every(isPlain);
    case "list":
      return isPlain(type.items);
    case "dict":
      return Object.values(type.fields ?? {}).every(isPlain) && (!type.values || isPlain(type.values));
    default:
      return true;
  }
}

function mapParts(type: TypeSpec, whole: unknown, code: (type: TypeSpec, part: unknown) => unknown): unknown {
  if (Array.isArray(whole)) {
    if (type.kind === "list") return whole.map((part) => code(type.items, part));
    if (type.kind === "tuple" && whole.length === type.items.length) {
      return type.items.map((item, index) => code(item, whole[index]));
    }
  } else if (type.kind === "dict" && typeof whole === "object" && whole) {
    const { fields, values } = type;
    const keys = Object.keys(fields ?? whole);
    if (keys.length === Object.keys(whole).length) {
      return Object.fromEntries(
        keys.map((key) => [key, code((fields?.[key] ?? values)!, (whole as Record<string, unknown>)[key])]),
      );
    }
  }
  throw wrong(type, typeof whole);
}

function fit(type: TypeSpec, json: unknown): void {
  const found = problem(type, json);
  if (found !== undefined) throw new WireError(found);
}

function wrong(type: TypeSpec, found: string): WireError {
  return new WireError(`found ${found}, expected ${describe(type)}.`);
}
