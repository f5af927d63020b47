import { marks } from "../kit/fuzzy.ts";
import { html, type TemplateResult } from "../kit/lit.ts";

/** A text with what the query found in it marked. */
export function marked(text: string, query: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [from, to] of marks(text, query)) {
    parts.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return [...parts, text.slice(at)];
}
