import { css } from "../kit/lit.ts";

/** Layout of scatter-select, its toolbar and its legend; the plot has `plotStyles`. */
export const styles = css`
  .frame {
    display: flex;
    flex-direction: column;
    min-width: 0;
    font-size: 13px;
  }
  .toolbar,
  .legend {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  .set {
    display: flex;
    align-items: center;
    gap: 1px;
  }
  .set + .set:not(.end) {
    padding-inline-start: 10px;
    border-inline-start: 1px solid var(--edge);
  }
  .narrow .set + .set:not(.end) {
    padding: 0;
    border: 0;
  }
  .end {
    margin-inline-start: auto;
  }
  .toolbar button {
    display: grid;
    place-items: center;
    width: 28px;
    padding: 0;
    color: var(--dim);
  }
  .toolbar button:hover {
    color: var(--fg);
  }
  .toolbar button[aria-pressed="true"],
  .toolbar button[aria-expanded="true"] {
    border-color: var(--brand);
    background: var(--tint);
    color: var(--fg);
  }
  .toolbar button[aria-disabled="true"] {
    background: none;
    color: color-mix(in srgb, var(--dim) 40%, transparent);
    cursor: default;
  }
  .count {
    margin-inline-end: 4px;
    color: var(--dim);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .count b {
    color: var(--fg);
    font-weight: 600;
  }
  .legend {
    gap: 0 6px;
    max-height: 72px;
    margin-top: 4px;
    overflow: auto;
  }
  .entry {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .legend button {
    min-height: 28px;
    padding: 2px 4px;
    line-height: 1.3;
  }
  .legend button:focus-visible {
    outline-offset: -2px;
  }
  .toggle {
    display: grid;
    place-items: center;
    width: 26px;
  }
  .mark {
    display: block;
    overflow: visible;
  }
  .legend .name {
    max-width: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .toggle[aria-pressed="false"] + .name bdi {
    color: var(--dim);
    text-decoration: line-through;
  }
  .name small {
    display: inline-block;
    margin-inline-start: 3px;
  }
  small,
  .more {
    color: var(--dim);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    :host {
      --cat-1: CanvasText;
      --cat-2: CanvasText;
      --cat-3: CanvasText;
      --cat-4: CanvasText;
      --cat-5: CanvasText;
      --cat-6: CanvasText;
      --cat-7: CanvasText;
      --cat-8: CanvasText;
    }
    .toolbar button[aria-pressed="true"],
    .toolbar button[aria-expanded="true"] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .toolbar button[aria-disabled="true"] {
      color: GrayText;
    }
  }
`;
