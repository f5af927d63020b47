import { css } from "../kit/lit.ts";

/** The look of histogram-range. The plot stands in from both sides so that a thumb at an end is whole. */
export const styles = css`
  :host {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  header,
  footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  header {
    min-height: 20px;
  }
  b,
  .dim {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-weight: 600;
  }
  .dim,
  .none {
    color: var(--dim);
  }
  header .dim {
    flex: none;
  }
  .plot,
  .axis {
    position: relative;
    margin: 10px 20px 12px;
    direction: ltr;
  }
  .plot {
    height: var(--height);
    touch-action: pan-y;
    user-select: none;
  }
  .plot > * {
    position: absolute;
    inset: 0;
  }
  svg {
    width: 100%;
    height: 100%;
    overflow: visible;
    forced-color-adjust: none;
  }
  path {
    fill: color-mix(in srgb, var(--fg) 34%, var(--bg));
  }
  .in {
    fill: var(--brand);
  }
  .ticks {
    fill: none;
    stroke: var(--line);
  }
  .bars,
  .hot,
  .tip {
    pointer-events: none;
  }
  .hot {
    background: var(--fg);
    opacity: 0.1;
  }
  .tip {
    position: absolute;
    bottom: calc(100% - 14px);
    max-width: 100%;
    overflow: hidden;
    padding: 2px 8px;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    font-size: 12px;
    white-space: nowrap;
  }
  .tip .dim {
    padding-left: 4px;
  }
  .plot > .band {
    bottom: -2px;
    border-bottom: 4px solid var(--brand);
  }
  .band[aria-disabled="false"] {
    background: color-mix(in srgb, var(--brand) 9%, transparent);
    cursor: grab;
  }
  .plot > .thumb {
    inset: auto auto -8px;
    width: 16px;
    height: 16px;
    margin-left: -8px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
    cursor: ew-resize;
  }
  .thumb::before,
  .thumb::after {
    position: absolute;
    content: "";
  }
  .thumb::before {
    bottom: 12px;
    left: 5px;
    height: calc(var(--height) - 6px);
    border-left: 2px solid var(--brand);
  }
  .thumb::after {
    inset: -8px 0 -8px -14px;
  }
  .thumb + .thumb::after {
    inset: -8px -14px -8px 0;
  }
  .thumb:hover {
    background: var(--tint);
  }
  .axis {
    height: 18px;
    margin-bottom: 6px;
    overflow: visible;
    font-size: 12px;
  }
  .axis span {
    position: absolute;
    transform: translateX(-50%);
  }
  .none {
    display: grid;
    place-items: center;
    margin: 0;
    border: 1px dashed var(--edge);
    border-radius: var(--round);
  }
  input {
    width: 12ch;
    min-width: 0;
    font-variant-numeric: inherit;
  }
  [aria-invalid="true"] {
    border-color: var(--bad) !important;
  }
  button {
    margin-inline-start: auto;
  }
  button[aria-disabled="true"] {
    border-color: var(--edge);
    color: GrayText;
  }
`;
