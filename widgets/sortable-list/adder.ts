import { html, type TemplateResult } from "../kit/lit.ts";
import { lines } from "./entries.ts";
import { icons } from "./icons.ts";

/** What the field for new texts shows and does. */
export interface Adder {
  readonly name: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  /** Takes texts; gives whether any was taken. */
  add(texts: readonly string[]): boolean;
  /** Takes a step back: asked for while the field is empty. */
  undo(): void;
}

/** A field that adds at the end: what is typed by Enter, several pasted lines at once. */
export const adder = (options: Adder): TemplateResult =>
  html`<div class="add">
    ${icons.add}
    <input
      aria-label=${options.name}
      placeholder=${options.placeholder}
      ?disabled=${options.disabled}
      enterkeyhint="done"
      autocomplete="off"
      @keydown=${(event: KeyboardEvent) => press(event, options)}
      @paste=${(event: ClipboardEvent) => paste(event, options)}
    />
  </div>`;

function press(event: KeyboardEvent, { add, undo }: Adder): void {
  const field = event.target as HTMLInputElement;
  const enter = event.key === "Enter" && !event.isComposing;
  const back = event.key === "z" && (event.ctrlKey || event.metaKey) && field.value === "";
  if (enter && add(lines(field.value))) field.value = "";
  if (back) undo();
  if (enter || back) event.preventDefault();
}

function paste(event: ClipboardEvent, { add }: Adder): void {
  const found = lines(event.clipboardData?.getData("text/plain") ?? "");
  if (found.length < 2) return;
  event.preventDefault();
  add(found);
}
