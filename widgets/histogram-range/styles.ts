import { css } from "lit";

/** The look of histogram-range. The plot stands in from both sides so that a thumb at an end is whole. */
export const styles = css`
  header,
  footer {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  header {
    justify-content: space-between;
    min-height: 20px;
  }
  b {
    overflow: hidden;
    font-size: 14px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count,
  .axis,
  .unit,
  .none {
    color: var(--dim);
  }
  .count {
    flex: none;
    margin-inline-start: auto;
  }
  .plot {
    position: relative;
    margin: 10px 14px 0;
    direction: ltr;
    touch-action: pan-y;
    user-select: none;
    cursor: crosshair;
    forced-color-adjust: none;
  }
  svg,
  .bars {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
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
    shape-rendering: crispEdges;
  }
  .bars {
    pointer-events: none;
    outline: none;
  }
  .bars:focus-visible::after {
    position: absolute;
    inset: -6px -12px -4px;
    border: 2px solid var(--brand);
    border-radius: var(--round);
    content: "";
  }
  .hot {
    position: absolute;
    inset-block: 0;
    background: var(--fg);
    opacity: 0.1;
    pointer-events: none;
  }
  .tip {
    position: absolute;
    bottom: calc(100% - 14px);
    z-index: 2;
    width: max-content;
    padding: 3px 8px;
    border: 1px solid var(--edge);
    border-radius: calc(var(--round) - 2px);
    background: var(--surface);
    box-shadow: 0 2px 8px #0002;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .tip i {
    padding-inline-start: 8px;
    color: var(--dim);
    font-style: normal;
  }
  .band {
    position: absolute;
    inset-block: 0 -10px;
  }
  .band::before {
    position: absolute;
    inset: auto 0 8px;
    height: 4px;
    background: var(--brand);
    content: "";
  }
  .band.part {
    background: linear-gradient(color-mix(in srgb, var(--brand) 9%, transparent) 100%, transparent 0) 0 0 / auto
      calc(100% - 10px) no-repeat;
    cursor: grab;
  }
  .band:focus-visible {
    border-radius: 2px;
  }
  .band.part:active {
    cursor: grabbing;
  }
  .thumb {
    position: absolute;
    bottom: -8px;
    width: 16px;
    height: 16px;
    margin-left: -8px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
    box-shadow: 0 1px 3px #0003;
    cursor: ew-resize;
  }
  .thumb::before {
    position: absolute;
    bottom: 14px;
    left: 5px;
    width: 2px;
    height: calc(var(--height) - 8px);
    background: var(--brand);
    content: "";
  }
  .thumb::after {
    position: absolute;
    inset: -6px -2px -6px -12px;
    content: "";
  }
  .thumb + .thumb::after {
    inset: -6px -12px -6px -2px;
  }
  .thumb:hover,
  .thumb:active {
    background: var(--tint);
  }
  .axis {
    position: relative;
    height: 20px;
    margin: 12px 14px 8px;
    direction: ltr;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .axis span {
    position: absolute;
    transform: translateX(-50%);
    white-space: nowrap;
  }
  .none {
    display: grid;
    place-items: center;
    height: 100%;
    margin: 0;
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    cursor: default;
  }
  input {
    width: 100%;
    min-width: 0;
    max-width: 13ch;
    font-variant-numeric: tabular-nums;
  }
  [aria-invalid="true"] {
    border-color: var(--bad) !important;
  }
  button {
    margin-inline-start: auto;
  }
  button[aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
  }
`;
