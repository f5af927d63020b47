import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { widgetElement } from "../kit/element.ts";
import { back, fresh, record } from "../kit/history.ts";
import { originOf } from "../kit/keeping.ts";
import { numberField, numberFields } from "../kit/number-field.ts";
import { clamp } from "../kit/steps.ts";
import { fields, paint } from "../kit/theme.ts";
import { type Axis, axisOf, format, moved, numberAt, shareOf, ticks } from "./axis.ts";
import { draw, nearest, type Places, placesOf } from "./points.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

type Point = readonly [x: number, y: number];

/** What is moved: x, y, or both. */
type Part = "x" | "y" | "xy";

/** Keys by their way to go: right, up. */
const WAYS: Readonly<Record<string, Point>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

const partOf = (element: Element): Part => element.closest<HTMLElement>("[data-part]")?.dataset.part as Part;

/** A point in two dimensions: one surface for the pointer, and a slider for each axis. */
export class XyPadElement extends widgetElement(traits) {
  static override styles = [fields, numberFields, styles];

  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: (_, { committed }) => {
      const to = this.#draft ?? this.#at;
      this.#draft = undefined;
      this.#held = "";
      if (!committed) return;
      this.#note("", this.#from);
      if (this.debounce) this.#send(to);
    },
  });
  #x = axisOf([0, 1], null, false);
  #y = this.#x;
  #write = [format(this.#x), format(this.#x)] as const;
  #places: Places = new Float32Array();
  #source = "";
  /** The point of a drag that is sent when it ends. */
  #draft: Point | undefined;
  #held: Part | "" = "";
  #from: Point = [0, 0];
  /** Where in the thumb it was taken. */
  #off: Point = [0, 0];
  #past = fresh<Point>();
  /** What was moved by key last: a series of presses is one step of undo. */
  #series = "";

  /** The point as it is shown: on the pad, whatever came. */
  get #at(): Point {
    const { low, high } = this.#x;
    return this.#draft ?? [clamp(this.x, low, high), clamp(this.y, this.#y.low, this.#y.high)];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#picture();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#x = axisOf(this.x_range, this.x_step, this.x_log);
    this.#y = axisOf(this.y_range, this.y_step, this.y_log);
    this.#write = [format(this.#x), format(this.#y)];
    if (changed.has("image")) this.#picture();
    if (this.#isRedrawn(changed)) this.#places = placesOf(this.points, this.#x, this.#y);
  }

  protected override updated(changed: PropertyValues): void {
    const canvas = this.renderRoot.querySelector("canvas");
    if (!canvas || !(this.#isRedrawn(changed) || changed.has("scheme"))) return;
    canvas.width = this.width * devicePixelRatio;
    canvas.height = this.height * devicePixelRatio;
    draw(canvas, this.#places, paint(this, "--cat-2")[0]!);
  }

  #isRedrawn(changed: PropertyValues): boolean {
    return ["points", "x_range", "y_range", "x_log", "y_log", "width", "height"].some((name) => changed.has(name));
  }

  #forget(): void {
    URL.revokeObjectURL(this.#source);
    this.#source = "";
  }

  /** An address for the picture's bytes, for as long as the element is in the page. Markup can only be an SVG. */
  #picture(): void {
    this.#forget();
    const { image } = this;
    if (!image.length || !this.isConnected) return;
    const type = image[0] === 60 ? "image/svg+xml" : "";
    this.#source = URL.createObjectURL(new Blob([image as Uint8Array<ArrayBuffer>], { type }));
  }

  #share([x, y]: Point): Point {
    return [shareOf(this.#x, x), shareOf(this.#y, y)];
  }

  /** A dot as a point, where there is one. */
  #dot(share: Point, way?: Point): Point | undefined {
    const index = nearest(this.#places, ...share, this.width / this.height, way);
    return index < 0 ? undefined : [this.points[2 * index]!, this.points[2 * index + 1]!];
  }

  #send([x, y]: Point): void {
    this.send({ x, y });
  }

  /** A step that can be taken back begins; a series of key presses at one place is one. */
  #note(series: string, from = this.#at): void {
    if (!series || series !== this.#series) this.#past = record(this.#past, from);
    this.#series = series;
  }

  #undo(): void {
    const [x, y] = this.#at;
    let step = back(this.#past, this.#at);
    while (step && step[1][0] === x && step[1][1] === y) step = back(step[0], this.#at);
    this.#series = "";
    if (!step) return;
    this.#past = step[0];
    const fit = ({ low, high }: Axis, n: number) => clamp(n, low, high);
    this.#send([fit(this.#x, step[1][0]), fit(this.#y, step[1][1])]);
  }

  #grab(drag: Drag): void {
    const { target, event, x, y, width, height } = drag;
    this.#held = partOf(target);
    this.#from = this.#at;
    const thumb = target.querySelector<HTMLElement>(".thumb");
    const isThumb = originOf(event) === thumb;
    const [right, up] = this.#share(this.#at);
    this.#off = isThumb ? [right - x / width, up - 1 + y / height] : [0, 0];
    thumb?.focus({ preventScroll: true });
    // Before the first move, so that Escape goes back to where it was.
    this.hold();
    if (!isThumb) this.#pull(drag);
  }

  #pull({ x, y, dx, dy, width, height, event }: Drag): void {
    const part = this.#held;
    const from = this.#share(this.#from);
    const isLocked = event.shiftKey && part === "xy";
    const isAcross = Math.abs(dx) >= Math.abs(dy);
    const takes = (axis: "x" | "y", across: boolean) => part.includes(axis) && !(isLocked && isAcross !== across);
    const share: Point = [
      takes("x", true) ? x / width + this.#off[0] : from[0],
      takes("y", false) ? 1 - y / height + this.#off[1] : from[1],
    ];
    const dot = this.snap_points ? this.#dot(share) : undefined;
    const to = dot ?? [
      takes("x", true) ? numberAt(this.#x, share[0]) : this.#from[0],
      takes("y", false) ? numberAt(this.#y, share[1]) : this.#from[1],
    ];
    if (this.debounce) {
      this.#draft = to;
      this.requestUpdate();
    } else this.#send(to);
  }

  #press(event: KeyboardEvent): void {
    const way = WAYS[event.key];
    const isMod = event.ctrlKey || event.metaKey;
    const isUndo = isMod && event.key === "z";
    if (!(isUndo || (way && !isMod)) || event.altKey || this.#drag.active) return;
    event.preventDefault();
    event.stopPropagation();
    if (isUndo) this.#undo();
    else this.#go(partOf(originOf(event)), way!, event.shiftKey ? 10 : 1);
  }

  #go(part: Part, [right, up]: Point, times: number): void {
    // A slider goes up to the right as well; on the pad arrows go where they point.
    if (part === "x") [right, up] = [right + up, 0];
    if (part === "y") [right, up] = [0, right + up];
    const [x, y] = this.#at;
    const goes = (axis: Axis, n: number, steps: number) =>
      Number.isFinite(steps) ? (steps ? moved(axis, n, steps * times) : n) : steps < 0 ? axis.start : axis.end;
    const way = [Math.sign(right), Math.sign(up)] as const;
    const hops = this.snap_points && this.#places.length && Number.isFinite(right + up);
    const to = hops
      ? this.#dot(this.#share(this.#at), way)
      : ([goes(this.#x, x, right), goes(this.#y, y, up)] as const);
    if (to && (to[0] !== x || to[1] !== y)) {
      this.#note(part);
      this.#send(to);
    }
  }

  override render(): TemplateResult {
    const [x, y] = this.#at;
    const [right, up] = this.#share(this.#at).map((share) => `${100 * share}%`);
    const name = this.label || `${this.x_label} × ${this.y_label}`;
    const [textX, textY] = [this.#write[0](x), this.#write[1](y)];
    const both = `${this.x_label} ${textX}, ${this.y_label} ${textY}`;
    const thumb = (part: Part, label: string, axis: Axis, now: number, text: string) =>
      html`<div
        class="thumb"
        role="slider"
        tabindex="0"
        aria-label=${label}
        aria-roledescription=${part === "xy" ? "2D slider" : nothing}
        aria-orientation=${part === "y" ? "vertical" : nothing}
        aria-valuemin=${axis.low}
        aria-valuemax=${axis.high}
        aria-valuenow=${now}
        aria-valuetext=${text}
      ></div>`;
    const ticksX = ticks(this.#x, clamp(this.width / 64, 2, 6));
    const ticksY = ticks(this.#y, clamp(this.height / 48, 2, 8));
    const strip = (part: "x" | "y", list: typeof ticksX, label: string, axis: Axis, now: number, text: string) =>
      html`<div
        class="axis ${part}"
        data-part=${part}
        style="--${part}:${part === "x" ? right : up}"
        @pointerdown=${this.#drag.down}
        @mousedown=${keepFocus}
      >
        ${list.map((tick) => html`<span class="tick" aria-hidden="true" style="--${part}:${100 * tick.share}%">${tick.text}</span>`)}
        ${thumb(part, label, axis, now, text)}
      </div>`;
    const line = (list: typeof ticksX, part: "x" | "y") =>
      list.map(({ share }) => html`<i class=${part === "x" ? "down" : "over"} style="--${part}:${100 * share}%"></i>`);
    return html`${this.label ? html`<header><b>${this.label}</b></header>` : nothing}
      <div
        class="frame ${this.#drag.active ? "held" : ""}"
        dir="ltr"
        role="group"
        aria-label=${name}
        style="--width:${this.width}px;--height:${this.height}px"
        @focusin=${() => (this.#series = "")}
        @keydown=${this.#press}
      >
        ${strip("y", ticksY, this.y_label || "y", this.#y, y, textY)}
        <div class="pad" data-part="xy" @pointerdown=${this.#drag.down} @mousedown=${keepFocus}>
          ${this.#source ? html`<img src=${this.#source} alt="" draggable="false" />` : nothing}
          ${line(ticksX, "x")}${line(ticksY, "y")} ${this.points.length ? html`<canvas></canvas>` : nothing}
          <span class="cross down" style="--x:${right}"></span><span class="cross over" style="--y:${up}"></span>
          <div style="display:contents;--x:${right};--y:${up}">${thumb("xy", name, this.#x, x, both)}</div>
        </div>
        ${strip("x", ticksX, this.x_label || "x", this.#x, x, textX)}
      </div>
      <footer>${this.#field("x", this.#x, x, textX)}${this.#field("y", this.#y, y, textY)}</footer>`;
  }

  #field(part: "x" | "y", axis: Axis, value: number, text: string): TemplateResult {
    const label = this[`${part}_label`] || part;
    const { low: min, high: max, step } = axis;
    const way = Math.sign(axis.end - axis.start);
    const field = {
      host: this,
      key: part,
      label,
      value,
      text,
      min,
      max,
      step,
      move: (from: number, steps: number) => moved(axis, from, way * steps),
      commit: (n: number) => {
        this.#note("");
        this.#send(part === "x" ? [n, this.#at[1]] : [this.#at[0], n]);
      },
    };
    return html`<span><b aria-hidden="true">${part === "x" ? "↔" : "↕"} ${label}</b>${numberField(field)}</span>`;
  }
}

/** The thumb has the focus already; without this the browser gives it to what is behind. */
const keepFocus = (event: Event): void => event.preventDefault();
