import { noChange } from "lit/html.js";
import type { ControllerHost } from "../kit/controllers/host.ts";
import { html } from "../kit/lit.ts";
import { dayOf, isoOf, type Span } from "./days.ts";

/** What the fields show, and whom they tell. */
export interface Ends {
  readonly range: Span;
  readonly days: Span;
  readonly set: (span: Span) => void;
}

/** The browser's own date fields for both ends of a range. Each figure that is typed makes another date: only the last of them is meant. */
export class DayFields {
  readonly #host: ControllerHost;
  readonly #ends: () => Ends;
  #isTyping = false;

  constructor(host: ControllerHost, ends: () => Ends) {
    this.#host = host;
    this.#ends = ends;
  }

  field(label: string, end: 0 | 1) {
    const { range, days } = this.#ends();
    const isEmpty = days[1] < days[0];
    const text = (day: number) => (isEmpty ? "" : isoOf(day));
    return html`<input
      type="date"
      required
      ?disabled=${isEmpty}
      aria-label=${label}
      min=${text(days[0])}
      max=${text(days[1])}
      .value=${this.#isTyping ? noChange : text(range[end])}
      @keydown=${(event: KeyboardEvent) => this.#type(event, end)}
      @change=${({ target }: Event) => this.#isTyping || this.#take(target, end)}
      @blur=${({ target }: Event) => this.#take(target, end)}
    />`;
  }

  #type({ key, target }: KeyboardEvent, end: 0 | 1): void {
    if (key === "Enter" && (target as HTMLInputElement).reportValidity()) this.#take(target, end);
    else if (key === "Escape") this.#take(null, end);
    else if (key !== "Tab" && key !== "Enter") this.#isTyping = true;
  }

  #take(field: EventTarget | null, end: 0 | 1): void {
    const input = field as HTMLInputElement | null;
    const day = input?.validity.valid ? dayOf(input.value) : undefined;
    const { range, set } = this.#ends();
    this.#isTyping = false;
    if (day !== undefined) set(end ? [Math.min(range[0], day), day] : [day, Math.max(range[1], day)]);
    // What is no date, or none of these days, goes back.
    const shown = this.#ends().range;
    for (const [i, each] of this.#host.shadowRoot!.querySelectorAll("input").entries()) each.value = isoOf(shown[i]!);
    this.#host.requestUpdate();
  }
}
