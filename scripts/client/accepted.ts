import { InlayError } from "./errors.ts";
import type { BaseReport } from "./protocol.ts";

/** Gives a report back, or throws what the kernel's program refused. */
export function accepted<R extends BaseReport>(report: R): R {
  if (report.ok) return report;
  const { code = "failed", message = "The kernel refused without a reason.", ...rest } = report.error ?? {};
  throw new InlayError({ code, message, ...rest, usage: code === "bad-request" });
}
