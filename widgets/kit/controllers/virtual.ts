import type { ReactiveController } from "../lit.ts";
import type { ControllerHost } from "./host.ts";

export interface VirtualOptions {
  /** Selector of the element in the shadow root that scrolls. Its content starts with the rows, without padding above. */
  readonly scroller: string;
  /** Height of every row in CSS pixels, borders and gaps included: the CSS must give just that. */
  readonly rowHeight: number;
  /** How many rows there are now; asked at each update and scroll, so cheap. */
  readonly count: () => number;
}

/** Rows that are drawn beyond what is seen, above and below. */
const SPARE = 8;
/** What a widget shows at most, in CSS pixels: drawn until the scroller's height is known. */
const MOST = 610;

/**
 * A long list of rows of one height, of which only those in sight are drawn. The page scrolls by itself; the host updates when
 * other rows must be drawn, not at each scrolled pixel. A scroller that is hidden and shown again (a popover) is followed.
 * Browsers lay out at most some 17,000,000 pixels (Firefox; Chromium and Safari 33,000,000): 600,000 rows of 28.
 * @example
 * readonly #rows = new VirtualController(this, { scroller: ".list", rowHeight: 28, count: () => this.#items.length });
 * // html`<div class="list"><div style="height:${rows.height}px;padding-top:${rows.before}px">
 * //   ${this.#items.slice(rows.first, rows.last).map(row)}</div></div>`
 */
export class VirtualController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: VirtualOptions;
  #observer: ResizeObserver | undefined;
  #scroller: HTMLElement | undefined;
  #top = 0;
  /** 0 until known, and while the scroller is hidden. */
  #seen = 0;
  #first = 0;
  #last = 0;
  #wanted: number | undefined;

  constructor(host: ControllerHost, options: VirtualOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Index of the first row to draw. */
  get first(): number {
    return this.#first;
  }

  /** Index after the last row to draw, as `slice` takes it. */
  get last(): number {
    return this.#last;
  }

  /** Pixels above the first row that is drawn. */
  get before(): number {
    return this.#first * this.#options.rowHeight;
  }

  /** Pixels of all rows. */
  get height(): number {
    return this.#options.count() * this.#options.rowHeight;
  }

  /** Whole rows that fit: the step of Page Up and Page Down; at least 1. */
  get page(): number {
    return Math.max(1, Math.floor(this.#seen / this.#options.rowHeight));
  }

  /**
   * Scrolls as little as brings a row into sight, with the next update, which draws it: rows may have changed just before, and
   * a hidden scroller does it when it is shown.
   */
  show(index: number): void {
    this.#wanted = index;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    const host = this.#host;
    this.#observer = new ResizeObserver(([entry]) => host.attempt(() => this.#measure(entry!)));
    // Scrolling does not bubble, but it is captured on its way, and so no scroller that comes or goes has to be followed.
    host.listen(host.shadowRoot!, "scroll", (event) => this.#scroll(event), { capture: true, signal: host.connected });
  }

  hostUpdate(): void {
    const { rowHeight, count } = this.#options;
    if (this.#wanted !== undefined && this.#seen) {
      const top = Math.max(0, Math.min(this.#wanted, count() - 1)) * rowHeight;
      this.#top = Math.min(top, Math.max(this.#top, top + rowHeight - this.#seen));
    }
    this.#top = Math.max(0, Math.min(this.#top, this.height - (this.#seen || MOST)));
    this.#frame(true);
  }

  hostUpdated(): void {
    const scroller = this.#host.shadowRoot?.querySelector<HTMLElement>(this.#options.scroller) ?? undefined;
    if (scroller !== this.#scroller) {
      this.#observer?.disconnect();
      if (scroller) this.#observer?.observe(scroller);
      this.#scroller = scroller;
      this.#seen = 0;
    }
    if (this.#wanted === undefined || !this.#seen || !scroller) return;
    this.#wanted = undefined;
    scroller.scrollTop = this.#top;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#scroller = undefined;
  }

  #measure({ contentRect }: ResizeObserverEntry): void {
    this.#seen = contentRect.height;
    // A scroller that was hidden may have forgotten where it was.
    this.#top = this.#scroller?.scrollTop ?? 0;
    if (this.#frame(false) || this.#wanted !== undefined) this.#host.requestUpdate();
  }

  #scroll({ target }: Event): void {
    if (target !== this.#scroller) return;
    this.#top = this.#scroller!.scrollTop;
    if (this.#frame(false)) this.#host.requestUpdate();
  }

  /** Frames the rows in sight; unless it is due, rows that are drawn anyway stay as they are. Gives whether others must be drawn. */
  #frame(due: boolean): boolean {
    const { rowHeight, count } = this.#options;
    const total = count();
    const first = Math.floor(this.#top / rowHeight);
    const last = Math.min(total, Math.ceil((this.#top + (this.#seen || MOST)) / rowHeight));
    if (!due && first >= this.#first && last <= this.#last) return false;
    this.#first = Math.max(0, Math.min(first, total) - SPARE);
    this.#last = Math.min(total, last + SPARE);
    return true;
  }
}
