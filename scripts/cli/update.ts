import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import { update as updateCells, type Updated, type UpdateRequest } from "../client/update.ts";
import type { InventoryReport } from "../client/protocol.ts";
import type { Loaded } from "../registry/load.ts";
import { integrityOf } from "../registry/lock.ts";
import { record } from "../registry/record.ts";
import type { Command, Flags } from "./command.ts";
import { confirmPackages, missingPackages } from "./confirm.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { lookAt, warnOfProblems, type Owned } from "./owned.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { planUpdate, stepJson, writes, type Step } from "./update-plan.ts";
import { printSteps, printUpdatable } from "./update-report.ts";
import { trust } from "./trust.ts";
import { UsageError } from "./usage-error.ts";

export const update: Command = {
  name: "update",
  summary: "bring widgets to the newest version, with their edits and values",
  positionals: [{ name: "WIDGET", description: "A widget or an object of the notebook.", multiple: true }],
  flags: {
    all: { type: "boolean", description: "Every widget of the notebook." },
    overwrite: { type: "boolean", description: "Give up what was edited here, where it was." },
    "dry-run": { type: "boolean", description: "Show the plan and change nothing; inlay diff shows the code." },
    yes: {
      type: "boolean",
      short: "y",
      description: "Trust what is new from elsewhere, and install missing packages.",
    },
    quiet: { type: "boolean", description: "No toast for the person at the notebook." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay update", "what could be updated"],
    ["inlay update --all", "every widget; edits are merged, live values are kept"],
    ["inlay update tangle --overwrite", "one widget as it is upstream, without the edits"],
  ],
  run: async ({ words, flags, out }) => {
    if (flags.boolean("all") && words.length > 0) throw new UsageError("Name widgets or give --all, not both.");
    const { transport, target, warnings } = await findTarget(flags, out);
    const ask = kernelOf(transport, out);
    const options = { pageConnected: target.pageConnected, save: transport.save };
    const look = async () => {
      const found = await lookAt(ask, { code: true, words, fetch: true });
      warnOfProblems(found.owned, out);
      return found;
    };
    if (words.length === 0 && !flags.boolean("all")) return listUpdatable(await look(), warnings, out);

    const change = (request: UpdateRequest) => updateCells(ask, request, options);
    const agree = (loaded: readonly Loaded[], yes: boolean) =>
      trust(loaded, async () => ask, { cwd: process.cwd(), yes, dryRun: flags.boolean("dry-run") }, out);
    const { report, steps, updated } = await settle({ look, change, agree }, flags, out);
    if (updated && !flags.boolean("dry-run")) await record(sourcesOf(steps), process.cwd(), process.env);
    for (const warning of updated?.updated.warnings ?? report.warnings) out.warn(warning);
    const { undo: _, save: __, ...rest } = updated?.updated ?? { ...EMPTY, ...base(report) };
    const widgets = steps.map(stepJson);
    const stuck = updated ? undefined : stuckError(steps, widgets, words.length > 0);
    if (!stuck) {
      const all = [...warnings, ...rest.warnings];
      out.result({ ...rest, command: "update", warnings: all, widgets, verified: updated?.verified ?? null });
    }
    printSteps({ steps, updated, report, dryRun: flags.boolean("dry-run") }, out);
    if (stuck) throw stuck;
  },
};

interface Look {
  readonly report: InventoryReport;
  readonly owned: readonly Owned[];
}

interface Settled {
  readonly report: InventoryReport;
  readonly steps: readonly Step[];
  /** Undefined where there was nothing to write. */
  readonly updated: Updated | undefined;
}

const EMPTY = { ops: [], objects: [], dropped: [], applied: false };

/** What an update does to the world. */
interface Ways {
  look(): Promise<Look>;
  change(request: UpdateRequest): Promise<Updated>;
  /** Asks about what comes from elsewhere and was not accepted before. */
  agree(loaded: readonly Loaded[], yes: boolean): Promise<unknown>;
}

/** Plans and writes; looks again once where the notebook changed meanwhile, and leaves out edits that do not work. */
async function settle({ look, change, agree }: Ways, flags: Flags, out: Output): Promise<Settled> {
  const broken = new Map<string, string>();
  let yes = flags.boolean("yes");
  let looked = await look();
  let agreed = "";
  for (let again = 0; ;) {
    const steps = planUpdate(looked.owned, { overwrite: flags.boolean("overwrite"), broken });
    const widgets = writes(steps);
    if (widgets.length === 0) return { report: looked.report, steps, updated: undefined };
    const sources = sourcesOf(steps);
    const asked = sources.map(({ item }) => integrityOf(item)).join();
    // Once for the same code: a second look may find the same.
    if (asked !== agreed) await agree(sources, yes);
    agreed = asked;
    const updated = await change({
      command: "update",
      widgets,
      dry_run: flags.boolean("dry-run"),
      yes,
      quiet: flags.boolean("quiet"),
    });
    const missing = missingPackages(updated.updated);
    const failed = brokenEdit(updated, steps);
    if (updated.updated.error?.code === "changed-meanwhile" && again++ === 0) looked = await look();
    else if (missing && !yes && (await confirmPackages(missing, out))) yes = true;
    else if (failed) broken.set(...failed);
    else {
      accepted(updated.updated);
      if (updated.verified) accepted(updated.verified);
      return { report: looked.report, steps, updated };
    }
  }
}

/** What is written of widgets that are none of the kit. */
function sourcesOf(steps: readonly Step[]): readonly Loaded[] {
  return steps.flatMap(({ owned: { source }, decision }) => (source && "code" in decision ? [source] : []));
}

/**
 * The cell that the kernel's program would not write, and why, where that comes of what was edited here: two edits can
 * each be right and not go together, and a class can have got another name.
 */
function brokenEdit(
  { updated: { error } }: Updated,
  steps: readonly Step[],
): [cell: string, reason: string] | undefined {
  const { cell } = (error?.details ?? {}) as { cell?: string };
  const step = steps.find(({ owned }) => owned.widget.cell === cell);
  if (!error || !step || cell === undefined) return undefined;
  if (error.code === "class-differs") return [cell, `${error.message} Here it is ${error.found}`];
  if (error.code !== "trial-failed" || step.decision.kind !== "merge") return undefined;
  return [cell, `what was edited here and what is new do not work together: ${error.message}`];
}

/** The error where nothing could be done: a conflict, or what was named and has to be left alone. */
function stuckError(steps: readonly Step[], widgets: readonly object[], wasNamed: boolean): InlayError | undefined {
  const name = ({ owned }: Step) => owned.marker.name;
  const conflicts = steps.filter(({ decision }) => decision.kind === "conflict");
  const left = steps.filter(({ decision }) => decision.kind === "left");
  const [code, stuck] =
    conflicts.length > 0 ? (["conflict", conflicts] as const) : (["left-alone", wasNamed ? left : []] as const);
  if (stuck.length === 0) return undefined;
  const names = [...new Set(stuck.map(name))].join(" ");
  return new InlayError({
    code,
    message:
      code === "conflict"
        ? `Nothing was changed: what was edited here and what is new touch in ${names}.`
        : `Nothing was changed: ${names} has to be left alone.`,
    found: stuck.map((step) => `${name(step)}: ${foundIn(step)}`).join("\n"),
    cure: `To see both: inlay diff ${names}. To give up the edits: inlay update ${names} --overwrite`,
    details: { widgets },
  });
}

function foundIn({ decision, owned }: Step): string {
  if (decision.kind === "left") return decision.reason;
  const count = decision.kind === "conflict" ? decision.conflicts.length : 0;
  return `${count} ${count === 1 ? "conflict" : "conflicts"} in cell ${owned.widget.cell}`;
}

function listUpdatable({ report, owned }: Look, before: readonly string[], out: Output): void {
  for (const warning of report.warnings) out.warn(warning);
  const steps = planUpdate(owned, { overwrite: false, broken: new Map() });
  const { warnings, ...rest } = base(report);
  out.result({ ...rest, ...EMPTY, warnings: [...before, ...warnings], widgets: steps.map(stepJson), verified: null });
  printUpdatable(steps, out);
}

function base({ ok, marimo, notebook, warnings }: InventoryReport) {
  return { ok, command: "update", marimo, notebook, warnings };
}
