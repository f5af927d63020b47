import { css } from "../kit/lit.ts";
import { buttons, fields } from "../kit/theme.ts";

/** How ask looks. */
export const styles = [
  buttons,
  fields,
  css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      max-width: 720px;
      padding: 14px 16px;
      border: 1px solid var(--edge);
      border-radius: var(--round);
      background: var(--surface);
    }
    p,
    dl,
    dd,
    pre {
      margin: 0;
    }
    .head,
    .foot,
    dd {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 8px;
    }
    .head {
      min-height: 32px;
    }
    strong,
    .foot i,
    dd > span {
      flex: 1;
    }
    strong {
      overflow: hidden;
      font-size: 15px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .place,
    small,
    .note {
      color: var(--dim);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      width: 100%;
      height: 3px;
      background: var(--edge);
    }
    .bar div {
      height: 100%;
      background: var(--brand);
    }
    .body {
      min-height: 128px;
      max-height: 400px;
      margin: 0 -6px;
      padding: 2px 6px;
      overflow: auto;
      border-radius: 4px;
      overflow-wrap: anywhere;
    }
    .text {
      font-size: 16px;
      line-height: 1.4;
    }
    .text span,
    .detail,
    dt,
    dd span {
      white-space: pre-wrap;
    }
    .detail {
      margin-top: 6px;
      color: var(--dim);
    }
    pre,
    code {
      border: 1px solid var(--edge);
      border-radius: 4px;
      background: var(--bg);
      color: var(--fg);
      font: 13px/1.5 var(--mono);
    }
    pre {
      margin: 6px 0;
      padding: 8px 10px;
      white-space: pre-wrap;
    }
    code {
      padding: 1px 4px;
    }
    .options {
      display: grid;
      gap: 4px;
      margin-top: 10px;
    }
    .rate {
      grid-template-columns: repeat(auto-fit, minmax(38px, 1fr));
    }
    .options label {
      display: flex;
      flex: 1;
      gap: 9px;
      min-height: 36px;
      padding: 7px 10px;
      border: 1px solid var(--edge);
      border-radius: var(--round);
      background: var(--bg);
      cursor: pointer;
    }
    .options label:hover {
      background: var(--tint);
    }
    .rate label {
      justify-content: center;
      padding-inline: 4px;
    }
    .rate :is(input, small) {
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--brand);
      outline-offset: 1px;
    }
    .options small {
      display: block;
    }
    .ends {
      display: flex;
      justify-content: space-between;
    }
    [type="radio"],
    [type="checkbox"] {
      flex: none;
      margin: 3px 0;
    }
    .other {
      display: flex;
      gap: 8px;
    }
    .other label {
      flex: none;
    }
    .other > input,
    textarea,
    .body > div > input {
      flex: 1;
      width: 100%;
      min-width: 0;
    }
    textarea,
    .body > div > input {
      margin-top: 10px;
    }
    textarea {
      display: block;
      min-height: 66px;
      resize: vertical;
    }
    .amount,
    .why {
      display: block;
      margin-top: 10px;
    }
    .problem,
    .declined {
      color: var(--bad);
    }
    .problem {
      margin-top: 6px;
      font-size: 13px;
    }
    [aria-invalid="true"] {
      border-color: var(--bad) !important;
    }
    .foot {
      align-items: center;
      min-height: 34px;
    }
    .foot button {
      min-height: 34px;
      padding-inline: 14px;
    }
    .options label:has(:checked),
    [aria-pressed="true"] {
      border-color: var(--brand);
      background: var(--tint);
    }
    .answered {
      color: var(--good);
    }
    dl {
      display: grid;
      gap: 8px;
    }
    dl > div + div {
      padding-top: 8px;
      border-top: 1px solid var(--edge);
    }
    dt {
      color: var(--dim);
    }
    dd {
      font-weight: 600;
    }
  `,
];
