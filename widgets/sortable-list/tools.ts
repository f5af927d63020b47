import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import { icons } from "./icons.ts";

/** One tool: what it does, its key, and whether it can now. */
export interface Tool {
  readonly name: string;
  readonly key: string;
  readonly icon: keyof typeof icons;
  readonly can: boolean;
  act(): void;
}

/** Buttons for the current item. One that cannot act stays in place and says so. */
export const toolbar = (tools: readonly Tool[]): TemplateResult =>
  html`<div class="tools" role="toolbar" aria-label="Current item">
    ${tools.map(
      ({ name, key, icon, can, act }) =>
        html`<button
          aria-label=${name}
          title="${name} (${key})"
          aria-disabled=${can ? nothing : "true"}
          @click=${() => can && act()}
        >
          ${icons[icon]}
        </button>`,
    )}
  </div>`;
