import { fold } from "../kit/fuzzy.ts";
import { icon } from "../kit/icon.ts";
import { html, nothing } from "../kit/lit.ts";
import { isContainer, scalarText, sizeOf } from "./nodes.ts";
import type { Row } from "./rows.ts";
import type { Tree } from "./tree.ts";

/** Height of a row in px: the style sheet has it too. */
export const ROW = 28;

/** What rows are drawn by, beside the tree. */
export interface Look {
  readonly select: "many" | "one" | "none";
  readonly show_values: boolean;
}

const place = (index: number, { level }: Row): string => `top:${index * ROW}px;--in:${level - 1}`;

export const row = (tree: Tree, index: number, state: boolean | "mixed", { select, show_values }: Look) => {
  const { query } = tree;
  const node = tree.rows[index]!;
  const { key, value, open } = node;
  const inner = isContainer(value);
  const size = sizeOf(value).toLocaleString();
  const brief = Array.isArray(value) ? `[${size}]` : `{${size}}`;
  const many = select === "many";
  return html`<div
    id="row-${index}"
    role="treeitem"
    class="row ${index === tree.index ? "current" : ""} ${query && !node.found ? "passed" : ""}"
    style=${place(index, node)}
    aria-level=${node.level}
    aria-posinset=${node.place}
    aria-setsize=${node.siblings}
    aria-expanded=${open ?? nothing}
    aria-checked=${many ? state : nothing}
    aria-selected=${select === "one" ? state : nothing}
  >
    <span class="fold">${open === undefined ? nothing : icon("M6 4l4 4-4 4")}</span>
    ${
      select === "none"
        ? nothing
        : html`<span class="box"
            ><input
              type=${many ? "checkbox" : "radio"}
              inert
              .checked=${state === true}
              .indeterminate=${state === "mixed"}
          /></span>`
    }
    <span class="key ${typeof key}">${marked(String(key), query)}</span>
    <span class="${inner ? "size" : typeof value}"
      >${inner ? brief : show_values ? marked(scalarText(value), query) : nothing}</span
    >
  </div>`;
};

/** A text with what a search has found in it marked. */
function marked(text: string, query: string): unknown {
  const folded = fold(text);
  const at = query ? folded.indexOf(query) : -1;
  // Letters that fold into several have moved the places: then the row alone says that it was found.
  if (at < 0 || folded.length !== text.length) return text;
  const end = at + query.length;
  return html`${text.slice(0, at)}<mark>${text.slice(at, end)}</mark>${text.slice(end)}`;
}

/** A field for a key or a value. */
export interface Editing {
  readonly kind: "key" | "value";
  readonly draft: string;
  /** Takes the text or leaves all as it was; `stay` keeps the focus in the tree. */
  end(text: string | undefined, stay: boolean): void;
}

/** The field, laid over its row. */
export const editor = (node: Row, index: number, boxed: boolean, wrong: boolean, { kind, draft, end }: Editing) =>
  html`<div class="row editor" style=${place(index, node)}>
    <span class="fold"></span>${boxed ? html`<span class="fold"></span>` : nothing}
    ${kind === "value" ? html`<span class="key">${node.key}</span>` : nothing}
    <input
      aria-label="${kind} of ${node.key}"
      aria-invalid=${wrong}
      aria-describedby="note"
      .value=${draft}
      @keydown=${(event: KeyboardEvent) => {
        if (event.isComposing || !/^(Enter|Escape)$/.test(event.key)) return;
        event.preventDefault();
        end(event.key === "Enter" ? fieldOf(event).value : undefined, true);
      }}
      @blur=${(event: Event) => end(fieldOf(event).value, false)}
    />
  </div>`;

/** The field that an event is at. */
export const fieldOf = (event: Event): HTMLInputElement => event.target as HTMLInputElement;

/** A button: its name, the key that does the same, and its picture or nothing. */
export type Tool = readonly [name: string, key: string, path?: string];

/** Buttons in a row; one that cannot act stays in place and says so. */
export const tools = (list: readonly Tool[], can: Readonly<Record<string, boolean>>, run: (key: string) => void) =>
  list.map(
    ([name, key, path]) =>
      html`<button
        aria-label=${name}
        title="${name} (${key.replace("Mod", "Ctrl")})"
        aria-disabled=${can[key] === false}
        @click=${() => can[key] === false || run(key)}
      >
        ${path ? icon(path) : name}
      </button>`,
  );

export const COPIES: readonly Tool[] = [
  ["Copy path", "Mod+c"],
  ["Copy pointer", "Alt+c"],
  ["Copy value", "Alt+v"],
];
export const EDITS: readonly Tool[] = [
  ["Edit value", "Alt+Enter", "M3 13l1-4 7-7 3 3-7 7z"],
  ["Rename key", "F2", "M3 5V3h10v2M8 3v10M6 13h4"],
  ["Add", "Mod+Enter", "M8 3v10M3 8h10"],
  ["Remove", "Delete", "M4 4l8 8M12 4l-8 8"],
];
export const STEPS: readonly Tool[] = [
  ["Undo", "Mod+z", "M6 3L3 6l3 3M3 6h6a4 4 0 010 8H6"],
  ["Redo", "Mod+y", "M10 3l3 3-3 3M13 6H7a4 4 0 000 8h3"],
];
export const MATCHES: readonly Tool[] = [
  ["Previous match", "Shift+F3", "M4 10l4-4 4 4"],
  ["Next match", "F3", "M4 6l4 4 4-4"],
];
