import { html, nothing, type PropertyValues, svg } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { ResizeController } from "../kit/controllers/resize.ts";
import { widgetElement } from "../kit/element.ts";
import { originOf } from "../kit/keeping.ts";
import { buttons, fields } from "../kit/theme.ts";
import { along, numberAt, ticksFor } from "./axis.ts";
import { barsPath } from "./bars.ts";
import { accented, barAt, barRange, binData, finest, suitableBins } from "./bins.ts";
import { numbersFor } from "./numbers.ts";
import { between, type End, moveEnd, type Range, type Rules, slide, stepEnd } from "./range.ts";
import { clamp, niceStep, snap } from "./steps.ts";
import { styles } from "./styles.ts";
import { countWithin, summarize } from "./summary.ts";
import { traits } from "./traits.ts";

/** Pixels that the plot stands in from each side. */
const MARGIN = 14;

const DIRECTION: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  End: Infinity,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  Home: -Infinity,
};

/** What a person holds: an end, both, or (`undefined`) neither: a drag then draws a new range. */
type Part = End | "band" | undefined;

/** A range slider drawn over the distribution that it filters. */
export class HistogramRangeElement extends widgetElement(traits) {
  static override styles = [fields, buttons, styles];

  readonly #size = new ResizeController(this);
  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: (drag, { committed }) => committed && !this.#moved && this.#click(drag),
  });
  #summary = summarize(this.data);
  #bins = binData(this.data, this.#summary, 1);
  #rules: Rules = { reach: [0, 0], step: 1 };
  #axis: Range = [0, 1];
  #numbers = numbersFor({}, "", 1, 1);
  #selected = 0;
  /** The range before the last change, for undo. */
  #before: Range | undefined;
  #held: { readonly part: Part; readonly from: Range } | undefined;
  #moved = false;
  /** The bar that is pointed at or walked to, and where an extension by keys began. */
  #bar = -1;
  #anchor = -1;

  protected readonly keys = new KeysController(this, {
    Escape: () => !this.#isAll && this.#all(),
    "Mod+z": () => this.#before !== undefined && this.#set(this.#before),
  });

  protected override willUpdate(changed: PropertyValues): void {
    const { data, problems } = this;
    const isNew = ["data", "bins", "step"].some((name) => changed.has(name)) || !this.hasUpdated;
    if (isNew) {
      this.#summary = summarize(data);
      this.#bins = binData(data, this.#summary, this.bins ?? suitableBins(this.#summary.count));
      this.#bar = -1;
    }
    const { low, high, whole } = this.#summary;
    if (isNew || (this.#isAll && !this.#drag.active)) {
      const least = low === high ? Math.abs(low) / 500 : Math.max(high / 500 - low / 500, finest(low, high));
      const step = this.step || Math.max(niceStep(least), whole ? 1 : 0);
      this.#rules = { reach: [low, high], step };
    }
    const [from, to] = this.#range;
    const { reach, step } = this.#rules;
    this.#rules = { reach: [Math.min(reach[0], from), Math.max(reach[1], to)], step };
    const { edges, pad } = this.#bins;
    this.#axis = [
      Math.min(edges[0]!, this.#rules.reach[0] - pad),
      Math.max(edges[edges.length - 1]!, this.#rules.reach[1] + pad),
    ];
    this.#numbers = numbersFor(this.format, this.unit, step, Math.max(...this.#axis.map(Math.abs)));
    if (isNew || changed.has("value") || problems.has("value")) this.#selected = countWithin(data, from, to);
  }

  /** The range as it is shown: in order, and all where what came is no range. */
  get #range(): Range {
    const { low, high } = this.#summary;
    const [a, b] = this.problems.has("value") ? [low, high] : this.value;
    return a <= b ? [a, b] : [b, a];
  }

  get #isAll(): boolean {
    const [from, to] = this.#range;
    return from === this.#summary.low && to === this.#summary.high;
  }

  #all(): void {
    this.#set([this.#summary.low, this.#summary.high]);
  }

  #set(range: Range): void {
    const before = this.#range;
    if (range[0] === before[0] && range[1] === before[1]) return;
    if (!this.#drag.active) this.#before = before;
    this.send({ value: range });
  }

  #grab({ event }: Drag): boolean {
    const part = originOf(event)?.closest<HTMLElement>("[data-part]")?.dataset.part;
    const from = this.#range;
    this.#held = { part: part === "band" ? part : part === undefined ? part : part === "0" ? 0 : 1, from };
    if (part === "band" && this.#isAll) this.#held = { part: undefined, from };
    this.#moved = false;
    this.#bar = -1;
    return this.#summary.count > 0;
  }

  #pull({ x, dx, startX, width }: Drag): void {
    const { part, from } = this.#held!;
    this.#moved ||= part === 0 || part === 1 || Math.abs(dx) > 3;
    if (!this.#moved) return;
    this.#before = from;
    const { pad } = this.#bins;
    const numberOf = (pixels: number) => numberAt(pixels / width, this.#axis);
    if (part === undefined) this.#set(between(numberOf(startX), numberOf(x), pad, this.#rules));
    else if (part === "band") this.#set(slide(from, numberOf(x) - numberOf(startX), this.#rules));
    else {
      const off = part === 0 ? pad : -pad;
      const to = numberOf(along(from[part] - off, this.#axis) * width + dx) + off;
      this.#set(moveEnd(from, part, snap(to, this.#rules.step), this.#rules));
    }
  }

  #click({ startX, width }: Drag): void {
    const bar = barAt(this.#bins, numberAt(startX / width, this.#axis));
    if (typeof this.#held?.part !== "number" && bar >= 0) this.#pick(bar, bar);
  }

  /** Selects what some neighbouring bars count. */
  #pick(one: number, other: number): void {
    const low = barRange(this.#bins, Math.min(one, other))[0];
    const high = barRange(this.#bins, Math.max(one, other))[1];
    const { reach } = this.#rules;
    this.#set([clamp(low, ...reach), clamp(high, ...reach)]);
  }

  #slideBy(event: KeyboardEvent, part: Part): void {
    const direction = DIRECTION[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey || this.#drag.active) return;
    event.preventDefault();
    event.stopPropagation();
    const { reach, step } = this.#rules;
    const big = Math.max(10, Math.round(niceStep(reach[1] / 20 - reach[0] / 20) / step));
    const steps = direction * (event.shiftKey || event.key.startsWith("Page") ? big : 1);
    const range = this.#range;
    if (part === "band") this.#set(slide(range, steps * step, this.#rules));
    else if (part !== undefined) this.#set(stepEnd(range, part, steps, this.#rules));
  }

  #walk(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const direction = DIRECTION[key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (direction !== undefined) {
      const last = this.#bins.counts.length - 1;
      this.#bar = clamp(this.#bar + direction * (key.startsWith("Page") ? 5 : 1), 0, last);
      if (shiftKey) this.#pick(this.#anchor, this.#bar);
      else this.#anchor = this.#bar;
      this.requestUpdate();
    } else if (key === "Enter" || key === " ") this.#pick(this.#bar, this.#bar);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #point(bar: number): void {
    if (bar === this.#bar || this.#drag.active) return;
    this.#bar = this.#anchor = bar;
    this.requestUpdate();
  }

  #hover(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    this.#point(barAt(this.#bins, numberAt((event.clientX - left) / width, this.#axis)));
  }

  #type(event: Event, end: End): void {
    const input = event.target as HTMLInputElement;
    const to = this.#numbers.read(input.value);
    const { reach } = this.#rules;
    const at = clamp(to, ...reach);
    const [low, high] = this.#range;
    if (!Number.isNaN(to) && input.value !== this.#numbers.write(this.#range[end])) {
      this.#set(end === 0 ? [at, Math.max(at, high)] : [Math.min(low, at), at]);
    }
    input.value = this.#numbers.write(this.#range[end]);
    input.ariaInvalid = "false";
  }

  override render() {
    const { count, missing, infinite } = this.#summary;
    const n = new Intl.NumberFormat().format;
    const counted = `${n(this.#selected)} of ${n(count)}`;
    const notes = [
      counted,
      missing && `${n(missing)} missing`,
      infinite && `${n(infinite)} infinite`,
      this.log_counts && "log scale",
    ];
    return html`<header>
        <b>${this.label}</b>
        <span class="count">${notes.filter(Boolean).join(" · ")}</span>
      </header>
      <div
        class="plot"
        role="group"
        aria-label=${this.#name}
        style="height:${this.height}px;--height:${this.height}px"
        @pointerdown=${this.#drag.down}
        @pointermove=${this.#hover}
        @pointerleave=${() => this.#point(-1)}
        @dblclick=${this.#all}
      >
        ${count > 0 ? this.#plot(counted) : html`<p class="none">No numbers to show</p>`}
      </div>
      <div class="axis" aria-hidden="true">${count > 0 ? this.#ticks().map(({ label }) => label) : nothing}</div>
      <footer>
        ${this.#field(0)}–${this.#field(1)} <span class="unit">${this.unit}</span>
        <button aria-disabled=${this.#isAll} @click=${this.#all}>Reset</button>
      </footer>`;
  }

  get #name(): string {
    return this.label || "Range";
  }

  get #width(): number {
    return this.#size.width > 0 ? Math.max(1, this.#size.width - 2 * MARGIN) : 600;
  }

  #ticks() {
    const width = this.#width;
    return ticksFor(this.#axis, width, this.#summary.whole, this.format).map(({ at, text }) => {
      const x = along(at, this.#axis) * width;
      const half = text.length * 3.5 - MARGIN;
      return { x, label: html`<span style="left:${clamp(x, half, width - half)}px">${text}</span>` };
    });
  }

  #plot(counted: string) {
    const [width, height] = [this.#width, this.height];
    const range = this.#range;
    const { pad } = this.#bins;
    const path = barsPath(this.#bins, this.#axis, width, height, this.log_counts);
    const percent = (x: number) => along(x, this.#axis) * 100;
    const [start, end] = accented(this.#bins, ...range).map(percent) as unknown as Range;
    const [left, right] = [percent(range[0] - pad), percent(range[1] + pad)];
    const marks = this.#ticks().map(({ x }) => `M${x} ${height}v5`);
    const [low, high] = range;
    const { reach } = this.#rules;
    const both = `${this.#numbers.write(low)} – ${this.#numbers.say(high)}, ${counted}`;
    return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<path d=${path}></path>
          <path class="in" d=${path} style="clip-path:inset(0 ${100 - end}% 0 ${start}%)"></path>
          <path class="ticks" d="M0 ${height}H${width}${marks.join("")}"></path>`}
      </svg>
      <div
        class="band ${this.#isAll ? "" : "part"}"
        data-part="band"
        role="slider"
        tabindex=${this.#isAll ? -1 : 0}
        style="left:${left}%;right:${100 - right}%"
        aria-label="${this.#name}: both ends"
        aria-valuemin=${reach[0]}
        aria-valuemax=${reach[1] - (high - low)}
        aria-valuenow=${low}
        aria-valuetext=${both}
        aria-disabled=${this.#isAll}
        @keydown=${(event: KeyboardEvent) => this.#slideBy(event, "band")}
      ></div>
      ${this.#thumb(0, "low end", left, reach[0], high, counted)}
      ${this.#thumb(1, "high end", right, low, reach[1], counted)} ${this.#bars()}`;
  }

  #thumb(end: End, name: string, left: number, min: number, max: number, counted: string) {
    const at = this.#range[end];
    return html`<div
      class="thumb"
      data-part=${end}
      role="slider"
      tabindex="0"
      style="left:${left}%"
      aria-label="${this.#name}: ${name}"
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${at}
      aria-valuetext="${this.#numbers.say(at)}, ${counted}"
      @keydown=${(event: KeyboardEvent) => this.#slideBy(event, end)}
    ></div>`;
  }

  /** The bars as a list for keys, with the one that is pointed at; the others are named as they are walked to. */
  #bars() {
    const { edges, counts, pad, lows, highs } = this.#bins;
    const shown = this.#bar >= 0 && !this.#drag.active;
    const bar = Math.max(0, this.#bar);
    const [low, high] = [edges[bar]! + pad, edges[bar + 1]! - pad];
    const [left, right] = [along(edges[bar]!, this.#axis) * 100, along(edges[bar + 1]!, this.#axis) * 100];
    const center = (left + right) / 2;
    const { write, say } = this.#numbers;
    const range = this.#range;
    return html`${shown ? html`<div class="hot" style="left:${left}%;right:${100 - right}%"></div>` : nothing}
      <div
        class="bars"
        role="listbox"
        tabindex="0"
        aria-label="${this.#name}: bars"
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-activedescendant="bar-${bar}"
        @focus=${() => this.#point(Math.max(0, barAt(this.#bins, range[0])))}
        @blur=${() => this.#point(-1)}
        @keydown=${this.#walk}
      >
        ${keyed(
          bar,
          html`<div
            id="bar-${bar}"
            class=${shown ? "tip" : "visually-hidden"}
            role="option"
            aria-setsize=${counts.length}
            aria-posinset=${bar + 1}
            aria-selected=${range[0] <= lows[bar]! && range[1] >= highs[bar]!}
            style="left:${center}%;transform:translateX(-${center}%)"
          >
            ${low === high ? say(low) : `${write(low)} – ${say(high)}`}<i
              >${new Intl.NumberFormat().format(counts[bar]!)}</i
            >
          </div>`,
        )}
      </div>`;
  }

  #field(end: End) {
    const none = this.#summary.count === 0;
    return html`<input
      inputmode="decimal"
      autocomplete="off"
      aria-label="${this.#name}: ${end === 0 ? "from" : "to"}"
      .value=${none ? "" : this.#numbers.write(this.#range[end])}
      ?disabled=${none}
      @input=${({ target }: { target: HTMLInputElement }) => {
        target.ariaInvalid = String(Number.isNaN(this.#numbers.read(target.value)));
      }}
      @change=${(event: Event) => this.#type(event, end)}
    />`;
  }
}
