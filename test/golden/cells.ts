import { createHash } from "node:crypto";
import { join } from "node:path";
import { discoverWidgets } from "../../scripts/build/build.ts";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";

/** Where the golden cells stand. */
export const GOLDEN_FOLDER: string = join(repositoryRoot(), "test", "golden");

/** The widgets that have a golden cell: all of them, and a tiny one that can be read whole. */
export function goldenFolders(): string[] {
  return [...discoverWidgets(), "test/scripts/fixtures/tiny"];
}

/**
 * A definition cell as it stands in git: whole but for the front end, which is its length and hash, unless it is short
 * enough to read.
 */
export function goldenCell({ cells }: RegistryItem): string {
  const start = cells.definition.lastIndexOf('\n    _esm = """') + '\n    _esm = """'.length;
  const literal = cells.definition.slice(start, -3);
  if (literal.length < 1024) return `${cells.definition}\n`;
  const hash = createHash("sha256").update(literal).digest("hex");
  return `${cells.definition.slice(0, start)}${literal.length} characters, sha256 ${hash}"""\n`;
}
