import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import type { Content } from "./content.ts";
import { type Filter, SKIPPED, type Tally } from "./queue.ts";
import { number } from "./words.ts";

/** The key of a button, for those who see. */
export const hint = (key: string | undefined): TemplateResult | typeof nothing =>
  key === undefined ? nothing : html`<kbd aria-hidden="true">${key.toUpperCase()}</kbd>`;

/** The token of a label's colour, as a declaration. */
export const hue = (label: number): string => `--hue:var(--cat-${(label % 8) + 1})`;

/** The progress bar: a stretch for each label, one for what was skipped, the rest open. */
export function bar({ done, skipped, counts }: Tally, size: number, text: string): TemplateResult {
  return html`<div
    class="bar"
    data-forced-colors
    role="progressbar"
    aria-label="Progress"
    aria-valuemin="0"
    aria-valuemax=${size}
    aria-valuenow=${done}
    aria-valuetext=${text}
  >
    <div style="flex:${done - skipped}">${counts.map((n, k) => html`<i style="flex:${n};${hue(k)}"></i>`)}</div>
    <i class="skipped" style="flex:${skipped}"></i>
    <i style="flex:${Math.max(size - done, size ? 0 : 1)}"></i>
  </div>`;
}

/** The buttons that give labels, with the decision on the item that is shown; without an item they are off. */
export function labelButtons(
  labels: readonly string[],
  keys: readonly (string | undefined)[],
  counts: readonly number[],
  decision: number | undefined,
  press: (event: MouseEvent, label: number) => void,
): TemplateResult | readonly TemplateResult[] {
  if (labels.length === 0) return html`<p class="note">No labels: <code>labels</code> is empty.</p>`;
  const given = Math.max(0, decision ?? 0);
  return labels.map(
    (label, k) =>
      html`<button
        style=${hue(k)}
        aria-keyshortcuts=${keys[k] ?? nothing}
        aria-pressed=${(given & (1 << k)) !== 0}
        aria-disabled=${decision === undefined}
        @click=${(event: MouseEvent) => press(event, k)}
      >
        ${hint(keys[k])}<i data-forced-colors></i><span dir="auto">${label}</span
        ><small aria-hidden="true">${number(counts[k] ?? 0)}</small>
      </button>`,
  );
}

/** One item: its image, its text, its fields. */
export function panel({ text, image, alt, refused, fields }: Content, place: string): TemplateResult {
  return html`<div class="item">
    ${text === undefined ? nothing : html`<p dir="auto" class=${text.length < 160 ? "short" : "long"}>${text}</p>`}
    ${
      image === undefined
        ? nothing
        : html`<img src=${image} alt=${alt ?? `Image of ${place}`} @load=${mark} @error=${mark} />
            <p class="note broken">This image cannot be decoded.</p>`
    }
    ${
      refused === undefined
        ? nothing
        : html`<p class="note">
            Image not loaded: only data: and blob: addresses are shown, so that nothing is asked of other machines.
            Found
            <code>${refused}</code>
          </p>`
    }
    ${
      fields.length === 0
        ? nothing
        : html`<dl>
            ${fields.map(
              ([name, value]) =>
                html`<dt dir="auto">${name}</dt>
                  <dd dir="auto">${value}</dd>`,
            )}
          </dl>`
    }
  </div>`;
}

function mark({ type, target }: Event): void {
  (target as HTMLElement).toggleAttribute("data-broken", type === "error");
}

/** What is shown past the last item: how the labels fell, each a way into a review. */
export function summary(
  { done, skipped, counts }: Tally,
  size: number,
  labels: readonly string[],
  review: (name: string, passes: Filter) => void,
): TemplateResult {
  if (size === 0)
    return html`<div class="item">
      <p class="note">Nothing to label yet: <code>items</code> is empty.</p>
    </div>`;
  const row = (name: string, n: number, passes: Filter, style: string) =>
    n === 0
      ? nothing
      : html`<button style=${style} @click=${() => review(name, passes)}>
          <i data-forced-colors></i><b class="visually-hidden">Review</b><span dir="auto">${name}</span
          ><small>${number(n)}</small>
        </button>`;
  return html`<div class="item summary">
    <p class="short">${done === size ? "All done." : `${number(size - done)} still open.`}</p>
    <div class="labels">
      ${row("all", done, (decision) => decision !== 0, "--hue:var(--fg)")}
      ${labels.map((label, k) => row(label, counts[k] ?? 0, (decision) => decision > 0 && (decision & (1 << k)) !== 0, hue(k)))}
      ${row("skipped", skipped, (decision) => decision === SKIPPED, "--hue:var(--line)")}
    </div>
    ${done > 0 ? html`<p class="note">Choose what to review.</p>` : nothing}
  </div>`;
}
