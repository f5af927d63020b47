import { css } from "../kit/lit.ts";
import { icons } from "../kit/theme.ts";
import { rowStyles } from "./row-styles.ts";

const frame = css`
  :host {
    --row: 36px;
    max-width: 640px;
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
    flex-wrap: wrap;
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
    flex: 1 1 80px;
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
    color: color-mix(in srgb, var(--dim) 40%, transparent);
    cursor: default;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
`;

/** The list's style sheets. */
export const styles = [frame, rowStyles, icons];
