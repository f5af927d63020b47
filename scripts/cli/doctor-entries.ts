import { rm } from "node:fs/promises";
import type { Check, Finding } from "../client/findings.ts";
import { staleEntries } from "../client/index.ts";

export const ENTRY_CHECK: Check = { code: "stale-entry", title: "every server entry is of a running server" };

/** Entry files of servers that are gone. */
export async function entryFindings(): Promise<readonly Finding[]> {
  return (await staleEntries()).map(({ file, url, reason }) => ({
    code: ENTRY_CHECK.code,
    severity: "warning",
    cell: null,
    object: file,
    message: `An entry says that a server runs at ${url}, but ${reason}.`,
    cure: `Delete ${file}; inlay passes over it meanwhile.`,
    fixable: true,
    fix: { kind: "delete-file", what: `delete ${file}`, name: file },
    fixed: false,
  }));
}

/** Deletes the entry files that were found; one that a new server has taken since stays. */
export async function mendEntries(agreed: readonly Finding[]): Promise<void> {
  const still = new Set((await staleEntries()).map(({ file }) => file));
  const files = agreed.flatMap(({ fix }) => (fix?.kind === "delete-file" && fix.name !== null ? [fix.name] : []));
  await Promise.all(files.filter((file) => still.has(file)).map((file) => rm(file, { force: true })));
}
