import type { ChangeReport } from "./protocol.ts";

/** A request to remove objects, or widgets with all of theirs. */
export interface RemoveRequest {
  readonly command: "remove";
  readonly names: readonly string[];
  /** Delete cells that a person has worked on, too. */
  readonly overwrite: boolean;
  readonly dry_run: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
  /** The comments that a definition was installed with, by its fingerprint. */
  readonly comments: Readonly<Record<string, readonly string[]>>;
  /** The example of a reader cell, by widget. */
  readonly readers: Readonly<Record<string, string>>;
  /** The digests of the cells that somebody has agreed to lose; another plan is refused. */
  readonly expect?: Readonly<Record<string, string>>;
}

/** A cell that goes. */
export interface Deletion {
  readonly op: "delete";
  readonly role: "definition" | "instance" | "reader";
  readonly cell: string;
  readonly name: string;
  readonly first_line: string;
  readonly digest: string;
  /** In a dry run. */
  readonly code?: string;
}

/** A cell that stays, and breaks. */
export interface BrokenReader {
  readonly cell: string;
  readonly name: string;
  readonly first_line: string;
  /** What it uses of what goes. */
  readonly names: readonly string[];
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

export interface RemoveReport extends Omit<ChangeReport, "objects"> {
  readonly ops: readonly Deletion[];
  readonly objects: readonly string[];
  readonly readers: readonly BrokenReader[];
  /** Cells that depend on a reader. */
  readonly downstream: readonly string[];
  /** Cells with a person's work in them, that go all the same. */
  readonly edited: readonly { readonly cell: string; readonly why: string; readonly lines: readonly string[] }[];
}
