import { css } from "../kit/lit.ts";

/** The look of date-brush. */
export const styles = css`
  :host {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  header,
  .line,
  footer,
  .ends,
  .presets {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
  }
  header {
    min-height: 20px;
  }
  b {
    max-width: 100%;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .dim {
    color: var(--dim);
  }
  .days {
    display: flex;
    height: calc(var(--height) + 14px);
    margin-top: 6px;
    direction: ltr;
  }
  .scroller {
    flex: 1;
    min-width: 0;
    overflow: auto hidden;
    scrollbar-width: thin;
  }
  .side {
    flex: none;
  }
  .plot {
    position: relative;
    outline-offset: -2px;
    touch-action: pan-y;
    user-select: none;
  }
  .wide {
    touch-action: manipulation;
  }
  .plot svg {
    position: absolute;
  }
  svg,
  [aria-pressed="true"] {
    forced-color-adjust: none;
  }
  svg {
    display: block;
    pointer-events: none;
  }
  text {
    fill: var(--dim);
    font-size: 11px;
  }
  .plot text {
    text-anchor: start;
  }
  .out {
    opacity: 0.4;
  }
  .level-0 {
    fill: color-mix(in srgb, var(--fg) 9%, var(--bg));
  }
  .level-1 {
    fill: color-mix(in srgb, var(--brand) 35%, var(--bg));
  }
  .level-2 {
    fill: color-mix(in srgb, var(--brand) 60%, var(--bg));
  }
  .level-3 {
    fill: var(--brand);
  }
  .level-4 {
    fill: color-mix(in srgb, var(--brand) 62%, var(--fg));
  }
  .outline {
    fill: color-mix(in srgb, var(--brand) 8%, transparent);
    stroke: var(--fg);
    stroke-width: 1.5;
  }
  .cell {
    position: absolute;
    pointer-events: none;
  }
  .on {
    border: 2px solid var(--fg);
    background: color-mix(in srgb, var(--fg) 12%, transparent);
  }
  .none {
    display: grid;
    flex: 1;
    place-items: center;
    margin: 0;
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    color: var(--dim);
  }
  .line {
    flex-wrap: nowrap;
    min-height: 28px;
    margin-block: 4px 8px;
  }
  /* The button inside of a date field has the focus without it being seen. */
  input:focus-within {
    outline: 2px solid var(--brand);
  }
  input:enabled:invalid {
    border-color: var(--bad) !important;
  }
  .presets {
    justify-content: flex-start;
    gap: 4px;
  }
  [aria-pressed="true"] {
    border-color: var(--brand);
    background: var(--tint);
  }
`;
