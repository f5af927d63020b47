import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from "./lit.ts";
import { notation, parseNumber } from "./locale-number.ts";
import { clamp, decimals } from "./steps.ts";

/** What a number field shows, and what may be typed into it. */
export interface NumberField {
  /** The element that renders the field; it is asked for an update while a person types. */
  readonly host: ReactiveControllerHost;
  /** Its name for screen readers. */
  readonly label: string;
  /** What tells the fields of one host apart; the label unless told. */
  readonly key?: string;
  readonly value: number;
  /** How `value` is written; in the reader's locale unless told. */
  readonly text?: string;
  /** No limit unless told. */
  readonly min?: number;
  readonly max?: number;
  /** What an arrow key adds; typed numbers become min (0 without one) and whole steps. 0: any number, by hundredths of the range. */
  readonly step?: number;
  /** A unit or currency that may stand by what is typed. */
  readonly affixes?: readonly string[];
  /** What is expected, for the message about other texts: "Expected a number." */
  readonly expected?: string;
  /** Reads other writings than numbers, such as "14:30"; undefined where it is none. */
  readonly parse?: (text: string) => number | undefined;
  /** What a typed number becomes; within the limits and on a step unless told. */
  readonly fit?: (n: number) => number;
  /** Where `steps` arrow presses lead to (ten times as many for Page Up and Shift); fitted after that. */
  readonly move?: (from: number, steps: number) => number;
  /** Takes the number; called only where a person has changed it. */
  readonly commit: (n: number) => void;
}

/** What stands in a field that a person writes in, what stood there, and for which number. */
interface Draft {
  readonly text: string;
  readonly before: string;
  readonly about: number;
  readonly open: boolean;
  readonly isWrong?: boolean;
}

const drafts = new WeakMap<object, Map<string, Draft>>();

const KEYS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A number on the grid of steps from `min` (0 where there is none), within the limits; without the noise of binary fractions. */
export function fitNumber(n: number, min = -Infinity, max = Infinity, step = 0): number {
  if (!(step > 0)) return clamp(n, min, max);
  const base = Number.isFinite(min) ? min : 0;
  const digits = Math.min(100, Math.max(decimals(step), decimals(base)));
  const at = (steps: number) => Number((base + steps * step).toFixed(digits));
  const near = at(Math.round((n - base) / step));
  return clamp(Number.isFinite(near) ? (near > max ? at(Math.floor((max - base) / step)) : near) : n, min, max);
}

/**
 * A text field for one number, in the reader's locale. Enter and leaving commit what was typed, fitted; Escape takes it
 * back; arrows and Page Up and Down step. What is no number stays, and says so. What the kernel sends meanwhile changes
 * nothing in a field that is written in. Its style is `fields` of `theme.ts` and `numberFields`.
 * @example
 * numberField({ host: this, label: "x", value: this.x, min: 0, max: 10, step: 0.5, commit: (x) => this.send({ x }) })
 */
export function numberField(field: NumberField): TemplateResult {
  const { host, label, key = label, value, min = -Infinity, max = Infinity, step = 0 } = field;
  const mine = drafts.get(host) ?? new Map<string, Draft>();
  drafts.set(host, mine);
  const shown = field.text ?? written(value, step);
  let draft = mine.get(key);
  if (draft && !draft.open && draft.about !== value) {
    mine.delete(key);
    draft = undefined;
  }
  const note = (next?: Draft) => {
    if (next) mine.set(key, next);
    else mine.delete(key);
    host.requestUpdate();
  };
  const read = field.parse ?? ((text: string) => parseNumber(text, notation(), field.affixes));
  const fit = field.fit ?? ((n: number) => fitNumber(n, min, max, step));
  const take = (n: number) => {
    const next = fit(n);
    note();
    if (next !== value) field.commit(next);
  };
  /** Takes what was typed; whether that was a number. */
  const close = (open: boolean): void => {
    const last = mine.get(key);
    if (!last) return;
    const n = read(last.text);
    if (last.text === last.before) note();
    else if (n === undefined) note({ ...last, open, isWrong: true });
    else take(n);
  };
  const press = (event: KeyboardEvent): void => {
    const { isComposing, shiftKey } = event;
    const steps = (KEYS[event.key] ?? 0) * (shiftKey && event.key.startsWith("Arrow") ? 10 : 1);
    const last = mine.get(key);
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps) {
      const from = (last && read(last.text)) ?? value;
      const size = step || (Number.isFinite(max - min) ? (max - min) / 100 : 1);
      take(field.move ? field.move(from, steps) : from + steps * size);
    } else if (event.key === "Enter") close(true);
    else if (event.key === "Escape" && last) {
      note();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  const finite = (n: number) => (Number.isFinite(n) ? n : nothing);
  const wrong = draft?.isWrong ? (field.expected ?? "Expected a number.") : nothing;
  return html`<span class="number-field"
    ><input
      role="spinbutton"
      inputmode=${field.parse || min < 0 ? "text" : "decimal"}
      enterkeyhint="done"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      aria-valuenow=${value}
      aria-valuemin=${finite(min)}
      aria-valuemax=${finite(max)}
      aria-valuetext=${shown}
      aria-invalid=${wrong !== nothing}
      aria-description=${wrong}
      .value=${draft?.text ?? shown}
      @input=${({ target }: Event) => {
        const { value: text } = target as HTMLInputElement;
        const { before = shown } = mine.get(key) ?? {};
        note({ text, before, about: value, open: true });
      }}
      @keydown=${press}
      @blur=${() => close(false)}
    />${wrong === nothing ? nothing : html`<span role="alert">${wrong}</span>`}</span
  >`;
}

function written(value: number, step: number): string {
  const exact =
    step > 0 ? { maximumFractionDigits: Math.min(20, decimals(step) + 1) } : { maximumSignificantDigits: 10 };
  return new Intl.NumberFormat(undefined, exact).format(value);
}

/** The style of number fields, beside `fields` of `theme.ts`: what is wrong is told below, over what stands there. */
export const numberFields = css`
  .number-field {
    position: relative;
    display: inline-block;
    width: 10ch;
  }
  .number-field input {
    width: 100%;
    font-variant-numeric: tabular-nums;
  }
  .number-field [aria-invalid="true"] {
    border-color: var(--bad);
  }
  .number-field [role="alert"] {
    position: absolute;
    z-index: 1;
    top: 100%;
    inset-inline-start: 0;
    width: max-content;
    max-width: 240px;
    padding: 2px 6px;
    border: 1px solid var(--bad);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--bad);
    font-size: 12px;
  }
`;
