import { html, nothing, type PropertyValues, svg } from "../kit/lit.ts";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { widgetElement } from "../kit/element.ts";
import { back, forth, fresh, record } from "../kit/history.ts";
import { originOf } from "../kit/keeping.ts";
import { numberField, numberFields } from "../kit/number-field.ts";
import { clamp, niceStep } from "../kit/steps.ts";
import type { Kind, Point } from "./curve.ts";
import { become, canRemove, type Curve, insert, isHandle, MOST, orderly, place, type Range, reach } from "./moves.ts";
import { easings } from "./presets.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { barsOf, dotsOf, partsOf, pathOf, pointAt, shownPieces, ticksOf, trace, type View, viewOf } from "./view.ts";

const KINDS = ["linear", "monotone", "spline", "bezier"];

/** Pixels from the curve within which a press takes hold of it. */
const NEAR = 10;

/** What the choice of presets says of handles that are none. */
const OWN = "preset";

const textOf = ({ kind, points }: Pick<Curve, "kind" | "points">): string => kind + String(points);

/** A curve through points that a person drags, adds, removes and types. */
export class CurveEditorElement extends widgetElement(traits) {
  static override styles = [numberFields, styles];

  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: (_, { committed }) => this.#drop(committed),
  });
  protected readonly keys = new KeysController(
    this,
    {
      ...nudges("ArrowLeft", (n) => this.#nudge(-n, 0)),
      ...nudges("ArrowRight", (n) => this.#nudge(n, 0)),
      ...nudges("ArrowUp", (n) => this.#nudge(0, n)),
      ...nudges("ArrowDown", (n) => this.#nudge(0, -n)),
      PageDown: () => this.#go(this.#index + 1),
      PageUp: () => this.#go(this.#index - 1),
      Home: () => this.#go(0),
      End: () => this.#go(MOST),
      Enter: () => this.#add(),
      Delete: () => this.#remove(),
      Backspace: () => this.#remove(),
      "Mod+z": () => this.#travel(back),
      "Mod+Shift+z": () => this.#travel(forth),
      "Mod+y": () => this.#travel(forth),
    },
    { within: ".plot" },
  );
  #curve!: Curve;
  #view!: View;
  /** What stands behind the curve. */
  #behind: readonly (readonly [kind: string, path: string])[] = [];
  /** The point that is selected. */
  #index = 1;
  #history = fresh<Curve>();
  /** What was set here last: anything else came from outside, and is not for undo. */
  #mine = "";
  /** What keys are doing to which point: a row of the same is one step to undo. */
  #doing = "";
  #refocus = false;
  /** Whether a press is a drag by now. */
  #moved = false;
  /** What a drag began with, the second with the point that a press on the curve adds. */
  #before!: Curve;
  #from!: Curve;

  protected override willUpdate(changed: PropertyValues): void {
    const { kind, points, ends } = this;
    const limits = [straight(this.x_limits), straight(this.y_limits)] as const;
    const beyond = (limits[1][1] - limits[1][0]) * this.overshoot;
    const curve: Curve = { kind, points, limits, steps: [this.x_step, this.y_step], beyond, ends };
    this.#curve = { ...curve, points: orderly(curve) };
    if ((changed.has("points") || changed.has("kind")) && textOf(this) !== this.#mine) this.#history = fresh();
    this.#index = clamp(this.#index, 0, Math.max(0, this.#curve.points.length - 1));
    if (this.#drag.active) return;
    this.#view = viewOf(this.#curve);
    this.#behind = [
      ["bars", barsOf(this.histogram, this.#view)],
      ["dots", dotsOf(this.scatter, this.#view)],
    ];
  }

  protected override updated(): void {
    if (this.#refocus) this.renderRoot.querySelector<HTMLElement>("[aria-current=true]")?.focus();
    this.#refocus = false;
  }

  /** Takes a change by a person; several of the same `doing` are one step to undo. */
  #set(points: readonly Point[], kind = this.#curve.kind, doing = ""): void {
    const before = this.#curve;
    if (textOf(before) === textOf({ kind, points })) return;
    if (!this.#drag.active && !(doing && doing === this.#doing)) this.#history = record(this.#history, before);
    this.#doing = doing;
    this.#show(points, kind);
  }

  #show(points: readonly Point[], kind: Kind): void {
    this.#curve = { ...this.#curve, kind, points };
    this.#mine = textOf(this.#curve);
    this.send(kind === this.kind ? { points } : { kind, points });
  }

  #travel(way: typeof back): void {
    const [history, curve] = (!this.#drag.active && way(this.#history, this.#curve)) || [];
    if (!history) return;
    this.#history = history;
    this.#doing = "";
    this.#show(curve!.points, curve!.kind);
  }

  #go(index: number): void {
    this.#index = clamp(index, 0, this.#curve.points.length - 1);
    this.#doing = "";
    this.#refocus = true;
    this.requestUpdate();
  }

  #nudge(...by: Point): void {
    const { points, limits, steps } = this.#curve;
    const index = this.#index;
    const to = points[index]?.map(
      (now, axis) => now + by[axis]! * (steps[axis] || niceStep(limits[axis]![1] / 100 - limits[axis]![0] / 100)),
    );
    if (to) this.#set(place(this.#curve, index, to as unknown as Point), undefined, `nudge ${index}`);
  }

  #insert(at: Point): void {
    const [points, index] = insert(this.#curve, at) ?? [];
    if (!points) return;
    this.#set(points);
    this.#go(index!);
  }

  /** Adds a point in the middle behind the one that is selected. */
  #add(): void {
    const pieces = shownPieces(this.#curve, this.#view);
    const piece = pieces[Math.min(this.#index, pieces.length - 1)];
    if (piece) this.#insert(pointAt(trace([piece])[50]!, this.#view));
  }

  #remove(): void {
    if (!canRemove(this.#curve, this.#index)) return;
    this.#set(this.#curve.points.toSpliced(this.#index, 1));
    this.#go(this.#index);
  }

  #grab({ event, x, y, width, height }: Drag): boolean {
    const curve = this.#curve;
    this.#moved = false;
    this.#before = this.#from = curve;
    const point = originOf(event).closest<HTMLElement>(".point");
    if (point) {
      this.#go(Number(point.dataset["index"]));
      return true;
    }
    const far = ([u, v]: Point) => Math.hypot(u * width - x, v * height - y);
    const places = trace(shownPieces(curve, this.#view)).toSorted((a, b) => far(a) - far(b));
    const nearest = places[0];
    const [points, index] = (nearest && far(nearest) < NEAR && insert(curve, pointAt(nearest, this.#view))) || [];
    if (!points) return false;
    this.#from = { ...curve, points };
    this.#index = index!;
    return true;
  }

  #pull({ dx, dy, width, height }: Drag): void {
    this.#moved ||= Math.hypot(dx, dy) > 3;
    if (!this.#moved) return;
    const [u, v] = partsOf(this.#from.points[this.#index]!, this.#view);
    const to = pointAt([u + dx / width, v + dy / height], this.#view);
    this.#set(place(this.#from, this.#index, to));
  }

  #drop(committed: boolean): void {
    if (!committed) this.#mine = textOf(this.#before);
    else if (!this.#moved) this.#set(this.#from.points);
    else if (textOf(this.#before) !== this.#mine) this.#history = record(this.#history, this.#before);
    this.#doing = "";
    this.#refocus = true;
  }

  override render() {
    const { kind, points } = this.#curve;
    const presets =
      kind === "bezier" && points.length === 4
        ? easings(points[0]!, points[3]!).map(
            ([name, each]) => [name, orderly({ ...this.#curve, points: each })] as const,
          )
        : [];
    const preset = presets.find(([, each]) => String(each) === String(points))?.[0] ?? OWN;
    return html`<div class="row">
        <b>${this.label}</b>
        ${
          presets[0]
            ? choice("Preset", preset, [OWN, ...presets.map(([each]) => each)], (word) =>
                this.#set(presets.find(([each]) => each === word)?.[1] ?? points),
              )
            : nothing
        }
        ${
          this.choose_kind
            ? choice("Kind", kind, KINDS, (word) => this.#set(become(this.#curve, word as Kind), word as Kind))
            : nothing
        }
      </div>
      <div
        class="plot"
        role="group"
        aria-label=${this.label || "Curve"}
        style="height:${this.height}px"
        @pointerdown=${this.#drag.down}
      >
        ${this.#drawing()} ${points.map((each, index) => this.#point(each, index))}
      </div>
      <div class="row">${this.#fields()} ${this.#tools()}</div>
      <div id="how" hidden>
        Arrows move it, with Shift further. Page Up and Down: other points. Enter adds, Delete removes.
      </div>`;
  }

  #drawing() {
    const view = this.#view;
    const { kind, points } = this.#curve;
    const xs = ticksOf(view[0]).map(([x, text]) => [partsOf([x, 0], view)[0], text] as const);
    const ys = ticksOf(view[1]).map(([y, text]) => [partsOf([0, y], view)[1], text] as const);
    const paths = [
      ...this.#behind,
      ["grid", this.grid ? [...xs.map(([u]) => `M${u} 0V1`), ...ys.map(([v]) => `M0 ${v}H1`)].join("") : ""],
      ["arms", kind === "bezier" ? points.map((each, i) => `${i % 2 ? "L" : "M"}${partsOf(each, view)}`).join("") : ""],
      ["curve", pathOf(shownPieces(this.#curve, view))],
    ];
    return html`<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        ${paths.map(([kind, path]) => svg`<path class=${kind} d=${path} />`)}
      </svg>
      ${[xs, ys].map((ticks, axis) =>
        ticks.map(
          ([part, text]) =>
            html`<span class=${"xy"[axis]} aria-hidden="true" style="${axis ? "top" : "left"}:${part * 100}%"
              >${text}</span
            >`,
        ),
      )}`;
  }

  get #axes(): readonly [string, string] {
    return [this.x_label || "x", this.y_label || "y"];
  }

  #name(index: number): string {
    const { kind, points } = this.#curve;
    return kind === "bezier"
      ? ["Start", "First handle", "Second handle", "End"][index]!
      : `Point ${index + 1} of ${points.length}`;
  }

  #point(point: Point, index: number) {
    const [u, v] = partsOf(point, this.#view);
    const curve = this.#curve;
    const [low, high] = reach(curve, index, 1);
    const isNow = index === this.#index;
    const text = this.#axes.map((axis, at) => `${axis} ${point[at]!.toLocaleString(undefined, PRECISE)}`);
    return html`<div
      class="point"
      role="slider"
      aria-roledescription="2-D slider"
      aria-label=${this.#name(index)}
      aria-describedby="how"
      aria-valuemin=${low}
      aria-valuemax=${high}
      aria-valuenow=${point[1]}
      aria-valuetext=${text.join(", ")}
      aria-readonly=${low === high}
      aria-current=${isNow}
      tabindex=${isNow ? 0 : -1}
      data-index=${index}
      style="left:${u * 100}%;top:${v * 100}%;z-index:${+isHandle(curve, index)}"
      @focus=${() => isNow || this.#go(index)}
    ></div>`;
  }

  #fields() {
    const index = this.#index;
    const curve = this.#curve;
    return this.#axes.map((axis, at) => {
      const now = curve.points[index]?.[at];
      if (now === undefined) return nothing;
      const [min, max] = reach(curve, index, at as 0 | 1);
      return html`<span aria-hidden="true">${axis}</span>${numberField({
          host: this,
          label: `${this.#name(index)}: ${axis}`,
          value: now,
          min,
          max,
          step: curve.steps[at]!,
          commit: (n) => this.#set(place(curve, index, curve.points[index]!.with(at, n) as unknown as Point, true)),
        })}`;
    });
  }

  #tools() {
    const { points, kind } = this.#curve;
    const { past, future } = this.#history;
    const tools = [
      ["Add", points.length > 1 && points.length < MOST, () => this.#add()],
      ["Remove", canRemove(this.#curve, this.#index), () => this.#remove()],
      ["Undo", past[0], () => this.#travel(back)],
      ["Redo", future[0], () => this.#travel(forth)],
    ] as const;
    return html`<div class="row">
      <output>${points.length} points</output>
      ${tools
        .slice(kind === "bezier" ? 2 : 0)
        .map(([name, can, act]) => html`<button aria-disabled=${!can} @click=${() => can && act()}>${name}</button>`)}
    </div>`;
  }
}

/** Enough digits for what the pointer and the keys do. */
const PRECISE = { maximumSignificantDigits: 6 };

const nudges = (key: string, act: (times: number) => void) => ({
  [key]: () => act(1),
  [`Shift+${key}`]: () => act(10),
});

const choice = (name: string, now: string, words: readonly string[], choose: (word: string) => void) =>
  html`<select aria-label=${name} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
    ${words.map((word) => html`<option .selected=${word === now}>${word}</option>`)}
  </select>`;

/** Limits, or others where low is not below high. */
const straight = (limits: Range): Range => (limits[0] < limits[1] ? limits : [0, 1]);
