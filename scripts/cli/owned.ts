import { dirname } from "node:path";
import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import type { Ask } from "../client/install.ts";
import type { InventoryReport, InventoryWidget } from "../client/protocol.ts";
import type { Facts } from "../registry/decide.ts";
import { didYouMean } from "../registry/nearest.ts";
import { findBase } from "../registry/releases.ts";
import { stateOf, type State } from "../registry/state.ts";
import { fingerprintOf } from "../client/inspection.ts";
import type { Loaded } from "../registry/load.ts";
import { findOrigin, type FindOptions, type Found } from "../registry/upstream.ts";
import type { Output } from "./output.ts";

/** A definition cell of the notebook, with all that is known of where it came from. */
export interface Owned extends Facts {
  readonly widget: InventoryWidget;
  readonly state: State;
  /** Where `upstream` was loaded from, where it is none of the kit. */
  readonly source?: Loaded;
  /** Why the upstream that the lock file names could not be loaded. */
  readonly problem?: string;
}

/** What a state is called. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  unchanged: "unchanged",
  edited: "edited here",
  newer: "newer upstream",
  both: "edited here, newer upstream",
  unknown: "unknown",
};

/** What to look at besides the notebook. */
export interface LookOptions {
  /** The code of the definition cells too. */
  readonly code?: boolean;
  /** Widgets or objects to keep; all where there are none. */
  readonly words?: readonly string[];
  /** What the widgets are now, where they came from; told unless false. */
  readonly upstream?: boolean;
  /** Ask registries and addresses what they have now; else what was accepted of theirs stands in. */
  readonly fetch?: boolean;
}

/**
 * The notebook as it is now, and its widgets.
 * @throws {InlayError} as {@link named}
 */
export async function lookAt(
  ask: Ask,
  { code = false, words = [], upstream = true, fetch = false }: LookOptions = {},
): Promise<{ readonly report: InventoryReport; readonly owned: readonly Owned[] }> {
  const report = accepted(await ask<InventoryReport>({ command: "inventory", code }));
  const chosen = named(report.widgets, words);
  const folders = [process.cwd(), ...(report.notebook === null ? [] : [dirname(report.notebook)])];
  const find = { folders, fetch, fingerprint: (source: string) => fingerprintOf(ask, source) };
  const owned: Owned[] = [];
  // One after another: what is built on the way shares the kernel.
  for (const widget of chosen) owned.push(await facts(widget, upstream ? find : undefined));
  return { report, owned };
}

/**
 * Those that the words name, by widget or by object; all where there are no words.
 * @throws {InlayError} with the nearest right name, where the notebook has nothing of a name.
 */
export function named(widgets: readonly InventoryWidget[], words: readonly string[]): readonly InventoryWidget[] {
  const names = (each: InventoryWidget) => [each.name, ...each.objects.map(({ object }) => object)];
  const known = widgets.flatMap(names);
  const missing = words.find((word) => !known.includes(word));
  if (missing !== undefined) {
    throw new InlayError({
      code: "not-in-notebook",
      message: `The notebook has no widget "${missing}".${didYouMean(missing, known)}`,
      found: [...new Set(widgets.map(({ name }) => name))].join(", ") || "no widgets",
      cure: `See what it has: inlay status. To add one: inlay add ${missing}`,
    });
  }
  return words.length === 0 ? widgets : widgets.filter((each) => names(each).some((name) => words.includes(name)));
}

/** Says of which widgets the origin could not be asked, and why. */
export function warnOfProblems(owned: readonly Owned[], out: Output): void {
  for (const { marker, problem } of owned) {
    if (problem !== undefined) out.warn(`upstream: ${marker.name} as it is now is not known. ${problem}`);
  }
}

/** "0.1.0", or "0.1.0 → 0.2.0" where there is a newer one. */
export function versions({ marker, upstream, state }: Owned): string {
  return upstream && (state === "newer" || state === "both")
    ? `${marker.version} → ${upstream.version}`
    : marker.version;
}

async function facts(widget: InventoryWidget, find: FindOptions | undefined): Promise<Owned> {
  const { name, version, fingerprint, code = "" } = widget;
  const marker = { name, version, fingerprint };
  // A marker without its class says nothing about what stands there.
  const isThere = widget.class !== null;
  const found: Found = find && isThere ? await findOrigin(name, find) : {};
  const base = isThere ? await findBase(marker) : undefined;
  const standing = { marker, edited: widget.state === "edited", upstream: found.item };
  const more = {
    ...(found.loaded ? { source: found.loaded } : {}),
    ...(found.problem === undefined ? {} : { problem: found.problem }),
  };
  return { ...standing, widget, state: stateOf(standing), yours: code, base, ...more };
}
