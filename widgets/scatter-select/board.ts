import type { ControllerHost } from "../kit/controllers/host.ts";
import type { Picker } from "./picker.ts";
import type { Box, Plot } from "./plot.ts";
import type { Change } from "./selection.ts";
import type { View } from "./viewport.ts";

/** What a drag on the plot does. */
export type Tool = "lasso" | "box" | "pan";

/** A region that is being drawn: pixels of the plot, what it would hit, and what it would do. */
export type Region = { readonly change: Change; readonly rows: readonly number[] } & (
  | { readonly kind: "lasso"; readonly line: readonly number[] }
  | { readonly kind: "box"; readonly box: Box }
);

/** What the pointer and the keyboard act on. */
export interface Board extends ControllerHost {
  readonly plot: Plot;
  readonly picker: Picker;
  /** What a drag does now. */
  using: Tool;
  /** The region to show, if any. */
  region: Region | undefined;
  /** The row under the pointer, -1 for none. */
  hover: number;
  /** Changes the selection by rows that were hit, and says so. */
  pick(rows: ArrayLike<number>, change: Change): void;
  /** Shows another part of the plot; `quiet` in the middle of a movement. */
  look(view: View, how?: { readonly quiet?: boolean }): void;
  say(text: string): void;
}
