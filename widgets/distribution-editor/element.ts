import { html, type PropertyValues, svg, type TemplateResult } from "../kit/lit.ts";
import { widgetElement } from "../kit/element.ts";
import { back, forth, fresh, record } from "../kit/history.ts";
import { originOf } from "../kit/keeping.ts";
import { numberField, numberFields } from "../kit/number-field.ts";
import { clamp, niceStep, snap } from "../kit/steps.ts";
import { FAMILIES, type Source } from "./families.ts";
import { type Held, knobOf, WAYS } from "./handles.ts";
import { along, type Axis, axisFor, plotOf, ticksOf, WIDTH } from "./plot.ts";
import { gapTo, type Sample, sampleOf } from "./sample.ts";
import {
  distributionOf,
  isHeld,
  knobAt,
  knobsOf,
  limitsOf,
  moved,
  NO_LIMITS,
  readShape,
  saidShare,
  type Shape,
  SHARES,
  sourceOf,
  STANDARD,
  statistics,
  turned,
  writeShape,
} from "./shape.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { exact, few, named, said } from "./words.ts";

/** Of the plot, in pixels. */
const HEIGHT = 180;

/** A distribution that a person drags into shape. */
export class DistributionEditorElement extends widgetElement(traits) {
  static override styles = [numberFields, styles];

