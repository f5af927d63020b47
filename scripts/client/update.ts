import { check, type CheckOptions } from "./check.ts";
import type { Ask } from "./install.ts";
import type { ChangeReport, InstalledObject, VerifyReport } from "./protocol.ts";

/** One definition cell that gets other code. */
export interface UpdateWidget {
  readonly cell: string;
  /** SHA-256, in hex, of the code that is expected there: it guards against a change meanwhile. */
  readonly expect: string;
  readonly code: string;
  /** The registry item that the code is of. */
  readonly item: unknown;
}

export interface UpdateRequest {
  readonly command: "update";
  readonly widgets: readonly UpdateWidget[];
  readonly dry_run: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
}

/** One step of an update, done or (dry run) not. */
export interface UpdateOp {
  /** "swap": only the front end is another, and no cell runs. */
  readonly op: "edit" | "swap" | "run" | "keep" | "install-package";
  readonly role: string;
  readonly cell: string | null;
  readonly name?: string;
  readonly first_line?: string;
  /** In a dry run. */
  readonly before?: string;
  readonly code?: string;
}

/** An object whose class is another now, and what became of its live values. */
export interface UpdatedObject extends InstalledObject {
  readonly carried: readonly string[];
  readonly lost: readonly { readonly trait: string; readonly reason: string }[];
}

/** A trait that the new version does not have, with the cells that read it. */
export interface DroppedTrait {
  readonly widget: string;
  readonly trait: string;
  readonly renamed_to: string | null;
  readonly readers: readonly string[];
}

export interface UpdateReport extends ChangeReport {
  readonly ops: readonly UpdateOp[];
  readonly objects: readonly UpdatedObject[];
  readonly dropped: readonly DroppedTrait[];
}

/** What an update did, and what its check found. */
export interface Updated {
  readonly updated: UpdateReport;
  /** Null where nothing was applied: a dry run, or a refusal. */
  readonly verified: VerifyReport | null;
}

/** Gives definition cells other code and checks them; all of it, or none. */
export async function update(ask: Ask, request: UpdateRequest, options: CheckOptions): Promise<Updated> {
  const updated = await ask<UpdateReport>(request);
  return { updated, verified: await check(ask, updated, options) };
}
