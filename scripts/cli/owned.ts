import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import type { Ask } from "../client/install.ts";
import type { InventoryReport, InventoryWidget } from "../client/protocol.ts";
import type { Facts } from "../registry/decide.ts";
import { didYouMean } from "../registry/nearest.ts";
import { findBase } from "../registry/releases.ts";
import { stateOf, type State } from "../registry/state.ts";
import { findUpstream } from "../registry/upstream.ts";

/** A definition cell of the notebook, with all that is known of where it came from. */
export interface Owned extends Facts {
  readonly widget: InventoryWidget;
  readonly state: State;
}

/** What a state is called. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  unchanged: "unchanged",
  edited: "edited here",
  newer: "newer upstream",
  both: "edited here, newer upstream",
  unknown: "unknown",
};

/** The notebook as it is now, and its widgets; the code of their cells is there with `code`. */
export async function lookAt(
  ask: Ask,
  { code = false } = {},
): Promise<{ readonly report: InventoryReport; readonly owned: readonly Owned[] }> {
  const report = accepted(await ask<InventoryReport>({ command: "inventory", code }));
  return { report, owned: await Promise.all(report.widgets.map(facts)) };
}

/**
 * Those that the words name, by widget or by object; all where there are no words.
 * @throws {InlayError} with the nearest right name, where the notebook has nothing of a name.
 */
export function named(owned: readonly Owned[], words: readonly string[]): readonly Owned[] {
  const names = (each: Owned) => [each.marker.name, ...each.widget.objects.map(({ object }) => object)];
  const known = owned.flatMap(names);
  const missing = words.find((word) => !known.includes(word));
  if (missing !== undefined) {
    throw new InlayError({
      code: "not-in-notebook",
      message: `The notebook has no widget "${missing}".${didYouMean(missing, known)}`,
      found: [...new Set(owned.map(({ marker }) => marker.name))].join(", ") || "no widgets",
      cure: `See what it has: inlay status. To add one: inlay add ${missing}`,
    });
  }
  return words.length === 0 ? owned : owned.filter((each) => names(each).some((name) => words.includes(name)));
}

/** "0.1.0", or "0.1.0 → 0.2.0" where there is a newer one. */
export function versions({ marker, upstream, state }: Owned): string {
  return upstream && (state === "newer" || state === "both")
    ? `${marker.version} → ${upstream.version}`
    : marker.version;
}

async function facts(widget: InventoryWidget): Promise<Owned> {
  const { name, version, fingerprint, code = "" } = widget;
  const marker = { name, version, fingerprint };
  // A marker without its class says nothing about what stands there.
  const [upstream, base] = widget.class === null ? [] : await Promise.all([findUpstream(name), findBase(marker)]);
  const standing = { marker, edited: widget.state === "edited", upstream };
  return { ...standing, widget, state: stateOf(standing), yours: code, base };
}
