import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import type { Json } from "../kit/traits.ts";
import { markdown } from "./markdown.ts";

/** Characters shown of one text. */
const LONGEST = 20_000;

/** A candidate: a text, a picture, rendered markdown, or the fields of a record. */
export function content(item: Json | undefined, place: string): TemplateResult {
  if (typeof item !== "object" || item === null || Array.isArray(item))
    return html`<p class="text" dir="auto">${words(item)}</p>`;
  const { image, alt, markdown: text, ...fields } = item as Readonly<Record<string, Json>>;
  const local = typeof image === "string" && /^(data:image\/|blob:)/i.test(image);
  return html`${
    image === undefined
      ? nothing
      : local
        ? html`<img src=${image} alt=${typeof alt === "string" ? alt : `Image of ${place}`} />`
        : html`<p class="note">
            Image not loaded: only data: and blob: addresses are shown. Found <code>${words(image).slice(0, 80)}</code>
          </p>`
  }
  ${typeof text === "string" ? html`<div class="markdown" dir="auto">${markdown(text.slice(0, LONGEST))}</div>` : nothing}
  ${
    Object.keys(fields).length === 0
      ? nothing
      : html`<dl>
          ${Object.entries(fields).map(
            ([name, value]) =>
              html`<dt dir="auto">${name}</dt>
                <dd dir="auto">${words(value)}</dd>`,
          )}
        </dl>`
  }`;
}

function words(value: Json | undefined): string {
  const text = typeof value === "string" ? value : value === null || value === undefined ? "—" : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The key of a button, for those who see. */
export const hint = (key: string): TemplateResult => html`<kbd aria-hidden="true">${key}</kbd>`;
