import { askPython } from "./interpreter.ts";
import { ownPath } from "../root.ts";

/** What the first line of an installed definition cell says. */
export interface Marker {
  readonly name: string;
  readonly version: string;
  readonly fingerprint: string;
}

/** The definition cell: the marker, then the class. It does not end in a line feed, as cells do not. */
export function definitionCell(source: string, { name, version, fingerprint }: Marker): string {
  return `# inlay: ${name} ${version} ${fingerprint}\n${source.trimEnd()}`;
}

/**
 * Fingerprints of cell sources, in their order, from one run of Python.
 * @throws {Error} when Python fails, with what it said.
 */
export async function fingerprints(sources: readonly string[], python: string): Promise<string[]> {
  if (sources.length === 0) return [];
  const script = ownPath("python", "inlay", "fingerprint.py");
  const answer = await askPython(python, script, JSON.stringify(sources));
  if (!Array.isArray(answer) || answer.length !== sources.length) {
    throw new Error(`${script} gave ${JSON.stringify(answer)?.slice(0, 80)}, expected ${sources.length} fingerprints.`);
  }
  return answer as string[];
}
