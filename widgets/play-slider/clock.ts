import type { ControllerHost } from "../kit/controllers/host.ts";
import type { ReactiveController } from "../kit/lit.ts";

/**
 * A timer of animation frames: it stops with the removal of the element and while the page is hidden, and never makes up
 * for ticks that it has missed.
 */
export class Clock implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #tick: () => void;
  readonly #mayTick: () => boolean;
  #frame = 0;
  #due = 0;
  #interval = 0;

  /** Calls `tick` each interval, or as soon as it may after that. */
  constructor(host: ControllerHost, tick: () => void, mayTick: () => boolean) {
    this.#host = host;
    this.#tick = tick;
    this.#mayTick = mayTick;
    host.addController(this);
  }

  get running(): boolean {
    return this.#interval > 0;
  }

  /** Ticks every `interval` milliseconds from now on, or not at all with 0. The same interval changes nothing. */
  set(interval: number): void {
    if (interval === this.#interval) return;
    this.#interval = interval;
    this.delay(interval);
  }

  /** Lets the next tick be so many milliseconds from now. */
  delay(milliseconds: number): void {
    this.#due = performance.now() + milliseconds;
    this.#follow();
  }

  hostConnected(): void {
    this.#host.listen(document, "visibilitychange", () => this.delay(this.#interval));
    this.delay(this.#interval);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #follow(): void {
    const runs = this.running && !document.hidden && this.#host.isConnected;
    if (!runs) this.hostDisconnected();
    else this.#frame ||= requestAnimationFrame((now) => this.#look(now));
  }

  #look(now: number): void {
    this.#frame = 0;
    if (now >= this.#due && this.#mayTick()) {
      const late = now - this.#due;
      this.#due = late < this.#interval ? this.#due + this.#interval : now + this.#interval;
      this.#host.attempt(this.#tick);
    }
    this.#follow();
  }
}
