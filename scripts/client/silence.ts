/** The first word comes after this much silence, in milliseconds. */
const FIRST = 3_000;
/** Further words come this far apart, in milliseconds. */
const NEXT = 15_000;

/** Tells `waiting` when nothing has come for a while. It only ever tells: nothing is given up. */
export class Silence {
  readonly #waiting: ((silence: number) => void) | undefined;
  #since = Date.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(waiting: ((silence: number) => void) | undefined) {
    this.#waiting = waiting;
    this.heard();
  }

  /** Something came: the silence starts anew. */
  heard(): void {
    this.#since = Date.now();
    this.#schedule(FIRST);
  }

  /** Nothing more is expected. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#waiting === undefined) return;
    this.#timer = setTimeout(() => {
      this.#waiting?.(Date.now() - this.#since);
      this.#schedule(NEXT);
    }, delay);
    this.#timer.unref();
  }
}
