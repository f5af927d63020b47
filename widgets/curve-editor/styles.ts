import { css } from "../kit/lit.ts";

/** The look of curve-editor. The plot stands in for the numbers of its axes and for points at its edges. */
export const styles = css`
  :host {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-height: 28px;
  }
  b,
  output {
    flex: 1;
  }
  .row .row {
    flex: 1 0 auto;
  }
  span,
  output {
    color: var(--dim);
    font-size: 12px;
  }
  b,
  span[aria-hidden] {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  span[aria-hidden] {
    max-width: 180px;
  }
  .plot {
    position: relative;
    margin: 10px 14px 30px 50px;
    direction: ltr;
    touch-action: pan-y;
    user-select: none;
  }
  .plot > * {
    position: absolute;
  }
  svg {
    width: 100%;
    height: 100%;
    border: solid var(--line);
    border-width: 0 0 1px 1px;
    fill: none;
    stroke: var(--edge);
  }
  path {
    vector-effect: non-scaling-stroke;
  }
  .bars {
    fill: var(--edge);
    stroke: none;
  }
  .arms,
  .dots {
    stroke: var(--line);
  }
  .dots {
    stroke-width: 4;
    stroke-linecap: round;
  }
  .curve {
    stroke: var(--brand);
    stroke-width: 2.5;
  }
  .x {
    top: calc(100% + 8px);
    transform: translateX(-50%);
  }
  .y {
    right: calc(100% + 12px);
    transform: translateY(-50%);
  }
  .point {
    width: 16px;
    height: 16px;
    margin: -8px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
    cursor: grab;
    touch-action: none;
  }
  .point::after {
    position: absolute;
    inset: -7px;
    content: "";
  }
  [aria-current="true"] {
    background: var(--brand);
  }
  [aria-readonly="true"] {
    border-radius: 2px;
  }
  .number-field {
    width: 88px;
    font-size: 14px;
  }
  button,
  select,
  input {
    min-height: 28px;
    padding: 3px 8px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--fg);
    font: inherit;
  }
  button:hover {
    background: var(--tint);
  }
  [aria-disabled="true"] {
    color: GrayText;
  }
`;
