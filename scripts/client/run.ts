import { randomUUID } from "node:crypto";
import { InlayError } from "./errors.ts";
import { interrupted } from "./interrupt.ts";
import { program } from "./program.ts";
import type { BaseReport } from "./protocol.ts";
import { ReportReader } from "./report.ts";
import type { ExecuteHooks, ExecuteResult, Transport } from "./transport.ts";

/**
 * Runs a program in the kernel and resolves with its report, also one that says `ok: false`.
 * `R` is what the request promises: see `protocol.ts`. Standard output comes to the hooks without the report.
 * `entry` is the module that takes the request: `agent`, or `hot` for the least program that swaps front ends.
 * Rejects with `no-report` where the kernel ended the program without one, and as `execute` does.
 */
export async function runProgram<R extends BaseReport = BaseReport>(
  transport: Pick<Transport, "execute">,
  modules: Readonly<Record<string, string>>,
  request: object,
  hooks: ExecuteHooks = {},
  entry = "agent",
): Promise<R> {
  const id = `${randomUUID()} `;
  const reader = new ReportReader((text) => hooks.stdout?.(text), id);
  let errors = "";
  const heard: ExecuteHooks = {
    ...hooks,
    stdout: (text) => reader.feed(text),
    stderr(text) {
      errors = (errors + text).slice(-10_000);
      hooks.stderr?.(text);
    },
  };
  let result: ExecuteResult | undefined;
  try {
    result = await transport.execute(program(modules, request, entry, id), heard);
  } catch (error) {
    // An interrupted program still reports what it put back.
    if (reader.report === undefined) throw error;
  } finally {
    reader.end();
  }
  if (reader.report === undefined && hooks.signal?.aborted === true) throw interrupted("a program that made no report");
  if (reader.report === undefined) throw noReport(result, errors);
  return readReport(reader.report) as R;
}

function readReport(text: string): BaseReport {
  try {
    const report = JSON.parse(text) as BaseReport;
    if (typeof report.ok === "boolean") return report;
  } catch {
    // Said below, as for any other text that is no report.
  }
  throw new InlayError({
    code: "bad-report",
    message: "The kernel's report cannot be read.",
    found: text.length > 120 ? `${text.slice(0, 120)}…` : text,
    expected: "a JSON object with ok",
    cure: "Look at the notebook, then try again.",
  });
}

function noReport(result: ExecuteResult | undefined, errors: string): InlayError {
  const last = errors.trimEnd().split("\n").at(-1) ?? "";
  return new InlayError({
    code: "no-report",
    message: "The kernel ended the program without a report.",
    found: result?.error ?? (last === "" ? "nothing on its error output" : last),
    expected: "a report",
    cure: "Check the notebook's kernel (restart it if need be), and try again.",
    ...(errors === "" ? {} : { details: { stderr: errors } }),
  });
}
