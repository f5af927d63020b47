import type { Board } from "./board.ts";
import { panned, zoomed } from "./viewport.ts";

interface Hand {
  x: number;
  y: number;
}

/** Moves what is shown with two fingers, or with the middle button, whatever the tool is. */
export class Navigating {
  readonly #board: Board;
  readonly #begin: () => void;
  readonly #hands = new Map<number, Hand>();

  /** @param begin is called when two fingers are down. */
  constructor(board: Board, begin: () => void) {
    this.#board = board;
    this.#begin = begin;
  }

  /** The `pointerdown` listener. */
  readonly down = (event: PointerEvent): void => {
    const touch = event.pointerType === "touch";
    if (!touch && event.button !== 1) return;
    if (!touch) event.preventDefault();
    if (event.isPrimary) this.#hands.clear();
    this.#hands.set(event.pointerId, place(event));
    if (!touch) capture(event);
    else if (this.#hands.size === 2) this.#begin();
  };

  /** The `pointermove` listener. */
  readonly move = (event: PointerEvent): void => {
    const hand = this.#hands.get(event.pointerId);
    if (!hand || (event.pointerType === "touch" && this.#hands.size !== 2)) return;
    const { width, height } = (event.currentTarget as Element).getBoundingClientRect();
    const before = this.#spread();
    const next = place(event);
    const share = 1 / this.#hands.size;
    let view = panned(this.#board.plot.view, ((next.x - hand.x) * share) / width, ((next.y - hand.y) * share) / height);
    this.#hands.set(event.pointerId, next);
    const after = this.#spread();
    if (before > 0 && after > 0) {
      const { x, y } = this.#middle();
      view = zoomed(view, after / before, x / width, y / height);
    }
    this.#board.look(view, { quiet: true });
  };

  /** The listener for `pointerup` and `pointercancel`. */
  readonly up = (event: PointerEvent): void => {
    this.#hands.delete(event.pointerId);
  };

  #spread(): number {
    const [one, other] = [...this.#hands.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  #middle(): Hand {
    const hands = [...this.#hands.values()];
    const sum = hands.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
    return { x: sum.x / hands.length, y: sum.y / hands.length };
  }
}

function place(event: PointerEvent): Hand {
  const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function capture(event: PointerEvent): void {
  try {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  } catch {
    // A pointer that is gone already: the plot's own events must do.
  }
}
