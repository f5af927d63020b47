import { type Drag, DragController } from "../kit/controllers/drag.ts";
import type { Board } from "./board.ts";
import { changeBy } from "./picker.ts";
import { panned, type View, zoomed } from "./viewport.ts";

/** Pixels that a hand may tremble in a click. */
const STILL = 4;
/** Pixels between two corners of a lasso. */
const STEP = 2;

/** The pointer on the plot: lasso, box, pan and click by the main button, what it points at, and the wheel. */
export class Pointing {
  readonly #board: Board;
  readonly #drag: DragController;
  #line: number[] = [];
  #from: View | undefined;
  #moved = false;

  constructor(board: Board) {
    this.#board = board;
    this.#drag = new DragController(board, {
      start: (drag) => this.#start(drag),
      move: (drag) => this.#move(drag),
      end: (drag, { committed }) => this.#end(drag, committed),
    });
  }

  /** The `pointerdown` listener. */
  get down(): (event: PointerEvent) => void {
    return this.#drag.down;
  }

  /** Whether a drag is on. */
  get active(): boolean {
    return this.#drag.active;
  }

  /** Takes the drag back: two fingers mean something else. */
  cancel(): void {
    this.#drag.cancel();
  }

  /** The `pointermove` listener for what is pointed at. */
  readonly point = (event: PointerEvent): void => {
    if (this.active || event.pointerType === "touch" || event.buttons !== 0) return;
    const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
    this.#hover(this.#board.plot.rowAt(event.clientX - left, event.clientY - top, this.#reach(event)));
  };

  /** The `pointerleave` listener. */
  readonly leave = (): void => this.#hover(-1);

  /** The `wheel` listener: zooms with Ctrl, or where the plot has the focus; else the page scrolls. */
  readonly wheel = {
    passive: false,
    handleEvent: (event: WheelEvent): void => {
      const plot = event.currentTarget as HTMLElement;
      const pinch = event.ctrlKey || event.metaKey;
      if (!pinch && !plot.matches(":focus")) return;
      const { left, top, width, height } = plot.getBoundingClientRect();
      const unit = [0.002, 0.05, 1][event.deltaMode] ?? 0.002;
      const power = Math.max(-0.6, Math.min(0.6, -event.deltaY * unit * (pinch ? 4 : 1)));
      const { view } = this.#board.plot;
      const next = zoomed(view, 2 ** power, (event.clientX - left) / width, (event.clientY - top) / height);
      // At either end of the zoom the page may scroll on; but with Ctrl it must not zoom itself.
      if (!pinch && next.u0 === view.u0 && next.u1 === view.u1) return;
      event.preventDefault();
      this.#board.look(next, { quiet: true });
    },
  };

  #start({ x, y }: Drag): void {
    this.#hover(-1);
    this.#board.region = undefined;
    this.#line = [x, y];
    this.#from = this.#board.plot.view;
    this.#moved = false;
  }

  #move(drag: Drag): void {
    const { plot, using, picker } = this.#board;
    this.#moved ||= Math.hypot(drag.dx, drag.dy) >= STILL;
    if (using === "lasso") for (const { x, y } of drag.points) this.#corner(...clamped(x, y, drag));
    if (!this.#moved || !this.#from) return;
    const change = changeBy(drag.event, picker.mode);
    if (using === "pan") {
      this.#board.look(panned(this.#from, drag.dx / drag.width, drag.dy / drag.height), { quiet: true });
    } else if (using === "lasso") {
      const line = this.#line;
      this.#board.region = { kind: "lasso", line, change, rows: plot.rowsInLine(line) };
    } else {
      const [x1, y1] = clamped(drag.x, drag.y, drag);
      const box = { x0: drag.startX, y0: drag.startY, x1, y1 };
      this.#board.region = { kind: "box", box, change, rows: plot.rowsInBox(box) };
    }
    this.#board.requestUpdate();
  }

  #end(drag: Drag, committed: boolean): void {
    const { region, picker } = this.#board;
    this.#board.region = undefined;
    if (!committed) {
      if (this.#from && this.#board.using === "pan") this.#board.look(this.#from, { quiet: true });
      return;
    }
    if (region) this.#board.pick(region.rows, changeBy(drag.event, picker.mode));
    else if (!this.#moved) this.#click(drag);
  }

  #click({ startX, startY, event }: Drag): void {
    const { plot, picker } = this.#board;
    const row = plot.rowAt(startX, startY, this.#reach(event));
    if (event.pointerType === "touch") this.#hover(row);
    if (row >= 0) plot.cursor = row;
    const change = changeBy(event, picker.mode);
    this.#board.pick(row < 0 ? [] : [row], row >= 0 && (event.ctrlKey || event.metaKey) ? "toggle" : change);
  }

  #corner(x: number, y: number): void {
    const line = this.#line;
    if (Math.hypot(x - line.at(-2)!, y - line.at(-1)!) >= STEP) line.push(x, y);
  }

  #reach({ pointerType }: PointerEvent): number {
    return pointerType === "touch" ? 22 : 12;
  }

  #hover(row: number): void {
    if (row === this.#board.hover) return;
    this.#board.hover = row;
    this.#board.requestUpdate();
  }
}

function clamped(x: number, y: number, { width, height }: Drag): [x: number, y: number] {
  return [Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y))];
}
