import { html, nothing, type PropertyValues } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { ResizeController } from "../kit/controllers/resize.ts";
import { RovingController } from "../kit/controllers/roving.ts";
import { widgetElement } from "../kit/element.ts";
import { buttons, categories, paint } from "../kit/theme.ts";
import { axes, axisTicks, leftMargin, MARGIN } from "./axes.ts";
import type { Board, Region, Tool } from "./board.ts";
import { CanvasRenderer } from "./canvas-renderer.ts";
import { cloudOf } from "./cloud.ts";
import { type Source, table, tooltip } from "./details.ts";
import { Keyboard } from "./keyboard.ts";
import { legend } from "./legend.ts";
import { Navigating } from "./navigating.ts";
import { overlay } from "./overlay.ts";
import { Painter } from "./painter.ts";
import { Picker } from "./picker.ts";
import { plotStyles } from "./plot-styles.ts";
import { Plot } from "./plot.ts";
import { Pointing } from "./pointing.ts";
import type { Look, Renderer } from "./renderer.ts";
import { type Change, changed } from "./selection.ts";
import { markOpacity, markSize } from "./sizing.ts";
import { styles } from "./styles.ts";
import { count, notes, points, pointText, summary } from "./text.ts";
import { toolbar } from "./toolbar.ts";
import { traits } from "./traits.ts";
import { type View, zoomOf } from "./viewport.ts";

const MOST_RATIO = 2;
const MOST_PREVIEWED = 6_000;
const HINT = "Arrows move · Space selects · Shift+arrows box · Ctrl+A all · I invert · Esc clear";

/** Points of two numbers, and those among them that a person has selected. */
export class ScatterSelectElement extends widgetElement(traits) implements Board {
  static override styles = [buttons, styles, plotStyles];

  readonly plot = new Plot();
  readonly picker = new Picker((selected) => this.send({ selected }));
  using: Tool = "lasso";
  region: Region | undefined;
  hover = -1;
  #table = false;
  #focused = false;
  #colors: Pick<Look, "colors" | "rim"> = { colors: [], rim: "" };
  #shapes: readonly number[] = [];
  #preview: { readonly region: Region; readonly rows: Uint32Array } | undefined;
  #renderer: Renderer | undefined;
  #painter: Painter | undefined;
  readonly #announce = new AnnounceController(this);
  readonly #pointing = new Pointing(this);
  readonly #navigating = new Navigating(this, () => this.#pointing.cancel());
  readonly #keyboard = new Keyboard(this, (row) => this.#tell(row));

