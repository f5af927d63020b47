/** The types that a trait can have: plain JSON that remembers the TypeScript type of its values. */

/** Element types of an `array` trait; the wire carries them as little-endian binary. */
export type DType = "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64";

interface Nullable {
  /** `null` in JSON, `None` in Python, is allowed too. */
  readonly nullable?: true;
}

/** The type of a trait as plain JSON: what a registry item publishes. */
export type TypeSpec = Nullable &
  (
    | { readonly kind: "bool" }
    | { readonly kind: "int"; readonly min?: number; readonly max?: number }
    | { readonly kind: "float"; readonly min?: number; readonly max?: number }
    | { readonly kind: "string"; readonly maxLength?: number }
    | { readonly kind: "enum"; readonly values: readonly string[] }
    | { readonly kind: "tuple"; readonly items: readonly TypeSpec[] }
    | { readonly kind: "list"; readonly items: TypeSpec; readonly maxLength?: number }
    /** With `fields`: exactly these keys. With `values`: any keys, each of that type. With neither: any JSON object. */
    | { readonly kind: "dict"; readonly fields?: Readonly<Record<string, TypeSpec>>; readonly values?: TypeSpec }
    /** An instant: ISO 8601 on the wire, `datetime.datetime` in Python, `Date` in the front end. */
    | { readonly kind: "datetime" }
    | { readonly kind: "bytes" }
    /** `shape` has one entry an axis, row-major; `null` is any length and stands first. */
    | { readonly kind: "array"; readonly dtype: DType; readonly shape: readonly (number | null)[] }
    /** An Arrow IPC stream. */
    | { readonly kind: "table" }
    /** Anything that JSON can say. */
    | { readonly kind: "json" }
  );

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Views that the front end gets for each `DType`. */
export interface TypedArrays {
  int8: Int8Array;
  uint8: Uint8Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int32: Int32Array;
  uint32: Uint32Array;
  float32: Float32Array;
  float64: Float64Array;
}

declare const carried: unique symbol;

/** A type spec that remembers the TypeScript type `V` of its values (at compile time only). */
export type Type<V> = TypeSpec & { readonly [carried]?: V };

/** The TypeScript type of the values of a `Type`. */
export type Infer<T> = T extends { readonly [carried]?: infer V } ? Exclude<V, undefined> : never;

const typed = <V>(spec: TypeSpec): Type<V> => spec as Type<V>;

/** The types a trait can have. */
export const t = {
  bool: () => typed<boolean>({ kind: "bool" }),
  /** A whole number, at most ±2^53. Limits are inclusive. */
  int: (limits: { min?: number; max?: number } = {}) => typed<number>({ kind: "int", ...limits }),
  /** A double; NaN and infinities do not pass JSON and are refused. Limits are inclusive. */
  float: (limits: { min?: number; max?: number } = {}) => typed<number>({ kind: "float", ...limits }),
  /** Text; `maxLength` counts code points. */
  string: (limits: { maxLength?: number } = {}) => typed<string>({ kind: "string", ...limits }),
  enum: <const V extends string>(...values: readonly [V, ...V[]]) => typed<V>({ kind: "enum", values }),
  tuple: <const T extends readonly TypeSpec[]>(...items: T) =>
    typed<{ readonly [K in keyof T]: Infer<T[K]> }>({ kind: "tuple", items }),
  list: <T extends TypeSpec>(items: T, limits: { maxLength?: number } = {}) =>
    typed<readonly Infer<T>[]>({ kind: "list", items, ...limits }),
  /** A record with exactly these fields. */
  record: <const F extends Readonly<Record<string, TypeSpec>>>(fields: F) =>
    typed<{ readonly [K in keyof F]: Infer<F[K]> }>({ kind: "dict", fields }),
  /** A mapping from any text to values of one type. */
  dict: <T extends TypeSpec>(values: T) => typed<Readonly<Record<string, Infer<T>>>>({ kind: "dict", values }),
  datetime: () => typed<Date>({ kind: "datetime" }),
  bytes: () => typed<Uint8Array>({ kind: "bytes" }),
  /** Many numbers, sent as binary. `shape` is row-major, `[null]` (any length, one axis) unless told. */
  array: <D extends DType>(dtype: D, shape: readonly (number | null)[] = [null]) =>
    typed<TypedArrays[D]>({ kind: "array", dtype, shape }),
  /** A frame as an Arrow IPC stream; the front end gets its bytes. */
  table: () => typed<Uint8Array>({ kind: "table" }),
  json: () => typed<Json>({ kind: "json" }),
  /** The same type, or nothing. */
  nullable: <T extends TypeSpec>(type: T) => typed<Infer<T> | null>({ ...(type as TypeSpec), nullable: true }),
};
