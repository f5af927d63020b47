import type { DType, TypeSpec } from "./types.ts";

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
