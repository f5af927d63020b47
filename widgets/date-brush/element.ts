import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { ResizeController } from "../kit/controllers/resize.ts";
import { dateFormat, DAY, knownZone, numeric, offsetAt } from "../kit/dates.ts";
import { widgetElement } from "../kit/element.ts";
import { html, nothing, type PropertyValues } from "../kit/lit.ts";
import { clamp } from "../kit/steps.ts";
import { buttons, fields } from "../kit/theme.ts";
import { sum } from "./counts.ts";
import { dayOf, isoOf, type Span, type Unit, weekStart, wholeOf } from "./days.ts";
import { DayFields } from "./fields.ts";
import { calendar, heightOf, type Layout, timeline } from "./layout.ts";
import { picture, texts } from "./picture.ts";
import { join, PRESETS, same, within } from "./spans.ts";
import { styles } from "./styles.ts";
import { written } from "./texts.ts";
import { traits } from "./traits.ts";
import { MOVES, walk, WHOLES } from "./walk.ts";

/** Pixels for weekdays beside the days. */
const SIDE = 36;
/** More days than a calendar is of use for: some eleven years. */
const MOST = 4000;
const NONE: Span = [0, -1];

/** A range of days, brushed over a calendar or a timeline of counts. */
export class DateBrushElement extends widgetElement(traits) {
  static override styles = [fields, buttons, styles];

