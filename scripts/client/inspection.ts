import { accepted } from "./accepted.ts";
import type { Ask } from "./install.ts";
import type { BaseReport } from "./protocol.ts";

/** What the kernel's program reads in an item, running nothing of it. */
export interface Inspection {
  readonly name: string;
  readonly fingerprint: string;
  /** The modules that its Python imports. */
  readonly imports: readonly string[];
  /** What its Python names that reaches out of a widget. */
  readonly touches: readonly string[];
  /** The front end; null where it is no plain text, so that nobody knows it before it runs. */
  readonly esm: string | null;
  readonly css: string | null;
}

interface InspectReport extends BaseReport {
  readonly items: readonly Inspection[];
  readonly fingerprints: readonly string[];
}

/**
 * Has items read. Rejects with "bad-item" where one is not what it says it is.
 * @param items registry items
 */
export async function inspect(ask: Ask, items: readonly object[]): Promise<readonly Inspection[]> {
  if (items.length === 0) return [];
  return accepted(await ask<InspectReport>({ command: "inspect", items })).items;
}

/** The fingerprint of Python source. */
export async function fingerprintOf(ask: Ask, source: string): Promise<string> {
  const [found = ""] = accepted(await ask<InspectReport>({ command: "inspect", sources: [source] })).fingerprints;
  return found;
}
