import { css } from "inlay/kit";

/** Colours are tokens only: they follow the host, light or dark, and keep their contrast. */
export const styles = css`
  .label,
  .hint {
    min-height: 1.5em;
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--dim);
    font-variant-numeric: tabular-nums;
  }
  .chart {
    display: flex;
    height: 160px;
    margin: 4px 0;
    border-bottom: 1px solid var(--line);
  }
  .empty {
    align-items: center;
    justify-content: center;
    color: var(--dim);
  }
  [role="option"] {
    position: relative;
    flex: 1;
    min-width: 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  [role="option"]:hover {
    background: var(--soft);
  }
  [role="option"]:focus-visible {
    z-index: 1;
  }
  i {
    position: absolute;
    inset-inline: 10%;
    min-height: 1px;
    background: var(--line);
  }
  [aria-selected="true"] {
    background: var(--tint);
  }
  [aria-selected="true"] i {
    background: var(--brand);
  }
  @media (forced-colors: active) {
    i {
      background: CanvasText;
    }
    [aria-selected="true"] i {
      background: Highlight;
    }
  }
`;
