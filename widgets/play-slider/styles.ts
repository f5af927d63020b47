import { css } from "../kit/lit.ts";

/** The look of play-slider. */
export const styles = css`
  :host {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  header,
  .ends,
  footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
  }
  header {
    min-height: 20px;
  }
  b,
  .ends span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-weight: 600;
  }
  .dim {
    color: var(--dim);
  }
  [type="range"] {
    display: block;
    width: 100%;
    height: 28px;
    margin: 0;
    touch-action: pan-y;
  }
  .ends {
    min-height: 18px;
    font-size: 12px;
  }
  footer {
    flex-wrap: wrap;
    justify-content: flex-start;
    gap: 4px;
    min-height: 40px;
    margin-top: 4px;
  }
  button {
    width: 32px;
    padding: 0;
  }
  button.solid {
    width: 40px;
    height: 32px;
    border-radius: 16px;
  }
  .icon {
    margin: auto;
  }
  .solid .icon {
    fill: currentColor;
  }
  [dir="rtl"] .icon {
    transform: scaleX(-1);
  }
  .number-field {
    flex: 0 1 22ch;
    margin-inline: 8px;
  }
  .number-field input {
    width: 100%;
  }
  .choices {
    display: flex;
    gap: 4px;
    margin-inline-start: auto;
  }
`;
