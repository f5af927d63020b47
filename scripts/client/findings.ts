import type { BaseReport } from "./protocol.ts";

/** What doctor looks at. */
export interface Check {
  readonly code: string;
  /** What is right where nothing is found. */
  readonly title: string;
}

/** One thing that is wrong. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly cell: string | null;
  readonly object: string | null;
  readonly message: string;
  readonly cure: string;
  readonly fixable: boolean;
  readonly fix: {
    readonly kind: "delete" | "edit" | "run" | "install" | "update" | "delete-file";
    readonly what: string;
    /** What is installed or updated, or the file that is deleted. */
    readonly name: string | null;
  } | null;
  readonly fixed: boolean;
}

export interface DoctorReport extends BaseReport {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly applied: boolean;
  readonly undo?: unknown;
  readonly save?: object | null;
}

/** What tells a finding from others, before and after a fix. */
export function findingKey({ code, cell, object }: Finding): readonly [string, string | null, string | null] {
  return [code, cell, object];
}
