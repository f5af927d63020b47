import type { Json } from "../kit/traits.ts";
import { isNumber, labelOf, type Scale, scaleOf } from "./scale.ts";
import { type Part, parse } from "./template.ts";

/** What stands at a place of a sentence. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly name: string; readonly n: number; readonly scale: Scale }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly label: string;
      readonly word: string;
      readonly words: readonly string[];
    }
  | { readonly kind: "result"; readonly name: string; readonly shown: number | string; readonly scale: Scale };

type Table = Readonly<Record<string, Json>>;

/** The traits that a sentence is made from. */
export interface Source {
  readonly text: string;
  readonly value: Table;
  readonly results: Table;
  readonly numbers: Readonly<Record<string, Table>>;
  /** What a number was at first: its grid and its decimals follow from it. */
  initial(name: string): Json | undefined;
}

const own = <V>(table: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The pieces of a sentence, in order. A place that has nothing to show stays as it is written. */
export function sentence(source: Source): readonly Piece[] {
  return parse(source.text).map((part) => pieceOf(part, source));
}

function pieceOf(part: Part, { value, results, numbers, initial }: Source): Piece {
  if (part.kind === "text") return part;
  const { name } = part;
  const set = own(value, name);
  const record = own(numbers, name) ?? {};
  if (part.kind === "choice") {
    const word = part.words.find((each) => each === set) ?? part.words[0] ?? "";
    return { kind: "choice", name, label: labelOf(name, record), word, words: part.words };
  }
  const first = initial(name);
  if (isNumber(set))
    return { kind: "number", name, n: set, scale: scaleOf(name, record, isNumber(first) ? first : set) };
  const result = own(results, name);
  if (isNumber(result))
    return { kind: "result", name, shown: result, scale: scaleOf(name, record, Number(result.toFixed(2))) };
  if (typeof result === "string") return { kind: "result", name, shown: result, scale: scaleOf(name, record, 0) };
  return { kind: "text", text: part.source };
}

/** A number as a reader sees it, in their locale, with what stands before and after it. */
export function show(scale: Scale, n: number, locale?: string): string {
  return `${scale.prefix}${digits(scale, n, locale)}${scale.suffix}`;
}

/** The number alone. */
export function digits(scale: Scale, n: number, locale?: string): string {
  const options = { minimumFractionDigits: scale.digits, maximumFractionDigits: scale.digits };
  return Math.abs(n) >= 1e15 ? n.toLocaleString(locale, { notation: "scientific" }) : n.toLocaleString(locale, options);
}
