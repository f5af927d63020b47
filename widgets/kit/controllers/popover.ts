import { css, type ReactiveController } from "../lit.ts";
import type { ControllerHost } from "./host.ts";

/** Edges in pixels of the window. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a panel goes; `room` is the most that it may be high. */
export interface Placement {
  readonly left: number;
  readonly above: boolean;
  readonly room: number;
}

export interface PopoverOptions {
  /** Selector of what the panel stands at, in the shadow root. */
  readonly anchor: string;
  /** Selector of the panel: an element with `popover="manual"`, in the shadow root, styled by `popovers`. */
  readonly panel: string;
  /** Whether the panel is as wide as its anchor; as wide as its content unless told. */
  readonly stretch?: boolean;
  /** The most pixels that it is high, where the window has them: 320 unless told. */
  readonly height?: number;
  /** Told when it has opened or closed, however that came about. */
  readonly changed?: (open: boolean) => void;
}

const GAP = 4;
const MARGIN = 8;
const OPEN = ":popover-open";

/**
 * Where a panel stands at its anchor: below, or above where it does not fit below and there is more room; it stays
 * `above` as long as it fits there. It begins where the anchor begins, and is kept within the window.
 */
export function place(
  anchor: Box,
  panel: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  { above = false, rtl = false }: { readonly above?: boolean; readonly rtl?: boolean } = {},
): Placement {
  const under = window.height - anchor.bottom - GAP - MARGIN;
  const over = anchor.top - GAP - MARGIN;
  const fits = panel.height <= (above ? over : under);
  const side = fits ? above : over > under;
  const left = rtl ? anchor.right - panel.width : anchor.left;
  return {
    left: Math.max(MARGIN, Math.min(left, window.width - panel.width - MARGIN)),
    above: side,
    room: Math.max(0, side ? over : under),
  };
}

/**
 * A panel over the page, by the browser's own popovers: no output area clips it, no stacking order covers it. It stands
 * at its anchor and follows it; Escape, a press elsewhere, and the focus going elsewhere close it; the focus goes back to
 * where it was. A press on the anchor does not close it: that is the anchor's own to say.
 * @example
 * readonly #menu = new PopoverController(this, { anchor: ".open", panel: ".menu" });
 * // html`<button class="open" aria-expanded=${this.#menu.open} @click=${() => this.#menu.toggle()}>Colours</button>
 * //   <div class="menu" popover="manual" role="dialog" aria-label="Colours">…</div>`
 */
export class PopoverController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: PopoverOptions;
  #life: AbortController | undefined;
  #frame = 0;
  #before: HTMLElement | null = null;
  #above = false;
  #placed = "";

  constructor(host: ControllerHost, options: PopoverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether it is shown. */
  get open(): boolean {
    return this.#life !== undefined;
  }

  /** Opens the panel. The focus stays where it is, unless something in the panel has `autofocus`. */
  show(): void {
    const host = this.#host;
    const panel = this.#find("panel");
    if (this.#life || !panel || !host.isConnected) return;
    const { shadowRoot } = host;
    const { signal } = (this.#life = new AbortController());
    this.#before = shadowRoot!.activeElement as HTMLElement | null;
    this.#above = false;
    this.#placed = "";
    panel.showPopover();
    this.#follow();
    const leave = (to: EventTarget | null | undefined) => {
      if (to && !this.#find("anchor")?.contains(to as Node) && !this.#find("panel")?.contains(to as Node)) this.hide();
    };
    const press = (event: PointerEvent) => leave(event.composedPath()[0]);
    host.listen(window, "pointerdown", press, { signal, capture: true });
    host.listen(shadowRoot!, "focusout", ({ relatedTarget }: FocusEvent) => leave(relatedTarget), { signal });
    host.listen(host, "keydown", (event: KeyboardEvent) => this.#press(event), { signal });
    this.#tell(true);
  }

  /** Closes the panel. A focus in it goes back to where it was before. */
  hide(): void {
    if (!this.#life) return;
    this.#life.abort();
    this.#life = undefined;
    cancelAnimationFrame(this.#frame);
    const panel = this.#find("panel");
    const inside = panel?.matches(":focus-within");
    if (panel?.matches(OPEN)) panel.hidePopover();
    if (inside) (this.#before?.isConnected ? this.#before : this.#find("anchor"))?.focus();
    this.#tell(false);
  }

  toggle(): void {
    if (this.#life) this.hide();
    else this.show();
  }

  hostUpdated(): void {
    this.#place();
  }

  hostDisconnected(): void {
    this.hide();
  }

  #find(part: "anchor" | "panel"): HTMLElement | null {
    return this.#host.shadowRoot!.querySelector(this.#options[part]);
  }

  #tell(open: boolean): void {
    this.#options.changed?.(open);
    this.#host.requestUpdate();
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  }

  /** Anything can move an anchor: scrolling, a cell above that grows, an animation. Asking each frame misses nothing. */
  #follow(): void {
    this.#frame = requestAnimationFrame(() => this.#host.attempt(() => this.#follow()));
    this.#place();
  }

  #place(): void {
    if (!this.#life) return;
    const anchor = this.#find("anchor");
    const panel = this.#find("panel");
    if (!anchor || !panel?.matches(OPEN)) return this.hide();
    const { stretch, height = 320 } = this.#options;
    // What a zoom or the keyboard of a telephone leaves of the window.
    const view = window.visualViewport!;
    const at = anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = panel;
    const { left, above, room } = place(
      at,
      // One that is cut may want all that it can get.
      { width: offsetWidth, height: offsetHeight >= Number.parseInt(style.maxHeight) ? height : offsetHeight },
      { width: view.offsetLeft + view.width, height: view.offsetTop + view.height },
      { above: this.#above, rtl: getComputedStyle(this.#host).direction === "rtl" },
    );
    this.#above = above;
    const placed =
      `left:${left}px;top:${above ? at.top - GAP : at.bottom + GAP}px;max-height:${Math.min(room, height)}px;` +
      `${above ? "transform:translateY(-100%);" : ""}${stretch ? `width:${at.width}px` : ""}`;
    if (placed !== this.#placed) style.cssText = this.#placed = placed;
  }
}

/** The style of panels. What scrolls in one is its own: by `overflow: auto` and `min-height: 0`. */
export const popovers = css`
  [popover] {
    position: fixed;
    inset: auto;
    flex-direction: column;
    margin: 0;
    padding: 0;
    max-width: calc(100vw - 16px);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--fg);
    box-shadow: 0 6px 24px #0003;
    overflow: auto;
  }
  [popover]:popover-open {
    display: flex;
  }
`;
