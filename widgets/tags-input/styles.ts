import { css } from "../kit/lit.ts";
import { popovers } from "../kit/controllers/popover.ts";
import { icons } from "../kit/theme.ts";

const own = css`
  :host {
    max-width: 760px;
  }
  .label {
    display: block;
    margin-bottom: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
    max-height: 2.9em;
    overflow: hidden;
  }
  .box {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    align-items: center;
    min-height: 40px;
    max-height: 220px;
    padding: 5px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    cursor: text;
  }
  .box:focus-within {
    border-color: var(--brand);
  }
  .box:has(input:focus-visible) {
    outline: 2px solid var(--brand);
  }
  ul {
    display: contents;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    max-width: 100%;
    min-height: 28px;
    padding-inline-start: 10px;
    border: 1px solid transparent;
    border-radius: 14px;
    background: var(--tint);
    cursor: grab;
    touch-action: pan-y;
    user-select: none;
  }
  li:focus {
    outline: 2px solid var(--brand);
    outline-offset: 0;
  }
  .wrong,
  li.wrong {
    color: var(--bad);
  }
  li.wrong {
    border: 1px dashed var(--bad);
    background: none;
  }
  li.edited {
    display: none;
  }
  li.held {
    box-shadow: 0 3px 10px #0005;
  }
  li > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }
  .x {
    flex: none;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    font-size: 18px;
    opacity: 0.7;
    cursor: pointer;
  }
  .x:hover {
    opacity: 1;
  }
  .x::before {
    content: "×";
  }
  .box input {
    flex: 1 1 100px;
    min-width: 0;
    height: 28px;
    padding: 0 6px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    outline: 0;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
  .foot {
    display: flex;
    align-items: center;
    min-height: 30px;
    color: var(--dim);
    font-size: 13px;
  }
  .foot p {
    flex: 1;
    min-width: 0;
    max-height: 2.9em;
    margin: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  button {
    padding: 6px;
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
  .menu > div {
    flex: none;
    padding: 5px 12px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .menu span {
    white-space: pre-wrap;
  }
  .menu > div:hover,
  .menu > [aria-selected="true"] {
    background: var(--tint);
  }
  .menu > [aria-selected="true"] {
    outline: 2px solid var(--brand);
    outline-offset: -2px;
  }
`;

/** The look of tags-input. */
export const styles = [icons, popovers, own];
