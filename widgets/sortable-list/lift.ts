import { dropIndex, type Extent, gapTop, scrollSpeed } from "./geometry.ts";

/** The parts of the page that a lift works on. */
export interface LiftStage {
  /** What scrolls; rows lie in it. */
  readonly scroller: HTMLElement;
  /** Its children are the rows, in their order. */
  readonly list: HTMLElement;
  /** Marks where the row would fall. */
  readonly slot: HTMLElement;
}

/**
 * A row in the hand: it follows the pointer, the others make way, the list scrolls near its edges. It only draws, by
 * inline styles that `end` takes away again; the list itself changes when the row is dropped.
 */
export class Lift {
  readonly #stage: LiftStage;
  readonly #origin: number;
  readonly #row: HTMLElement;
  readonly #height: number;
  readonly #told: (index: number) => void;
  /** From the top of the row to the pointer. */
  readonly #hand: number;
  #shifted = new Set<HTMLElement>();
  #pointer: number;
  #index: number;
  #frame = 0;
  #time = 0;

  /** @param told Hears of each place that the row would get, from 0. */
  constructor(stage: LiftStage, origin: number, clientY: number, told: (index: number) => void) {
    this.#stage = stage;
    this.#origin = this.#index = origin;
    this.#row = stage.list.children[origin] as HTMLElement;
    this.#height = this.#row.offsetHeight;
    this.#told = told;
    this.#hand = clientY - this.#row.getBoundingClientRect().top;
    this.#pointer = clientY;
    stage.slot.hidden = false;
    this.#draw();
    this.#frame = requestAnimationFrame((time) => this.#tick(time));
  }

  get index(): number {
    return this.#index;
  }

  to(clientY: number): void {
    this.#pointer = clientY;
    this.#draw();
  }

  end(): void {
    cancelAnimationFrame(this.#frame);
    for (const row of this.#shifted) row.style.transform = "";
    this.#row.style.transform = "";
    this.#stage.slot.hidden = true;
  }

  #tick(time: number): void {
    const { scroller } = this.#stage;
    const { top, bottom } = scroller.getBoundingClientRect();
    const passed = Math.min(time - (this.#time || time), 64) / 1000;
    this.#time = time;
    const before = scroller.scrollTop;
    scroller.scrollTop += scrollSpeed(this.#pointer, top, bottom) * passed;
    if (scroller.scrollTop !== before) this.#draw();
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  #draw(): void {
    const { scroller, list, slot } = this.#stage;
    const count = list.children.length;
    const extent = (index: number): Extent => {
      const row = list.children[index] as HTMLElement;
      return { top: row.offsetTop, height: row.offsetHeight };
    };
    const { top: viewTop } = scroller.getBoundingClientRect();
    const wanted = this.#pointer - this.#hand - viewTop - scroller.clientTop + scroller.scrollTop;
    const last = extent(count - 1);
    const top = Math.min(Math.max(wanted, extent(0).top), last.top + last.height - this.#height);
    const own = extent(this.#origin).top;
    this.#row.style.transform = `translateY(${top - own}px)`;
    const index = dropIndex(this.#origin, this.#index, count, { top, height: this.#height }, extent);
    slot.style.top = `${gapTop(this.#origin, index, this.#height, extent)}px`;
    slot.style.height = `${this.#height}px`;
    if (index === this.#index) return;
    this.#index = index;
    this.#makeWay();
    this.#told(index);
  }

  #makeWay(): void {
    const [first, last] = [Math.min(this.#origin, this.#index), Math.max(this.#origin, this.#index)];
    const shifted = new Set<HTMLElement>();
    for (let index = first; index <= last; index += 1) {
      if (index === this.#origin) continue;
      const row = this.#stage.list.children[index] as HTMLElement;
      row.style.transform = `translateY(${index > this.#origin ? -this.#height : this.#height}px)`;
      shifted.add(row);
    }
    for (const row of this.#shifted) if (!shifted.has(row)) row.style.transform = "";
    this.#shifted = shifted;
  }
}
