import type { InventoryReport } from "../client/protocol.ts";
import type { Updated, UpdateReport } from "../client/update.ts";
import { printConflicts } from "./diff-text.ts";
import { plain, type Output } from "./output.ts";
import type { Step } from "./update-plan.ts";

/** What an update has to say. */
export interface Said {
  readonly steps: readonly Step[];
  /** Undefined where there was nothing to write. */
  readonly updated: Updated | undefined;
  /** The notebook as it was before. */
  readonly report: InventoryReport;
  readonly dryRun: boolean;
}

/** Prints what an update did, or would do, for people. */
export function printSteps({ steps, updated, report, dryRun }: Said, out: Output): void {
  if (steps.length === 0) out.line("The notebook has no widgets of inlay's. To add one: inlay add WIDGET (inlay list)");
  if (dryRun && updated) out.line(out.style.bold("Nothing was changed. It would be:"));
  const done = updated !== undefined && !dryRun;
  for (const step of steps) {
    printStep(step, { updated: updated?.updated, done }, out);
    if (updated && "code" in step.decision) printObjects(step, updated, report, out);
  }
}

/** Prints what could be updated, and how. */
export function printUpdatable(steps: readonly Step[], out: Output): void {
  for (const step of steps) printStep(step, { updated: undefined, done: false }, out);
  const todo = steps.filter(({ decision }) => "code" in decision || decision.kind === "conflict");
  if (todo.length === 0)
    return out.line(steps.length === 0 ? "The notebook has no widgets of inlay's." : "Nothing to update.");
  out.line();
  const name = todo[0]?.owned.marker.name ?? "";
  out.line(
    `${out.style.cyan("inlay update --all")}  updates them; ${out.style.cyan(`inlay update ${name}`)}  updates one`,
  );
  out.line(`${out.style.cyan("inlay diff")}  shows what would change`);
}

interface Done {
  readonly updated: UpdateReport | undefined;
  readonly done: boolean;
}

function printStep({ owned, decision }: Step, { updated, done }: Done, out: Output): void {
  const { bold, dim, green, yellow } = out.style;
  const { marker, upstream } = owned;
  const title = bold(marker.name);
  const mark = done ? green("✓") : "•";
  const change = `${marker.version} → ${upstream?.version}`;
  switch (decision.kind) {
    case "current":
      return out.line(`  ${title}  ${marker.version}  ${dim(owned.edited ? "up to date, edited here" : "up to date")}`);
    case "left":
      return out.line(`${yellow("!")} ${title}  ${marker.version}  ${yellow(`left alone: ${plain(decision.reason)}`)}`);
    case "conflict":
      out.line(`${yellow("!")} ${title}  ${change}  ${yellow("left alone: what is new touches what was edited here")}`);
      return printConflicts(decision.conflicts, out);
    case "merge":
    case "take": {
      const edits = decision.kind === "merge" ? [done ? "your edits kept" : "your edits stay"] : [];
      const notes = [...edits, ...how(owned.widget.cell, updated)].join(", ");
      out.line(`${mark} ${title}  ${change}  ${dim(notes)}`.trimEnd());
      if (decision.kind === "merge") return;
      if (decision.lost.length > 0) out.line(yellow("  lines of yours that are given up:"));
      for (const line of decision.lost) out.line(`    ${out.style.red(plain(line))}`);
    }
  }
}

/** In which way a cell is brought to its new code. */
function how(cell: string, updated: UpdateReport | undefined): readonly string[] {
  const ops = updated?.ops.filter((op) => op.cell === cell).map(({ op }) => op) ?? [];
  if (ops.includes("swap")) return ["front end swapped in the open page, no cell run"];
  if (ops.includes("edit") && !ops.includes("run")) return ["code changed, no cell run"];
  return ops.length > 0 ? ["run again"] : [];
}

function printObjects({ owned }: Step, { updated, verified }: Updated, report: InventoryReport, out: Output): void {
  const { bold, yellow, dim } = out.style;
  const reader = (id: string) => `${id}: ${plain(report.cells.find((cell) => cell.id === id)?.code_first_line ?? "")}`;
  for (const each of updated.objects.filter(({ definition_cell: cell }) => cell === owned.widget.cell)) {
    const front = verified?.fronts[each.object] ?? "";
    const kept = each.carried.length > 0 ? `kept ${each.carried.join(", ")}` : "";
    out.line(
      `    ${bold(each.object)}  ${dim([kept, front === "mounted" ? "shown in the open page" : ""].filter(Boolean).join(" · "))}`,
    );
    if (front.startsWith("error")) out.line(`      ${yellow(plain(front))}`);
    for (const { trait, reason } of each.lost) out.line(`      ${yellow(`${trait} was not kept: ${plain(reason)}`)}`);
  }
  for (const { trait, renamed_to: name, readers } of updated.dropped.filter(
    ({ widget }) => widget === owned.marker.name,
  )) {
    out.line(`    ${yellow(name ? `trait ${trait} is ${name} now` : `trait ${trait} is gone`)}`);
    for (const id of readers) out.line(`      read by ${reader(id)}`);
  }
}
