import { css } from "../kit/lit.ts";
import { buttons, fields } from "../kit/theme.ts";

/** How the labeler looks. */
export const styles = [
  buttons,
  fields,
  css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      padding: 14px 16px 10px;
      border: 1px solid var(--edge);
      border-radius: var(--round);
      background: var(--surface);
    }
    p,
    dl,
    dd {
      margin: 0;
    }
    .head,
    .tools,
    .labels {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    .head {
      flex-wrap: nowrap;
      min-height: 30px;
    }
    strong {
      flex: 1;
      overflow: hidden;
      font-size: 15px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .count {
      margin-inline-end: -8px;
      padding-inline: 8px;
      color: var(--dim);
      font-variant-numeric: tabular-nums;
    }
    .bar,
    .bar div {
      display: flex;
      height: 6px;
      overflow: hidden;
    }
    .bar {
      margin-top: -4px;
      border-radius: 3px;
      background: color-mix(in srgb, var(--fg) 12%, transparent);
      forced-color-adjust: none;
    }
    .bar i {
      background: var(--hue, none);
      transition: flex 0.2s;
    }
    .bar .skipped {
      background: repeating-linear-gradient(135deg, var(--line) 0 2px, transparent 2px 5px);
    }
    .stage {
      display: flex;
      height: var(--height);
      overflow: auto;
      padding: 14px 18px;
      border: 1px solid var(--edge);
      border-radius: calc(var(--round) - 2px);
      background: var(--bg);
      overscroll-behavior: contain;
    }
    :host(:focus-within) .stage {
      border-color: var(--brand);
      outline-offset: -1px;
    }
    .item {
      display: flex;
      flex-direction: column;
      gap: 10px;
      width: 100%;
      min-height: min-content;
      margin-block: auto;
      overflow-wrap: anywhere;
    }
    .short,
    .long {
      max-width: 68ch;
      font-size: 20px;
      line-height: 1.4;
      text-wrap: pretty;
      white-space: pre-wrap;
    }
    .long {
      font-size: 16px;
      line-height: 1.55;
    }
    img {
      align-self: center;
      max-width: 100%;
      max-height: calc(var(--height) - 30px);
      object-fit: contain;
      border-radius: 3px;
    }
    img:has(~ dl) {
      max-height: calc(var(--height) - 80px);
    }
    img[data-broken],
    img:not([data-broken]) + .broken {
      display: none;
    }
    dl {
      display: grid;
      grid-template-columns: fit-content(34%) minmax(0, 1fr);
      gap: 4px 16px;
      font-size: 15px;
    }
    dt,
    .note,
    .hint,
    .place {
      color: var(--dim);
    }
    dd {
      white-space: pre-wrap;
    }
    code {
      font: 0.9em var(--mono);
    }
    .labels {
      min-height: 42px;
      max-height: 120px;
      overflow: auto;
      margin: -3px;
      padding: 3px;
    }
    .labels button {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      max-width: 100%;
      min-height: 36px;
      padding-inline: 8px 10px;
    }
    .labels span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .labels i {
      flex: none;
      width: 10px;
      height: 10px;
      border: 2px solid var(--hue);
      border-radius: 50%;
      forced-color-adjust: none;
    }
    button[aria-pressed="true"],
    button[aria-pressed="true"]:hover {
      border-color: var(--hue, var(--fg));
      background: color-mix(in srgb, var(--hue, var(--fg)) 16%, var(--bg));
      box-shadow: inset 0 0 0 1px var(--hue, var(--fg));
    }
    [aria-pressed="true"] i,
    .summary i {
      background: var(--hue);
    }
    small {
      color: var(--dim);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    kbd {
      min-width: 18px;
      padding: 0 4px;
      border: 1px solid var(--edge);
      border-radius: 4px;
      background: var(--soft);
      color: var(--dim);
      font: 11px/16px var(--mono);
      text-align: center;
    }
    .tools button {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 30px;
      border-color: transparent;
      background: none;
    }
    .tools .step {
      justify-content: center;
      width: 34px;
      border-color: var(--edge);
      font-size: 18px;
      line-height: 1;
    }
    .tools .solid {
      background: var(--solid);
    }
    .place {
      min-width: 5ch;
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
    .open {
      margin-inline-end: auto;
    }
    [aria-disabled="true"] {
      border-color: var(--edge);
      color: GrayText;
      cursor: default;
    }
    .solid[aria-disabled="true"],
    [aria-disabled="true"] > :is(i, kbd) {
      opacity: 0.5;
    }
    .tools [aria-disabled="true"]:hover {
      background: none;
    }
    textarea {
      display: block;
      width: 100%;
      height: 34px;
      padding-block: 6px;
      resize: none;
    }
    .hint {
      display: grid;
      align-items: center;
      min-height: 18px;
      font-size: 12px;
    }
    .hint > span {
      grid-area: 1 / 1;
    }
    .problem {
      display: -webkit-box;
      overflow: hidden;
      color: var(--bad);
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    :host(:not(:focus-within)) .keys,
    :host(:focus-within) .idle {
      visibility: hidden;
    }
    @media (max-width: 520px) {
      section {
        padding: 3px;
        border: 0;
        background: none;
      }
      .count {
        margin: 0;
      }
      .labels small {
        display: none;
      }
      .stage {
        height: min(var(--height), 170px);
      }
    }
    @media (pointer: coarse) {
      .labels button,
      .tools button {
        min-height: 40px;
      }
    }
    @media (hover: none) {
      kbd {
        display: none;
      }
    }
  `,
];
