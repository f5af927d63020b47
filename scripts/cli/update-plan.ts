import { createHash } from "node:crypto";
import type { UpdateWidget } from "../client/update.ts";
import { decide, type Decision } from "../registry/decide.ts";
import type { Owned } from "./owned.ts";

/** A definition cell, and what an update does with it. */
export interface Step {
  readonly owned: Owned;
  readonly decision: Decision;
}

/** Decides for each cell. A merge that turned out not to work, by the id of its cell, leaves its cell alone. */
export function planUpdate(
  owned: readonly Owned[],
  { overwrite, broken }: { readonly overwrite: boolean; readonly broken: ReadonlyMap<string, string> },
): readonly Step[] {
  return owned.map((each) => {
    const reason = broken.get(each.widget.cell);
    return { owned: each, decision: reason === undefined ? decide(each, overwrite) : { kind: "left", reason } };
  });
}

/** What the kernel is asked to write. */
export function writes(steps: readonly Step[]): readonly UpdateWidget[] {
  return steps.flatMap(({ owned: { widget, yours, upstream }, decision }) =>
    "code" in decision
      ? [
          {
            cell: widget.cell,
            expect: createHash("sha256").update(yours).digest("hex"),
            code: decision.code,
            item: upstream,
          },
        ]
      : [],
  );
}

/** A step as a report has it; `applied` where the cell was written. */
export function stepJson({ owned: { marker, upstream, widget, state }, decision }: Step): object {
  return {
    name: marker.name,
    cell: widget.cell,
    state,
    from: marker.version,
    to: "code" in decision ? upstream?.version : marker.version,
    latest: upstream?.version ?? null,
    outcome: decision.kind,
    ...("reason" in decision ? { reason: decision.reason } : {}),
    ...("conflicts" in decision ? { conflicts: decision.conflicts } : {}),
    ...("lost" in decision && decision.lost.length > 0 ? { given_up: decision.lost } : {}),
  };
}
