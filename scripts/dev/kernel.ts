import { createHash } from "node:crypto";
import { InlayError } from "../client/errors.ts";
import type { Ask } from "../client/install.ts";
import type { BaseReport } from "../client/protocol.ts";
import type { Problem } from "./problem.ts";

/** Two ways to ask one kernel. Neither is ever interrupted: a half of a change is worse than a late one. */
export interface Kernel {
  /** Any request, with the whole program. */
  readonly ask: Ask;
  /** `swap` and `look` of the least program, which is there some hundred milliseconds sooner. */
  readonly hot: Ask;
}

/** Front ends by class; `objects` is null where the class is not there. */
export interface SwapReport extends BaseReport {
  /** False where the page of this marimo does not follow: then nothing was changed. */
  readonly hot: boolean;
  readonly swapped: readonly { readonly class: string; readonly objects: readonly string[] | null }[];
}

export interface LookReport extends BaseReport {
  readonly seen: readonly {
    readonly class: string;
    /** What each object's front end has reported. */
    readonly fronts: Readonly<Record<string, string>>;
    /** The front end itself, where it was asked for; null where the class is not there. */
    readonly esm?: string | null;
  }[];
}

/** What a cell is expected to hold still, as `update` wants it said. */
export function digest(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

/** What the kernel's program refused, as a problem of the widget. */
export function refusalProblem({ error }: BaseReport): Problem {
  const { message = "The kernel refused without a reason.", found, cure } = error ?? {};
  const reason = [message, ...(found ? [`Found: ${found}`] : []), ...(cure ? [cure] : [])].join("\n");
  return { kind: "kernel", reason };
}

/** Why a kernel could not be asked, in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof InlayError) return error.found ? `${error.message} (${error.found})` : error.message;
  return error instanceof Error ? error.message : String(error);
}
