import { fitsShape, type TypeSpec } from "./traits.ts";

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

/**
 * The front end's value of a wire value: a typed array of a `DataView` (a view of the same memory where it is
 * aligned, else one copy), a `Date` of an ISO text, bytes of a `DataView`; JSON as it is. The JSON form of binary
 * kinds (a list of numbers, base64) is understood too.
 * @throws {Error} that says what was found and what was expected, when the value does not fit the type.
 */
export function decode(type: TypeSpec, wire: unknown): unknown {
  return convert(type, wire, false);
}

/**
 * The wire form of a front end's value: a `DataView` of its own memory for arrays, bytes and tables, an ISO text for
 * a `Date`, else JSON.
 * @throws {Error} that says what was found and what was expected, such as for a NaN for a float.
 */
export function encode(type: TypeSpec, value: unknown): unknown {
  return convert(type, value, true);
}

/** Whether two wire values say the same. Binary is compared at the top only: inside JSON it counts as different. */
export function sameWire(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) {
    const differ = (_: string, part: unknown) => (ArrayBuffer.isView(part) ? Math.random() : part);
    return JSON.stringify(a, differ) === JSON.stringify(b, differ);
  }
  const others = viewOf(Uint8Array, b);
  return a.byteLength === b.byteLength && viewOf(Uint8Array, a).every((byte, at) => byte === others[at]);
}

function convert(type: TypeSpec, x: unknown, outward: boolean): unknown {
  const part = (each: TypeSpec, y: unknown) => convert(each, y, outward);
  const { kind } = type;
  if (x === null && type.nullable) return x;
  if (kind === "array" || kind === "bytes" || kind === "table") {
    const made = outward ? toBinary(type, x) : ofBinary(type, x);
    if (made) return made;
  } else if (kind === "tuple") {
    if (Array.isArray(x) && x.length === type.items.length) return type.items.map((item, at) => part(item, x[at]));
  } else if (kind === "list") {
    if (Array.isArray(x) && !(x.length > type.maxLength!)) return x.map((item) => part(type.items, item));
  } else if (kind === "dict") {
    if (typeof x === "object" && x && !Array.isArray(x)) {
      const { fields, values } = type;
      const names = Object.keys(x);
      const has = (name: string) => Object.hasOwn(fields!, name);
      if (!fields || (names.every(has) && names.length === Object.keys(fields).length)) {
        const spec = (name: string) => fields?.[name] ?? values ?? { kind: "json" as const };
        return Object.fromEntries(Object.entries(x).map(([name, y]) => [name, part(spec(name), y)]));
      }
    }
  } else if (kind === "datetime") {
    const date = new Date(x as string);
    if (!Number.isNaN(+date) && (outward ? x instanceof Date : typeof x === "string")) {
      return outward ? date.toISOString() : date;
    }
  } else if (fits(type, x)) return x;
  throw new Error(`found ${show(x)}, expected ${show(type)}.`);
}

/** For the kinds whose wire form and front end's form are the same JSON. */
function fits(type: TypeSpec, x: unknown): boolean {
  const is = typeof x;
  switch (type.kind) {
    case "bool":
      return is === "boolean";
    case "int":
    case "float":
      return (
        (type.kind === "int" ? Number.isSafeInteger(x) : Number.isFinite(x)) &&
        !((x as number) < type.min!) &&
        !((x as number) > type.max!)
      );
    case "string":
      return is === "string" && !(type.maxLength! < [...(x as string)].length);
    case "enum":
      return type.values.includes(x as string);
    default:
      return x !== undefined;
  }
}

type Binary = TypeSpec & { readonly kind: "array" | "bytes" | "table" };

const classOf = (type: Binary) => (type.kind === "array" ? ARRAYS[type.dtype] : Uint8Array);
const filled = (type: Binary, length: number) => type.kind !== "array" || fitsShape(type.shape, length);

function toBinary(type: Binary, x: unknown): DataView | undefined {
  const array = ArrayBuffer.isView(x) || Array.isArray(x) ? classOf(type).from(x as Uint8Array) : undefined;
  return array && filled(type, array.length) ? new DataView(array.buffer) : undefined;
}

function ofBinary(type: Binary, x: unknown): ArrayBufferView | undefined {
  const View = classOf(type) as typeof Uint8Array;
  let made: Uint8Array | undefined;
  if (ArrayBuffer.isView(x) || x instanceof ArrayBuffer) {
    if (x.byteLength % View.BYTES_PER_ELEMENT === 0) made = viewOf(View, x);
  } else if (type.kind !== "array") {
    if (typeof x === "string") made = View.from(atob(x), (char) => char.charCodeAt(0));
  } else if (Array.isArray(x) && x.every((n) => n === null || typeof n === "number")) {
    made = View.from(x, (n) => n ?? NaN);
  }
  return made && filled(type, made.length) ? made : undefined;
}

function viewOf(View: typeof Uint8Array, x: ArrayBuffer | ArrayBufferView): Uint8Array {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(x) ? x : new DataView(x);
  const size = View.BYTES_PER_ELEMENT;
  return byteOffset % size
    ? new View(buffer.slice(byteOffset, byteOffset + byteLength))
    : new View(buffer, byteOffset, byteLength / size);
}

const show = (x: unknown): string => `${JSON.stringify(x)}`.slice(0, 90);
