import type { ReactiveController } from "../lit.ts";
import type { ControllerHost } from "./host.ts";

/** Where a drag is: pixels from the top left of the target's border box as it is now, however it has scrolled. */
export interface Drag {
  readonly x: number;
  readonly y: number;
  /** Pixels from where it started. */
  readonly dx: number;
  readonly dy: number;
  readonly startX: number;
  readonly startY: number;
  /** Size of the target, in pixels. */
  readonly width: number;
  readonly height: number;
  /** All positions since the last move, the newest last: what a lasso needs. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly target: HTMLElement | SVGElement;
  /** The pointer event behind it: modifiers, pointer type, pressure. */
  readonly event: PointerEvent;
}

export interface DragHandlers {
  /** False for a widget that joins what arrives meanwhile with the drag itself, and so holds nothing. */
  readonly holds?: false;
  /** `false` refuses the drag. */
  start?(drag: Drag): boolean | void;
  move?(drag: Drag): void;
  /** `committed` is false when Escape, the browser or the removal of the element took it back. */
  end?(drag: Drag, how: { readonly committed: boolean }): void;
}

/**
 * A pointer drag with capture, by mouse, pen or touch. Put `down` on what is dragged; its CSS needs
 * `touch-action: none` (or `pan-y` for a horizontal drag). While it lasts the host holds its value traits; after `end` they
 * are released, committed or not. Escape cancels.
 * @example
 * readonly #drag = new DragController(this, { move: ({ x, width }) => this.send({ value: x / width }) });
 * // html`<div class="track" @pointerdown=${this.#drag.down}></div>`
 */
export class DragController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #handlers: DragHandlers;
  #current: { readonly life: AbortController; last: Drag } | undefined;

  constructor(host: ControllerHost, handlers: DragHandlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  get #holds(): boolean {
    return this.#handlers.holds !== false;
  }

  /** Whether a drag is on. */
  get active(): boolean {
    return this.#current !== undefined;
  }

  /** The `pointerdown` listener. Other buttons than the main one and second fingers are left alone. */
  readonly down = (event: PointerEvent): void => {
    if (this.#current || event.button !== 0 || !event.isPrimary) return;
    const host = this.#host;
    const { pointerId } = event;
    const target = event.currentTarget as HTMLElement | SVGElement;
    const { left, top } = target.getBoundingClientRect();
    const start = { x: event.clientX - left, y: event.clientY - top };
    const drag = describe(event, target, start);
    if (this.#handlers.start?.(drag) === false) return;
    const life = new AbortController();
    const { signal } = life;
    this.#current = { life, last: drag };
    if (this.#holds) host.hold();
    for (const type of ["pointermove", "pointerup", "pointercancel", "lostpointercapture"]) {
      const listen = (each: PointerEvent) => {
        if (each.pointerId !== pointerId) return;
        if (type === "pointermove") this.#move(describe(each, target, start));
        else if (type === "pointerup") this.#end(describe(each, target, start), true);
        else this.cancel();
      };
      host.listen(target, type, listen, { signal });
    }
    host.listen(window, "keydown", (key: KeyboardEvent) => this.#escape(key), { signal, capture: true });
    try {
      target.setPointerCapture(pointerId);
    } catch {
      // A pointer that is gone already, or a scripted event: the target's own events must do.
    }
    host.requestUpdate();
  };

  /** Takes the drag back. */
  cancel(): void {
    if (this.#current) this.#end(this.#current.last, false);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  #move(drag: Drag): void {
    if (this.#current) this.#current.last = drag;
    this.#handlers.move?.(drag);
  }

  #end(drag: Drag, committed: boolean): void {
    this.#current?.life.abort();
    this.#current = undefined;
    try {
      this.#handlers.end?.(drag, { committed });
    } finally {
      if (this.#holds) this.#host.release({ committed });
      this.#host.requestUpdate();
    }
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }
}

function describe(event: PointerEvent, target: Drag["target"], start: { x: number; y: number }): Drag {
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = ({ clientX, clientY }: PointerEvent) => ({ x: clientX - left, y: clientY - top });
  const { x, y } = at(event);
  const coalesced = event.getCoalescedEvents?.() ?? [];
  const points = (coalesced.length > 0 ? coalesced : [event]).map(at);
  const { x: startX, y: startY } = start;
  return { x, y, dx: x - startX, dy: y - startY, startX, startY, width, height, points, target, event };
}
