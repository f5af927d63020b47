import { check, type CheckOptions } from "./check.ts";
import type { AddReport, AddRequest, BaseReport, VerifyReport } from "./protocol.ts";

/** Runs one request in the kernel and gives its report. */
export type Ask = <R extends BaseReport>(request: object) => Promise<R>;

export type InstallOptions = CheckOptions;

/** What an install did, and what its check found. */
export interface Installed {
  readonly added: AddReport;
  /** Null where nothing was applied: a dry run, or a refusal. */
  readonly verified: VerifyReport | null;
}

/** Installs widgets and checks them: one request applies, a second verifies, and puts everything back if it must. */
export async function install(ask: Ask, request: AddRequest, options: InstallOptions): Promise<Installed> {
  const added = await ask<AddReport>(request);
  return { added, verified: await check(ask, added, options) };
}
