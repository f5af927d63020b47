import { fold as plain } from "../kit/fuzzy.ts";
import { icon } from "../kit/icon.ts";
import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import { isContainer, scalarText, sizeOf } from "./nodes.ts";
import type { Row } from "./rows.ts";

/** Height of a row in px: the style sheet has it too. */
export const ROW = 28;

/** What a row shows beside its node. */
export interface RowView {
  readonly index: number;
  readonly current: boolean;
  readonly select: "many" | "one" | "none";
  readonly state: boolean | "mixed";
  readonly values: boolean;
  readonly query: string;
}

export const row = (node: Row, { index, current, select, state, values, query }: RowView): TemplateResult => {
  const { key, value, level, place, siblings, open, found } = node;
  return html`<div
    id="row-${index}"
    role="treeitem"
    class="row ${current ? "current" : ""} ${query && !found ? "passed" : ""}"
    data-index=${index}
    style="top:${index * ROW}px;--level:${level}"
    aria-level=${level}
    aria-posinset=${place}
    aria-setsize=${siblings}
    aria-expanded=${open ?? nothing}
    aria-checked=${select === "many" ? state : nothing}
    aria-selected=${select === "one" ? state : nothing}
  >
    <span class="fold">${open === undefined ? nothing : icon("M6 4l4 4-4 4")}</span>
    ${
      select === "none"
        ? nothing
        : html`<span class="box"
            ><input
              type=${select === "many" ? "checkbox" : "radio"}
              inert
              aria-hidden="true"
              tabindex="-1"
              .checked=${state === true}
              .indeterminate=${state === "mixed"}
          /></span>`
    }
    <span class="key ${typeof key}">${marked(String(key), query)}</span>
    ${values || isContainer(value) ? worth(node, query, values) : nothing}
  </div>`;
};

const worth = ({ value }: Row, query: string, values: boolean): TemplateResult =>
  isContainer(value)
    ? html`<span class="count"
        >${values ? amount(sizeOf(value), Array.isArray(value)) : sizeOf(value).toLocaleString()}</span
      >`
    : html`<span class="value ${typeof value}">${marked(scalarText(value), query)}</span>`;

const amount = (count: number, isList: boolean): string =>
  `${count.toLocaleString()} ${isList ? (count === 1 ? "item" : "items") : count === 1 ? "key" : "keys"}`;

/** A text with what a search has found in it marked. */
function marked(text: string, query: string): unknown {
  const folded = query && plain(text);
  const at = query ? folded.indexOf(query) : -1;
  // Letters that fold into several have moved the places: then the row alone says that it was found.
  if (at < 0 || folded.length !== text.length) return text;
  const end = at + query.length;
  return html`${text.slice(0, at)}<mark>${text.slice(at, end)}</mark>${text.slice(end)}`;
}

/** A field for a key or a value, laid over its row. */
export interface Editor {
  readonly kind: "key" | "value";
  readonly draft: string;
}

/** What is around the field. */
export interface EditorView {
  readonly wrong: boolean;
  /** Whether rows have a box to select them. */
  readonly boxed: boolean;
  /** Takes the draft or leaves all as it was; `stay` keeps the focus in the tree. */
  end(take: boolean, stay: boolean): void;
  input(draft: string): void;
}

export const editor = (
  { key, level }: Row,
  index: number,
  { kind, draft }: Editor,
  { wrong, boxed, end, input }: EditorView,
): TemplateResult =>
  html`<div class="row editor ${boxed ? "boxed" : ""}" style="top:${index * ROW}px;--level:${level}">
    ${kind === "value" ? html`<span class="key">${key}</span>` : nothing}
    <input
      aria-label="${kind === "key" ? "Key" : "Value"} of ${key}"
      aria-invalid=${wrong}
      aria-describedby="note"
      autocomplete="off"
      spellcheck="false"
      .value=${draft}
      @input=${(event: Event) => input((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === "Enter", true);
      }}
      @blur=${() => end(true, false)}
    />
  </div>`;

/** One button of a toolbar. */
export interface Tool {
  readonly name: string;
  /** Its key, as people call it. */
  readonly key: string;
  /** A picture, or a short text instead. */
  readonly path?: string;
  readonly text?: string;
  readonly can: boolean;
  act(): void;
}

/** Buttons in a row; one that cannot act stays in place and says so. */
export const tools = (name: string, list: readonly Tool[]): TemplateResult =>
  html`<div class="tools" role="toolbar" aria-label=${name}>
    ${list.map(
      ({ name, key, path, text, can, act }) =>
        html`<button
          class="quiet"
          aria-label=${name}
          title=${key ? `${name} (${key})` : name}
          aria-disabled=${can ? nothing : "true"}
          @click=${() => can && act()}
        >
          ${path ? icon(path) : text}
        </button>`,
    )}
  </div>`;
