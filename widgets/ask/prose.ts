import { html, type TemplateResult } from "../kit/lit.ts";

const CODE = /^```.*\n([^]*?)(?:\n```[ \t]*(?:\n|$)|$(?![^]))|`([^`\n]+)`/gm;

/** Text as it is written, with its line breaks; what stands between lines of ``` and between single ` as code. */
export function prose(text: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: whole, 1: block, 2: inline, index } of text.matchAll(CODE)) {
    parts.push(text.slice(end, index), block === undefined ? html`<code>${inline}</code>` : html`<pre>${block}</pre>`);
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}
