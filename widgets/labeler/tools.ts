import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import type { Command } from "./keys.ts";
import { hint } from "./views.ts";
import { number } from "./words.ts";

/** What the row of tools shows, and what its buttons do. */
export interface Tools {
  readonly at: number;
  readonly size: number;
  /** Whether the item that is shown has a decision, and whether it is that it was skipped. */
  readonly decided: boolean;
  readonly skipped: boolean;
  readonly allDone: boolean;
  readonly undoable: boolean;
  readonly multi: boolean;
  readonly skippable: boolean;
  /** What is being reviewed. */
  readonly review: string | undefined;
  readonly keyOf: (command: Command) => string | undefined;
  /** Runs work but for the slip of a double click. */
  readonly click: (event: MouseEvent, work: () => void) => void;
  readonly step: (step: 1 | -1) => void;
  readonly open: () => void;
  readonly goOn: () => void;
  readonly skip: () => void;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly endReview: () => void;
}

/** The row of tools under the labels. Buttons that are off keep the focus, so that the keys go on working. */
export function tools(it: Tools): TemplateResult {
  const off = it.at >= it.size;
  const tool = (command: "open" | "skip" | "undo", text: string, disabled: boolean, pressed?: boolean) => {
    const key = it.keyOf(command);
    return html`<button
      class=${command}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${pressed ?? nothing}
      aria-disabled=${disabled}
      @click=${(event: MouseEvent) => it.click(event, it[command])}
    >
      ${text}${hint(key)}
    </button>`;
  };
  return html`<div class="tools">
    <button class="step" aria-label="Previous item" aria-disabled=${it.at === 0} @click=${() => it.step(-1)}>‹</button>
    <span class="place">${off ? "end" : number(it.at + 1)}</span>
    <button class="step" aria-label="Next item" aria-disabled=${off} @click=${() => it.step(1)}>›</button>
    ${
      it.review === undefined
        ? tool("open", "Next open", it.allDone)
        : html`<button class="open" @click=${it.endReview}>End review of ${it.review}</button>`
    }
    ${it.multi ? html`<button class="solid" aria-disabled=${off} @click=${it.goOn}>Go on${hint("↵")}</button>` : nothing}
    ${it.skippable ? tool("skip", "Skip", off, it.skipped) : nothing}
    <button aria-keyshortcuts="Backspace" aria-disabled=${!it.decided} @click=${it.clear}>Clear</button>
    ${tool("undo", "Undo", !it.undoable)}
  </div>`;
}
