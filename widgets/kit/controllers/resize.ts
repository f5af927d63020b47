import type { ReactiveController, ReactiveControllerHost } from "../lit.ts";

type ResizeHost = ReactiveControllerHost & HTMLElement & { attempt?(work: () => unknown): void };

/**
 * The width and height of a widget's content box in whole CSS pixels. A change asks for one update at the next frame;
 * fractions of a pixel are no change, so a widget that draws by its size never chases itself.
 * @example
 * readonly #size = new ResizeController(this);
 * // render: draw(this.#size.width)
 */
export class ResizeController implements ReactiveController {
  readonly #host: ResizeHost;
  readonly #changed: ((width: number, height: number) => void) | undefined;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #width = 0;
  #height = 0;

  /** `changed` is told of each new size, before the update. */
  constructor(host: ResizeHost, changed?: (width: number, height: number) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** 0 until the element is in the page. */
  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  hostConnected(): void {
    const { width, height } = this.#host.getBoundingClientRect();
    this.#width = Math.round(width);
    this.#height = Math.round(height);
    this.#observer = new ResizeObserver(() => {
      this.#frame ||= requestAnimationFrame(() => this.#measure());
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #measure(): void {
    this.#frame = 0;
    const { width, height } = this.#host.getBoundingClientRect();
    if (Math.round(width) === this.#width && Math.round(height) === this.#height) return;
    this.#width = Math.round(width);
    this.#height = Math.round(height);
    const work = () => this.#changed?.(this.#width, this.#height);
    if (this.#host.attempt) this.#host.attempt(work);
    else work();
    this.#host.requestUpdate();
  }
}
