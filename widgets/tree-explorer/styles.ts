import { css } from "../kit/lit.ts";
import { buttons, fields, icons } from "../kit/theme.ts";

const own = css`
  :host {
    max-width: 760px;
  }
  .label {
    margin-bottom: 6px;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head,
  .foot,
  .tools,
  .row {
    display: flex;
    align-items: center;
  }
  .head {
    gap: 6px;
    margin-bottom: 6px;
  }
  .head input {
    flex: 1;
    min-width: 60px;
  }
  .head .tally {
    flex: none;
    min-width: 56px;
    color: var(--dim);
    font-size: 12px;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .scroller {
    position: relative;
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--surface);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .scroller:has([role="tree"]:focus-visible) {
    outline: 2px solid var(--brand);
    outline-offset: -2px;
  }
  [role="tree"] {
    position: relative;
    min-height: 100%;
    outline: none;
    cursor: default;
    user-select: none;
    -webkit-user-select: none;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    height: 28px;
    padding-inline: min((var(--level) - 1) * 18px + 2px, 60%) 8px;
    border-inline-start: 3px solid transparent;
    font: 13px/28px var(--mono);
    white-space: pre;
  }
  .row:hover {
    background: var(--soft);
  }
  .row.current {
    border-color: var(--line);
    background: var(--soft);
  }
  [role="tree"]:focus .current {
    border-color: var(--brand);
    background: var(--tint);
  }
  .fold,
  .box {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 28px;
    color: var(--dim);
  }
  .box input {
    margin: 0;
    pointer-events: none;
  }
  .fold .icon {
    transition: rotate 0.1s;
  }
  :dir(rtl) .fold .icon {
    rotate: 180deg;
  }
  [aria-expanded="true"] > .fold .icon {
    rotate: 90deg;
  }
  .key {
    flex: 0 1 auto;
    min-width: 2ch;
    padding-inline-end: 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 600;
  }
  .key.number,
  .count,
  .passed .key {
    color: var(--dim);
    font-weight: 400;
  }
  .value {
    flex: 1 1000 0;
    min-width: 4ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .value.string {
    color: var(--good);
  }
  .value.boolean,
  .value.object {
    font-style: italic;
  }
  .count {
    flex: none;
    font-family: var(--font);
    font-size: 12px;
  }
  mark {
    border-bottom: 2px solid var(--brand);
    background: var(--tint);
    color: inherit;
  }
  .editor {
    z-index: 1;
    padding-inline-start: calc(min((var(--level) - 1) * 18px + 2px, 60%) + 24px);
    background: var(--surface);
  }
  .editor.boxed {
    padding-inline-start: calc(min((var(--level) - 1) * 18px + 2px, 60%) + 48px);
  }
  .editor input {
    flex: 1;
    min-width: 8ch;
    padding: 0 6px;
    margin-inline-start: -7px;
    font: inherit;
    line-height: 24px;
  }
  .editor input[aria-invalid="true"] {
    border-color: var(--bad);
    outline-color: var(--bad);
  }
  .none {
    position: absolute;
    inset: 60px 0 auto;
    color: var(--dim);
    text-align: center;
    pointer-events: none;
  }
  .foot {
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
    min-height: 64px;
    padding-top: 4px;
    align-content: start;
    color: var(--dim);
    font-size: 13px;
  }
  #note {
    flex: 1 1 100%;
    height: 20px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  #note.path {
    font: 12px/20px var(--mono);
  }
  #note.wrong {
    color: var(--bad);
  }
  .tools button {
    min-width: 28px;
    padding: 3px 6px;
    color: inherit;
    font-size: 13px;
  }
  button[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
`;

export const styles = [buttons, fields, icons, own];
