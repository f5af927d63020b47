import { css } from "../kit/lit.ts";

export const styles = css`
  :host {
    max-width: 100%;
  }
  .frame {
    --knob: 18px;
    display: grid;
    grid-template: var(--height) 44px / 64px minmax(0, var(--width));
    padding: 10px 14px 0 0;
  }
  .pad,
  .axis {
    position: relative;
    touch-action: none;
    user-select: none;
  }
  .pad {
    background: var(--soft);
    box-shadow: 0 0 0 1px var(--line);
    cursor: crosshair;
  }
  .x.axis {
    grid-column: 2;
    cursor: ew-resize;
  }
  .y.axis {
    cursor: ns-resize;
  }
  img,
  canvas {
    position: absolute;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  i,
  .tick,
  .cross,
  .thumb {
    position: absolute;
    left: var(--x, 0);
    bottom: var(--y, 0);
  }
  i,
  .cross {
    border: 0 solid var(--brand);
    pointer-events: none;
  }
  i {
    border-color: var(--edge);
    opacity: 0.7;
  }
  img ~ i {
    display: none;
  }
  .cross {
    box-shadow: 0 0 0 0.5px var(--bg);
  }
  .down {
    height: 100%;
    border-left-width: 1px;
  }
  .over {
    width: 100%;
    border-top-width: 1px;
  }
  .tick {
    color: var(--dim);
    font-size: 12px;
    line-height: 14px;
    white-space: nowrap;
    pointer-events: none;
  }
  .x .tick {
    top: 22px;
    bottom: auto;
    transform: translateX(-50%);
  }
  .y .tick {
    left: auto;
    right: 26px;
    transform: translateY(50%);
  }
  .thumb {
    width: var(--knob);
    height: var(--knob);
    margin: 0 0 calc(var(--knob) / -2) calc(var(--knob) / -2);
    border: 3px solid var(--bg);
    border-radius: 50%;
    background: var(--brand);
    box-shadow: 0 0 0 1px var(--line);
    cursor: grab;
  }
  .pad .thumb {
    --knob: 22px;
  }
  .x .thumb {
    top: 3px;
    width: 12px;
    margin-left: -6px;
  }
  .y .thumb {
    left: auto;
    right: 3px;
    height: 12px;
    margin-bottom: -6px;
  }
  .axis .thumb {
    border-width: 2px;
    border-radius: 6px;
    cursor: inherit;
  }
  .held .thumb {
    cursor: grabbing;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    padding-inline-start: 64px;
    max-height: 70px;
    overflow: hidden auto;
  }
  footer > span {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
  }
  b {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header b {
    display: block;
  }
  footer b {
    font-weight: 500;
    max-width: 120px;
  }
`;
