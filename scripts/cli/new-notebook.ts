import { existsSync, lstatSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import { runOutside } from "../client/outside.ts";
import type { Ask } from "../client/install.ts";
import type { AddReport, AddRequest, BaseReport } from "../client/protocol.ts";
import { findRunning } from "../client/start.ts";
import type { Flags } from "./command.ts";
import { printPlan } from "./install-report.ts";
import { runHooks } from "./kernel.ts";
import { kernelModules } from "./modules.ts";
import { plain, type Output } from "./output.ts";
import { TARGET_FLAGS } from "./target.ts";
import { UsageError } from "./usage-error.ts";

interface FreezeReport extends AddReport {
  readonly notebook: string;
  readonly bytes: number;
}

/** Flags that speak of a notebook that is open. */
const OF_A_SERVER = [...Object.keys(TARGET_FLAGS), "after", "before"];

/**
 * Writes a new notebook file with the widgets that a request asks for, in the environment that `inlay start` would
 * take, and prints what was done; `more` goes into the result. A file that is there is never written.
 */
export async function writeNotebook(
  file: string,
  request: AddRequest,
  flags: Flags,
  out: Output,
  more: object = {},
): Promise<void> {
  const given = OF_A_SERVER.find((name) => flags.text(name) !== undefined);
  if (given !== undefined) {
    throw new UsageError(`--${given} speaks of a notebook that is open; a new file takes none of it.`);
  }
  if (!file.endsWith(".py")) throw new UsageError(`A notebook's file ends in .py, found "${file}".`);
  const notebook = resolve(file);
  await checkPlace(notebook, file);
  const report = accepted(
    await runOutside<FreezeReport>(
      dirname(notebook),
      await kernelModules(),
      { ...request, command: "freeze", notebook },
      runHooks(out),
    ),
  );
  for (const warning of report.warnings) out.warn(warning);
  out.result({ ...report, ...more });
  if (request.dry_run) printPlan(report, out, { code: flags.boolean("diff") });
  else printWritten(report, file, out);
}

/** Asks the environment that a new notebook would have, without a kernel. */
export async function askOutside(file: string, out: Output): Promise<Ask> {
  const modules = await kernelModules();
  return async <R extends BaseReport>(request: object) =>
    (await runOutside(dirname(resolve(file)), modules, request, runHooks(out))) as R;
}

async function checkPlace(notebook: string, file: string): Promise<void> {
  if (!existsSync(dirname(notebook))) {
    throw new InlayError({
      code: "folder-missing",
      message: `The folder of ${file} is not there.`,
      found: dirname(notebook),
      expected: "a folder that exists",
      cure: `Run: mkdir -p ${dirname(notebook)}`,
    });
  }
  const running = isThere(notebook) ? undefined : await findRunning({ notebook });
  if (!isThere(notebook) && running === undefined) return;
  throw new InlayError({
    code: "file-exists",
    message: running ? `${file} is open at ${running.url}.` : `${file} is there already, and is left as it is.`,
    found: notebook,
    expected: "a file that does not exist",
    cure: `${running ? "" : `Run: inlay start ${file}, then: `}inlay add WIDGET… --file ${file}`,
  });
}

/** Whether anything has this name, a link that leads nowhere too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function printWritten(report: FreezeReport, file: string, out: Output): void {
  const { green, bold, dim } = out.style;
  out.line(
    `${green("✓")} ${bold(plain(file))}  ${dim(`${(report.bytes / 1024).toFixed(0)} KiB, marimo ${report.marimo}`)}`,
  );
  for (const each of report.objects) {
    const getters = Object.values(each.getters).map((getter) => `${getter}()`);
    out.line(`  ${bold(each.object)}  ${dim(`${each.class} ${each.version}`)}  ${getters.join(", ")}`);
  }
  out.line(`  Open it: inlay start ${plain(file)}`);
}
