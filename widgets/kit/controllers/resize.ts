import type { ReactiveController } from "../lit.ts";
import type { ControllerHost } from "./host.ts";

/**
 * The width and height of a widget's content box in whole CSS pixels. A change asks for one update at the next frame;
 * fractions of a pixel are no change, so a widget that draws by its size never chases itself.
 * @example
 * readonly #size = new ResizeController(this);
 * // render: draw(this.#size.width)
 */
export class ResizeController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #changed: ((width: number, height: number) => void) | undefined;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #width = 0;
  #height = 0;

  /** `changed` is told of each new size, before the update. */
  constructor(host: ControllerHost, changed?: (width: number, height: number) => void) {
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
    this.#measure();
    this.#observer = new ResizeObserver(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        if (!this.#measure()) return;
        this.#host.attempt(() => this.#changed?.(this.#width, this.#height));
        this.#host.requestUpdate();
      });
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Whether the size is another one now. */
  #measure(): boolean {
    const before = [this.#width, this.#height];
    const { width, height } = this.#host.getBoundingClientRect();
    this.#width = Math.round(width);
    this.#height = Math.round(height);
    return this.#width !== before[0] || this.#height !== before[1];
  }
}
