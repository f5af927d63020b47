import { accepted } from "../client/accepted.ts";
import type { SetReport } from "../client/values.ts";
import type { Command } from "./command.ts";
import { kernelOf } from "./kernel.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { UsageError } from "./usage-error.ts";

export const set: Command = {
  name: "set",
  summary: "set live values as a person's gesture would: observers fire, readers run",
  positionals: [
    { name: "OBJECT", description: "A widget's object, or an element of mo.ui.", required: true },
    {
      name: "TRAIT=JSON",
      description: "A trait and its value; the value alone where the trait is `value`. All are set, or none.",
      required: true,
      multiple: true,
    },
  ],
  flags: {
    "dry-run": { type: "boolean", description: "Check the values and change nothing." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay set price 'value=[20,40]'", "one trait of a widget"],
    ["inlay set price bins=40 'unit=\"€\"'", "several at once; a text keeps its quotes"],
    ["inlay set slider 42", "an element of mo.ui"],
  ],
  run: async ({ words: [object = "", ...rest], flags, out }) => {
    const values = valuesFrom(rest);
    const { transport } = await findTarget(flags, out);
    const request = { command: "set", object, values, dry_run: flags.boolean("dry-run") };
    const report = accepted(await kernelOf(transport, out)<SetReport>(request));
    for (const warning of report.warnings) out.warn(warning);
    out.result(report);
    if (!report.applied) out.line(out.style.bold("Nothing was changed. It would set:"));
    out.table(
      [object, "before", "after"],
      Object.keys(report.after).map((trait) => [
        trait,
        JSON.stringify(report.before[trait]),
        JSON.stringify(report.after[trait]),
      ]),
    );
    if (report.ran.length > 0) out.line(`ran: ${report.ran.map((cell) => `cell ${cell}`).join(", ")}`);
  },
};

/** @throws {UsageError} for what is no JSON, or a trait that is named twice. */
function valuesFrom(words: readonly string[]): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const word of words) {
    const [, trait = "value", json = word] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (values.has(trait)) throw new UsageError(`${trait} is given twice: name each trait once.`);
    values.set(trait, parseJson(trait, json));
  }
  return Object.fromEntries(values);
}

function parseJson(trait: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `${trait} expects JSON, found ${text}. A text needs its quotes: '${trait}=${JSON.stringify(text)}'.`,
    );
  }
}
