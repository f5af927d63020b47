import { attempt } from "./attempt.ts";
import { keepTyping } from "./keeping.ts";
import { bind, type WireModel } from "./model.ts";
import { ReactiveElement } from "./reactive.ts";
import { followScheme, type Scheme } from "./scheme.ts";
import type { TraitSchema, ValueNames, Values } from "./traits.ts";

/** What a person's action changes: some of the `value` traits. */
export type Patch<S extends TraitSchema> = { readonly [K in ValueNames<S>]?: Values<S>[K] };

/** The element of a widget, beside the properties that its traits give it. */
export abstract class WidgetElement<S extends TraitSchema = TraitSchema> extends ReactiveElement {
  static readonly traits: TraitSchema = {};

  readonly #binding = bind((this.constructor as typeof WidgetElement).traits, (name, old, problem) => {
    if (problem) this.#note(name, problem);
    else this.#problems.delete(name);
    this.requestUpdate(name, old);
  });
  readonly #problems = new Map<string, string>();
  #life = new AbortController();
  #model: WireModel | undefined;
  #onFail: ((error: unknown) => void) | undefined;
  #onShown: (() => void) | undefined;
  #scheme: Scheme = "light";

  constructor() {
    super();
    this.#life.abort();
    keepTyping(this);
  }

  /** Light or dark, as the host shows it now; a change asks for an update. */
  get scheme(): Scheme {
    return this.#scheme;
  }

  /** What is wrong with traits as they arrived, by name; each of them shows its default meanwhile. */
  get problems(): ReadonlyMap<string, string> {
    return this.#problems;
  }

  /** Aborts when the element leaves the page: the lifetime of listeners, timers and workers. */
  get connected(): AbortSignal {
    return this.#life.signal;
  }

  /**
   * Sets value traits by a person's action: the properties change at once, the kernel learns of it by each trait's
   * policy. The only way to write. @throws when a value does not fit its trait.
   * @example this.send({ value: [low, high] });
   */
  send(patch: Patch<S>): void {
    this.#binding.send(patch);
  }

  /**
   * Keeps what arrives from changing these value traits (all, unless named) while a person holds them. `send` under a
   * hold moves `live` traits along; a `settle` trait waits for `release`.
   */
  hold(...names: ValueNames<S>[]): void {
    this.#binding.hold(names);
  }

  /** Ends the hold: what was set is sent (committed), or taken back. */
  release({ committed }: { readonly committed: boolean }): void {
    this.#binding.release(committed);
  }

  /**
   * Listens until the element leaves the page, unless told otherwise; what `work` throws is shown in the widget's place.
   * @example this.listen(window, "pagehide", () => this.#flush());
   */
  listen<E extends Event>(
    target: EventTarget,
    type: string,
    work: (event: E) => unknown,
    options: AddEventListenerOptions = { signal: this.connected },
  ): void {
    target.addEventListener(type, (event) => this.attempt(() => work(event as E)), options);
  }

  /** Runs work of a timer, an observer or a worker; what it throws is shown in the widget's place. */
  attempt(work: () => unknown): void {
    attempt(work, (error) => this.fail(error));
  }

  /** Ends this view with an error that is shown in its place. @throws the error itself where nothing is mounted. */
  fail(error: unknown): void {
    if (!this.#onFail) throw error;
    this.#onFail(error);
  }

  /** For `mount`: the model to follow, and whom to tell of each render, or when the element cannot go on. */
  attach(model: WireModel, onShown: () => void, onFail: (error: unknown) => void): void {
    this.#model = model;
    this.#onShown = onShown;
    this.#onFail = onFail;
  }

  override connectedCallback(): void {
    this.#life.abort();
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (this.#model) this.#binding.follow(this.#model, signal);
    followScheme(this, signal, (scheme) => {
      this.style.colorScheme = this.#scheme = scheme;
      this.requestUpdate("scheme");
    });
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    this.#life.abort();
    super.disconnectedCallback();
  }

  protected override performUpdate(): void {
    this.attempt(() => {
      super.performUpdate();
      this.#onShown?.();
    });
  }

  #note(name: string, problem: string): void {
    this.#problems.set(name, problem);
    // oxlint-disable-next-line no-console -- the page's own channel: a person sees the default, an author the reason.
    console.warn(`inlay: trait "${name}" shows its default: ${problem}`);
  }

  /** For `widgetElement`: the readonly properties of a schema. */
  protected static define(schema: TraitSchema): void {
    for (const name of Object.keys(schema)) {
      if (name in this.prototype)
        throw new TypeError(`Rename the trait "${name}": every element has a property of this name.`);
      Object.defineProperty(this.prototype, name, {
        get(this: WidgetElement) {
          return this.#binding.get(name);
        },
      });
    }
  }
}

/** What `widgetElement` gives: a base class with one readonly property a trait. */
export type WidgetElementClass<S extends TraitSchema> = (abstract new () => WidgetElement<S> & Values<S>) &
  Omit<typeof WidgetElement, "prototype" | "traits"> & { readonly traits: S };

/**
 * The base class of a widget's element: a Lit-like element with a typed, readonly, reactive property for every trait.
 * @throws {TypeError} when a trait has the name of a property that every element has, such as `title` or `style`.
 * @example
 * export class CounterElement extends widgetElement(traits) {
 *   override render() {
 *     return html`<button @click=${() => this.send({ value: this.value + 1 })}>${this.value}</button>`;
 *   }
 * }
 */
export function widgetElement<S extends TraitSchema>(schema: S): WidgetElementClass<S> {
  abstract class Base extends WidgetElement<S> {
    static override readonly traits = schema;
    static {
      this.define(schema);
    }
  }
  return Base as unknown as WidgetElementClass<S>;
}
