import type { ReactiveController } from "../lit.ts";
import { originOf } from "../keeping.ts";
import type { ControllerHost } from "./host.ts";

export interface RovingOptions {
  /** Selector of the items in the shadow root, in the order of the page. */
  readonly items: string;
  /** Which arrows move; `horizontal` follows the writing direction. */
  readonly orientation?: "horizontal" | "vertical" | "both";
  /** From the last to the first and back. */
  readonly wrap?: boolean;
  /** Told of the item that the keys have moved to. */
  readonly moved?: (item: HTMLElement, index: number) => void;
}

/**
 * One tab stop for a group of items (WAI-ARIA practices): arrows, Home and End move the focus, disabled items are
 * skipped, the item that had the focus last is the way back in. It owns `tabindex` of the items.
 * @example new RovingController(this, { items: "[role=option]", orientation: "vertical" });
 */
export class RovingController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: RovingOptions;
  #current: HTMLElement | undefined;
  #index = 0;

  constructor(host: ControllerHost, options: RovingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    host.listen(host, "keydown", (event: KeyboardEvent) => this.#press(event));
    // A focus that stays inside the shadow root is not told outside of it.
    host.listen(host.shadowRoot!, "focusin", (event: FocusEvent) => this.#arrive(event));
  }

  hostUpdated(): void {
    this.#mark();
  }

  /** Moves the focus to an item by its place; out of range, to the nearest. */
  focus(index: number): void {
    const items = this.#items();
    this.#go(items, items[Math.max(0, Math.min(index, items.length - 1))]);
  }

  /** The items that can be moved to now, and the one that has the focus, though it may be off since. */
  #items(): HTMLElement[] {
    const root = this.#host.shadowRoot;
    const all = root?.querySelectorAll<HTMLElement>(this.#options.items) ?? [];
    return [...all].filter((item) => item === root?.activeElement || !item.matches(":disabled, [aria-disabled=true]"));
  }

  #mark(): void {
    const items = this.#items();
    if (!this.#current || !items.includes(this.#current)) {
      this.#current = items[Math.min(this.#index, items.length - 1)];
    }
    for (const item of this.#host.shadowRoot?.querySelectorAll<HTMLElement>(this.#options.items) ?? []) {
      item.tabIndex = item === this.#current ? 0 : -1;
    }
  }

  #arrive(event: FocusEvent): void {
    const items = this.#items();
    const index = items.findIndex((item) => item === originOf(event));
    if (index < 0) return;
    this.#current = items[index];
    this.#index = index;
    this.#mark();
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const items = this.#items();
    const at = items.findIndex((item) => item === originOf(event));
    const next = at < 0 ? undefined : this.#next(event.key, at, items.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(items, items[next]);
  }

  #go(items: HTMLElement[], item: HTMLElement | undefined): void {
    if (!item) return;
    item.focus();
    this.#options.moved?.(item, items.indexOf(item));
  }

  #next(key: string, at: number, count: number): number | undefined {
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    const step = this.#step(key);
    if (step === 0) return undefined;
    const next = at + step;
    if (this.#options.wrap) return (next + count) % count;
    return Math.max(0, Math.min(next, count - 1));
  }

  #step(key: string): number {
    const { orientation = "both" } = this.#options;
    if (orientation !== "horizontal" && (key === "ArrowUp" || key === "ArrowDown")) return key === "ArrowUp" ? -1 : 1;
    if (orientation === "vertical" || (key !== "ArrowLeft" && key !== "ArrowRight")) return 0;
    const leftToRight = getComputedStyle(this.#host).direction !== "rtl";
    return (key === "ArrowRight") === leftToRight ? 1 : -1;
  }
}
