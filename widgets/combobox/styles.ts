import { popovers } from "../kit/controllers/popover.ts";
import { css } from "../kit/lit.ts";

/** Height of a row in pixels. */
export const ROW = 30;

const own = css`
  :host {
    max-width: 640px;
  }
  .label {
    margin-bottom: 4px;
    font-weight: 600;
  }
  .box {
    display: flex;
    align-items: start;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    cursor: text;
  }
  .box:focus-within {
    outline: 2px solid var(--brand);
    outline-offset: -1px;
  }
  #chosen {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 3px;
    min-width: 0;
    max-height: 126px;
    overflow: auto;
  }
  input {
    flex: 1 1 80px;
    min-width: 60px;
    height: 28px;
    padding: 0 6px;
    border: 0;
    position: sticky;
    bottom: 0;
    background: var(--bg);
    color: inherit;
    font: inherit;
  }
  .many input {
    flex-basis: 100%;
  }
  input:focus-visible {
    outline: none;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
  button {
    min-width: 28px;
    min-height: 28px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: calc(var(--round) - 2px);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--soft);
  }
  .quiet {
    padding: 0;
    border: 0;
    color: var(--dim);
  }
  .chip {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    border-color: transparent;
    background: var(--tint);
  }
  .sign {
    flex: none;
    color: var(--dim);
    font-size: 16px;
    line-height: 1;
  }
  .chip:focus-visible {
    outline-offset: -2px;
  }
  .chip.gone {
    border: 1px dashed var(--line);
    color: var(--dim);
  }
  .label,
  .chip span,
  .text,
  .value,
  .group {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .note {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 28px;
    color: var(--dim);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .note.wrong {
    color: var(--bad);
  }
  .panel {
    min-width: min(280px, 100vw - 16px);
  }
  .list {
    flex: auto;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 6px;
    height: ${ROW}px;
    padding: 0 10px 0 6px;
    cursor: pointer;
  }
  .row:hover {
    background: var(--soft);
  }
  .row.active {
    background: var(--tint);
    box-shadow: inset 3px 0 var(--brand);
  }
  .row[aria-disabled] {
    color: var(--dim);
  }
  .row.group {
    background: none;
    color: var(--dim);
    font-size: 12px;
    font-weight: 600;
    cursor: default;
  }
  .tick {
    flex: none;
    width: 16px;
    text-align: center;
    font-weight: 700;
  }
  .text {
    flex: 1;
  }
  .value {
    max-width: 45%;
    color: var(--dim);
    font-size: 13px;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
  }
  .none {
    padding: 12px;
    color: var(--dim);
  }
  .foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 6px 10px;
    border-top: 1px solid var(--edge);
    font-size: 13px;
  }
  [aria-pressed="true"] {
    background: var(--tint);
    border-color: var(--brand);
  }
`;

/** The style sheets of the combobox. */
export const styles = [popovers, own];
