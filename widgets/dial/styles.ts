import { css } from "../kit/lit.ts";

export const styles = css`
  :host {
    --track: color-mix(in srgb, var(--fg) 14%, var(--bg));
    max-width: 100%;
  }
  b {
    display: block;
    max-height: 3lh;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .dial {
    position: relative;
    width: var(--size);
    max-width: calc(100% - 8px);
    aspect-ratio: 1;
    margin: 4px;
    touch-action: none;
    user-select: none;
    cursor: pointer;
  }
  .ring,
  .middle {
    position: absolute;
    inset: 0;
    border-radius: 50%;
  }
  .ring {
    mask: radial-gradient(closest-side, #0000 calc(84% - 0.5px), #000 calc(84% + 0.5px));
  }
  .middle {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
  }
  .middle .number-field {
    width: 44%;
    line-height: 1;
  }
  .middle input {
    min-height: 24px;
    padding: 1px;
    border-color: #0000 #0000 var(--line);
    border-bottom-style: dotted;
    border-radius: 0;
    background: none;
    text-align: center;
    font-size: clamp(12px, calc(var(--size) / 13), 24px);
    font-weight: 600;
    line-height: 1.3;
  }
  .middle input:hover {
    background: var(--tint);
  }
  .middle .swatch {
    width: 18%;
    aspect-ratio: 1;
    border: 1px solid var(--line);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  i,
  small,
  .hand {
    position: absolute;
    translate: -50% -50%;
  }
  i {
    height: 3%;
    border-left: 1px solid var(--line);
  }
  i:has(+ small) {
    height: 5%;
    border-width: 1.5px;
  }
  small {
    color: var(--dim);
    font-size: 11px;
    line-height: 1;
    white-space: nowrap;
    pointer-events: none;
  }
  .hand {
    width: 24px;
    height: 24px;
    border: 3px solid var(--bg);
    border-radius: 50%;
    background: var(--fill, var(--brand));
    box-shadow: 0 0 0 1px var(--line);
    cursor: grab;
  }
  .both {
    width: 26px;
    height: 10px;
    border-width: 2px;
    border-radius: 6px;
  }
  .held,
  .held .hand {
    cursor: grabbing;
  }
`;
