import { html, nothing, type PropertyValues, svg } from "../kit/lit.ts";
import { keyed } from "lit/directives/keyed.js";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { ResizeController } from "../kit/controllers/resize.ts";
import { widgetElement } from "../kit/element.ts";
import { originOf } from "../kit/keeping.ts";
import { buttons, fields } from "../kit/theme.ts";
import { along, numberAt, ticksFor } from "./axis.ts";
import { barsPath } from "./bars.ts";
import { accented, barAt, barRange, binData, suitableBins } from "./bins.ts";
import { BAND, BARS, KEYS, partOf, WAYS } from "./moves.ts";
import { numbersFor } from "./numbers.ts";
import { between, type End, moveEnd, type Range, type Rules, slide, stepEnd } from "./range.ts";
import { clamp, niceStep, snap, suitableStep } from "../kit/steps.ts";
import { styles } from "./styles.ts";
import { countWithin, summarize } from "./summary.ts";
import { traits } from "./traits.ts";

/** Pixels that the plot stands in from each side. */
const MARGIN = 20;

/** A range slider drawn over the distribution that it filters. */
export class HistogramRangeElement extends widgetElement(traits) {
  static override styles = [fields, buttons, styles];

  protected readonly keys = new KeysController(this, {
    ...Object.fromEntries(KEYS.map((key) => [key, (event) => this.#press(event)])),
    Escape: () => !this.#isAll && this.#all(),
    "Mod+z": (event) => this.#undo(event),
  });
  readonly #size = new ResizeController(this);
  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: ({ startX, width }, { committed }) => {
      const bar = barAt(this.#bins, numberAt(startX / width, this.#axis));
      if (committed && !this.#moved && bar >= 0) this.#pick(bar, bar);
    },
  });
  #summary = summarize(this.data);
  #bins = binData(this.data, this.#summary, 1);
  #rules: Rules = { reach: [0, 0], step: 1 };
  #axis: Range = [0, 1];
  #numbers = numbersFor({}, "", 1, 1);
  #selected = 0;
  /** The range before the last change, for undo. */
  #before: Range | undefined;
  /** What is held, the range when it was taken, and whether it is a drag by now. */
  #part = BARS;
  #from: Range = [0, 0];
  #moved = false;
  /** The bar that is pointed at or walked to, and where an extension by keys began. */
  #bar = -1;
  #anchor = -1;

  protected override willUpdate(changed: PropertyValues): void {
    const { data } = this;
    const isNew = !this.hasUpdated || ["data", "bins", "step"].some((name) => changed.has(name));
    if (isNew) {
      this.#summary = summarize(data);
      this.#bins = binData(data, this.#summary, this.bins ?? suitableBins(this.#summary.count));
      this.#bar = -1;
    }
    const { low, high, whole } = this.#summary;
    const [from, to] = this.#range;
    const start = isNew || (this.#isAll && !this.#drag.active) ? ([low, high] as const) : this.#rules.reach;
    const reach = [Math.min(start[0], from), Math.max(start[1], to)] as const;
    const step = this.step || suitableStep(low, high, whole);
    this.#rules = { reach, step };
    const { edges, pad } = this.#bins;
    this.#axis = [Math.min(edges[0]!, reach[0] - pad), Math.max(edges.at(-1)!, reach[1] + pad)];
    this.#numbers = numbersFor(this.format, this.unit, step, Math.max(-reach[0], reach[1]));
    if (isNew || changed.has("value")) this.#selected = countWithin(data, from, to);
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
    this.#before = this.#drag.active ? this.#from : before;
    this.send({ value: range });
  }

  /** Nothing to undo is no matter for the browser either: it would undo in a field elsewhere, and take the focus there. */
  #undo(event: KeyboardEvent): boolean {
    const field = originOf(event);
    const isEdited = field instanceof HTMLInputElement && field.value !== this.#written(partOf(event) as End);
    if (!isEdited && this.#before) this.#set(this.#before);
    return !isEdited;
  }

  #written(end: End): string {
    return this.#summary.count === 0 ? "" : this.#numbers.write(this.#range[end]);
  }

  /** Selects what some neighbouring bars count. */
  #pick(one: number, other: number): void {
    const { reach } = this.#rules;
    const low = clamp(barRange(this.#bins, Math.min(one, other))[0], ...reach);
    this.#set([low, clamp(barRange(this.#bins, Math.max(one, other))[1], ...reach)]);
  }

  #grab({ event }: Drag): boolean {
    const part = partOf(event);
    this.#part = part < BAND || (part === BAND && !this.#isAll) ? part : BARS;
    this.#from = this.#range;
    this.#moved = part < BAND;
    this.#bar = -1;
    return this.#summary.count > 0;
  }

  #pull({ x, dx, startX, width }: Drag): void {
    this.#moved ||= Math.abs(dx) > 3;
    if (!this.#moved) return;
    const { pad } = this.#bins;
    const part = this.#part;
    const from = this.#from;
    const at = (pixels: number) => numberAt(pixels / width, this.#axis);
    if (part === BARS) this.#set(between(at(startX), at(x), pad, this.#rules));
    else if (part === BAND) this.#set(slide(from, at(x) - at(startX), this.#rules));
    else {
      const off = part === 0 ? pad : -pad;
      const to = at(along(from[part as End] - off, this.#axis) * width + dx) + off;
      this.#set(moveEnd(from, part as End, snap(to, this.#rules.step), this.#rules));
    }
  }

  #press(event: KeyboardEvent): boolean {
    const part = partOf(event);
    const way = WAYS[event.key];
    if (!(part === BARS || way) || !(part >= 0) || this.#drag.active) return false;
    const { reach, step } = this.#rules;
    const isPage = event.key.startsWith("Page");
    if (part === BARS) {
      const last = this.#bins.counts.length - 1;
      this.#bar = clamp(this.#bar + (way ?? 0) * (isPage ? 5 : 1), 0, last);
      if (!way || !event.shiftKey) this.#anchor = this.#bar;
      if (!way || event.shiftKey) this.#pick(this.#anchor, this.#bar);
      this.requestUpdate();
      return true;
    }
    const big = Math.max(10, Math.round(niceStep(reach[1] / 20 - reach[0] / 20) / step));
    const steps = way! * (event.shiftKey || isPage ? big : 1);
    if (part === BAND) this.#set(slide(this.#range, steps * step, this.#rules));
    else this.#set(stepEnd(this.#range, part as End, steps, this.#rules));
    return true;
  }

  #hover({ clientX, currentTarget }: PointerEvent): void {
    const { left, width } = (currentTarget as Element).getBoundingClientRect();
    this.#point(barAt(this.#bins, numberAt((clientX - left) / width, this.#axis)));
  }

  #point(bar: number): void {
    if (bar === this.#bar || this.#drag.active) return;
    this.#bar = this.#anchor = bar;
    this.requestUpdate();
  }

  #type(input: HTMLInputElement, end: End): void {
    const range = this.#range;
    const at = clamp(this.#numbers.read(input.value), ...this.#rules.reach);
    if (!Number.isNaN(at) && input.value !== this.#written(end)) {
      this.#set(end === 0 ? [at, Math.max(at, range[1])] : [Math.min(range[0], at), at]);
    }
    input.value = this.#written(end);
    input.ariaInvalid = "false";
  }

  override render() {
    const { count, missing, infinite, whole } = this.#summary;
    const n = new Intl.NumberFormat().format;
    const counted = `${n(this.#selected)} of ${n(count)}`;
    const notes = [
      missing && `${n(missing)} missing`,
      infinite && `${n(infinite)} infinite`,
      this.log_counts && "log scale",
    ];
    const width = Math.max(1, (this.#size.width || 640) - 2 * MARGIN);
    const ticks = count ? ticksFor(this.#axis, width, whole, this.format) : [];
    const places = ticks.map(({ at }) => along(at, this.#axis) * width);
    return html`<header>
        <b>${this.label}</b>
        <span class="dim">${[counted, ...notes].filter(Boolean).join(" · ")}</span>
      </header>
      <div
        class="plot"
        role="group"
        aria-label=${this.#name}
        style="--height:${this.height}px"
        @pointerdown=${this.#drag.down}
        @pointermove=${this.#hover}
        @pointerleave=${() => this.#point(-1)}
        @dblclick=${this.#all}
      >
        ${count ? this.#plot(width, places, counted, n) : html`<p class="none">No numbers to show</p>`}
      </div>
      <div class="axis dim" aria-hidden="true">
        ${ticks.map(({ text }, i) => {
          const half = text.length * 4 - MARGIN;
          return html`<span style="left:${clamp(places[i]!, half, width - half)}px">${text}</span>`;
        })}
      </div>
      <footer>
        ${this.#field(0)}–${this.#field(1)} <span class="dim">${this.unit}</span>
        <button aria-disabled=${this.#isAll} @click=${this.#all}>Reset</button>
      </footer>`;
  }

  get #name(): string {
    return this.label || "Range";
  }

  #plot(width: number, places: readonly number[], counted: string, n: (x: number) => string) {
    const bins = this.#bins;
    const { edges, counts, lows, highs, pad } = bins;
    const { height } = this;
    const { write, say } = this.#numbers;
    const { reach } = this.#rules;
    const [from, to] = this.#range;
    const percent = (x: number) => along(x, this.#axis) * 100;
    const spread = (start: number, end: number) => `left:${percent(start)}%;right:${100 - percent(end)}%`;
    const slider = (part: number, name: string, style: string, min: number, now: number, max: number, text: string) =>
      html`<div
        class=${part < BAND ? "thumb" : "band"}
        data-part=${part}
        role="slider"
        tabindex=${part === BAND && this.#isAll ? -1 : 0}
        style=${style}
        aria-label="${this.#name}: ${name}"
        aria-valuemin=${min}
        aria-valuenow=${now}
        aria-valuemax=${max}
        aria-valuetext="${text}, ${counted}"
        aria-disabled=${part === BAND && this.#isAll}
      ></div>`;
    const path = barsPath(bins, this.#axis, width, height, this.log_counts);
    const [start, end] = accented(bins, from, to);
    const bar = Math.max(0, this.#bar);
    const isShown = this.#bar >= 0 && !this.#drag.active;
    const [left, right] = [edges[bar]!, edges[bar + 1]!];
    const center = (percent(left) + percent(right)) / 2;
    const option = html`<div
      id="bar-${bar}"
      class=${isShown ? "tip" : "visually-hidden"}
      role="option"
      aria-setsize=${counts.length}
      aria-posinset=${bar + 1}
      aria-selected=${from <= lows[bar]! && to >= highs[bar]!}
      style="left:${center}%;transform:translateX(-${center}%)"
    >
      ${left + pad === right - pad ? say(left + pad) : `${write(left + pad)} – ${say(right - pad)}`}
      <span class="dim">${n(counts[bar]!)}</span>
    </div>`;
    return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<path d=${path} /><path
          class="in"
          d=${path}
          style="clip-path:inset(0 ${100 - percent(end)}% 0 ${percent(start)}%)"
        /><path class="ticks" d="M0 ${height}H${width}${places.map((x) => `M${x} ${height}v5`).join("")}" />`}
      </svg>
      ${slider(BAND, "both ends", spread(from - pad, to + pad), reach[0], from, reach[1] - (to - from), `${write(from)} – ${say(to)}`)}
      ${slider(0, "low end", `left:${percent(from - pad)}%`, reach[0], from, to, say(from))}
      ${slider(1, "high end", `left:${percent(to + pad)}%`, from, to, reach[1], say(to))}
      ${isShown ? html`<div class="hot" style=${spread(left, right)}></div>` : nothing}
      <div
        class="bars"
        data-part=${BARS}
        role="listbox"
        tabindex="0"
        aria-label="${this.#name}: bars"
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-activedescendant="bar-${bar}"
        @focus=${() => this.#point(Math.max(0, barAt(bins, from)))}
        @blur=${() => this.#point(-1)}
      >
        ${keyed(bar, option)}
      </div>`;
  }

  #field(end: End) {
    return html`<input
      data-part=${end}
      inputmode="decimal"
      autocomplete="off"
      aria-label="${this.#name}: ${end === 0 ? "from" : "to"}"
      .value=${this.#written(end)}
      ?disabled=${this.#summary.count === 0}
      @input=${({ target }: { target: HTMLInputElement }) => {
        target.ariaInvalid = String(Number.isNaN(this.#numbers.read(target.value)));
      }}
      @change=${({ target }: { target: HTMLInputElement }) => this.#type(target, end)}
    />`;
  }
}
