import { css } from "../kit/lit.ts";
import { buttons } from "../kit/theme.ts";

/** How compare looks. */
export const styles = [
  buttons,
  css`
    :host {
      container-type: inline-size;
    }
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
    dd,
    ul,
    ol,
    pre,
    blockquote {
      margin: 0;
    }
    .head,
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    .head {
      flex-wrap: nowrap;
      min-height: 24px;
    }
    strong,
    .tools i {
      flex: 1;
    }
    strong {
      overflow: hidden;
      font-size: 15px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .count,
    .note,
    .hint,
    dt {
      color: var(--dim);
      font-variant-numeric: tabular-nums;
    }
    .bar {
      height: 4px;
      border-radius: 2px;
      background: var(--edge);
      overflow: hidden;
    }
    .bar div {
      height: 100%;
      background: var(--brand);
      transition: width 0.2s;
    }
    .context {
      max-height: 84px;
      padding: 8px 12px;
      border-inline-start: 3px solid var(--line);
      background: var(--soft);
      overflow: auto;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    .stage {
      display: grid;
      grid-auto-columns: minmax(160px, 1fr);
      grid-auto-flow: column;
      gap: 10px;
      height: calc(var(--height) + 44px);
      margin: -4px;
      padding: 4px;
      overflow: auto;
    }
    .panel {
      display: flex;
      flex-direction: column;
      gap: 6px;
      min-width: 0;
      min-height: 0;
    }
    .item,
    .summary {
      flex: 1;
      padding: 12px 14px;
      border: 1px solid var(--edge);
      border-radius: calc(var(--round) - 2px);
      background: var(--bg);
      overflow: auto;
      overflow-wrap: anywhere;
    }
    .panel:has(button:hover) .item,
    .panel:has(button:focus-visible) .item {
      border-color: var(--brand);
    }
    .panel button {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-height: 36px;
    }
    .panel span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .summary {
      display: grid;
      gap: 8px;
      place-content: center;
      text-align: center;
    }
    .text {
      font-size: 16px;
      line-height: 1.5;
      white-space: pre-wrap;
    }
    img {
      display: block;
      max-width: 100%;
      max-height: calc(var(--height) - 26px);
      margin-inline: auto;
      object-fit: contain;
    }
    dl {
      display: grid;
      grid-template-columns: fit-content(40%) minmax(0, 1fr);
      gap: 4px 14px;
    }
    dd,
    pre,
    .markdown p {
      white-space: pre-wrap;
    }
    .markdown > * + *,
    li > * + * {
      margin-top: 8px;
    }
    .heading {
      font-weight: 650;
    }
    .heading[aria-level="3"] {
      font-size: 18px;
    }
    ul,
    ol {
      padding-inline-start: 22px;
    }
    blockquote {
      padding-inline-start: 12px;
      border-inline-start: 3px solid var(--edge);
      color: var(--dim);
    }
    a {
      color: inherit;
    }
    pre,
    code {
      border-radius: 4px;
      background: var(--soft);
      font: 13px/1.5 var(--mono);
      font-weight: inherit;
    }
    pre {
      padding: 8px 10px;
    }
    code {
      padding: 1px 4px;
    }
    hr {
      border: 0;
      border-top: 1px solid var(--line);
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
      min-height: 32px;
    }
    [aria-disabled="true"] {
      color: GrayText !important;
      cursor: default !important;
    }
    .hint {
      min-height: 18px;
      font-size: 12px;
    }
    :host(:focus-within) .hint {
      visibility: hidden;
    }
    @container (max-width: 500px) {
      .stage {
        grid-auto-flow: row;
        grid-auto-rows: 160px;
        grid-auto-columns: auto;
        height: 340px;
      }
      .item {
        padding: 8px 10px;
      }
      .tools kbd {
        display: none;
      }
      img {
        max-height: 100px;
      }
    }
    @media (hover: none) {
      kbd {
        display: none;
      }
    }
  `,
];
