import type { BaseReport } from "./protocol.ts";

/** One live object and what it holds. */
export interface LiveObject {
  readonly object: string;
  /** "ui": an element of `mo.ui`, whose only trait is `value`. */
  readonly kind: "widget" | "ui";
  readonly class: string;
  /** The widget of inlay's that it is an object of. */
  readonly widget: { readonly name: string; readonly version: string } | null;
  readonly values: Readonly<Record<string, { readonly value: unknown; readonly type: string }>>;
}

export type GetReport = BaseReport & LiveObject;

export interface GetAllReport extends BaseReport {
  readonly objects: readonly LiveObject[];
}

export interface SetReport extends BaseReport {
  readonly object: string;
  readonly kind: LiveObject["kind"];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** The cells that ran because of it. */
  readonly ran: readonly string[];
  readonly applied: boolean;
}
