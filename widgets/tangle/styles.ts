import { css } from "../kit/lit.ts";

export const styles = css`
  :host {
    max-width: 760px;
    min-height: 92px;
    /* A finger that misses a number must not swipe the page back in its history. */
    touch-action: pan-y pinch-zoom;
  }
  p {
    max-height: 540px;
    margin: 0;
    padding: 4px;
    overflow: hidden auto;
    font-size: 16px;
    line-height: 32px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  b {
    font-weight: 600;
  }
  .number,
  .choice {
    position: relative;
    display: inline-block;
    min-width: 24px;
    margin: 0 -2px;
    padding: 0 4px;
    border-radius: 4px;
    line-height: 26px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    max-width: 100%;
    overflow: clip;
    overflow-clip-margin: 4px;
    text-align: center;
    white-space: nowrap;
    background: linear-gradient(var(--tint), var(--tint)) 0 0 / 100% 0 no-repeat;
  }
  .number {
    cursor: ew-resize;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .number::after,
  .choice::after {
    content: "";
    position: absolute;
    inset: auto 4px 1px;
    border-bottom: 2px dotted var(--brand);
    pointer-events: none;
  }
  .number.ranged:is(:hover, :focus-visible, .held)::after {
    height: 2px;
    border: 0;
    border-radius: 1px;
    background: linear-gradient(var(--brand) 0 0) 0 0 / var(--share) 100% no-repeat var(--edge);
  }
  .ranged:dir(rtl)::after {
    background-position: 100% 0;
  }
  .number:hover,
  .number.held,
  .choice:hover,
  .choice:focus-within {
    background-size: 100% 100%;
  }
  .choice:focus-within {
    outline: 2px solid var(--brand);
    outline-offset: -1px;
  }
  .number:focus-visible {
    outline-offset: -1px;
  }
  .choice {
    padding-inline-end: 17px;
  }
  .choice svg {
    position: absolute;
    inset-block-start: 9px;
    inset-inline-end: 4px;
    width: 9px;
    height: 9px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  select {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    color: var(--fg);
    background: var(--bg);
    font: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  input {
    max-width: 100%;
    height: 26px;
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--bg);
    color: var(--fg);
    font: inherit;
    font-weight: 600;
    line-height: 24px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  input:focus-visible {
    outline-offset: -2px;
  }
  input[aria-invalid="true"] {
    border-color: var(--bad);
    outline-color: var(--bad);
  }
  .hint {
    min-height: 20px;
    padding-inline: 4px;
    color: var(--dim);
    font-size: 13px;
    line-height: 20px;
  }
  .wrong {
    color: var(--bad);
  }
  @media (forced-colors: active) {
    .held {
      outline: 2px solid Highlight;
    }
  }
`;
