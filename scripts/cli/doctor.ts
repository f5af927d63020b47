import { accepted } from "../client/accepted.ts";
import { check } from "../client/check.ts";
import { InlayError } from "../client/errors.ts";
import { findingKey, type DoctorReport, type Finding } from "../client/findings.ts";
import type { Ask } from "../client/install.ts";
import type { Resolved } from "../client/index.ts";
import type { InventoryReport } from "../client/protocol.ts";
import { findUpstream } from "../registry/upstream.ts";
import type { Command, Flags } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { entryFindings, mendEntries, ENTRY_CHECK } from "./doctor-entries.ts";
import { printFindings } from "./doctor-report.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";

export const doctor: Command = {
  name: "doctor",
  summary: "find what is wrong with the notebook's widgets, and mend it",
  flags: {
    fix: { type: "boolean", description: "Mend what can be mended, after asking." },
    yes: { type: "boolean", short: "y", description: "Mend without asking." },
    "dry-run": { type: "boolean", description: "Show what --fix would do and change nothing." },
    quiet: { type: "boolean", description: "No toast for the person at the notebook." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay doctor", "what was looked at, what is wrong, and what to do"],
    ["inlay doctor --fix", "mend it; asks first"],
    ["inlay doctor --fix --yes --json", "for programs; ends with 1 while errors remain"],
  ],
  run: async ({ flags, out }) => {
    const patient = await examine(flags, out);
    let findings = patient.findings;
    const fixable = findings.filter(({ fixable: can }) => can);
    if (flags.boolean("fix") && !flags.boolean("dry-run") && fixable.length > 0) {
      if (!flags.boolean("yes")) await agree(patient, fixable, out);
      await mend(patient, fixable, flags);
      const left = await patient.look();
      const keys = new Set(left.map((each) => JSON.stringify(findingKey(each))));
      const mended = findings.filter((each) => !keys.has(JSON.stringify(findingKey(each))));
      findings = [...mended.map((each) => ({ ...each, fixed: true })), ...left];
    }
    const errors = findings.filter(({ severity, fixed }) => severity === "error" && !fixed);
    const { checks, reached, notebook } = patient;
    out.result({ ok: errors.length === 0, command: "doctor", notebook, reached, checks, findings });
    printFindings({ checks, findings, reached }, out);
    if (errors.length === 0) return;
    throw new InlayError({
      code: "unwell",
      message: `${errors.length} of what was found needs you.`,
      found: errors.map(({ message }) => message).join("\n"),
      cure: errors.some(({ fixable: can }) => can) ? "Run: inlay doctor --fix" : "Each finding says what to do.",
    });
  },
};

/** What is looked at: this machine's server entries and, where one can be reached, a notebook. */
interface Patient {
  readonly checks: DoctorReport["checks"];
  readonly findings: readonly Finding[];
  readonly notebook: string | null;
  /** Why no notebook was looked at; undefined where one was. */
  readonly reached: string | null;
  readonly kernel: { readonly ask: Ask; readonly resolved: Resolved } | undefined;
  /** Looks again. */
  readonly look: () => Promise<readonly Finding[]>;
}

async function examine(flags: Flags, out: Output): Promise<Patient> {
  const resolved = await findTarget(flags, { ...out, warn: () => {} }).catch((error: unknown) => {
    // With nothing named, a machine where no notebook is open is no failure: the entries can still be looked at.
    if (error instanceof InlayError && ALONE.has(error.code) && !NAMED.some((name) => flags.text(name))) return error;
    throw error;
  });
  if (resolved instanceof InlayError) {
    const findings = await entryFindings();
    const reached = resolved.message;
    return { checks: [ENTRY_CHECK], findings, notebook: null, reached, kernel: undefined, look: entryFindings };
  }
  const ask = kernelOf(resolved.transport, out);
  const request = async () => ({ command: "doctor", items: await itemsFor(ask) });
  const first = await ask<DoctorReport>(await request());
  const look = async () => [...accepted(await ask<DoctorReport>(await request())).findings, ...(await entryFindings())];
  const report = tooOld(first) ?? accepted(first);
  for (const warning of report.warnings) out.warn(warning);
  return {
    checks: [...report.checks, ENTRY_CHECK],
    findings: [...report.findings, ...(await entryFindings())],
    notebook: report.notebook,
    reached: null,
    kernel: { ask, resolved },
    look,
  };
}

const ALONE = new Set(["no-server", "no-session"]);
const NAMED = ["url", "port", "file", "session"];

/** A marimo without code mode as a finding: the kernel's program looks at nothing there. */
function tooOld(report: DoctorReport): DoctorReport | undefined {
  const { error } = report;
  if (error?.code !== "code-mode-missing") return undefined;
  const message = `${error.message} Found: ${error.found ?? report.marimo}`;
  const finding: Finding = {
    code: "old-marimo",
    severity: "error",
    cell: null,
    object: null,
    message,
    cure: error.cure ?? "",
    fixable: false,
    fix: null,
    fixed: false,
  };
  return { ...report, checks: [{ code: "old-marimo", title: "marimo is new enough" }], findings: [finding] };
}

/** The widgets of the notebook as they are upstream, as far as the kernel has to know them. */
async function itemsFor(ask: Ask): Promise<Readonly<Record<string, object>>> {
  const { ok, widgets } = await ask<InventoryReport>({ command: "inventory" });
  const names = ok ? [...new Set(widgets.map(({ name }) => name))] : [];
  const bare = new Set(ok ? widgets.filter((each) => each.class === null).map(({ name }) => name) : []);
  const items = await Promise.all(names.map(findUpstream));
  return Object.fromEntries(
    items.flatMap((item) => {
      if (!item) return [];
      const { name, version, className, traits, cells } = item;
      const wired = traits.filter((each) => each.role === "value" && each.wired !== false).map((each) => each.name);
      const remote = /\b(?:from|import)\s*\(?\s*["'`]https?:/.test(cells.definition);
      const definition = bare.has(name) ? { definition: cells.definition } : {};
      return [[name, { version, className, wired, remote, ...definition }]];
    }),
  );
}

/** Mends what was agreed to; each part is all or nothing. */
async function mend({ kernel }: Patient, fixable: readonly Finding[], flags: Flags): Promise<void> {
  await mendEntries(fixable);
  if (!kernel) return;
  const { ask, resolved } = kernel;
  const quiet = flags.boolean("quiet");
  const options = { pageConnected: resolved.target.pageConnected, save: resolved.transport.save };
  const inCells = fixable.filter(({ fix }) => fix?.kind !== "update" && fix?.kind !== "delete-file");
  if (inCells.length > 0) {
    const only = inCells.map(findingKey);
    const items = await itemsFor(ask);
    const report = accepted(await ask<DoctorReport>({ command: "doctor", items, fix: true, yes: true, quiet, only }));
    const shown = inCells.flatMap(({ code, object, cell }) =>
      code === "front-failed" && object !== null ? [{ object, definition_cell: null, instance_cell: cell }] : [],
    );
    // A page that shows a front end again says how that went; what it says is looked at afterwards.
    await check(ask, { ...report, objects: shown as never, undo: null }, options);
  }
  const names = fixable.flatMap(({ fix }) => (fix?.kind === "update" && fix.name !== null ? [fix.name] : []));
  const items = (await Promise.all(names.map(findUpstream))).filter((item) => item !== undefined);
  if (items.length === 0) return;
  const updated = await ask<DoctorReport>({
    command: "update",
    widgets: items.map((item) => ({ item })),
    yes: true,
    quiet,
  });
  accepted(updated);
  if (updated.save && !options.pageConnected) await options.save(updated.save);
}

/** Asks on a terminal. @throws {InlayError} where the answer is no, or nobody is there to give one. */
async function agree({ checks, findings, reached }: Patient, fixable: readonly Finding[], out: Output): Promise<void> {
  const what = fixable.flatMap(({ fix }) => fix?.what ?? []);
  printFindings({ checks, findings, reached }, out);
  out.line();
  out.line(out.style.bold("To mend it:"));
  for (const each of what) out.line(`  ${each}`);
  const answer = await confirmed(`Do ${what.length === 1 ? "this" : `these ${what.length}`}?`, out);
  if (answer) return;
  throw new InlayError({
    code: answer === false ? "declined" : "needs-yes",
    message: answer === false ? "Nothing was mended." : "What would be done has to be agreed to first.",
    found: what.join("\n"),
    expected: "a yes",
    cure: "Run it again with --fix --yes. Nothing was changed.",
    details: { findings },
  });
}
