import { css } from "inlay/kit";

/** Colours are tokens only: they follow the host, light or dark, and keep their contrast. */
export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-height: 40px;
  }
  .label {
    min-width: 0;
    overflow-wrap: anywhere;
    margin-inline-end: 4px;
  }
  .number {
    min-width: 5ch;
    padding: 4px 8px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    font-variant-numeric: tabular-nums;
    text-align: end;
    overflow-wrap: anywhere;
  }
  button {
    min-width: 32px;
    min-height: 32px;
    touch-action: manipulation;
  }
  button[aria-disabled="true"] {
    border-style: dashed;
    color: var(--dim);
    cursor: not-allowed;
  }
`;
