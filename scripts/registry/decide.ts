import type { RegistryItem } from "../build/item.ts";
import { comments } from "./definition.ts";
import { type Conflict, merge, ownLines } from "./merge.ts";
import { isNewer, type Standing } from "./state.ts";
import { compareVersions } from "./version.ts";

/** What an update has to know besides: the code, and the item that it was installed from. */
export interface Facts extends Standing {
  readonly yours: string;
  readonly base: RegistryItem | undefined;
}

/** What an update does with a definition cell. */
export type Decision =
  | { readonly kind: "current" }
  /** Theirs as it is; `lost` are lines of the person's own that go with it. */
  | { readonly kind: "take"; readonly code: string; readonly lost: readonly string[] }
  | { readonly kind: "merge"; readonly code: string }
  | { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "left"; readonly reason: string };

/** Decides for one cell. With `overwrite`, what was changed here gives way. */
export function decide(facts: Facts, overwrite = false): Decision {
  const { marker, upstream, yours, base } = facts;
  if (!upstream) return { kind: "left", reason: `no item "${marker.name}" is known here` };
  const own = hasOwn(facts);
  const newer = isNewer(upstream, marker);
  if (!newer && !(own && overwrite)) {
    if (compareVersions(marker.version, upstream.version) <= 0) return { kind: "current" };
    return { kind: "left", reason: `it is newer than the ${upstream.version} that is known here` };
  }
  const theirs = upstream.cells.definition;
  if (!own || overwrite) {
    const lost = own ? ownLines({ yours, base: base?.cells.definition ?? "", theirs }) : [];
    return { kind: "take", code: theirs, lost };
  }
  if (!base) {
    return {
      kind: "left",
      reason: `it was edited here, and what it was installed with (${marker.version} ${marker.fingerprint}) is not known`,
    };
  }
  const merged = merge({ yours, base: base.cells.definition, theirs });
  return "code" in merged ? { kind: "merge", code: merged.code } : { kind: "conflict", ...merged };
}

/** Comments do not count in a fingerprint, and are a person's own all the same. */
function hasOwn({ edited, yours, base, upstream }: Facts): boolean {
  if (edited) return true;
  const known = new Set([base, upstream].flatMap((item) => (item ? comments(item.cells.definition) : [])));
  return comments(yours).some((each) => !known.has(each));
}
