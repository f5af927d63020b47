import type { ReactiveController, ReactiveControllerHost } from "../lit.ts";

/**
 * Says what happened to people who do not see it: a polite live region in the widget's shadow root.
 * @example this.#announce.say("Moved to place 3 of 7.");
 */
export class AnnounceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #region = document.createElement("div");

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#region.role = "status";
    this.#region.className = "visually-hidden";
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.shadowRoot?.append(this.#region);
  }

  hostDisconnected(): void {
    this.#region.textContent = "";
  }

  /** Replaces what was said before; the same words are said again. */
  say(text: string): void {
    this.#region.textContent = text === this.#region.textContent ? `${text}\u00a0` : text;
  }
}
