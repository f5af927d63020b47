import type { Trait, TraitSchema, TypeSpec } from "../../../widgets/kit/traits.ts";
import { LINE_WIDTH } from "./layout.ts";
import { pythonLiteral } from "./literal.ts";

/** The docstring of a widget class, indented by four: what it does, then a paragraph for each trait. */
export function docstring(summary: string, traits: TraitSchema): string {
  const paragraphs = Object.entries(traits).map(([name, trait]) => {
    const [first = "", ...rest] = wrap(`${name} (${describeTrait(trait)}): ${trait.doc}`, LINE_WIDTH - 8, 4);
    return [`        ${first}`, ...rest.map((line) => `            ${line}`)].join("\n");
  });
  const [first = "", ...rest] = wrap(summary, LINE_WIDTH - 4 - 3, 0);
  const head = [first, ...rest.map((line) => `    ${line}`)].join("\n");
  const body = paragraphs.length === 0 ? head : `${head}\n\n    Traits:\n${paragraphs.join("\n")}`;
  return `    ${closed(body)}`;
}

/** Ruff would put a blank before a leading quote, and takes a closing line of its own for granted. */
function closed(body: string): string {
  const literal = pythonLiteral(body);
  const inner = literal.slice(3, -3).replace(/^"/, '\\"');
  return inner.includes("\n") ? `"""${inner}\n    """` : `"""${inner}"""`;
}

function describeTrait({ type, role, send }: Trait): string {
  const part = role === "value" ? `set by the person${send === "live" ? ", as it moves" : ""}` : PARTS[role];
  return `${describeType(type)}; ${part}`;
}

const PARTS = { data: "what it shows", option: "how it looks or behaves" } as const;

/** What Python keeps for a type, in a few words: "float64 array of shape [n]". */
export function describeType(type: TypeSpec): string {
  const base = describeBase(type);
  return type.nullable && type.kind !== "json" ? `${base} or None` : base;
}

function describeBase(type: TypeSpec): string {
  switch (type.kind) {
    case "bool":
    case "bytes":
      return type.kind;
    case "int":
    case "float":
      return type.kind + limits(type);
    case "string":
      return type.maxLength === undefined ? "str" : `str of at most ${type.maxLength} characters`;
    case "enum":
      return `one of ${type.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "tuple":
      return `tuple of ${type.items.map(describeType).join(", ")}`;
    case "list":
      return `list${type.maxLength === undefined ? "" : ` of at most ${type.maxLength}`}, each ${describeType(type.items)}`;
    case "dict":
      if (type.fields) {
        const fields = Object.entries(type.fields).map(
          ([key, field]) => `${JSON.stringify(key)}: ${describeType(field)}`,
        );
        return `dict with ${fields.join(", ")}`;
      }
      return type.values ? `dict of texts to ${describeType(type.values)}` : "dict";
    case "datetime":
      return "datetime with a time zone";
    case "array":
      return `${type.dtype} array of shape [${type.shape.map((size) => size ?? "n").join(", ")}]`;
    case "table":
      return "Arrow table";
    case "json":
      return "anything that JSON can say";
  }
}

function limits({ min, max }: { min?: number; max?: number }): string {
  return (min === undefined ? "" : ` from ${min}`) + (max === undefined ? "" : ` up to ${max}`);
}

/** Breaks at blanks into lines of at most `width` columns; lines after the first have `hang` fewer. */
function wrap(text: string, width: number, hang: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[\s\x85]+/u).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.length > width - (lines.length === 0 ? 0 : hang)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
