import { accepted } from "../client/accepted.ts";
import { check } from "../client/check.ts";
import type { AddReport } from "../client/protocol.ts";
import type { Command, Flags } from "./command.ts";
import { printInstalled, printPlan } from "./install-report.ts";
import { kernelOf } from "./kernel.ts";
import { plain, type Output } from "./output.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { UsageError } from "./usage-error.ts";

/** A line of a package that cannot stand in a cell, and why. */
interface Problem {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

interface EjectReport extends AddReport {
  readonly ejected: {
    readonly spec: string;
    readonly class: string;
    readonly package: string;
    readonly version: string;
    /** What goes along, in the order in which it stands in the cell. */
    readonly carried: readonly { readonly module: string; readonly names: readonly string[] }[];
    /** Other packages that the cell imports. */
    readonly imports: readonly string[];
    /** Traits that the front end sets, by its text. */
    readonly sends: readonly string[];
    readonly bytes: number;
    readonly problems: readonly Problem[];
  };
}

export const eject: Command = {
  name: "eject",
  summary: "make an installed package's widget a cell that needs the package no more",
  positionals: [
    { name: "MODULE:CLASS", description: "The class, as Python imports it in the kernel.", required: true },
  ],
  flags: {
    as: { type: "string", value: "NAME", description: "The object's name in the notebook." },
    class: {
      type: "string",
      value: "NAME",
      description: "The class's name; its own, or the next free one, unless told.",
    },
    "auto-name": { type: "boolean", description: "Take the next free name where the object's is taken." },
    "no-instance": { type: "boolean", description: "Write the class alone, for objects that you make yourself." },
    wire: {
      type: "string",
      value: "a,b|none",
      description: "Traits that drive readers; what the front end sets unless told.",
    },
    partial: { type: "boolean", description: "Write it even where lines go on needing the package, or the network." },
    after: { type: "string", value: "CELL", description: "Put the cells after this one; at the end unless told." },
    before: { type: "string", value: "CELL", description: "Put the cells before this one." },
    "show-code": { type: "boolean", description: "Leave the code of the cells visible." },
    "dry-run": { type: "boolean", description: "Show the plan and change nothing." },
    diff: { type: "boolean", description: "Show the code that would be written and change nothing." },
    yes: { type: "boolean", short: "y", description: "With --partial: do not ask about the lines that stay behind." },
    quiet: { type: "boolean", description: "No toast for the person at the notebook." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay eject wigglystuff:Slider2D --as position", "the notebook then works without wigglystuff"],
    ["inlay eject drawdata:ScatterWidget --diff", "the cell that it would become"],
  ],
  run: async ({ words: [spec = ""], flags, out }) => {
    const request = requestFrom(spec, flags);
    const { transport, target, warnings } = await findTarget(flags, out);
    const ask = kernelOf(transport, out);
    if (request.partial && !request.dry_run && !flags.boolean("yes")) {
      const plan = accepted(await ask<EjectReport>({ ...request, dry_run: true }));
      if (!(await leaveBehind(plan.ejected.problems, out))) return;
    }
    const added = accepted(await ask<EjectReport>(request));
    // A front end of somebody else's never reports that it is mounted, so there is nothing to wait for.
    const options = { pageConnected: target.pageConnected, save: transport.save, patience: 0 };
    const verified = await check(ask, added, options);
    if (verified) accepted(verified);
    for (const warning of added.warnings) out.warn(warning);
    const { undo: _, save: __, ...report } = added;
    out.result({ ...report, warnings: [...warnings, ...added.warnings], verified });
    if (request.dry_run) printPlan(added, out, { code: flags.boolean("diff") });
    else printInstalled({ added, verified }, out);
    printCarried(added, out);
  },
};

function requestFrom(spec: string, flags: Flags) {
  const [module, path, ...more] = spec.split(":");
  if (!module || !path || more.length > 0) {
    throw new UsageError(`inlay eject expects MODULE:CLASS, such as wigglystuff:Slider2D; found "${spec}".`);
  }
  if (flags.text("after") && flags.text("before")) throw new UsageError("Give --after or --before, not both.");
  const wire = flags.text("wire");
  const names = wire === "none" ? [] : wire?.split(",").map((name) => name.trim());
  return {
    command: "eject",
    module,
    class: path,
    as: flags.text("as") ?? null,
    class_name: flags.text("class") ?? null,
    auto_name: flags.boolean("auto-name"),
    instance: !flags.boolean("no-instance"),
    wire: names ?? null,
    partial: flags.boolean("partial"),
    place: { after: flags.text("after") ?? null, before: flags.text("before") ?? null },
    show_code: flags.boolean("show-code"),
    dry_run: flags.boolean("dry-run") || flags.boolean("diff"),
    quiet: flags.boolean("quiet"),
  } as const;
}

/** Asks, on a terminal, whether lines may go on needing the package; without one, --partial is the answer. */
async function leaveBehind(problems: readonly Problem[], out: Output): Promise<boolean> {
  if (problems.length === 0 || out.json || !process.stdin.isTTY || !process.stdout.isTTY) return true;
  for (const each of problems) out.line(plain(`${each.file}:${each.line}: ${each.text}\n    ${each.reason}`));
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: "These lines stay as they are, with what they need. Write the cell?" });
  return !isCancel(answer) && answer;
}

function printCarried({ ejected, applied, objects, ops }: EjectReport, out: Output): void {
  if (applied && objects.length === 0) {
    const cell = ops.find(({ role, op }) => role === "definition" && op !== "run")?.cell;
    out.line(`${out.style.green("✓")} ${out.style.bold(plain(ejected.class))}  cell ${cell}`);
  }
  const helpers = ejected.carried.flatMap(({ names }) => names).filter((name) => name !== ejected.spec.split(":")[1]);
  out.line(`  ${(ejected.bytes / 1024).toFixed(1)} KiB, imports ${plain(ejected.imports.join(", "))}`);
  if (helpers.length > 0) out.line(`  with ${plain(helpers.join(", "))}, from ${plain(ejected.package)}`);
  if (applied && ejected.problems.length === 0) {
    out.line(`  ${out.style.dim(`the cell needs ${plain(ejected.package)} no more`)}`);
  }
}
