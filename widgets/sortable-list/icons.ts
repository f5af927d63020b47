import { svg, type SVGTemplateResult } from "../kit/lit.ts";

const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${paths}</svg>`;

/** Icons on a grid of 16, drawn in the colour of the text. */
export const icons = {
  up: icon(svg`<path d="M8 13V3.5M3.8 7.5 8 3.2l4.2 4.3"/>`),
  down: icon(svg`<path d="M8 3v9.5M3.8 8.5 8 12.8l4.2-4.3"/>`),
  edit: icon(svg`<path d="m3 13 .6-2.8L10.8 3l2.2 2.2-7.2 7.2z M9.4 4.4l2.2 2.2"/>`),
  remove: icon(svg`<path d="m4 4 8 8M12 4l-8 8"/>`),
  undo: icon(svg`<path d="M6 3 2.8 6.2 6 9.4M3.2 6.2h6.3a3.6 3.6 0 0 1 0 7.2H6.4"/>`),
  redo: icon(svg`<path d="m10 3 3.2 3.2L10 9.4m2.8-3.2H6.5a3.6 3.6 0 0 0 0 7.2h3.1"/>`),
  add: icon(svg`<path d="M8 3v10M3 8h10"/>`),
  grip: svg`<svg class="icon dots" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle cx="6" cy="4" r="1.2"/><circle cx="10" cy="4" r="1.2"/><circle cx="6" cy="8" r="1.2"/>
    <circle cx="10" cy="8" r="1.2"/><circle cx="6" cy="12" r="1.2"/><circle cx="10" cy="12" r="1.2"/></svg>`,
} as const;
