import type { RegistryItem } from "../build/item.ts";
import type { AddItem } from "../client/protocol.ts";
import { problem } from "../../widgets/kit/traits.ts";
import type { Flags } from "./command.ts";
import { didYouMean } from "../registry/nearest.ts";
import { UsageError } from "./usage-error.ts";

/**
 * What one widget is asked to be, from the flags of `add`.
 * @throws {UsageError} for a trait that the widget does not have, a value that is no JSON, or one that does not fit.
 */
export function addItem(item: RegistryItem, flags: Flags): AddItem {
  const wire = flags.text("wire");
  const set = flags.texts("set").map((text) => argument(item, text));
  const expressions = flags.texts("expr").map((text) => assignment(item, "expr", text));
  const names = [...set, ...expressions].map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`${twice} is given twice: name each trait once in --set or --expr.`);
  return {
    item,
    as: flags.text("as") ?? null,
    arguments: Object.fromEntries(set),
    expressions: Object.fromEntries(expressions),
    wire: wire === undefined ? null : wiredTraits(item, wire),
    reader: flags.boolean("reader"),
  };
}

function argument(item: RegistryItem, text: string): readonly [string, unknown] {
  const [name, json] = assignment(item, "set", text);
  const trait = item.traits.find((each) => each.name === name);
  const value = parseJson(name, json);
  const found = trait && problem(trait.type, value);
  if (found === undefined) return [name, value];
  throw new UsageError(`--set ${name} does not fit ${item.name}: ${found}`);
}

function assignment(item: RegistryItem, flag: string, text: string): readonly [name: string, right: string] {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new UsageError(`--${flag} expects TRAIT=${flag === "set" ? "JSON" : "PYTHON"}, found "${text}".`);
  }
  return [knownTrait(item, text.slice(0, at).trim()), text.slice(at + 1)];
}

function knownTrait(item: RegistryItem, name: string): string {
  const names = item.traits.map((trait) => trait.name);
  if (names.includes(name)) return name;
  throw new UsageError(`${item.name} has no trait "${name}".${didYouMean(name, names)} It has: ${names.join(", ")}.`);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `--set ${name} expects JSON, found ${text}. A text needs its quotes: --set '${name}=${JSON.stringify(text)}'. ` +
        `For Python over the notebook's names: --expr '${name}=…'.`,
    );
  }
}

function wiredTraits(item: RegistryItem, text: string): readonly string[] {
  if (text === "none") return [];
  return text.split(",").map((name) => knownTrait(item, name.trim()));
}
