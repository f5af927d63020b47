import type { Check, Finding } from "../client/findings.ts";
import { plain, type Output } from "./output.ts";

/** What was looked at, and what came of it. */
export interface Examination {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Why no notebook was looked at; null where one was. */
  readonly reached: string | null;
}

/** Prints a tick for each check that found nothing, and each finding with what to do. */
export function printFindings({ checks, findings, reached }: Examination, out: Output): void {
  const { green, red, yellow, dim } = out.style;
  const marks = { error: red("✗"), warning: yellow("!"), note: dim("·") };
  if (reached !== null) out.line(`${dim("·")} no notebook was looked at: ${plain(reached)}`);
  for (const { code, title } of checks) {
    const found = findings.filter((each) => each.code === code);
    if (found.length === 0) out.line(`${green("✓")} ${title}`);
    for (const { severity, message, cure, fix, fixed } of found) {
      out.line(`${fixed ? green("✓") : marks[severity]} ${plain(message)} ${dim(`(${code})`)}`);
      if (fixed) out.line(`    ${green("mended")}${fix ? `: ${plain(fix.what)}` : ""}`);
      else out.line(`    ${fix ? `--fix would ${plain(fix.what)}` : plain(cure)}`);
    }
  }
}
