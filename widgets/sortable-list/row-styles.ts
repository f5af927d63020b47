import { css } from "../kit/lit.ts";

/** Rows, the row in the hand, and what differs for fingers and forced colours. */
export const rowStyles = css`
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
    }
  }
`;
