import type { ErrorJson } from "./errors.ts";

/** One widget to install: what `add` asks of the kernel. */
export interface AddItem {
  /** The registry item, as it was built. */
  readonly item: unknown;
  /** The object's name; the item's own where null. */
  readonly as: string | null;
  /** Trait values in JSON form. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Trait values as Python expressions over the notebook's names. */
  readonly expressions: Readonly<Record<string, string>>;
  /** Traits to wire; null for the item's `value` traits, empty for none. */
  readonly wire: readonly string[] | null;
  readonly reader: boolean;
}

export interface AddRequest {
  readonly command: "add";
  readonly items: readonly AddItem[];
  readonly place: { readonly after: string | null; readonly before: string | null };
  readonly show_code: boolean;
  readonly dry_run: boolean;
  readonly yes: boolean;
  readonly auto_name: boolean;
  readonly quiet: boolean;
}

/** What every report of the kernel's program says. */
export interface BaseReport {
  readonly ok: boolean;
  readonly command: string;
  readonly marimo: string;
  readonly notebook: string | null;
  readonly warnings: readonly string[];
  readonly error?: ErrorJson;
}

/** One step of a plan, done or (dry run) not. */
export interface Op {
  readonly op: "create" | "reuse" | "keep" | "edit" | "run" | "install-package";
  readonly role: string;
  readonly cell: string | null;
  readonly name?: string;
  readonly code?: string;
  /** The code that stood there before, for an edit. */
  readonly before?: string;
  readonly first_line?: string;
}

/** One widget object that an install made. */
export interface InstalledObject {
  readonly widget: string;
  readonly class: string;
  readonly object: string;
  readonly version: string;
  readonly definition_cell: string | null;
  readonly instance_cell: string | null;
  readonly reader_cell: string | null;
  /** The getter of each wired trait. */
  readonly getters: Readonly<Record<string, string>>;
}

/** The report of a request that changes a notebook, as far as its check goes by it. */
export interface ChangeReport extends BaseReport {
  readonly applied: boolean;
  readonly objects: readonly InstalledObject[];
  /** What `verify` needs to put everything back; opaque. */
  readonly undo?: unknown;
  /** Where this marimo saves only what a page asks it to: what to save. Null where that would lose something. */
  readonly save?: object | null;
}

export interface AddReport extends ChangeReport {
  readonly ops: readonly Op[];
}

/** The front end's own report: not seen yet, mounted, or why not. */
export type Front = "" | "mounted" | `error: ${string}`;

export interface CellState {
  readonly id: string;
  readonly status: string | null;
  readonly errors: readonly { readonly kind: string; readonly message: string }[];
}

export interface VerifyReport extends BaseReport {
  readonly cells: readonly CellState[];
  readonly fronts: Readonly<Record<string, Front>>;
}

export interface InventoryCell extends CellState {
  readonly name: string | null;
  readonly code_first_line: string;
  readonly lines: number;
  readonly hidden: boolean;
  readonly empty: boolean;
  readonly defs: readonly string[];
  readonly refs: readonly string[];
  readonly marker: null | { readonly name: string; readonly version: string; readonly state: string };
}

export interface InventoryReport extends BaseReport {
  readonly cells: readonly InventoryCell[];
  readonly widgets: readonly {
    readonly name: string;
    readonly version: string;
    /** Null where the cell has its marker and no class. */
    readonly class: string | null;
    readonly cell: string;
    readonly state: string;
    /** What the marker says that the code was. */
    readonly fingerprint: string;
    readonly objects: readonly {
      readonly object: string;
      readonly cell: string;
      readonly wired: readonly { readonly trait: string; readonly getter: string; readonly setter: string }[];
      readonly readers: readonly string[];
      readonly front: Front;
    }[];
    /** The definition cell's code, where the request had `code: true`. */
    readonly code?: string;
  }[];
  readonly mo: string | null;
}

/** A definition cell of the notebook, with the objects of its class. */
export type InventoryWidget = InventoryReport["widgets"][number];
