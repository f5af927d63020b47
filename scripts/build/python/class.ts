/**
 * Schema → Python class. The class is what a person finds in the cell, so it is plain: a docstring, one line a trait,
 * the widget's own methods, the front end last.
 *
 * Trait types stand in the folder traits, which ruff and mypy check as it is; a cell carries those that it uses. They
 * keep values in one form, refuse others with a TraitError that names the trait, what is allowed and what was found,
 * and turn values into what the wire carries and back.
 *
 * A widget may have a methods.py, which ruff and mypy (strict) accept alone:
 *
 *     """What this is about; left out of the cell."""
 *
 *     import json as _json
 *
 *     import anywidget as _anywidget
 *
 *
 *     class Methods(_anywidget.AnyWidget):
 *         def text(self) -> str:
 *             """The value as JSON."""
 *             return _json.dumps(self.value)
 *
 * The base class is there for the checkers: `AnyWidget` has an untyped ancestor, so `self.value` is `Any`, and no trait
 * is named a second time. The docstrings of the module and of `Methods` are left out. Imports at the top have private
 * names, since the cells of a notebook share one namespace; a package that not every notebook has is imported where it
 * is used. `_anywidget` and `_traitlets` are always there: `@_traitlets.observe("value")` works.
 */
import type { TraitSchema, TypeSpec } from "../../../widgets/kit/traits.ts";
import { docstring } from "./docstring.ts";
import { type Expression, call, dict, list, number, tagged, text, tuple } from "./layout.ts";
import { pythonLiteral } from "./literal.ts";
import type { Methods } from "./methods.ts";
import { preamble } from "./trait-types.ts";

/** What a class is made of. */
export interface ClassParts {
  readonly className: string;
  readonly summary: string;
  readonly traits: TraitSchema;
  readonly methods?: Methods;
  readonly esm: string;
  /** A style sheet that the host puts beside the front end. */
  readonly css?: string;
}

/** The source of a definition cell without its marker. */
export function pythonSource({ className, summary, traits, methods, esm, css }: ClassParts): string {
  const declarations = Object.entries(traits).map(([name, { type, default: initial }]) =>
    tagged(name, traitExpression(type, initial)),
  );
  const written = Object.entries(traits).filter(([, { role }]) => role === "value");
  declarations.push(
    tagged(
      "_front",
      call(
        "_Front",
        written.map(([name]) => text(name)),
      ),
    ),
  );
  const body = [
    docstring(summary, traits),
    declarations.join("\n"),
    ...(methods ? [methods.body] : []),
    ...(css === undefined ? [] : [`    _css = ${pythonLiteral(css)}`]),
    `    _esm = ${pythonLiteral(esm)}`,
  ].join("\n\n");
  const imports = [...ALWAYS, ...(methods?.imports ?? [])];
  const { imports: needed, classes } = preamble(declarations.join("\n"), imports);
  const head = importBlock(needed);
  return `${[head, ...classes, `class ${className}(_anywidget.AnyWidget):\n${body}`].join("\n\n\n")}\n`;
}

const ALWAYS = ["import anywidget as _anywidget", "import traitlets as _traitlets"];

/** Imports in two groups, as isort has them: the standard library, then the rest. */
function importBlock(imports: readonly string[]): string {
  const groups = [true, false].map((standard) =>
    imports.filter((line) => isStandard(line) === standard).toSorted(byModule),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.join("\n"))
    .join("\n\n");
}

function isStandard(line: string): boolean {
  return STANDARD.has(/^(?:import|from) (\w+)/.exec(line)?.[1] ?? "");
}

function byModule(one: string, other: string): number {
  const key = (line: string) =>
    `${line.startsWith("from") ? 1 : 0}${line.replace(/^(?:import|from) /, "").toLowerCase()}`;
  return key(one) < key(other) ? -1 : 1;
}

/** Modules of the standard library that a widget's methods may want; others are sorted as packages. */
const STANDARD = new Set(
  `abc array ast base64 bisect collections contextlib copy csv dataclasses datetime decimal enum fractions functools
  hashlib heapq html importlib inspect io itertools json logging math numbers operator os pathlib pprint random re
  reprlib statistics string struct sys textwrap threading time types typing unicodedata uuid warnings weakref
  zlib zoneinfo`.split(/\s+/),
);

