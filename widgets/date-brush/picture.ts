import { html, nothing, svg } from "../kit/lit.ts";
import type { Span } from "./days.ts";
import type { Label, Layout } from "./layout.ts";

/** Texts as SVG. */
export const texts = (labels: readonly Label[]) =>
  labels.map(({ x, y, text }) => svg`<text x=${x} y=${y}>${text}</text>`);

/** The days of a layout: pale, clear within the range, whose outline is drawn where it is not all, and their labels. */
export function picture(layout: Layout, range: Span, isAll: boolean) {
  const { width, height, areas, labels } = layout;
  const outline = layout.outline(range);
  const paths = areas.map((d, level) => svg`<path class="level-${level}" d=${d} />`);
  return html`<svg class="out" aria-hidden="true" width=${width} height=${height}>${paths}</svg>
    <svg aria-hidden="true" width=${width} height=${height} style="clip-path:path('${outline}')">${paths}</svg>
    <svg aria-hidden="true" width=${width} height=${height}>
      ${isAll ? nothing : svg`<path class="outline" d=${outline} />`} ${texts(labels)}
    </svg>`;
}
