import { widgetElement } from "../kit/element.ts";
import { icon } from "../kit/icon.ts";
import { html, nothing, type PropertyValues } from "../kit/lit.ts";
import { numberField, numberFields } from "../kit/number-field.ts";
import { buttons, fields, icons } from "../kit/theme.ts";
import { advance } from "./advance.ts";
import { Clock } from "./clock.ts";
import { stepsOf } from "./steps.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
/** How long a play waits for a notebook that has answered before, in milliseconds. */
const PATIENCE = 10_000;
/** How long a view waits beyond its turn for another one that leads. */
const GRACE = 250;
const SPEEDS = [0.5, 1, 2, 5, 10, 20, 30];
const REPEATS = [
  ["once", "Stop at the end"],
  ["loop", "Loop"],
  ["bounce", "Back and forth"],
] as const;

/** A slider that plays: through numbers, dates or labels. */
export class PlaySliderElement extends widgetElement(traits) {
  static override styles = [fields, buttons, icons, numberFields, styles];

  readonly #clock = new Clock(
    this,
    () => this.#tick(),
    () => this.#mayTick(),
  );
  #steps = stepsOf(this);
  #way: 1 | -1 = 1;
  /** Whether a person has started it here: then it plays whatever the system says of motion. */
  #byHand = false;
  /** Whether a hand is on the slider. */
  #held = false;
  /** What this view has sent itself, until that is shown. */
  #own: unknown;
  /** Whether the notebook has said what it took, and since when it owes the last. */
  #answers = false;
  #since = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen(STILL, "change", () => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const has = (...names: string[]) => names.some((name) => changed.has(name));
    if (!this.hasUpdated || has("options", "first", "last", "step", "unit", "time_zone", "format")) {
      this.#steps = stepsOf(this);
    }
    if (this.hasUpdated && has("taken")) this.#answers = true;
    if (!this.playing) this.#byHand = false;
    const interval = 1000 / this.speed;
    this.#clock.set(this.#runs ? interval : 0);
    if (!has("value")) return;
    this.#since = performance.now();
    // Another view leads, or the notebook has set it: of several views, the one that is first stays so.
    if (this.value !== this.#own) this.#clock.delay(interval + Math.max(GRACE, interval / 2));
    this.#own = undefined;
  }

  get #runs(): boolean {
    return this.playing && this.#steps.count > 1 && (this.#byHand || !STILL.matches);
  }

  get #index(): number {
    return this.#steps.indexOf(this.value);
  }

  #mayTick(): boolean {
    if (this.#held) return false;
    const isOwed = this.every_step && this.#answers && JSON.stringify(this.taken) !== JSON.stringify(this.value);
    if (!isOwed) return true;
    if (performance.now() - this.#since < PATIENCE) return false;
    this.#answers = false;
    return true;
  }

  #tick(): void {
    const { index, way, playing } = advance(this.#index, this.#way, this.#steps.count, this.repeat);
    this.#way = way;
    this.#go(index, playing);
  }

  #go(index: number, playing = this.playing): void {
    const value = this.#steps.at(index);
    this.#own = value;
    this.send(playing === this.playing ? { value } : { value, playing });
  }

  #toggle(): void {
    const { count } = this.#steps;
    if (count < 2) return;
    const starts = !this.#runs;
    this.#byHand = starts;
    if (starts && this.repeat === "once" && this.#index === count - 1) this.#go(0, true);
    else if (starts !== this.playing) this.send({ playing: starts });
    else this.requestUpdate();
  }

  /** A step by hand ends the play. */
  #step(by: number): void {
    const { count } = this.#steps;
    const to = this.#index + by;
    const last = count - 1;
    this.#go(
      this.repeat === "loop" && Math.abs(by) === 1 ? (to + count) % count : Math.max(0, Math.min(last, to)),
      false,
    );
  }

  #hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    if (held) this.hold("value");
    else this.release({ committed: true });
    this.#clock.delay(1000 / this.speed);
  }

  override render() {
    const steps = this.#steps;
    const { count, zone } = steps;
    const n = new Intl.NumberFormat().format;
    const name = this.label || "Step";
    const index = count ? this.#index : 0;
    const isEmpty = count === 0;
    const isStill = this.playing && !this.#runs && !isEmpty;
    const notes = [zone, isStill && "waits: less motion is asked for", !isEmpty && `${n(index + 1)} of ${n(count)}`];
    const button = (text: string, path: string, work: () => void, kind = "quiet") =>
      html`<button class=${kind} aria-label=${text} title=${text} ?disabled=${isEmpty} @click=${work}>
        ${icon(path)}
      </button>`;
    return html`<header>
        <b>${this.label}</b>
        <span class="dim">${notes.filter(Boolean).join(" · ")}</span>
      </header>
      <input
        type="range"
        data-forced-colors
        min="0"
        max=${Math.max(0, count - 1)}
        .value=${String(index)}
        style="--part:${(index / Math.max(1, count - 1)) * 100}%"
        aria-label=${name}
        aria-valuetext=${isEmpty ? "nothing" : steps.text(index)}
        ?disabled=${isEmpty}
        @input=${({ target }: Event) => this.#go(Number((target as HTMLInputElement).value))}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== " ") return;
          event.preventDefault();
          this.#toggle();
        }}
        @pointerdown=${() => this.#hold(true)}
        @pointerup=${() => this.#hold(false)}
        @pointercancel=${() => this.#hold(false)}
        @change=${() => this.#hold(false)}
        @blur=${() => this.#hold(false)}
      />
      <div class="ends dim" aria-hidden="true">
        <span>${isEmpty ? "Nothing to step through" : steps.text(0)}</span>
        <span>${count > 1 ? steps.text(count - 1) : nothing}</span>
      </div>
      <footer role="group" aria-label="${name}: playing">
        ${button("First step", "M4 3v10M12 3 6 8l6 5Z", () => this.#step(-count))}
        ${button("Step back", "M10 3 4 8l6 5", () => this.#step(-1))}
        ${
          this.#runs
            ? button("Pause", "M5.5 3v10M10.5 3v10", () => this.#toggle(), "solid")
            : button("Play", "M5 3l8 5-8 5Z", () => this.#toggle(), "solid")
        }
        ${button("Step on", "m6 3 6 5-6 5", () => this.#step(1))}
        ${button("Last step", "M12 3v10M4 3l6 5-6 5Z", () => this.#step(count))}
        ${
          isEmpty
            ? nothing
            : numberField({
                host: this,
                label: `${name}: value`,
                value: index,
                text: steps.text(index),
                min: 0,
                max: count - 1,
                step: 1,
                parse: (typed) => steps.read(typed),
                expected: `Expected ${steps.text(0)} to ${steps.text(count - 1)}.`,
                commit: (to) => this.#go(to),
              })
        }
        <span class="choices">
          ${this.#choice(
            "Steps a second",
            [...new Set([...SPEEDS, this.speed])].toSorted((a, b) => a - b).map((speed) => [speed, `${n(speed)} / s`]),
            this.speed,
            (speed) => this.send({ speed }),
          )}
          ${this.#choice("After the last step", REPEATS, this.repeat, (repeat) => this.send({ repeat }))}
        </span>
      </footer>`;
  }

  #choice<V>(label: string, all: readonly (readonly [V, string])[], chosen: V, choose: (value: V) => void) {
    return html`<select
      aria-label=${label}
      title=${label}
      @change=${({ target }: Event) => choose(all[(target as HTMLSelectElement).selectedIndex]![0])}
    >
      ${all.map(([value, text]) => html`<option .selected=${value === chosen}>${text}</option>`)}
    </select>`;
  }
}
