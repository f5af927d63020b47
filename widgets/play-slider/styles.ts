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
    border-radius: var(--round);
    background: linear-gradient(90deg, var(--brand) var(--part), var(--track) 0) center / 100% 6px no-repeat;
    appearance: none;
    forced-color-adjust: none;
    touch-action: pan-y;
    --track: color-mix(in srgb, var(--fg) 20%, var(--bg));
  }
  [type="range"]:dir(rtl) {
    background-image: linear-gradient(-90deg, var(--brand) var(--part), var(--track) 0);
  }
  ::-webkit-slider-thumb {
    width: 18px;
    height: 18px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
    appearance: none;
  }
  ::-moz-range-thumb {
    width: 14px;
    height: 14px;
    border: 2px solid var(--brand);
    border-radius: 50%;
    background: var(--bg);
  }
  :disabled {
    filter: grayscale(1);
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
  .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  .number-field {
    flex: 1 1 14ch;
    max-width: 28ch;
    margin-inline-start: 8px;
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
