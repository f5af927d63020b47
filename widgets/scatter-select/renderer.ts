import type { Points } from "./points.ts";
import type { Frame, View } from "./viewport.ts";

/** How marks look. */
export interface Look {
  /** CSS colours by group. */
  readonly colors: readonly string[];
  /** Places among the `shapes`, by group. */
  readonly shapes: readonly number[];
  /** Groups that are not drawn. */
  readonly hidden: ReadonlySet<number>;
  /** The CSS colour of the rim around a selected mark. */
  readonly rim: string;
  /** Diameter of a mark in CSS pixels. */
  readonly size: number;
  /** Opacity of a mark that is not selected, 0 to 1; a selected one is opaque. */
  readonly opacity: number;
}

/** Everything that decides what the marks look like on the screen. */
export interface Scene extends Frame {
  readonly points: Points;
  readonly look: Look;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/**
 * Draws points and knows nothing else: no pointer, no axis, no trait. Points and selection are layers of their own, so a
 * selection that changes never draws all points again.
 */
export interface Renderer {
  /** The elements to put into the plot, from the back to the front, each as large as the plot. */
  readonly layers: readonly HTMLElement[];
  /** Draws all points. */
  drawPoints(scene: Scene): void;
  /** Draws the selected rows in front of all points. */
  drawSelected(scene: Scene, rows: Uint32Array): void;
  /** Moves what is drawn to where another view would have it, roughly, until it is drawn again. */
  preview(view: View): void;
  /** Gives back what it holds; it draws no more. */
  dispose(): void;
}
