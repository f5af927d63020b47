import { html, KeysController, nothing, type PropertyValues, RovingController, widgetElement } from "inlay/kit";
import { type Bar, barsOf, MOST } from "./bars.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

const format = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });

/** Bars, of which one can be selected. Hover and focus show a bar's number. */
export class WidgetNameElement extends widgetElement(traits) {
  static override styles = styles;

  #bars: readonly Bar[] = [];
  /** The bar under the pointer or with the focus: what this view shows, and nobody else needs to know. */
  #shown: Bar | undefined;

  constructor() {
    super();
    this.addController(new RovingController(this, { items: "[role=option]", orientation: "horizontal" }));
    const select = () => (this.#shown ? this.#select(this.#shown.row) : false);
    this.addController(new KeysController(this, { Enter: select, Space: select }, { within: "[role=option]" }));
    this.addController(new KeysController(this, { Escape: () => this.send({ selected: null }) }));
  }

  override willUpdate(changed: PropertyValues) {
    if (!changed.has("data") && this.hasUpdated) return;
    this.#bars = barsOf(this.data);
    this.#shown = this.#bars.find(({ row }) => row === this.#shown?.row);
  }

  override render() {
    const more = this.data.length > MOST ? html`; the first ${MOST} of ${format.format(this.data.length)}` : nothing;
    return html`
      <div class="label">${this.label}${more}</div>
      ${
        this.#bars.length === 0
          ? html`<div class="chart empty">No numbers yet</div>`
          : html`<div class="chart" role="listbox" aria-label=${this.label || "Numbers"} @pointerleave=${this.#leave}>
              ${this.#bars.map((bar) => this.#bar(bar))}
            </div>`
      }
      <div class="hint">${this.#hint()}</div>
    `;
  }

  #bar(bar: Bar) {
    const { row, value, bottom, height } = bar;
    const show = () => this.#show(bar);
    return html`<div
      role="option"
      aria-selected=${row === this.selected}
      aria-label="Row ${row}: ${format.format(value)}"
      @pointerenter=${show}
      @focus=${show}
      @click=${() => this.#select(row)}
    >
      <i style="bottom:${bottom}%;height:${height}%"></i>
    </div>`;
  }

  #hint(): string {
    const row = this.#shown?.row ?? this.selected;
    const bar = this.#bars.find((each) => each.row === row);
    return bar ? `Row ${bar.row}: ${format.format(bar.value)}` : "";
  }

  #show(bar: Bar | undefined): void {
    this.#shown = bar;
    this.requestUpdate();
  }

  readonly #leave = () => this.#show(undefined);

  /** The same bar again takes the selection back. */
  #select(row: number): void {
    this.send({ selected: row === this.selected ? null : row });
  }
}
