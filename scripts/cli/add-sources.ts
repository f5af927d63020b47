import type { Ask } from "../client/install.ts";
import { fingerprintOf } from "../client/inspection.ts";
import { load, type Loaded } from "../registry/load.ts";
import { sourceOf } from "../registry/sources.ts";
import { TRAIT_TYPES } from "../build/plain/trait-text.ts";
import type { Flag, Flags } from "./command.ts";
import type { Output } from "./output.ts";

/** The flag that tells traits of a plain front end. */
export const TRAIT_FLAG: Flag = {
  type: "string",
  multiple: true,
  value: "NAME:TYPE=DEFAULT",
  description:
    "A trait of a plain front end (./thing.js), where no thing.traits.ts says it. One that the front end sets is a " +
    `value, any other is data; NAME/option:TYPE says otherwise. Types: ${TRAIT_TYPES}.`,
};

/** Loads what the words of a command line name; `ask` is for the fingerprints of what is built on the way. */
export async function loadAll(
  words: readonly string[],
  flags: Flags,
  ask: () => Promise<Ask>,
  out: Output,
): Promise<readonly Loaded[]> {
  const cwd = process.cwd();
  const sources = words.map((word) => sourceOf(word, cwd));
  const options = {
    cwd,
    traits: flags.texts("trait"),
    fingerprint: async (source: string) => fingerprintOf(await ask(), source),
  };
  const loaded: Loaded[] = [];
  // One after another: they share the kernel.
  for (const source of sources) loaded.push(await load(source, options));
  for (const { warnings } of loaded) for (const warning of warnings) out.warn(warning);
  return loaded;
}
