import { DragController } from "../kit/controllers/drag.ts";
import type { WidgetElement } from "../kit/element.ts";
import { Lift, type LiftStage } from "./lift.ts";

/** What a drag of rows asks of, and tells, its list. */
export interface RowDragOptions {
  stage(): LiftStage;
  /** The row is pressed; `false` leaves the pointer to the page. */
  press(index: number, event: PointerEvent): boolean;
  /** The row leaves its place. */
  lift(index: number): void;
  /** It would fall at `index`. */
  over(index: number): void;
  /** It falls at `index`, or goes back where it was. */
  drop(index: number | undefined): void;
}

const LIFT_AFTER = 4;

/** Rows that a pointer lifts and drops: at once by the grip for a finger, anywhere for a mouse. */
export class RowDrag {
  readonly #options: RowDragOptions;
  readonly #drag: DragController;
  #pressed = { index: -1, y: 0 };
  #lift: Lift | undefined;

  constructor(host: WidgetElement, options: RowDragOptions) {
    this.#options = options;
    // The list joins what came meanwhile with the drop, so the drag must not hold the trait as it would for `host`.
    this.#drag = new DragController(host, {
      holds: false,
      start: ({ event }) => this.#press(event),
      move: ({ event }) => this.#move(event.clientY),
      end: (_, { committed }) => this.#end(committed),
    });
  }

  /** The `pointerdown` listener of the list. */
  get down(): (event: PointerEvent) => void {
    return this.#drag.down;
  }

  /** Whether a row is in the hand. */
  get active(): boolean {
    return this.#lift !== undefined;
  }

  #press(event: PointerEvent): boolean {
    const row = (event.target as Element).closest("li");
    const index = row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1;
    this.#pressed = { index, y: event.clientY };
    return index >= 0 && this.#options.press(index, event);
  }

  #move(clientY: number): void {
    const { index, y } = this.#pressed;
    if (!this.#lift) {
      if (Math.abs(clientY - y) < LIFT_AFTER) return;
      this.#options.lift(index);
      this.#lift = new Lift(this.#options.stage(), index, y, (at) => this.#options.over(at));
    }
    this.#lift.to(clientY);
  }

  #end(committed: boolean): void {
    const lift = this.#lift;
    if (!lift) return;
    this.#lift = undefined;
    lift.end();
    this.#options.drop(committed ? lift.index : undefined);
  }
}
