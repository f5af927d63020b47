import { html, type TemplateResult } from "../kit/lit.ts";
import { quote } from "./words.ts";

/** What the field over an edited row shows and does. */
export interface Editor {
  readonly name: string;
  readonly draft: string;
  readonly wrong: boolean;
  input(draft: string): void;
  /** Ends the edit: takes the draft or leaves the text as it was; `stay` keeps the focus in the list. */
  end(how: { readonly take: boolean; readonly stay: boolean }): void;
}

/** A field for one text: Enter takes it, Shift+Enter breaks the line, Escape leaves it. */
export const editor = ({ name, draft, wrong, input, end }: Editor): TemplateResult =>
  html`<textarea
    class="editor"
    rows="1"
    aria-label=${name}
    aria-invalid=${wrong}
    aria-describedby="note"
    .value=${draft}
    @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.isComposing || !(event.key === "Escape" || (event.key === "Enter" && !event.shiftKey))) return;
      event.preventDefault();
      end({ take: event.key === "Enter", stay: true });
    }}
    @blur=${() => end({ take: true, stay: false })}
  ></textarea>`;

/** Lays the field over the text of the edited row, which draws the draft and so gives it its height. */
export function placeEditor(root: ParentNode): void {
  const field = root.querySelector<HTMLElement>(".editor");
  const text = root.querySelector<HTMLElement>("li.edited .text");
  const row = text?.parentElement;
  if (!field || !text || !row) return;
  const [left, width] = [row.offsetLeft + text.offsetLeft - 9, text.offsetWidth + 18];
  field.style.cssText = `top:${row.offsetTop}px;left:${left}px;width:${width}px;height:${row.offsetHeight}px`;
}

/** Why a draft cannot be taken, as a sentence. */
export function draftProblem(draft: string, others: readonly string[], unique: boolean): string | undefined {
  if (draft === "") return "An item needs a text.";
  return unique && others.includes(draft) ? `${quote(draft)} is in the list already.` : undefined;
}
