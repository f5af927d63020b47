import { css } from "../kit/lit.ts";
import { icons } from "../kit/theme.ts";

const own = css`
  :host {
    max-width: 760px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .label {
    margin-bottom: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
    max-height: 2.9em;
    overflow: hidden;
  }
  [data-forced-colors] {
    forced-color-adjust: none;
  }
  .strip {
    display: flex;
    height: 64px;
    padding: 6px 4px;
    overflow: auto hidden;
    scrollbar-width: thin;
    touch-action: pan-y;
    user-select: none;
  }
  .many {
    touch-action: auto;
  }
  .swatch {
    position: relative;
    flex: 1 0 28px;
    display: grid;
    place-items: end center;
    border: solid var(--bg);
    border-width: 0 1px;
    font-size: 12px;
    cursor: grab;
  }
  .swatch:first-child {
    border-radius: var(--round) 0 0 var(--round);
  }
  .swatch:last-child {
    border-radius: 0 var(--round) var(--round) 0;
  }
  .swatch:has(:checked) {
    z-index: 1;
    border-radius: var(--round);
    box-shadow:
      0 0 0 2px var(--bg),
      0 0 0 4px var(--fg);
    font-weight: 700;
  }
  .swatch:has(:focus-visible) {
    outline: 3px solid var(--brand);
    outline-offset: 2px;
  }
  .swatch input {
    position: absolute;
    inset: 0;
    margin: 0;
    appearance: none;
    outline: 0;
    cursor: inherit;
  }
  .none {
    margin: auto;
    color: var(--dim);
  }
  .bar,
  .entry {
    display: flex;
    align-items: center;
    gap: 2px 8px;
    min-height: 32px;
    flex-wrap: wrap;
  }
  button {
    margin-inline-end: -6px;
    padding: 7px;
    border: 0;
    border-radius: var(--round);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--tint);
  }
  [aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .note {
    flex: 1 1 180px;
    margin: 0 6px;
    max-height: 2.7em;
    overflow: hidden;
    color: var(--dim);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .wrong {
    color: var(--bad);
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
    gap: 6px 24px;
    padding: 4px 0;
  }
  .one {
    width: 52px;
    height: 30px;
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .text {
    flex: 0 1 17ch;
    min-width: 0;
    padding: 4px 8px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: inherit;
    font: inherit;
    font-family: var(--mono);
  }
  [aria-invalid="true"] {
    border-color: var(--bad) !important;
  }
  .slider {
    display: grid;
    grid-template-columns: 9ch 1fr 6ch;
    align-items: center;
    gap: 8px;
    height: 29px;
  }
  .slider output {
    text-align: end;
  }
  .slider input {
    width: 100%;
    height: 16px;
    margin: 0;
    appearance: none;
    border-radius: 8px;
    background: var(--track), repeating-linear-gradient(45deg, var(--line) 0 1px, transparent 1px 5px);
    box-shadow: 0 0 0 1px var(--line);
    direction: ltr;
    cursor: pointer;
    touch-action: pan-y;
  }
  ::-webkit-slider-thumb {
    appearance: none;
    width: 14px;
    height: 22px;
    border: 2px solid #000;
    border-radius: 7px;
    background: var(--thumb);
    box-shadow: inset 0 0 0 2px #fff;
  }
  ::-moz-range-thumb {
    box-sizing: border-box;
    width: 14px;
    height: 22px;
    border: 2px solid #000;
    border-radius: 7px;
    background: var(--thumb);
    box-shadow: inset 0 0 0 2px #fff;
  }
  .gamut {
    min-height: 1.45em;
  }
  .tiles {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .tiles li {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
    line-height: 1.25;
    font-size: 12px;
  }
  .aa {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 48px;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    font: 600 18px var(--font);
  }
  .aa::before {
    content: "Aa";
  }
  b {
    display: block;
  }
  summary {
    display: grid;
    grid-template-columns: 7ch minmax(60px, 1fr) minmax(0, 1.3fr) 1ch;
    align-items: center;
    gap: 8px;
    height: 25px;
    border-radius: var(--round);
    cursor: pointer;
  }
  summary::after {
    content: "›";
  }
  [open] > summary::after {
    rotate: 90deg;
  }
  .seen {
    display: flex;
    height: 16px;
    border-radius: 4px;
    overflow: hidden;
  }
  .seen i {
    flex: 1;
  }
  .pairs {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  details p {
    max-height: 5em;
    margin: 2px 0 6px;
    overflow: auto;
    color: var(--dim);
  }
`;

/** The look of palette. */
export const styles = [icons, own];
