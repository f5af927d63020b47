import { css } from "../kit/lit.ts";
import { icons } from "../kit/theme.ts";

const own = css`
  :host {
    max-width: 760px;
  }
  .label {
    margin-bottom: 6px;
    font-weight: 600;
  }
  .head,
  .foot,
  .row {
    display: flex;
    align-items: center;
  }
  .head {
    gap: 6px;
    margin-bottom: 6px;
  }
  [type="search"],
  select,
  button,
  .editor input,
  .scroller {
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
  }
  [type="search"],
  select,
  button,
  .editor input {
    min-height: 28px;
    padding: 3px 6px;
    color: var(--fg);
    font: inherit;
  }
  button {
    min-width: 28px;
    border: 0;
    background: none;
    cursor: pointer;
  }
  button:hover {
    background: var(--soft);
  }
  button[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  [type="search"] {
    flex: 1;
    min-width: 0;
  }
  ::placeholder,
  .tally,
  .foot,
  .fold,
  .size,
  .key.number,
  .passed .key {
    color: var(--dim);
    opacity: 1;
  }
  .scroller {
    position: relative;
    box-sizing: content-box;
    overflow: hidden auto;
  }
  .scroller:has(:focus-visible) {
    outline: 2px solid var(--brand);
    outline-offset: -2px;
  }
  [role="tree"] {
    min-height: 100%;
    outline: 0;
    cursor: default;
    user-select: none;
    -webkit-user-select: none;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    height: 28px;
    padding-inline: min(var(--in) * 18px, 60%) 8px;
    border-inline-start: 3px solid transparent;
    font: 13px/28px var(--mono);
    white-space: pre;
  }
  .row:hover,
  .current {
    background: var(--soft);
  }
  :focus > .current {
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
  }
  .box input {
    margin: 0;
  }
  .icon {
    margin: auto;
  }
  :dir(rtl) > .fold {
    rotate: 180deg;
  }
  [aria-expanded="true"] > .fold {
    rotate: 90deg;
  }
  .row > span,
  .label,
  .path,
  #note {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }
  .key {
    padding-inline-end: 10px;
    font-weight: 600;
  }
  .key.number,
  .passed .key {
    font-weight: 400;
  }
  .key + span {
    flex: 1 9 0;
    min-width: 4ch;
  }
  .key + .string {
    color: var(--good);
  }
  mark {
    background: var(--tint);
    color: inherit;
    text-decoration: underline 2px var(--brand);
  }
  .editor {
    background: var(--bg);
  }
  .editor input {
    flex: 1;
    min-width: 8ch;
    margin-inline-start: -7px;
  }
  .foot {
    flex-wrap: wrap;
    min-height: 64px;
    padding-top: 4px;
    align-content: start;
  }
  .path,
  #note {
    flex: 1 1 100%;
    font: 12px/20px var(--mono);
  }
  .wrong {
    color: var(--bad);
  }
  .foot > span {
    margin-inline-start: auto;
  }
`;

export const styles = [icons, own];
