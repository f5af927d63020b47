/**
 * The trait DSL: pure data and types. A widget names each of its traits once, here; the element's property types,
 * the Python declarations, their validation and the documentation all follow from it.
 *
 * @example
 * export const traits = defineTraits({
 *   value: value(t.tuple(t.float(), t.float()), "Low and high end, in the unit of `data`.", { send: "settle" }),
 *   data: data(t.array("float64"), "The numbers to draw, any length; NaN counts as missing."),
 *   bins: option(t.int({ min: 1, max: 200 }), "Number of bars.", { default: 30 }),
 * });
 */

/** Element types of an `array` trait; the wire carries them as little-endian binary. */
export type DType = "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64";

/** `value`: the person sets it · `data`: the notebook shows it · `option`: how it looks or behaves. */
export type Role = "value" | "data" | "option";

/** `live`: at most one send an animation frame, latest wins · `settle`: on release or commit. */
export type SendPolicy = "live" | "settle";

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

/** One trait: its type, its part in the notebook, and a doc line with shape and unit. */
export interface Trait<T extends TypeSpec = TypeSpec, R extends Role = Role> {
  readonly type: T;
  readonly role: R;
  readonly doc: string;
  /** In JSON form: an array trait's is a list of numbers, a datetime's an ISO 8601 text. */
  readonly default: Json;
  /** Only a `value` trait has one. */
  readonly send?: SendPolicy;
  /** False for a `value` trait that drives no other cell unless somebody wires it. */
  readonly wired?: false;
}

/** The traits of a widget by name: snake_case, the same in both languages. */
export type TraitSchema = Readonly<Record<string, Trait>>;

/** The front end's types for a schema: what `this.<trait>` is in an element. */
export type Values<S extends TraitSchema> = { readonly [K in keyof S]: Infer<S[K]["type"]> };

/** The names of the traits that the person sets. */
export type ValueNames<S extends TraitSchema> = {
  [K in keyof S]: S[K]["role"] extends "value" ? K : never;
}[keyof S] &
  string;

/** A trait that the person sets; it drives downstream cells, unless it is not `wired`: the place in a queue, say. */
export const value = <T extends TypeSpec>(
  type: T,
  doc: string,
  {
    default: initial = naturalDefault(type),
    send = "settle",
    wired = true,
  }: { default?: Json; send?: SendPolicy; wired?: boolean } = {},
): Trait<T, "value"> => ({ type, role: "value", doc, default: initial, send, ...(wired ? {} : { wired }) });

/** A trait that the notebook shows. */
export const data = <T extends TypeSpec>(
  type: T,
  doc: string,
  { default: initial = naturalDefault(type) }: { default?: Json } = {},
): Trait<T, "data"> => ({ type, role: "data", doc, default: initial });

/** A trait that says how the widget looks or behaves. */
export const option = <T extends TypeSpec>(
  type: T,
  doc: string,
  { default: initial = naturalDefault(type) }: { default?: Json } = {},
): Trait<T, "option"> => ({ type, role: "option", doc, default: initial });

/**
 * Checks a schema and gives it back with its types kept.
 * @throws {TypeError} naming the trait, when a name is not snake_case, a doc line is empty, or a default does not fit.
 */
export function defineTraits<const S extends TraitSchema>(schema: S): S {
  for (const [name, trait] of Object.entries(schema)) {
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
      throw new TypeError(`Trait "${name}": expected a snake_case name such as "bar_color".`);
    }
    if (trait.doc.trim() === "") {
      throw new TypeError(`Trait "${name}": expected a doc line that says what it holds, with shape and unit.`);
    }
    const found = problem(trait.type, trait.default);
    if (found !== undefined) throw new TypeError(`Trait "${name}": its default does not fit: ${found}`);
  }
  return schema;
}

/** The default of a type that names none: false, 0 or the nearest limit, "", the first of an enum, empty, or null. */
export function naturalDefault(type: TypeSpec): Json {
  if (type.nullable) return null;
  switch (type.kind) {
    case "bool":
      return false;
    case "int":
    case "float":
      return Math.min(Math.max(0, type.min ?? -Infinity), type.max ?? Infinity);
    case "enum":
      return type.values[0] ?? "";
    case "tuple":
      return type.items.map(naturalDefault);
    case "dict":
      return Object.fromEntries(Object.entries(type.fields ?? {}).map(([key, field]) => [key, naturalDefault(field)]));
    case "list":
    case "array":
      return [];
    case "json":
      return null;
    case "datetime":
      return "1970-01-01T00:00:00Z";
    case "string":
    case "bytes":
    case "table":
      return "";
  }
}

/** What a type allows, as a noun phrase: "a whole number from 1 to 200". */
export function describe(type: TypeSpec): string {
  const base = describeBase(type);
  return type.nullable ? `${base} or null` : base;
}