  #limits = NO_LIMITS;
  #shape = STANDARD;
  #distribution = distributionOf(STANDARD, NO_LIMITS)!;
  #sample: Sample | undefined;
  #axis: Axis | undefined;
  #step = 1;
  #isCumulative = false;
  #note = "";
  #history = fresh<Shape>();
  /** What made the last step of the history: more of the same belong to it. */
  #series: unknown;
  /** What is dragged ("" for all of it), and what was there before. */
  #held: Held | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    this.#limits = limitsOf(this.low, this.high);
    if (!this.hasUpdated || ["data", "low", "high"].some((name) => changed.has(name))) {
      this.#sample = sampleOf(this.data, this.#limits);
      this.#axis = undefined;
    }
    const shape = readShape(this.value);
    const made = shape && distributionOf(shape, this.#limits);
    if (changed.has("value")) this.#note = made ? "" : "No distribution: this is the standard normal one.";
    if (!made) this.#limits = NO_LIMITS;
    this.#shape = made ? shape : STANDARD;
    this.#distribution = made ?? distributionOf(STANDARD, NO_LIMITS)!;
    if (this.#axis && this.#held) return;
    const places = knobsOf(this.#shape)
      .filter(isHeld)
      .map((knob) => this.#place(knob));
    this.#axis = axisFor(this.#distribution, places, this.#sample, this.#axis);
    this.#step = niceStep(this.#axis[1] / 200 - this.#axis[0] / 200);
  }

  /** Where the handle of a knob stands on the axis. */
  #place(knob: string, shape = this.#shape): number {
    const n = knobAt(shape, knob, this.#limits);
    return knob === "sd" ? n + knobAt(shape, "mean", this.#limits) : n;
  }

  /** Turns a knob ("" moves all) from `start` to `n`, or as far as whole steps there make a distribution. */
  #turn(knob: string, start: number, n: number, step: number, shape = this.#shape, series?: unknown): void {
    const to = (m: number) => (knob ? turned(shape, knob, m) : moved(shape, m));
    const isFine = (m: number) => distributionOf(to(m), this.#limits);
    const at = (steps: number) => snap(start + Math.sign(n - start) * steps * step, step);
    let [fine, wrong] = [0, Math.ceil(Math.abs(n - start) / step)];
    for (let round = 0; round < 60 && wrong - fine > 1; round++) {
      const middle = Math.floor((fine + wrong) / 2);
      if (isFine(at(middle))) fine = middle;
      else wrong = middle;
    }
    this.#change(isFine(n) ? to(n) : fine ? to(at(fine)) : shape, series);
  }

  /** Shows and sends a shape. What the same `series` changes one after the other is taken back at once. */
  #change(shape: Shape, series?: unknown): void {
    const value = writeShape(shape);
    if (JSON.stringify(value) === JSON.stringify(writeShape(this.#shape)) || !distributionOf(shape, this.#limits))
      return;
    if (!series || series !== this.#series) this.#history = record(this.#history, this.#shape);
    this.#series = series;
    this.send({ value });
  }

  #travel(way: typeof back): void {
    const step = way(this.#history, this.#shape);
    if (!step || this.#held) return;
    this.#history = step[0];
    this.#series = undefined;
    if (distributionOf(step[1], this.#limits)) this.send({ value: writeShape(step[1]) });
    this.requestUpdate();
  }

  #grab(event: PointerEvent): void {
    if (this.#held || event.button || !event.isPrimary) return;
    this.#held = { knob: knobOf(event), shape: this.#shape, history: this.#history, x: event.clientX };
    this.hold();
    try {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    } catch {
      // A pointer that is gone already: its own events must do.
    }
  }

  #pull({ clientX, currentTarget }: PointerEvent): void {
    if (!this.#held) return;
    const { shape, knob, x } = this.#held;
    const [start, end] = this.#axis!;
    const off = knob === "sd" ? knobAt(shape, "mean", this.#limits) : 0;
    const from = knob ? this.#place(knob, shape) : 0;
    const by = ((clientX - x) / (currentTarget as Element).clientWidth) * (end - start);
    if (by || this.#series)
      this.#turn(knob, from - off, snap(from + by, this.#step) - off, this.#step, shape, this.#held);
  }

  #drop(committed: boolean): void {
    if (!this.#held) return;
    if (!committed) this.#history = this.#held.history;
    this.#held = this.#series = undefined;
    this.release({ committed });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    this.#drop(false);
    super.disconnectedCallback();
  }

  #press(event: KeyboardEvent): void {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (event.defaultPrevented || (this.#held && key !== "Escape")) return;
    if (key === "Escape") {
      if (!this.#held) return;
      this.#drop(false);
    } else if (ctrlKey || metaKey) {
      if (!/^[zy]$/i.test(key) || originOf(event) instanceof HTMLInputElement) return;
      this.#travel(shiftKey || key === "y" ? forth : back);
    } else {
      const knob = knobOf(event);
      const way = WAYS[key];
      if (!knob || !way) return;
      const step = this.#step;
      const start = altKey ? 0 : knobAt(this.#shape, knob, this.#limits);
      const [low, high] = this.#axis!;
      const edge = key === "Home" ? low : key === "End" ? high : undefined;
      const by = edge === undefined ? way * (shiftKey ? 10 : 1) * step : edge - this.#place(knob);
      this.#turn(altKey ? "" : knob, start, snap(start + by, step), step, this.#shape, knob + altKey);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Goes over to a family, or fits the present one anew. */
  #fit(family: string, source: Source): void {
    const shares = this.#shape.p ?? SHARES;
    const { title, fit } = FAMILIES[family]!;
    const shape = { family, a: fit(source, shares), ...(family === "quantiles" ? { p: shares } : {}) };
    if (distributionOf(shape, this.#limits)) this.#change(shape);
    else this.#note = `${title} does not fit here.`;
    this.requestUpdate();
  }

  #choose({ target }: Event): void {
    const select = target as HTMLSelectElement;
    this.#fit(select.value, sourceOf(this.#distribution, this.#limits));
    select.value = readShape(this.value)?.family ?? "normal";
  }

  override render(): TemplateResult {
    const shape = this.#shape;
    const sample = this.#sample;
    const distribution = this.#distribution;
    const axis = this.#axis!;
    const isCumulative = this.#isCumulative;
    const { line, bars, top } = plotOf(distribution, sample, axis, HEIGHT, isCumulative);
    const handles = knobsOf(shape)
      .filter(isHeld)
      .map((knob) => {
        const n = knobAt(shape, knob, this.#limits);
        const x = this.#place(knob);
        const part = clamp(along(x, axis), 0, 1);
        return { knob, n, part, y: top(x) };
      });
    const button = (name: string, way: typeof back, steps: readonly Shape[]) =>
      html`<button aria-disabled=${!steps.length} @click=${() => this.#travel(way)}>${name}</button>`;
    return html`<div @keydown=${this.#press}>
      <header>
        <b>${this.label}</b>
        <span role="status">${this.#note}</span>
        <span
          >${sample && `${few(sample.count)} numbers · largest gap ${saidShare(Number(gapTo(sample, distribution).toPrecision(2)))}`}</span
        >
      </header>
      <div class="row">
        <select aria-label="Family" @change=${this.#choose}>
          ${Object.entries(FAMILIES).map(
            ([name, { title }]) => html`<option value=${name} ?selected=${name === shape.family}>${title}</option>`,
          )}
        </select>
        <button ?hidden=${!sample} @click=${() => this.#fit(shape.family, sample!)}>Fit to data</button>
        <button
          aria-pressed=${isCumulative}
          @click=${() => {
            this.#isCumulative = !isCumulative;
            this.requestUpdate();
          }}
        >
          Cumulative
        </button>
        ${button("Undo", back, this.#history.past)}${button("Redo", forth, this.#history.future)}
      </div>
      <div
        class="plot"
        tabindex="-1"
        @pointerdown=${this.#grab}
        @pointermove=${this.#pull}
        @pointerup=${() => this.#drop(true)}
        @lostpointercapture=${() => this.#drop(false)}
        @focusin=${() => {
          this.#series = undefined;
        }}
      >
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
          <path class="bars" d=${bars} />
          <path class="line" d=${line} />
          ${handles.map(
            ({ knob, part, y }, i) =>
              svg`<path d="M${part * WIDTH} ${HEIGHT}V${y}${knob === "sd" ? `H${handles[i - 1]!.part * WIDTH}` : ""}" />`,
          )}
        </svg>
        ${handles.map(
          ({ knob, n, part, y }) =>
            html`<div
              class="handle"
              data-knob=${knob}
              role="slider"
              tabindex="0"
              style="left:${part * 100}%;top:${y}px"
              aria-label="${this.label} ${named(knob)}"
              aria-valuemin=${Math.min(axis[0], n)}
              aria-valuemax=${Math.max(axis[1], n)}
              aria-valuenow=${n}
              aria-valuetext=${said(n, this.unit)}
            >
              <span>${knob}</span>
            </div>`,
        )}
      </div>
      <div class="axis" aria-hidden="true">
        ${ticksOf(axis).map((x) => html`<span style="left:${along(x, axis) * 100}%">${few(x)}</span>`)}
      </div>
      <div class="row">
        ${knobsOf(shape).map((knob) => {
          const n = knobAt(shape, knob, this.#limits);
          const step = isHeld(knob) ? this.#step : niceStep(n / 50);
          return html`<div>
            <span aria-hidden="true">${named(knob)}</span>${numberField({
              host: this,
              label: named(knob),
              value: n,
              text: exact(n),
              affixes: [this.unit],
              fit: Number,
              move: (from, steps) => snap(from + steps * step, step),
              commit: (m) => this.#turn(knob, n, m, step),
            })}
          </div>`;
        })}
      </div>
      <dl>
        ${statistics(shape, distribution).map(
          ([name, x]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${said(x, this.unit)}</dd>
            </div>`,
        )}
      </dl>
    </div>`;
  }
}
