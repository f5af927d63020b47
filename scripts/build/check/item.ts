/**
 * The pure half of checking an item that somebody else may have made: its text, its form, and what it says of itself.
 * Nothing in it runs. `check-definition.ts` has the other half, which asks Python about the cell and esbuild about the
 * front end.
 */
import { problem as misfit } from "../../../widgets/kit/check.ts";
import { nameProblems, requirementProblems } from "./names.ts";
import { type RegistryItem, registryItemSchema } from "../item.ts";
import { traitNameProblem } from "../names.ts";

/** Why an item cannot be trusted to be what it says. */
export interface ItemProblem {
  readonly code: ItemProblemCode;
  /** Where in the item: `traits[2].name`; empty for the whole. */
  readonly path: string;
  /** What was found and what was expected, in one sentence. Text of the item in it is data: print it as such. */
  readonly message: string;
}

export type ItemProblemCode =
  | "too-large"
  | "too-deep"
  | "not-json"
  | "schema"
  | "trait"
  | "requirement"
  | "secret"
  | "marker"
  | "size"
  | "fingerprint"
  | "python"
  | "class"
  | "import"
  | "front-end";

/** The largest item that is read, in bytes of UTF-8: many times what a widget of the kit has. */
export const ITEM_BYTES: number = 8 * 1024 * 1024;

/** How deep an item may be nested: a few times what a type of a trait can need. */
export const ITEM_DEPTH = 40;

/** An item's text as JSON, or why it is none; `json` is undefined in the second case. A hostile text costs little. */
export function parseItem(text: string): { readonly json: unknown; readonly problems: readonly ItemProblem[] } {
  const bytes = Buffer.byteLength(text);
  if (bytes > ITEM_BYTES) {
    return refused("too-large", `found ${bytes} bytes, expected at most ${ITEM_BYTES}.`);
  }
  try {
    return { json: JSON.parse(text) as unknown, problems: [] };
  } catch (error) {
    return refused("not-json", `found no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/**
 * What is wrong with an item, as far as that shows without running Python: its depth, the schema, names of traits and
 * their defaults, traits that look like secrets, the marker, the size. Empty for a {@link RegistryItem}.
 */
export function checkItem(json: unknown): readonly ItemProblem[] {
  if (isDeeper(json, ITEM_DEPTH)) return refused("too-deep", `it is nested more than ${ITEM_DEPTH} deep.`).problems;
  const parsed = registryItemSchema.safeParse(json);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => problem("schema", pathText(path), message));
  }
  const item = parsed.data;
  return [
    ...nameProblems(item),
    ...traitProblems(item),
    ...exampleProblems(item),
    ...requirementProblems(item),
    ...markerProblems(item),
    ...sizeProblems(item),
  ];
}

function traitProblems({ traits }: RegistryItem): ItemProblem[] {
  const seen = new Set<string>();
  return traits.flatMap(({ name, type, role, default: initial, send }, index) => {
    const path = `traits[${index}]`;
    const wrong = (code: ItemProblemCode, message: string) => problem(code, path, message);
    const reserved = traitNameProblem(name);
    const misfits = misfit(type, initial);
    const found = [
      ...(reserved ? [wrong("trait", reserved)] : []),
      ...(seen.has(name) ? [wrong("trait", `there is another trait "${name}".`)] : []),
      ...(misfits ? [wrong("trait", `the default of "${name}" does not fit its type: ${misfits}`)] : []),
      ...(send !== undefined && role !== "value" ? [wrong("trait", `"${name}" is no value, and yet has "send".`)] : []),
      ...(isSecret(name)
        ? [
            wrong(
              "secret",
              `"${name}" looks like a secret: every trait is in the page and in each export. Rename it, or keep it in Python.`,
            ),
          ]
        : []),
    ];
    seen.add(name);
    return found;
  });
}

/** Words of names that stand for something to be kept from others. `max_tokens` counts words and is none. */
export function isSecret(name: string): boolean {
  return /(?:^|_)(?:token|password|passwd|passphrase|pwd|secret|secrets|credential|credentials|bearer|apikey|api_?keys?|private_?key|access_?key|secret_?key)(?:_|$)/.test(
    name,
  );
}

function exampleProblems({ traits, example }: RegistryItem): ItemProblem[] {
  const names = new Set(traits.map(({ name }) => name));
  return Object.keys(example.arguments)
    .filter((name) => !names.has(name))
    .map((name) => problem("trait", "example.arguments", `it sets ${JSON.stringify(name)}, which is no trait.`));
}

function markerProblems({ name, version, fingerprint, cells }: RegistryItem): ItemProblem[] {
  const [found = ""] = cells.definition.split("\n", 1);
  const expected = `# inlay: ${name} ${version} ${fingerprint}`;
  if (found === expected) return [];
  return [problem("marker", "cells.definition", `its first line is ${quoted(found)}, expected ${quoted(expected)}.`)];
}

function sizeProblems({ sizes, cells }: RegistryItem): ItemProblem[] {
  const raw = Buffer.byteLength(cells.definition);
  if (raw === sizes.definition.raw) return [];
  return [problem("size", "sizes.definition.raw", `found ${sizes.definition.raw}, the definition has ${raw} bytes.`)];
}

/** @example pathText(["traits", 2, "name"]) // "traits[2].name" */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** Goes with a stack of its own: a hostile item is nested deeper than a program may recurse. */
function isDeeper(json: unknown, limit: number): boolean {
  const stack: (readonly [value: unknown, depth: number])[] = [[json, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth] = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth === limit) return true;
    for (const inner of Object.values(value)) stack.push([inner, depth + 1]);
  }
  return false;
}

/** Text of an item in a message: on one line, and short. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

export function problem(code: ItemProblemCode, path: string, message: string): ItemProblem {
  return { code, path, message };
}

function refused(code: ItemProblemCode, message: string): { json: undefined; problems: ItemProblem[] } {
  return { json: undefined, problems: [problem(code, "", message)] };
}