  protected readonly controllers = [
    new ResizeController(this),
    new RovingController(this, { items: ".toolbar button" }),
    new RovingController(this, { items: ".legend button" }),
    new KeysController(this, this.#keyboard.keys, { within: ".plot" }),
    new KeysController(this, {
      "Mod+z": () => this.#undo(),
      "Mod+Shift+z": () => this.#redo(),
      "Mod+y": () => this.#redo(),
      Escape: () => this.#table && this.#toggleTable(),
    }),
  ];

  pick(rows: ArrayLike<number>, change: Change): void {
    const other = this.picker.pick(rows, change);
    this.say(`${points(this.picker.rows.length)} selected${other ? "" : ", as before"}.`);
    this.requestUpdate();
  }

  look(view: View, { quiet = false } = {}): void {
    this.plot.view = view;
    this.hover = -1;
    if (!quiet) this.say(`Zoom ${count(Math.round(zoomOf(view) * 100))} %.`);
    this.requestUpdate();
  }

  say(text: string): void {
    this.#announce.say(text);
  }

  override connectedCallback(): void {
    this.#renderer = new CanvasRenderer();
    this.#painter = new Painter(this.#renderer, (work) => this.attempt(work));
    super.connectedCallback();
    const contrast = matchMedia("(forced-colors: active)");
    contrast.addEventListener("change", () => this.requestUpdate("scheme"), { signal: this.connected });
    this.requestUpdate("scheme");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#painter?.dispose();
    this.hover = -1;
    this.#focused = false;
  }

  protected override willUpdate(news: PropertyValues): void {
    const fresh = ["x", "y", "category", "categories"].some((name) => news.has(name));
    if (fresh) {
      const { x, y, category } = this;
      this.plot.load(cloudOf({ x, y, category, categories: this.categories }));
      this.#shapes = this.plot.cloud.groups.map(({ shape }) => shape);
      this.hover = -1;
      this.region = undefined;
    }
    if (fresh || news.has("scheme")) {
      const tokens = this.plot.cloud.groups.map(({ color }) => categories[color]!);
      const [rim = "", ...colors] = paint(this, "--fg", ...tokens);
      this.#colors = { rim, colors };
    }
    if (news.has("tool")) this.using = this.tool;
    if (fresh || news.has("selected")) this.picker.receive(this.selected, this.plot.cloud.points.count);
  }

  override render() {
    const { plot, picker } = this;
    const { cloud } = plot;
    const source = this.#source();
    const ticks = axisTicks(plot);
    const left = leftMargin(ticks.y);
    const size = this.#size();
    const told = this.hover >= 0 ? this.hover : this.#focused && !this.region ? plot.cursor : -1;
    const lengths = { x: this.x.length, y: this.y.length, category: this.category.length };
    const said = notes(cloud, lengths, this.#past(), [...this.problems.keys()]);
    const name = this.label || `${source.yLabel} against ${source.xLabel}`;
    const empty = cloud.grid.rows.length === 0;
    return html`<div class="frame ${plot.width < 460 ? "narrow" : ""}" style="height:${this.height}px">
      ${toolbar(this, this.#table, {
        undo: () => this.#undo(),
        redo: () => this.#redo(),
        toggleTable: () => this.#toggleTable(),
      })}
      ${legend(this)}
      <div
        class="stage"
        style="--left:${left}px;--top:${MARGIN.top}px;--right:${MARGIN.right}px;--bottom:${MARGIN.bottom}px"
      >
        ${axes(plot, ticks, left)}
        <span class="name y" aria-hidden="true"><bdi>${source.yLabel}</bdi></span>
        <span class="hint" aria-hidden="true">${HINT}</span>
        <span class="name x" aria-hidden="true"><bdi>${source.xLabel}</bdi></span>
        <div
          class="plot ${this.using} ${this.#shown().length > 0 ? "picked" : ""} ${this.hover >= 0 ? "pointed" : ""}"
          role="application"
          aria-roledescription="scatter plot"
          aria-label=${name}
          aria-describedby="summary keys"
          tabindex="0"
          @pointerdown=${(event: PointerEvent) => this.#press(event)}
          @pointermove=${(event: PointerEvent) => {
            this.#navigating.move(event);
            this.#pointing.point(event);
          }}
          @pointerup=${this.#navigating.up}
          @pointercancel=${this.#navigating.up}
          @pointerleave=${this.#pointing.leave}
          @wheel=${this.#pointing.wheel}
          @keyup=${this.#keyboard.up}
          @focus=${(event: FocusEvent) => this.#focus((event.target as Element).matches(":focus-visible"))}
          @blur=${() => this.#focus(false)}
        >
          ${this.#renderer?.layers} ${overlay(plot, this.region, this.hover, this.#focused ? plot.cursor : -1, size)}
          ${this.region ? nothing : tooltip(plot, told, source, picker.rows.includes(told))}
          ${empty ? html`<p class="empty">${this.#why()}</p>` : nothing}
        </div>
        ${this.#table ? table(plot, picker.rows, source) : nothing}
      </div>
      ${said.length > 0 ? html`<p class="notes">${said.join(" ")}</p>` : nothing}
      <p id="summary" class="visually-hidden">${summary(cloud, source, picker.rows.length)}</p>
      <p id="keys" class="visually-hidden">
        ${HINT}. Page Up and Page Down go through the points in order, plus and minus zoom, 0 shows all, Ctrl with an
        arrow pans, Ctrl+Z undoes.
      </p>
    </div>`;
  }

  protected override updated(): void {
    const { plot } = this;
    const box = this.renderRoot.querySelector(".plot");
    if (!box) return;
    const { clientWidth: width, clientHeight: height } = box;
    if (width !== plot.width || height !== plot.height) {
      plot.width = width;
      plot.height = height;
      this.requestUpdate();
    }
    const drawn = plot.cloud.grid.rows.length;
    const look: Look = {
      ...this.#colors,
      shapes: this.#shapes,
      hidden: plot.hidden,
      size: this.#size(),
      opacity: this.opacity ?? markOpacity(drawn),
    };
    const ratio = Math.min(MOST_RATIO, devicePixelRatio);
    this.#painter?.paint({ ...plot.frame, points: plot.cloud.points, look, ratio }, this.#shown());
  }

  /** The rows to draw as selected: under a region, what it would make of them, where that is quick to draw. */
  #shown(): Uint32Array {
    const { region, picker, plot } = this;
    if (!region || region.rows.length > MOST_PREVIEWED) return picker.rows;
    if (this.#preview?.region !== region) {
      const rows = changed(picker.rows, region.rows, region.change, plot.cloud.points.count);
      this.#preview = { region, rows };
    }
    return this.#preview.rows;
  }

  #size(): number {
    return this.point_size ?? markSize(this.plot.cloud.grid.rows.length, zoomOf(this.plot.view));
  }

  #source(): Source {
    const { x, y, labels } = this;
    return { x, y, labels, xLabel: this.x_label || "x", yLabel: this.y_label || "y" };
  }

  #why(): string {
    const { count: rows } = this.plot.cloud.points;
    return rows === 0 ? "No points to show." : `None of the ${points(rows)} has a finite x and y.`;
  }

  /** How many selected row numbers name no row. */
  #past(): number {
    const rows = this.plot.cloud.points.count;
    let past = 0;
    for (const row of this.selected) if (row >= rows) past++;
    return past;
  }

  #press(event: PointerEvent): void {
    this.#keyboard.forget();
    this.#navigating.down(event);
    this.#pointing.down(event);
  }

  #focus(focused: boolean): void {
    this.#focused = focused;
    if (!focused) this.#keyboard.forget();
    this.requestUpdate();
  }

  #tell(row: number): void {
    this.#focused = true;
    const selected = this.picker.rows.includes(row);
    this.say(`${pointText(this.plot.cloud, row, this.x[row]!, this.y[row]!, this.#source(), selected)}.`);
    this.requestUpdate();
  }

  #undo(): void {
    this.#say(this.picker.undo(), "Undone");
  }

  #redo(): void {
    this.#say(this.picker.redo(), "Redone");
  }

  #say(done: boolean, what: string): void {
    if (done) this.say(`${what}: ${points(this.picker.rows.length)} selected.`);
    this.requestUpdate();
  }

  #toggleTable(): void {
    this.#table = !this.#table;
    this.requestUpdate();
  }
}
