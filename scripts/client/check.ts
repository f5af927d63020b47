import type { Ask } from "./install.ts";
import type { ChangeReport, VerifyReport } from "./protocol.ts";

export interface CheckOptions {
  /** Whether a page shows the notebook, so that front ends can report that they mounted. */
  readonly pageConnected: boolean;
  /** Has the server save the notebook, where it does not by itself and no page does. */
  readonly save: (notebook: object) => Promise<void>;
  /** How long a page may take to show the widgets, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 10_000;

/**
 * Checks what a request changed, in a second one; null where nothing was applied. While a page shows the notebook the
 * check is asked again until every front end has reported, since the kernel takes the page's word only between two
 * runs. A check that fails puts the notebook back as it was; one that goes through has it saved.
 */
export async function check(ask: Ask, changed: ChangeReport, options: CheckOptions): Promise<VerifyReport | null> {
  if (!changed.ok || !changed.applied) return null;
  const request = { command: "verify", objects: changed.objects };
  // What was there before is long: it goes along only where it has to be put back.
  const rollback = () => ask<VerifyReport>({ ...request, rollback: changed.undo ?? null });
  const deadline = Date.now() + (options.pageConnected ? (options.patience ?? PATIENCE) : 0);
  for (let pause = 20; ; pause = Math.min(250, pause * 1.5)) {
    const looked = await ask<VerifyReport>({ ...request, rollback: null });
    const verified = looked.ok || looked.error?.code !== "apply-failed" ? looked : await rollback();
    const waiting = verified.ok && Object.values(verified.fronts).includes("");
    if (!waiting || Date.now() >= deadline) {
      if (verified.ok && changed.save && !options.pageConnected) await options.save(changed.save);
      return verified;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
