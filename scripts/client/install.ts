import type { AddReport, AddRequest, BaseReport, VerifyReport } from "./protocol.ts";

/** Runs one request in the kernel and gives its report. */
export type Ask = <R extends BaseReport>(request: object) => Promise<R>;

export interface InstallOptions {
  /** Whether a page shows the notebook, so that front ends can report that they mounted. */
  readonly pageConnected: boolean;
  /** Has the server save the notebook, where it does not by itself and no page does. */
  readonly save: (notebook: object) => Promise<void>;
  /** How long a page may take to show the widgets, in milliseconds. */
  readonly patience?: number;
}

/** What an install did, and what its check found. */
export interface Installed {
  readonly added: AddReport;
  /** Null where nothing was applied: a dry run, or a refusal. */
  readonly verified: VerifyReport | null;
}

const PATIENCE = 10_000;

/**
 * Installs widgets and checks them: one request applies, a second verifies. While a page shows the notebook the check
 * is asked again until every front end has reported, since the kernel takes the page's word only between two runs.
 * A check that fails puts the notebook back as it was.
 */
export async function install(ask: Ask, request: AddRequest, options: InstallOptions): Promise<Installed> {
  const added = await ask<AddReport>(request);
  if (!added.ok || !added.applied) return { added, verified: null };
  const check = { command: "verify", objects: added.objects, rollback: added.undo ?? null };
  const deadline = Date.now() + (options.pageConnected ? (options.patience ?? PATIENCE) : 0);
  for (let pause = 20; ; pause = Math.min(250, pause * 1.5)) {
    const verified = await ask<VerifyReport>(check);
    const waiting = verified.ok && Object.values(verified.fronts).includes("");
    if (!waiting || Date.now() >= deadline) {
      if (verified.ok && added.save && !options.pageConnected) await options.save(added.save);
      return { added, verified };
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
