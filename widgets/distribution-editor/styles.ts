import { css } from "../kit/lit.ts";

/** The look of distribution-editor. The plot stands in from both sides so that a handle at an end is whole. */
export const styles = css`
  :host {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  header,
  .row,
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0 0 6px;
  }
  header {
    min-height: 20px;
  }
  b,
  dl div {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    margin-inline-end: auto;
    font-weight: 600;
  }
  header span,
  dt,
  .axis,
  .row span[aria-hidden] {
    color: var(--dim);
  }
  button,
  select,
  input {
    min-height: 28px;
    padding: 3px 8px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  select {
    flex: 1 1 90px;
    max-width: 140px;
  }
  button:hover,
  button[aria-pressed="true"] {
    background: var(--tint);
  }
  button[aria-disabled="true"] {
    color: GrayText;
  }
  .plot,
  .axis {
    position: relative;
    margin: 20px 20px 0;
    direction: ltr;
  }
  .plot {
    height: 180px;
    border-bottom: 1px solid var(--line);
    cursor: grab;
    touch-action: pan-y;
    user-select: none;
  }
  svg {
    width: 100%;
    height: 100%;
    forced-color-adjust: none;
  }
  path {
    vector-effect: non-scaling-stroke;
    fill: none;
    stroke: var(--line);
  }
  .bars {
    fill: color-mix(in srgb, var(--fg) 24%, var(--bg));
    stroke: none;
  }
  .line {
    fill: color-mix(in srgb, var(--brand) 16%, transparent);
    stroke: var(--brand);
    stroke-width: 2;
  }
  .handle {
    position: absolute;
    width: 16px;
    height: 16px;
    margin: -8px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
    cursor: ew-resize;
  }
  .handle::before {
    position: absolute;
    inset: -8px;
    content: "";
  }
  .axis span,
  .handle span {
    position: absolute;
    font-size: 12px;
    transform: translateX(-50%);
  }
  .handle span {
    bottom: 14px;
    left: 6px;
  }
  .axis {
    height: 22px;
    margin-top: 2px;
  }
  .row div {
    display: grid;
  }
  dt,
  dd {
    display: inline;
    margin: 0 6px 0 0;
  }
`;
