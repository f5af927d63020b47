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

import { fitsShape, describe, problem } from "./check.ts";
import { teach } from "./codec.ts";
import * as kinds from "./kinds.ts";
import { type Infer, type Json, t, type TypeSpec } from "./types.ts";

export { describe, fitsShape, problem, t };
export type { DType, Infer, Json, Type, TypedArrays, TypeSpec } from "./types.ts";

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** `value`: the person sets it · `data`: the notebook shows it · `option`: how it looks or behaves. */
export type Role = "value" | "data" | "option";

/** `live`: at most one send an animation frame, latest wins · `settle`: on release or commit. */
export type SendPolicy = "live" | "settle";

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
  /** The name that this trait had in an earlier version: an update carries its live values over. */
  readonly was?: string;
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
    was,
  }: { default?: Json; send?: SendPolicy; wired?: boolean; was?: string } = {},
): Trait<T, "value"> => ({
  type,
  role: "value",
  doc,
  default: initial,
  send,
  ...(wired ? {} : { wired }),
  ...renamed(was),
});

/** A trait that the notebook shows. */
export const data = <T extends TypeSpec>(
  type: T,
  doc: string,
  { default: initial = naturalDefault(type), was }: { default?: Json; was?: string } = {},
): Trait<T, "data"> => ({ type, role: "data", doc, default: initial, ...renamed(was) });

/** A trait that says how the widget looks or behaves. */
export const option = <T extends TypeSpec>(
  type: T,
  doc: string,
  { default: initial = naturalDefault(type), was }: { default?: Json; was?: string } = {},
): Trait<T, "option"> => ({ type, role: "option", doc, default: initial, ...renamed(was) });

const renamed = (was: string | undefined): { was?: string } => (was === undefined ? {} : { was });

/**
 * Checks a schema and gives it back with its types kept.
 * @throws {TypeError} naming the trait, when a name is not snake_case, a doc line is empty, a default does not fit, or
 * an earlier name is no such name, is in use, or is given twice.
 */
export function defineTraits<const S extends TraitSchema>(schema: S): S {
  teach(kinds);
  for (const [name, trait] of Object.entries(schema)) {
    if (!SNAKE_CASE.test(name)) {
      throw new TypeError(`Trait "${name}": expected a snake_case name such as "bar_color".`);
    }
    if (trait.doc.trim() === "") {
      throw new TypeError(`Trait "${name}": expected a doc line that says what it holds, with shape and unit.`);
    }
    const found = problem(trait.type, trait.default);
    if (found !== undefined) throw new TypeError(`Trait "${name}": its default does not fit: ${found}`);
    checkEarlierName(name, trait.was, schema);
  }
  return schema;
}

function checkEarlierName(name: string, was: string | undefined, schema: TraitSchema): void {
  if (was === undefined) return;
  if (!SNAKE_CASE.test(was)) {
    throw new TypeError(`Trait "${name}": expected \`was\` to be a snake_case name; found ${JSON.stringify(was)}.`);
  }
  if (Object.hasOwn(schema, was)) throw new TypeError(`Trait "${name}": \`was\` names the trait "${was}" of today.`);
  const other = Object.keys(schema).find((each) => each !== name && schema[each]?.was === was);
  if (other !== undefined) throw new TypeError(`Traits "${name}" and "${other}": both were "${was}".`);
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
