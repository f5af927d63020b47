import { svg, type SVGTemplateResult } from "./lit.ts";

/**
 * A picture for a button that has a name of its own: lines on a grid of 16, drawn by `icons` of `theme.ts`.
 * @param path data of an SVG path, with round ends; a line without length is a dot.
 * @example html`<button aria-label="Add">${icon("M8 3v10M3 8h10")}</button>`
 */
export const icon = (path: string, kind = ""): SVGTemplateResult =>
  svg`<svg class="icon ${kind}" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