  protected readonly keys = new KeysController(
    this,
    Object.fromEntries(
      [...MOVES, "Mod+Home", "Mod+End", "Enter", "Space", ...Object.keys(WHOLES)].flatMap((key) => [
        [key, (event) => this.#press(event)],
        [key.replace(/(Mod\+)?/, "$1Shift+"), (event) => this.#press(event)],
      ]),
    ),
    { within: "[role=grid]" },
  );
  protected readonly all = new KeysController(this, {
    Escape: () => {
      if (same(this.#range, this.#days)) return false;
      this.#set(this.#days);
    },
    "Mod+z": () => {
      if (this.#before) this.#set(this.#before);
    },
  });
  readonly #size = new ResizeController(this);
  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: (_, { committed }) => {
      if (committed && !this.#moved) this.#set(this.#anchor);
    },
  });
  /** All days that there are. */
  #days: Span = NONE;
  #layout: Layout | undefined;
  #width = 0;
  /** The range before the last change, for undo. */
  #before: Span | undefined;
  /** What is pointed at or walked to, and where an extension begins. */
  #at: Span | undefined;
  #anchor: Span = NONE;
  #unit: Unit = "day";
  #from: Span = NONE;
  #moved = false;
  #walked = false;
  readonly #fields = new DayFields(this, () => ({
    range: this.#range,
    days: this.#days,
    set: (span) => this.#set(span),
  }));

  protected override willUpdate(changed: PropertyValues): void {
    const width = Math.max(240, (this.#size.width || 640) - SIDE);
    const first = dayOf(this.first_day);
    const isNew = changed.has("first_day") || changed.has("counts") || !this.hasUpdated;
    if (isNew) {
      this.#days = first === undefined || this.counts.length === 0 ? NONE : [first, first + this.counts.length - 1];
      this.#at = undefined;
    }
    if (!isNew && width === this.#width && !changed.has("view") && !changed.has("week_start")) return;
    this.#width = width;
    const draw = this.#isCalendar ? calendar : timeline;
    this.#layout = this.#isEmpty ? undefined : draw(this.counts, this.#days, width, this.week_start ?? weekStart());
  }

  protected override updated(changed: PropertyValues): void {
    const scroller = this.renderRoot.querySelector(".scroller");
    if (scroller && ["counts", "first_day", "view"].some((name) => changed.has(name))) {
      const { x, width } = this.#layout!.box([this.#range[1], this.#range[1]]);
      scroller.scrollLeft = x + 3 * width - scroller.clientWidth;
    }
    if (this.#walked) this.renderRoot.querySelector(".cell")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#walked = false;
  }

  get #isEmpty(): boolean {
    return this.#days[1] < this.#days[0];
  }

  get #isCalendar(): boolean {
    return this.view === "calendar" && this.counts.length <= MOST;
  }

  /** The range as it is shown: in order, within the days that there are. */
  get #range(): Span {
    const [first, last] = this.#days;
    const [a, b] = [dayOf(this.start) ?? first, dayOf(this.end) ?? last];
    return within(a <= b ? [a, b] : [b, a], this.#days);
  }

  #set(span: Span): void {
    const before = this.#range;
    const [start, end] = within(span, this.#days);
    if (this.#isEmpty || same(before, [start, end])) return;
    this.#before = this.#drag.active ? this.#from : before;
    this.send({ start: isoOf(start), end: isoOf(end) });
  }

  #whole(day: number, unit: Unit): Span {
    return within(wholeOf(day, unit), this.#days);
  }

  #spot({ x, y }: { readonly x: number; readonly y: number }): Span {
    const { day, unit } = this.#layout!.spot(x, y);
    this.#unit = unit;
    return this.#whole(day, unit);
  }

  #grab(drag: Drag): boolean {
    const spot = this.#spot(drag);
    const range = this.#range;
    this.#from = range;
    this.#moved = drag.event.shiftKey;
    this.#at = undefined;
    if (this.#moved) this.#set(join(this.#anchor[1] < this.#anchor[0] ? [range[0], range[0]] : this.#anchor, spot));
    else this.#anchor = spot;
    return true;
  }

  #pull(drag: Drag): void {
    const { dx, dy, startX, startY } = drag;
    if (!this.#moved && Math.abs(dx) + Math.abs(dy) < 4) return;
    if (!this.#moved) this.#anchor = this.#held({ x: startX, y: startY }) ?? this.#anchor;
    this.#moved = true;
    const { day } = this.#layout!.spot(drag.x, drag.y);
    this.#set(join(this.#anchor, this.#whole(day, this.#unit)));
  }

  /** The other end of the range, where a drag begins at one. */
  #held({ x, y }: { readonly x: number; readonly y: number }): Span | undefined {
    const layout = this.#layout!;
    const [start, end] = this.#from;
    if (same(this.#from, this.#days) || layout.spot(x, y).unit !== layout.unit) return undefined;
    const near = (day: number, edge: number) =>
      layout.rows > 1 ? layout.spot(x, y).day === day : Math.abs(x - edge) < 7;
    const { x: left, width } = layout.box([start, end]);
    if (near(end, left + width)) return [start, start];
    return near(start, left) ? [end, end] : undefined;
  }

  #point(at: Span | undefined): void {
    if (this.#drag.active || (at === this.#at && !at)) return;
    this.#at = at;
    this.requestUpdate();
  }

  #focused(): void {
    const [, last] = this.#range;
    if (this.#layout && !this.#drag.active) this.#point((this.#anchor = this.#whole(last, this.#layout.unit)));
  }

  #press(event: KeyboardEvent): boolean {
    const layout = this.#layout;
    if (!layout || this.#drag.active) return false;
    const { unit } = layout;
    const { key, shiftKey } = event;
    const at = (this.#at ??= this.#whole(this.#range[1], unit));
    const whole = WHOLES[key];
    const isPick = key === "Enter" || key === " " || whole;
    const to = isPick ? at : this.#whole(clamp(walk(event, at[0], layout), ...this.#days), unit);
    if (!shiftKey) this.#anchor = whole ? this.#whole(at[0], whole) : to;
    if (isPick || shiftKey) this.#set(join(this.#anchor, shiftKey ? to : this.#anchor));
    this.#at = to;
    this.#walked = true;
    this.requestUpdate();
    return true;
  }

  override render() {
    const name = this.label || "Days";
    const range = this.#range;
    return html`<header>
        <b>${this.label}</b>
        <span class="dim">${this.#isEmpty ? nothing : this.#summary(range)}</span>
      </header>
      <div class="days" style="--height:${heightOf(this.#width)}px">
        ${this.#layout ? this.#plot(this.#layout, name, range) : html`<p class="none">No days to show</p>`}
      </div>
      <div class="line dim">
        <span>${[this.#zone, this.#at && !this.#isEmpty && this.#told(this.#at)].filter(Boolean).join(" · ")}</span>
        <select
          aria-label="View"
          ?disabled=${this.counts.length > MOST}
          @change=${({ target }: Event) => this.send({ view: (target as HTMLSelectElement).selectedIndex ? "timeline" : "calendar" })}
        >
          ${[true, false].map((is) => html`<option .selected=${this.#isCalendar === is}>${is ? "Calendar" : "Timeline"}</option>`)}
        </select>
      </div>
      ${this.#controls(name, range)}`;
  }

  get #zone(): string {
    return this.time_zone && `Days in ${knownZone(this.time_zone)}`;
  }

  #count([first, last]: Span): number {
    return sum(this.counts, first - this.#days[0], last - this.#days[0]);
  }

  #told(span: Span): string {
    return `${written(span)} · ${new Intl.NumberFormat().format(this.#count(span))}`;
  }

  #summary(range: Span): string {
    const n = new Intl.NumberFormat().format;
    const days = new Intl.NumberFormat(undefined, { style: "unit", unit: "day", unitDisplay: "long" });
    const [some, all] = [range, this.#days].map((each) => n(this.#count(each)));
    return `${written(range)} · ${days.format(range[1] - range[0] + 1)} · ${some} of ${all}`;
  }

  #plot(layout: Layout, name: string, range: Span) {
    const { width, height, rows, columns, side, unit } = layout;
    const at = this.#at ?? this.#whole(range[1], unit);
    const isWhole = same(at, this.#whole(at[0], unit));
    const [row, column] = layout.place(at[0]);
    const box = layout.box(at);
    return html`<svg class="side" aria-hidden="true" width=${SIDE} height=${height}>${texts(side)}</svg>
      <div class="scroller">
        <div
          class="plot ${width > this.#width ? "wide" : ""}"
          role="grid"
          tabindex="0"
          aria-label="${name}: ${rows > 1 ? "weeks by days" : "timeline"}"
          aria-rowcount=${rows}
          aria-colcount=${columns}
          aria-multiselectable="true"
          aria-activedescendant="day-${at[0]}"
          style="width:${width}px;height:${height}px"
          @pointerdown=${this.#drag.down}
          @pointermove=${({ offsetX, offsetY }: PointerEvent) => this.#drag.active || this.#point(this.#spot({ x: offsetX, y: offsetY }))}
          @pointerleave=${() => this.#point(undefined)}
          @focus=${() => this.#focused()}
          @blur=${() => this.#point(undefined)}
          @dblclick=${() => this.#set(this.#days)}
        >
          ${picture(layout, range, same(range, this.#days))}
          <div role="row" aria-rowindex=${row + 1}>
            <div
              id="day-${at[0]}"
              class="cell ${this.#at && isWhole ? "on" : ""}"
              role="gridcell"
              aria-colindex=${column + 1}
              aria-selected=${at[0] >= range[0] && at[1] <= range[1]}
              aria-label=${this.#told(at)}
              style="left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px"
            ></div>
          </div>
        </div>
      </div>`;
  }

  #controls(name: string, range: Span) {
    const now = Date.now();
    const own = knownZone(this.time_zone || new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const today = clamp(Math.floor((now + offsetAt(now, own)) / DAY), ...this.#days);
    const isEmpty = this.#isEmpty;
    return html`<footer>
      <span class="ends"
        >${this.#fields.field(`${name}: first day`, 0)} – ${this.#fields.field(`${name}: last day`, 1)}</span
      >
      <span class="presets" role="group" aria-label="Spans up to ${dateFormat(numeric(false)).format(today * DAY)}">
        ${PRESETS.map(([text, span]) => {
          const wanted = within(span(today), this.#days);
          return html`<button
            data-forced-colors
            ?disabled=${isEmpty}
            aria-pressed=${!isEmpty && same(wanted, range)}
            @click=${() => this.#set(wanted)}
          >
            ${text}
          </button>`;
        })}
      </span>
    </footer>`;
  }
}
