import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import type { Ask } from "../client/install.ts";
import type { RemoveReport, RemoveRequest } from "../client/removal.ts";
import { comments } from "../registry/definition.ts";
import type { Command } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { kernelOf } from "./kernel.ts";
import { plain, type Output } from "./output.ts";
import { lookAt } from "./owned.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";

export const remove: Command = {
  name: "remove",
  summary: "take objects or widgets out of the notebook, and leave nothing behind",
  positionals: [
    {
      name: "NAME",
      description: "An object; or a widget, by its name or its class, with all of its objects.",
      required: true,
      multiple: true,
    },
  ],
  flags: {
    yes: { type: "boolean", short: "y", description: "Remove without asking." },
    overwrite: { type: "boolean", description: "Delete cells that you have worked on, too." },
    "dry-run": { type: "boolean", description: "Show what would go and what would break, and change nothing." },
    quiet: { type: "boolean", description: "No toast for the person at the notebook." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay remove price --dry-run", "the cells that would go, and the lines that read them"],
    ["inlay remove price --yes", "one object; the class goes with the last one"],
    ["inlay remove histogram-range", "every object of a widget, and its class"],
  ],
  run: async ({ words, flags, out }) => {
    const { transport, target, warnings } = await findTarget(flags, out);
    const ask = kernelOf(transport, out);
    const request: RemoveRequest = {
      command: "remove",
      names: words,
      overwrite: flags.boolean("overwrite"),
      quiet: flags.boolean("quiet"),
      dry_run: true,
      yes: false,
      ...(await origins(ask)),
    };
    const plan = accepted(await ask<RemoveReport>(request));
    for (const warning of plan.warnings) out.warn(warning);
    if (flags.boolean("dry-run")) {
      out.result({ ...plan, warnings: [...warnings, ...plan.warnings] });
      out.line(out.style.bold("Nothing was changed. It would delete:"));
      return printRemoval(plan, out);
    }
    if (!flags.boolean("yes")) await agree(plan, out);
    const expect = Object.fromEntries(plan.ops.map(({ cell, digest }) => [cell, digest]));
    const report = accepted(await ask<RemoveReport>({ ...request, dry_run: false, yes: true, expect }));
    if (report.save && !target.pageConnected) await transport.save(report.save);
    const { undo: _, save: __, ...rest } = report;
    for (const warning of rest.warnings.filter((each) => !plan.warnings.includes(each))) out.warn(warning);
    out.result({ ...rest, warnings: [...warnings, ...rest.warnings] });
    out.line(out.style.bold("Deleted:"));
    printRemoval(report, out);
  },
};

/** What add wrote for the widgets of this notebook, to tell it from what a person wrote. */
async function origins(ask: Ask): Promise<Pick<RemoveRequest, "comments" | "readers">> {
  const { owned } = await lookAt(ask, { upstream: false });
  const known = owned.flatMap(({ marker, base }) => (base ? [{ marker, base }] : []));
  return {
    comments: Object.fromEntries(
      known.map(({ marker, base }) => [marker.fingerprint, comments(base.cells.definition)]),
    ),
    readers: Object.fromEntries(known.map(({ marker, base }) => [marker.name, base.example.reader])),
  };
}

/** Asks on a terminal. @throws {InlayError} where the answer is no, or nobody is there to give one. */
async function agree(plan: RemoveReport, out: Output): Promise<void> {
  out.line(out.style.bold("This would be deleted:"));
  printRemoval(plan, out);
  const answer = await confirmed(`Delete ${count(plan.ops.length, "cell")}?`, out);
  if (answer) return;
  const { ops, readers, downstream, edited } = plan;
  const asked = answer === false;
  throw new InlayError({
    code: asked ? "declined" : "needs-yes",
    message: asked ? "Nothing was removed." : "A removal has to be agreed to, and there is no terminal to ask on.",
    found: `${count(ops.length, "cell")} would go, ${count(readers.length, "reader")} would break`,
    expected: "a yes",
    cure: "Run it again with --yes, or look first with --dry-run. Nothing was changed.",
    details: { ops, readers, downstream, edited },
  });
}

function printRemoval({ ops, readers, downstream, edited }: RemoveReport, out: Output): void {
  const { bold, dim, yellow } = out.style;
  for (const { role, name, cell, first_line: line } of ops) {
    out.line(`  ${role.padEnd(10)}  ${bold(plain(name))}  cell ${cell}  ${dim(plain(line))}`);
  }
  for (const { cell, why, lines } of edited) {
    out.line(yellow(`  cell ${cell}: ${plain(why)}`));
    for (const line of lines) out.line(`    - ${plain(line)}`);
  }
  if (readers.length === 0) return;
  out.line(bold("These cells use it, and break:"));
  for (const { cell, lines } of readers) {
    out.line(`  cell ${cell}`);
    for (const { line, text } of lines) out.line(`    ${dim(String(line).padStart(3))}  ${plain(text)}`);
  }
  if (downstream.length > 0) out.line(`  and what depends on them: ${downstream.map((id) => `cell ${id}`).join(", ")}`);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
