/** The part of the unit space that is shown: left, right, bottom and top. */
export interface View {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

/** A view on a plot of some width and height in CSS pixels. */
export interface Frame {
  readonly view: View;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 0.06;
const DEEPEST = 20_000;

/** All points, with room for their marks at the edges. */
export const HOME: View = { u0: -MARGIN, u1: 1 + MARGIN, v0: -MARGIN, v1: 1 + MARGIN };

/** How far a view is zoomed in; 1 at `HOME`. */
export function zoomOf(view: View): number {
  return (HOME.u1 - HOME.u0) / (view.u1 - view.u0);
}

/** Zooms by `factor` around a place that stays where it is: fractions of the width from the left, the height from the top. */
export function zoomed(view: View, factor: number, left = 0.5, top = 0.5): View {
  const zoom = zoomOf(view);
  const scale = zoom / Math.min(DEEPEST, Math.max(1, zoom * factor));
  const width = (view.u1 - view.u0) * scale;
  const height = (view.v1 - view.v0) * scale;
  const u = view.u0 + (view.u1 - view.u0) * left;
  const v = view.v1 - (view.v1 - view.v0) * top;
  return kept({ u0: u - width * left, u1: u + width * (1 - left), v0: v - height * (1 - top), v1: v + height * top });
}

/** Moves what is shown by fractions of its width to the right and of its height downwards; never past `HOME`. */
export function panned(view: View, right: number, down: number): View {
  const du = (view.u1 - view.u0) * right;
  const dv = (view.v1 - view.v0) * down;
  return kept({ u0: view.u0 - du, u1: view.u1 - du, v0: view.v0 + dv, v1: view.v1 + dv });
}

/** The view moved as little as needed to show a place away from its edges. */
export function revealing(view: View, u: number, v: number): View {
  const width = view.u1 - view.u0;
  const height = view.v1 - view.v0;
  const off = (at: number, low: number, size: number) =>
    at < low + size * 0.02 ? at - (low + size * 0.2) : at > low + size * 0.98 ? at - (low + size * 0.8) : 0;
  const du = off(u, view.u0, width);
  const dv = off(v, view.v0, height);
  if (du === 0 && dv === 0) return view;
  return kept({ u0: view.u0 + du, u1: view.u1 + du, v0: view.v0 + dv, v1: view.v1 + dv });
}

/** The view moved, without a change of size, to lie within `HOME`. */
export function kept({ u0, u1, v0, v1 }: View): View {
  const du = Math.max(0, HOME.u0 - u0) - Math.max(0, u1 - HOME.u1);
  const dv = Math.max(0, HOME.v0 - v0) - Math.max(0, v1 - HOME.v1);
  return { u0: u0 + du, u1: u1 + du, v0: v0 + dv, v1: v1 + dv };
}

/** Pixels from the left edge. */
export function toX({ view, width }: Frame, u: number): number {
  return ((u - view.u0) / (view.u1 - view.u0)) * width;
}

/** Pixels from the top edge. */
export function toY({ view, height }: Frame, v: number): number {
  return ((view.v1 - v) / (view.v1 - view.v0)) * height;
}

/** The unit place under a pixel from the left edge. */
export function toU({ view, width }: Frame, x: number): number {
  return view.u0 + (x / width) * (view.u1 - view.u0);
}

/** The unit place under a pixel from the top edge. */
export function toV({ view, height }: Frame, y: number): number {
  return view.v1 - (y / height) * (view.v1 - view.v0);
}
