import { css } from "../kit/lit.ts";

/** Looks of the plot and of what lies over it. */
export const plotStyles = css`
  .stage {
    position: relative;
    flex: 1;
    min-height: 0;
    direction: ltr;
  }
  .axes {
    position: absolute;
    width: 100%;
    height: 100%;
  }
  .grid {
    stroke: var(--edge);
    stroke-width: 1;
    opacity: 0.6;
  }
  .numbers {
    fill: var(--dim);
    font-size: 11.5px;
    font-variant-numeric: tabular-nums;
  }
  .base {
    fill: none;
    stroke: var(--line);
  }
  .name.x,
  .name.y,
  .hint {
    position: absolute;
    overflow: hidden;
    color: var(--dim);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name.y {
    top: 4px;
    left: 4px;
    max-width: calc(100% - 8px);
  }
  .name.x {
    right: var(--right);
    bottom: 1px;
    max-width: 60%;
  }
  .name.y::before {
    content: "↑ ";
  }
  .name.x::after {
    content: " →";
  }
  .hint {
    right: 42%;
    bottom: 1px;
    left: 4px;
    visibility: hidden;
  }
  .stage:has(.plot:focus-visible) .hint {
    visibility: visible;
  }
  .plot {
    position: absolute;
    inset: var(--top) var(--right) var(--bottom) var(--left);
    overflow: hidden;
    cursor: crosshair;
    outline-offset: 1px;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .plot.pan {
    cursor: grab;
  }
  .plot.pan:active {
    cursor: grabbing;
  }
  .plot.pointed {
    cursor: pointer;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    transform-origin: 0 0;
    pointer-events: none;
  }
  .points {
    transition: opacity 0.15s;
  }
  .picked .points {
    opacity: 0.3;
  }
  .overlay {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .overlay * {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .under {
    stroke: var(--bg);
    stroke-width: 3.5;
    stroke-opacity: 0.7;
  }
  .overlay .region {
    fill: var(--brand);
    fill-opacity: 0.12;
    stroke: var(--brand);
    stroke-width: 1.5;
  }
  .overlay .region.subtract {
    stroke-dasharray: 5 4;
  }
  .cursor {
    stroke: var(--fg);
    stroke-width: 2;
  }
  .hover {
    stroke: var(--fg);
    stroke-width: 1.5;
  }
  .badge,
  .tooltip {
    position: absolute;
    z-index: 1;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--fg);
    font-size: 12px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 14%);
    pointer-events: none;
  }
  .badge {
    padding: 1px 7px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .tooltip {
    display: grid;
    gap: 2px;
    width: max-content;
    max-width: min(260px, 48%);
    max-height: 100%;
    padding: 7px 10px;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, auto) auto;
    gap: 0 12px;
    margin: 0;
  }
  dt {
    color: var(--dim);
  }
  dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 16px;
    color: var(--dim);
    text-align: center;
  }
  .notes {
    flex: none;
    margin: 2px 0 0;
    color: var(--dim);
    font-size: 12px;
  }
  .table {
    position: absolute;
    top: 8px;
    right: 8px;
    z-index: 2;
    max-width: calc(100% - 16px);
    max-height: calc(100% - 16px);
    overflow: auto;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    box-shadow: 0 4px 18px rgb(0 0 0 / 16%);
  }
  table {
    border-collapse: collapse;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: 7px 10px 4px;
    color: var(--dim);
    text-align: start;
    white-space: nowrap;
  }
  th,
  td {
    max-width: 200px;
    padding: 3px 10px;
    overflow: hidden;
    border-top: 1px solid var(--edge);
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  th {
    color: var(--dim);
    font-weight: 500;
  }
  .number {
    text-align: end;
  }
  @media (forced-colors: active) {
    .grid {
      opacity: 0.25;
    }
  }
`;
