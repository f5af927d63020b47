import { decide, type Decision } from "../registry/decide.ts";
import type { Command } from "./command.ts";
import { hunks, printConflicts, printHunks, type Hunk } from "./diff-text.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { lookAt, STATE_WORDS, versions, warnOfProblems, type Owned } from "./owned.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";

export const diff: Command = {
  name: "diff",
  summary: "what an update would change, and what was edited here",
  positionals: [
    { name: "WIDGET", description: "A widget or an object of the notebook; all unless told.", multiple: true },
  ],
  flags: TARGET_FLAGS,
  examples: [
    ["inlay diff", "every widget that is edited here, or newer upstream"],
    ["inlay diff tangle --json", "one widget, its hunks as JSON"],
  ],
  run: async ({ words, flags, out }) => {
    const { transport } = await findTarget(flags, out);
    const { report, owned } = await lookAt(kernelOf(transport, out), { code: true, words, fetch: true });
    for (const warning of report.warnings) out.warn(warning);
    warnOfProblems(owned, out);
    const differences = owned.map(difference);
    const { ok, marimo, notebook, warnings } = report;
    out.result({ ok, command: "diff", marimo, notebook, warnings, widgets: differences.map(asJson) });
    if (differences.length === 0)
      out.line("The notebook has no widgets of inlay's. To add one: inlay add WIDGET (inlay list)");
    for (const [index, each] of differences.entries()) {
      if (index > 0) out.line();
      print(each, out);
    }
  },
};

interface Difference {
  readonly owned: Owned;
  readonly decision: Decision;
  /** What was edited here since the install. */
  readonly yours: readonly Hunk[] | null;
  /** What is new upstream since the install. */
  readonly theirs: readonly Hunk[] | null;
  /** What an update would change in the cell; null where it would not. */
  readonly update: readonly Hunk[] | null;
  /** What `update --overwrite` would change; null where an update needs no force. */
  readonly overwrite: readonly Hunk[] | null;
}

function difference(owned: Owned): Difference {
  const decision = decide(owned);
  const { base, upstream, yours } = owned;
  const newer = owned.state === "newer" || owned.state === "both";
  const edited =
    owned.state === "edited" || owned.state === "both" || decision.kind === "merge" || decision.kind === "conflict";
  return {
    owned,
    decision,
    yours: edited && base ? hunks(base.cells.definition, yours) : null,
    theirs: edited && newer && base && upstream ? hunks(base.cells.definition, upstream.cells.definition) : null,
    update: "code" in decision ? hunks(yours, decision.code) : null,
    overwrite: newer && upstream && !("code" in decision) ? hunks(yours, upstream.cells.definition) : null,
  };
}

function asJson({ owned, decision, yours, theirs, update, overwrite }: Difference): object {
  const { marker, upstream, state, widget } = owned;
  return {
    name: marker.name,
    version: marker.version,
    latest: upstream?.version ?? null,
    cell: widget.cell,
    state,
    outcome: decision.kind,
    ...("reason" in decision ? { reason: decision.reason } : {}),
    yours,
    theirs,
    update,
    overwrite,
    conflicts: decision.kind === "conflict" ? decision.conflicts : [],
  };
}

function print({ owned, decision, yours, theirs, update, overwrite }: Difference, out: Output): void {
  const { bold, dim, yellow, green } = out.style;
  const { upstream, marker } = owned;
  out.line(
    `${bold(marker.name)}  ${versions(owned)}  ${dim(`${STATE_WORDS[owned.state]}, cell ${owned.widget.cell}`)}`,
  );
  const part = (title: string, all: readonly Hunk[]) => {
    out.line(bold(title));
    printHunks(all, out);
  };
  if (yours) part("Edited here, since it was installed", yours);
  if (theirs) part(`New in ${upstream?.version}, since it was installed`, theirs);
  switch (decision.kind) {
    case "current":
      if (!yours)
        out.line(
          dim(owned.state === "edited" ? "  edited here; what it was installed with is not known" : "  up to date"),
        );
      break;
    case "take":
      part("An update would change", update ?? []);
      break;
    case "merge":
      out.line(green("An update keeps both: they do not touch."));
      break;
    case "conflict":
      out.line(yellow("An update would leave the cell alone: both changed the same place."));
      printConflicts(decision.conflicts, out);
      break;
    case "left":
      out.line(yellow(`An update would leave the cell alone: ${decision.reason}.`));
      if (overwrite) part("With --overwrite it would change", overwrite);
  }
}
