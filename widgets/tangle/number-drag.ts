import { DragController } from "../kit/controllers/drag.ts";
import type { WidgetElement } from "../kit/element.ts";
import { fit, type Scale, snap, stepsPerPixel } from "./scale.ts";

/** A number in the hand. */
export interface Held {
  readonly name: string;
  readonly scale: Scale;
  readonly start: number;
}

export interface NumberDragOptions {
  /** What is pressed; nothing leaves the pointer to the page. */
  press(event: PointerEvent): Held | undefined;
  /** The number is drawn to `n`, or taken back to where it was. */
  to(held: Held, n: number): void;
  /** Pressed and let go in one place. */
  click(held: Held): void;
  /** The drag is over. */
  done(held: Held): void;
}

const MOVES_AFTER = 3;

/** Numbers that a pointer draws sideways: Shift ten times finer, Alt, Ctrl or Command ten times coarser. */
export class NumberDrag {
  readonly #options: NumberDragOptions;
  readonly #drag: DragController;
  #held: Held | undefined;
  #moved = false;
  #exact = 0;
  #x = 0;
  #sign = 1;

  constructor(host: WidgetElement, options: NumberDragOptions) {
    this.#options = options;
    // One number moves while the notebook may set others, so the drag must not hold the whole trait for `host`.
    this.#drag = new DragController(host, {
      holds: false,
      start: ({ event, target }) => {
        this.#held = options.press(event);
        if (!this.#held) return false;
        this.#moved = false;
        this.#exact = this.#held.start;
        this.#x = event.clientX;
        this.#sign = getComputedStyle(target).direction === "rtl" ? -1 : 1;
        return true;
      },
      move: ({ event, dx }) => this.#move(event, dx),
      end: (_, { committed }) => this.#end(committed),
    });
  }

  /** The `pointerdown` listener of a number. */
  get down(): (event: PointerEvent) => void {
    return this.#drag.down;
  }

  /** The name of the number that is drawn now. */
  get name(): string | undefined {
    return this.#moved ? this.#held?.name : undefined;
  }

  #move({ clientX, shiftKey, altKey, ctrlKey, metaKey }: PointerEvent, dx: number): void {
    const held = this.#held;
    if (!held || (!this.#moved && Math.abs(dx) < MOVES_AFTER)) return;
    this.#moved = true;
    const speed = shiftKey ? 0.1 : altKey || ctrlKey || metaKey ? 10 : 1;
    const { scale } = held;
    const far = (clientX - this.#x) * this.#sign * stepsPerPixel(scale) * scale.step * speed;
    this.#x = clientX;
    // Kept within the limits, so that a turn back takes hold at once.
    this.#exact = Math.min(Math.max(this.#exact + far, scale.min), scale.max);
    this.#options.to(held, snap(scale, this.#exact));
  }

  #end(committed: boolean): void {
    const held = this.#held;
    if (!held) return;
    if (this.#moved && !committed) this.#options.to(held, fit(held.scale, held.start));
    if (!this.#moved && committed) this.#options.click(held);
    this.#held = undefined;
    this.#moved = false;
    this.#options.done(held);
  }
}
