import type { KeyMap } from "../kit/controllers/keys.ts";
import type { Board, Tool } from "./board.ts";
import type { Direction } from "./nearest.ts";
import type { Box } from "./plot.ts";
import { changed } from "./selection.ts";
import { points } from "./text.ts";
import { HOME, panned, type View, zoomed } from "./viewport.ts";

/** Pixels by which a key moves the corner of the box. */
const GROW = 24;
/** The share of the plot by which a key pans. */
const PAN = 0.15;

const ARROWS: Record<string, { to: Direction; x: number; y: number }> = {
  ArrowLeft: { to: "left", x: -1, y: 0 },
  ArrowRight: { to: "right", x: 1, y: 0 },
  ArrowUp: { to: "up", x: 0, y: -1 },
  ArrowDown: { to: "down", x: 0, y: 1 },
};

/** The keys of the plot. */
export class Keyboard {
  readonly #board: Board;
  /** Tells of the point under the cursor. */
  readonly #tell: (row: number) => void;
  /** The box that Shift and arrows have made, in this view, and the selections from before it and since. */
  #box: Box | undefined;
  #view: View | undefined;
  #base: Uint32Array | undefined;
  #since: Uint32Array | undefined;

  constructor(board: Board, tell: (row: number) => void) {
    this.#board = board;
    this.#tell = tell;
  }

  /** By names of the kit's `KeysController`. */
  get keys(): KeyMap {
    const { plot } = this.#board;
    const keys: Record<string, () => boolean | void> = {
      Space: () => this.#toggle(),
      Enter: () => this.#toggle(),
      PageDown: () => this.#goTo(plot.walk(1)),
      PageUp: () => this.#goTo(plot.walk(-1)),
      "Mod+a": () => this.#select(plot.rowsShown(), "replace"),
      i: () => this.#select(plot.rowsShown(), "toggle"),
      Escape: () => this.#escape(),
      "Shift+Escape": () => this.#escape(),
      "+": () => this.#board.look(zoomed(plot.view, 1.5, ...this.#centre())),
      "=": () => this.#board.look(zoomed(plot.view, 1.5, ...this.#centre())),
      "-": () => this.#board.look(zoomed(plot.view, 1 / 1.5, ...this.#centre())),
      "0": () => this.#board.look(HOME),
      l: () => this.#use("lasso"),
      b: () => this.#use("box"),
      h: () => this.#use("pan"),
      n: () => this.#mode("replace"),
      a: () => this.#mode("add"),
      s: () => this.#mode("subtract"),
    };
    for (const [key, { to, x, y }] of Object.entries(ARROWS)) {
      keys[key] = () => this.#goTo(plot.go(to));
      keys[`Shift+${key}`] = () => this.#grow(x * GROW, y * GROW);
      for (const modifier of ["Mod+", "Alt+"]) {
        keys[modifier + key] = () => this.#board.look(panned(plot.view, -x * PAN, -y * PAN));
      }
    }
    return keys;
  }

  /** The `keyup` listener: letting Shift go takes the box. */
  readonly up = (event: KeyboardEvent): void => {
    if (event.key === "Shift" && this.#board.region && this.#box) this.#take();
  };

  /** Forgets the box that keys have made; one that is still growing is dropped. */
  forget(): void {
    if (this.#box) this.#board.region = undefined;
    this.#box = undefined;
    this.#base = undefined;
    this.#board.requestUpdate();
  }

  #goTo(row: number): void {
    this.forget();
    this.#board.hover = -1;
    if (row >= 0) this.#tell(row);
  }

  #toggle(): void {
    if (this.#board.region && this.#box) return this.#take();
    const { plot } = this.#board;
    if (plot.cursor >= 0 && plot.shows(plot.cursor)) this.#board.pick([plot.cursor], "toggle");
    else this.#goTo(plot.go("right"));
  }

  #select(rows: Uint32Array, change: "replace" | "toggle"): void {
    this.forget();
    this.#board.pick(rows, change);
  }

  #grow(dx: number, dy: number): void {
    const { plot, picker } = this.#board;
    if (this.#view !== plot.view || this.#since !== picker.rows) this.forget();
    const { x0, y0, x1, y1 } = this.#box ?? plot.boxAtCursor();
    this.#view = plot.view;
    this.#base ??= picker.rows;
    this.#since = picker.rows;
    const keep = (at: number, most: number) => Math.max(0, Math.min(most, at));
    this.#box = { x0, y0, x1: keep(x1 + dx, plot.width), y1: keep(y1 + dy, plot.height) };
    const rows = plot.rowsInBox(this.#box);
    this.#board.region = { kind: "box", box: this.#box, change: picker.mode, rows };
    this.#board.say(`Box with ${points(rows.length)}.`);
    this.#board.requestUpdate();
  }

  /** Takes the box; it can grow on after that, from the selection that was there before it. */
  #take(): void {
    const { region, picker, plot } = this.#board;
    if (!region) return;
    this.#board.region = undefined;
    const rows = changed(this.#base ?? picker.rows, region.rows, region.change, plot.cloud.points.count);
    this.#board.pick(rows, "replace");
    this.#since = picker.rows;
  }

  #escape(): boolean | void {
    if (this.#board.region && this.#box) return this.forget();
    if (this.#board.picker.rows.length === 0) return false;
    this.#board.pick([], "replace");
  }

  #use(tool: Tool): void {
    this.#board.using = tool;
    this.#board.say({ lasso: "Lasso.", box: "Box.", pan: "Pan." }[tool]);
    this.#board.requestUpdate();
  }

  #mode(mode: "replace" | "add" | "subtract"): void {
    this.#board.picker.mode = mode;
    this.#board.say(
      { replace: "New selection.", add: "Add to the selection.", subtract: "Take from the selection." }[mode],
    );
    this.#board.requestUpdate();
  }

  /** Zoom keeps the cursor where it is, where there is one in sight. */
  #centre(): [left: number, top: number] {
    const { plot } = this.#board;
    if (plot.cursor < 0) return [0.5, 0.5];
    const { x, y } = plot.placeOf(plot.cursor);
    const seen = x >= 0 && x <= plot.width && y >= 0 && y <= plot.height;
    return seen ? [x / plot.width, y / plot.height] : [0.5, 0.5];
  }
}
