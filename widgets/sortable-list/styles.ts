import { css } from "../kit/lit.ts";

export const styles = css`
  :host {
    --row: 36px;
    max-width: 640px;
    container-type: inline-size;
  }
  .label {
    margin-bottom: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .label,
  .note > span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .frame {
    position: relative;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    overflow: hidden;
  }
  .scroller {
    position: relative;
    min-height: calc(var(--row) * 4 + 8px);
    padding: 4px;
    border-radius: calc(var(--round) - 1px);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .scroller:has(ul:focus-visible) {
    outline: 2px solid var(--brand);
    outline-offset: -2px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    user-select: none;
    -webkit-user-select: none;
  }
  ul:focus-visible {
    outline: none;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 28px auto minmax(0, 1fr) 32px;
    align-items: start;
    min-height: var(--row);
    border-radius: calc(var(--round) - 2px);
    scroll-margin: 4px;
    cursor: grab;
  }
  .many li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 36px;
  }
  li:hover {
    background: var(--soft);
  }
  ul:focus li[aria-selected="true"],
  .frame:has(+ .foot :is(button:hover, :focus-visible)) li[aria-selected="true"] {
    background: var(--tint);
  }
  ul:focus-visible li[aria-selected="true"]::after {
    content: "";
    position: absolute;
    inset-block: 7px;
    inset-inline-start: 2px;
    border-inline-start: 3px solid var(--brand);
    border-radius: 2px;
  }
  li.grabbed {
    z-index: 2;
    content-visibility: visible;
    background: var(--surface);
    box-shadow:
      0 0 0 1.5px var(--brand),
      0 4px 14px rgb(0 0 0 / 0.18);
  }

  ul:focus-visible li.grabbed[aria-selected="true"] {
    background: var(--tint);
  }
  .dragging li {
    cursor: grabbing;
    transition: transform 140ms cubic-bezier(0.2, 0, 0, 1);
  }
  .dragging li.grabbed {
    transition: none;
  }
  .slot {
    position: absolute;
    inset-inline: 4px;
    border: 1.5px dashed var(--brand);
    border-radius: calc(var(--round) - 2px);
    background: var(--tint);
    pointer-events: none;
  }
  .grip {
    display: grid;
    place-items: center;
    height: var(--row);
    color: var(--dim);
    opacity: 0.65;
    touch-action: none;
  }
  li:hover .grip,
  ul:focus li[aria-selected="true"] .grip {
    opacity: 1;
  }
  .number {
    min-width: calc(var(--digits) * 1ch + 10px);
    padding: 8px 10px 8px 0;
    color: var(--dim);
    font-variant-numeric: tabular-nums;
    text-align: end;
    line-height: 20px;
  }
  .text {
    padding: 8px 0;
    line-height: 20px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .text.none {
    color: var(--dim);
    font-style: italic;
  }
  .cross {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin: 4px;
    margin-inline-start: 0;
    border-radius: calc(var(--round) - 3px);
    color: var(--dim);
    cursor: pointer;
    opacity: 0;
  }
  li:hover .cross,
  ul:focus li[aria-selected="true"] .cross {
    opacity: 1;
  }
  .cross:hover {
    background: color-mix(in srgb, var(--bad) 14%, transparent);
    color: var(--bad);
  }
  .dragging .cross {
    visibility: hidden;
  }
  .editor {
    position: absolute;
    z-index: 3;
    margin: 0;
    padding: 7px 8px;
    border: 1px solid var(--brand);
    border-radius: calc(var(--round) - 2px);
    background: var(--bg);
    color: var(--fg);
    font: inherit;
    line-height: 20px;
    overflow: hidden;
    resize: none;
  }
  .editor:focus-visible {
    outline-offset: -2px;
  }
  .editor[aria-invalid="true"] {
    border-color: var(--bad);
    outline-color: var(--bad);
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--dim);
    pointer-events: none;
  }
  .add {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    align-items: center;
    border-top: 1px solid var(--edge);
    color: var(--dim);
  }
  .add .icon {
    justify-self: center;
  }
  .add input {
    min-width: 0;
    height: 38px;
    padding: 0 10px 0 0;
    border: 0;
    background: none;
    color: var(--fg);
    font: inherit;
    outline: none;
  }
  .add:focus-within {
    outline: 2px solid var(--brand);
    outline-offset: -2px;
    border-radius: 0 0 var(--round) var(--round);
  }
  .add input:disabled {
    cursor: not-allowed;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 36px;
    padding-top: 4px;
    color: var(--dim);
    font-size: 13px;
  }
  .note {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }
  .note > span {
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .note.wrong {
    color: var(--bad);
  }
  .tools {
    display: flex;
    flex: none;
  }
  .foot button {
    display: grid;
    place-items: center;
    min-width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--round) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .foot button.back {
    padding: 0 8px;
    color: var(--fg);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .foot button:hover:not([aria-disabled="true"]) {
    background: var(--soft);
    color: var(--fg);
  }
  .foot button[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .icon {
    display: block;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dots {
    fill: currentColor;
    stroke: none;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
  @media (hover: none) {
    .cross {
      opacity: 1;
    }
    .foot button {
      min-width: 36px;
      height: 36px;
    }
  }
  @media (forced-colors: active) {
    li[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .slot {
      border-color: Highlight;
    }
    .foot button[aria-disabled="true"] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
