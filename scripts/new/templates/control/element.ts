import { buttons, html, KeysController, widgetElement } from "inlay/kit";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

/** A number with a button on each side, and a spin button for the keyboard. */
export class WidgetNameElement extends widgetElement(traits) {
  static override styles = [buttons, styles];

  constructor() {
    super();
    const keys = {
      ArrowUp: () => this.#move(1),
      ArrowRight: () => this.#move(1),
      ArrowDown: () => this.#move(-1),
      ArrowLeft: () => this.#move(-1),
      PageUp: () => this.#move(10),
      PageDown: () => this.#move(-10),
      Home: () => this.#set(this.min),
      End: () => this.#set(this.max),
    };
    this.addController(new KeysController(this, keys, { within: ".number" }));
  }

  override render() {
    const { value, min, max, label } = this;
    return html`
      <span class="label">${label}</span>
      ${this.#button("−", "Less", -1, value <= min)}
      <span
        class="number"
        role="spinbutton"
        tabindex="0"
        aria-label=${label || "Number"}
        aria-valuenow=${value}
        aria-valuemin=${min}
        aria-valuemax=${max}
        >${value.toLocaleString()}</span
      >
      ${this.#button("+", "More", 1, value >= max)}
    `;
  }

  /** Not `disabled` at the end of the way: a button that is put off would lose the focus. */
  #button(sign: string, name: string, steps: number, atEnd: boolean) {
    const move = () => this.#move(steps);
    return html`<button aria-label="${name} ${this.label}" aria-disabled=${atEnd} @click=${move}>${sign}</button>`;
  }

  #move(steps: number): void {
    const step = this.step || 1;
    // In whole steps from the lowest number, so that 0.1 + 0.2 is 0.3.
    const next = this.min + (Math.round((this.value - this.min) / step) + steps) * step;
    this.#set(Number(next.toPrecision(12)));
  }

  #set(next: number): void {
    const value = Math.max(this.min, Math.min(next, this.max));
    if (Number.isFinite(value) && value !== this.value) this.send({ value });
  }
}