function describeBase(type: TypeSpec): string {
  switch (type.kind) {
    case "bool":
      return "true or false";
    case "int":
      return `a whole number${describeLimits(type)}`;
    case "float":
      return `a number${describeLimits(type)}`;
    case "string":
      return type.maxLength === undefined ? "a text" : `a text of at most ${type.maxLength} characters`;
    case "enum":
      return `one of ${type.values.map((each) => JSON.stringify(each)).join(", ")}`;
    case "tuple":
      return `a list of exactly ${type.items.length}: ${type.items.map(describe).join(", ")}`;
    case "list":
      return `a list${type.maxLength === undefined ? "" : ` of at most ${type.maxLength}`}, each item ${describe(type.items)}`;
    case "dict":
      if (type.fields) {
        const fields = Object.entries(type.fields).map(([key, field]) => `"${key}": ${describe(field)}`);
        return `an object with ${fields.join(", ")}`;
      }
      return type.values ? `an object whose values are each ${describe(type.values)}` : "an object";
    case "datetime":
      return "an ISO 8601 date and time";
    case "bytes":
      return "bytes in base64";
    case "array":
      return `a list of ${type.dtype} numbers of shape [${type.shape.map((n) => n ?? "n").join(", ")}], row by row`;
    case "table":
      return "an Arrow IPC stream in base64";
    case "json":
      return "any JSON";
  }
}

function describeLimits({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? "" : ` of at most ${max}`;
}

const INTEGER_LIMITS: Partial<Record<DType, readonly [number, number]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
};

/**
 * Why a JSON value does not fit a type, as a sentence that says what was found and what was expected;
 * `undefined` when it fits. In an array, null stands for NaN.
 */
export function problem(type: TypeSpec, json: unknown, path = ""): string | undefined {
  if (json === null && (type.nullable || type.kind === "json")) return undefined;
  const wrong = () => `${path === "" ? "" : `at ${path}: `}found ${show(json)}, expected ${describe(type)}.`;
  switch (type.kind) {
    case "bool":
      return typeof json === "boolean" ? undefined : wrong();
    case "int":
      return Number.isSafeInteger(json) && within(type, json as number) ? undefined : wrong();
    case "float":
      return Number.isFinite(json) && within(type, json as number) ? undefined : wrong();
    case "string":
      return typeof json === "string" && (type.maxLength === undefined || [...json].length <= type.maxLength)
        ? undefined
        : wrong();
    case "enum":
      return typeof json === "string" && type.values.includes(json) ? undefined : wrong();
    case "tuple":
      if (!Array.isArray(json) || json.length !== type.items.length) return wrong();
      return first(type.items, (item, index) => problem(item, json[index], `${path}[${index}]`));
    case "list":
      if (!Array.isArray(json) || json.length > (type.maxLength ?? Infinity)) return wrong();
      return first(json, (item, index) => problem(type.items, item, `${path}[${index}]`));
    case "dict": {
      if (!isRecord(json)) return wrong();
      const { fields, values } = type;
      if (fields) {
        if (Object.keys(json).some((key) => !Object.hasOwn(fields, key))) return wrong();
        return first(Object.entries(fields), ([key, field]) =>
          Object.hasOwn(json, key) ? problem(field, json[key], `${path}.${key}`) : wrong(),
        );
      }
      return values && first(Object.entries(json), ([key, item]) => problem(values, item, `${path}.${key}`));
    }
    case "datetime":
      return typeof json === "string" && !Number.isNaN(Date.parse(json)) ? undefined : wrong();
    case "bytes":
    case "table":
      return typeof json === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(json) ? undefined : wrong();
    case "array":
      return Array.isArray(json) && fitsShape(type.shape, json.length) && json.every((n) => fitsDType(type.dtype, n))
        ? undefined
        : wrong();
    case "json":
      return json === undefined ? wrong() : undefined;
  }
}

function first<T>(items: readonly T[], check: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = check(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function within({ min = -Infinity, max = Infinity }: { min?: number; max?: number }, n: number): boolean {
  return n >= min && n <= max;
}

/** Whether `length` numbers fill `shape`; a leading null takes what the other axes leave. */
export function fitsShape(shape: readonly (number | null)[], length: number): boolean {
  const known = shape.reduce<number>((product, n) => product * (n ?? 1), 1);
  return shape.includes(null) ? known > 0 && length % known === 0 : length === known;
}

function fitsDType(dtype: DType, n: unknown): boolean {
  const limits = INTEGER_LIMITS[dtype];
  if (limits) return Number.isInteger(n) && (n as number) >= limits[0] && (n as number) <= limits[1];
  return n === null || typeof n === "number";
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function show(json: unknown): string {
  const text = JSON.stringify(json) ?? String(json);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
