import type { RootPart } from "lit";
import {
  type PropertyValues,
  type ReactiveController,
  type ReactiveControllerHost,
  nothing,
  render,
  type Styles,
} from "./lit.ts";
import { theme } from "./theme.ts";

const sheets = new WeakMap<object, CSSStyleSheet>();

/**
 * The reactive element that widgets stand on: Lit's templates, controllers and life cycle (`willUpdate`, `render`,
 * `firstUpdated`, `updated`, `updateComplete`) without its attribute and property system, which traits replace and
 * which would be a third of what a small widget carries.
 */
export abstract class ReactiveElement extends HTMLElement implements ReactiveControllerHost {
  /** The styles of a class of widgets. */
  static readonly styles: Styles = [];

  /** Where `render` draws; there since the element was first in a page. */
  declare renderRoot: ShadowRoot;
  /** Whether it has rendered once. */
  hasUpdated = false;

  readonly #controllers = new Set<ReactiveController>();
  #changed = new Map<PropertyKey, unknown>();
  #pending: Promise<boolean> | undefined;
  #part: RootPart | undefined;

  /** What is shown, from the state as it is; nothing unless a class says more. */
  protected render(): unknown {
    return nothing;
  }

  /** Before a render; what it changes is part of it. */
  protected willUpdate(_changed: PropertyValues): void {}
  /** After the first render. */
  protected firstUpdated(_changed: PropertyValues): void {}
  /** After each render; what it changes asks for another. */
  protected updated(_changed: PropertyValues): void {}

  /** Settles after the render that is pending; false where that asked for another one. */
  get updateComplete(): Promise<boolean> {
    return (this.#pending ?? Promise.resolve()).then(() => !this.#pending);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** Asks for a render, in a microtask. With a name, `changed` maps it to the value it had. */
  requestUpdate(name?: PropertyKey, old?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, old);
    if (this.renderRoot) this.#pending ??= this.#enqueue();
  }

  connectedCallback(): void {
    this.renderRoot ??= this.#createRoot();
    this.#part?.setConnected(true);
    for (const each of this.#controllers) each.hostConnected?.();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#part?.setConnected(false);
    for (const each of this.#controllers) each.hostDisconnected?.();
  }

  /** One render with all around it. */
  protected performUpdate(): void {
    const changed = this.#changed;
    const first = !this.hasUpdated;
    try {
      this.willUpdate(changed);
      for (const each of this.#controllers) each.hostUpdate?.();
      this.#part = render(this.render(), this.renderRoot, { host: this });
    } finally {
      this.#changed = new Map();
      this.#pending = undefined;
    }
    this.hasUpdated = true;
    for (const each of this.#controllers) each.hostUpdated?.();
    if (first) this.firstUpdated(changed);
    this.updated(changed);
  }

  async #enqueue(): Promise<boolean> {
    await undefined;
    this.performUpdate();
    return true;
  }

  #createRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    const Class = this.constructor as typeof ReactiveElement;
    let sheet = sheets.get(Class);
    if (!sheet) {
      sheets.set(Class, (sheet = new CSSStyleSheet()));
      sheet.replaceSync([theme, Class.styles].flat(9).join(""));
    }
    root.adoptedStyleSheets = [sheet];
    return root;
  }
}