function traitExpression(type: TypeSpec, initial: unknown): Expression {
  if (initial === null) return typeExpression(type, []);
  return typeExpression(type, [initialExpression(type, initial)]);
}

/** The constructor of a type; `initial` has the default, where it is a trait's own and not None. */
function typeExpression(type: TypeSpec, initial: readonly Expression[]): Expression {
  const none = type.nullable === true ? { nullable: "True" } : {};
  const explicit = initial.length === 0 && type.nullable === true;
  switch (type.kind) {
    case "bool":
      return call("_Bool", initial, none);
    case "int":
    case "float": {
      const float = type.kind === "float";
      const low = type.min === undefined ? {} : { at_least: number(type.min, float) };
      const high = type.max === undefined ? {} : { at_most: number(type.max, float) };
      return call(float ? "_Float" : "_Int", initial, { ...low, ...high, ...none });
    }
    case "string":
      return call("_Text", explicit ? ["None"] : initial, { ...atMost(type.maxLength), ...none });
    case "enum":
      return call("_Enum", [tuple(type.values.map(text)), ...initial], none);
    case "tuple":
      return call("_Tuple", [tuple(type.items.map((item) => typeExpression(item, []))), ...initial], none);
    case "list":
      return call("_List", [typeExpression(type.items, []), ...initial], { ...atMost(type.maxLength), ...none });
    case "dict":
      if (type.fields) {
        const fields = Object.entries(type.fields).map(([key, field]) => [key, typeExpression(field, [])] as const);
        return call("_Record", [dict(fields), ...initial], none);
      }
      return call("_Dict", [type.values ? typeExpression(type.values, []) : "_Json()", ...initial], none);
    case "datetime":
      return call("_Instant", initial, none);
    case "bytes":
      return call("_Bytes", initial, none);
    case "table":
      return call("_Table", initial, none);
    case "json":
      return call("_Json", initial);
    case "array": {
      const shape = type.shape.length === 1 && type.shape[0] === null ? [] : [axes(type.shape)];
      const rest = isEmpty(initial) ? (explicit ? { initial: "None" } : {}) : { initial: initial[0] ?? "None" };
      return call("_Array", [text(type.dtype), ...shape], { ...rest, ...none });
    }
  }
}

function axes(shape: readonly (number | null)[]): Expression {
  return tuple(shape.map((size) => (size === null ? "None" : String(size))));
}

function isEmpty([initial]: readonly Expression[]): boolean {
  return initial === undefined || (typeof initial !== "string" && initial.parts.length === 0);
}

function atMost(maxLength: number | undefined): { at_most?: string } {
  return maxLength === undefined ? {} : { at_most: String(maxLength) };
}

/** A default in the form that its type keeps; a datetime stays ISO 8601 text, which the type reads. */
function initialExpression(type: TypeSpec, json: unknown): Expression {
  if (json === null) return "None";
  switch (type.kind) {
    case "float":
      return number(json as number, true);
    case "tuple":
      return tuple(type.items.map((item, index) => initialExpression(item, (json as unknown[])[index])));
    case "list":
      return list((json as unknown[]).map((item) => initialExpression(type.items, item)));
    case "dict": {
      const entries = Object.entries(json as Record<string, unknown>);
      const typeOf = (key: string): TypeSpec => type.fields?.[key] ?? type.values ?? { kind: "json" };
      return dict(entries.map(([key, value]) => [key, initialExpression(typeOf(key), value)] as const));
    }
    case "array": {
      const float = type.dtype.startsWith("float");
      return list((json as (number | null)[]).map((n) => (n === null ? "None" : number(n, float))));
    }
    case "bytes":
    case "table":
      return bytes(json as string);
    default:
      return jsonExpression(json);
  }
}

function jsonExpression(json: unknown): Expression {
  if (json === null) return "None";
  if (typeof json === "boolean") return json ? "True" : "False";
  if (typeof json === "number") return number(json, false);
  if (typeof json === "string") return text(json);
  if (Array.isArray(json)) return list(json.map(jsonExpression));
  return dict(Object.entries(json as object).map(([key, value]) => [key, jsonExpression(value)] as const));
}

function bytes(base64: string): string {
  const each = [...Buffer.from(base64, "base64")].map((byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return `b"${each.join("")}"`;
}
