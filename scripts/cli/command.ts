import { parseArgs } from "node:util";
import type { Output } from "./output.ts";
import { didYouMean } from "../registry/nearest.ts";
import { UsageError } from "./usage-error.ts";

/** One flag of a command. */
export interface Flag {
  readonly type: "boolean" | "string";
  readonly short?: string;
  readonly multiple?: true;
  /** What a value stands for in the help: `--port <N>`. */
  readonly value?: string;
  readonly description: string;
}

export interface Positional {
  readonly name: string;
  readonly description: string;
  readonly required?: true;
  readonly multiple?: true;
}

/** Flag values by name: a boolean, a text, or a list of texts for a flag that may stand several times. */
export interface Flags {
  boolean(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly positionals?: readonly Positional[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Command lines that work as they stand, each with what it does. */
  readonly examples: readonly (readonly [line: string, explanation: string])[];
  run(call: { readonly words: readonly string[]; readonly flags: Flags; readonly out: Output }): Promise<void>;
}

/** Flags that every command takes. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: { type: "boolean", description: "Print JSON for programs; errors too." },
  help: { type: "boolean", short: "h", description: "Show this help." },
};

/**
 * Splits a command line into words and flags.
 * @throws {UsageError} for an unknown flag (naming the nearest), a flag without its value, or words too few or too many.
 */
export function parse(command: Command, args: readonly string[]): { words: readonly string[]; flags: Flags } {
  const known = { ...command.flags, ...COMMON_FLAGS };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short ? { short } : {}) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: args.map((each) => (NEGATIVE.test(each) ? WORD + each : each)),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "option") checkFlag(command, known, token);
  }
  checkWords(command, positionals.map(unmarked));
  return {
    words: positionals.map(unmarked),
    flags: {
      boolean: (name) => values[name] === true,
      text: (name) => (values[name] === undefined ? undefined : unmarked(values[name] as string)),
      texts: (name) => ([values[name] ?? []].flat() as string[]).map(unmarked),
    },
  };
}

/** A negative number is a word and no flag: no flag begins with a digit, and no argument holds the mark. */
const NEGATIVE = /^-\.?\d/;
const WORD = "\0";

function unmarked(word: string): string {
  return word.startsWith(WORD) ? word.slice(WORD.length) : word;
}

/** The flag as it is parsed: `--set min=0` or `--set=min=0`. */
interface FlagToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkFlag(command: Command, known: Readonly<Record<string, Flag>>, token: FlagToken): void {
  const flag = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
  if (!flag) {
    const hint = didYouMean(token.name, Object.keys(known), (name) => `--${name}`);
    throw new UsageError(`inlay ${command.name} has no flag ${token.rawName}.${hint}`);
  }
  if (flag.type === "boolean" && token.value !== undefined) {
    throw new UsageError(`${token.rawName} takes no value, found "${token.value}".`);
  }
  if (flag.type === "string" && (!token.value || (!token.inlineValue && /^--[a-z]/.test(token.value)))) {
    throw new UsageError(`${token.rawName} expects a value: ${token.rawName} <${flag.value ?? "value"}>.`);
  }
}

function checkWords(command: Command, words: readonly string[]): void {
  const { positionals = [] } = command;
  const missing = positionals.find((each, index) => each.required && words[index] === undefined);
  if (missing) {
    throw new UsageError(`inlay ${command.name} expects ${missing.name}: ${missing.description}`);
  }
  if (words.length > positionals.length && !positionals.at(-1)?.multiple) {
    const extra = words[positionals.length];
    throw new UsageError(`inlay ${command.name} does not know what to do with "${extra}".`);
  }
}
