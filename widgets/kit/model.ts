import { decode, encode, sameWire, WireError } from "./codec.ts";
import type { TraitSchema } from "./traits.ts";

/** What the kit asks of a host's model: the least that every anywidget host has. */
export interface WireModel {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** What a binding tells its element. */
export interface BindingEvents {
  /** A trait has another value now. */
  changed(name: string, old: unknown): void;
  /** A trait arrived wrong (its default stands in), or is right again (`undefined`). */
  problem(name: string, text: string | undefined): void;
}

/**
 * The traits of one view: decoded values, which incoming changes may touch them, and what is still to be sent.
 * Works without a model too: every trait has its default, and writes stay local.
 */
export class Binding {
  readonly #schema: TraitSchema;
  readonly #events: BindingEvents;
  readonly #values = new Map<string, unknown>();
  /** The wire values behind `#values`, as last read or written: meeting one again (an echo) is no news. */
  readonly #known = new Map<string, unknown>();
  /** Changed here and not yet written to the model. */
  readonly #unsent = new Set<string>();
  /** Held traits with the value from before, and what happened to them since. */
  readonly #held = new Map<string, { readonly before: unknown; sent: boolean; arrived: boolean }>();
  #model: WireModel | undefined;
  #writing = false;
  #frame = 0;

  constructor(schema: TraitSchema, events: BindingEvents) {
    this.#schema = schema;
    this.#events = events;
    for (const [name, trait] of Object.entries(schema)) this.#values.set(name, decode(trait.type, trait.default));
  }

  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Names the model to read and write. */
  attach(model: WireModel): void {
    this.#model = model;
  }

  /** Reads the model and follows it until the signal aborts; then sends what is pending and forgets what was held. */
  follow(signal: AbortSignal): void {
    const model = this.#model;
    if (!model) return;
    for (const name of Object.keys(this.#schema)) {
      this.#receive(name);
      const event = `change:${name}`;
      const callback = () => this.#receive(name);
      model.on(event, callback);
      signal.addEventListener("abort", () => model.off(event, callback), { once: true });
    }
    const hidden = () => this.#flush();
    document.addEventListener("visibilitychange", hidden, { signal });
    window.addEventListener("pagehide", hidden, { signal });
    signal.addEventListener("abort", () => {
      this.#flush();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      for (const name of this.#held.keys()) this.#unsent.delete(name);
      this.#held.clear();
    });
  }

  /**
   * Takes a person's values: local at once, to the model by each trait's policy.
   * @throws {TypeError} for a trait that the person does not set, or a value that does not fit it.
   */
  send(patch: Readonly<Record<string, unknown>>): void {
    const names = Object.keys(patch);
    for (const name of names) {
      const trait = this.#schema[name];
      if (trait?.role !== "value") throw new TypeError(`send: "${name}" is not a value trait of this widget.`);
      try {
        encode(trait.type, patch[name]);
      } catch (error) {
        throw error instanceof WireError ? new TypeError(`send: "${name}": ${error.message}`) : error;
      }
    }
    for (const name of names) {
      this.#set(name, patch[name]);
      this.#unsent.add(name);
    }
    const live = (name: string) => this.#schema[name]?.send === "live";
    const now = names.some((name) => !live(name) && !this.#held.has(name));
    if (now || !this.#frame || document.hidden) this.#flush();
  }

  /** Keeps incoming changes off some value traits (all, unless named) while a person holds them. */
  hold(names: readonly string[]): void {
    const all = Object.keys(this.#schema).filter((name) => this.#schema[name]?.role === "value");
    for (const name of names.length > 0 ? names : all) {
      if (this.#held.has(name)) continue;
      this.#held.set(name, { before: this.#values.get(name), sent: false, arrived: false });
    }
  }

  /** Ends every hold. Committed: what the person set is sent. Else the value from before, or what arrived, is back. */
  release(committed: boolean): void {
    const held = [...this.#held];
    this.#held.clear();
    for (const [name, { before, sent, arrived }] of held) {
      const touched = sent || this.#unsent.has(name);
      if (committed && touched) {
        if (arrived) this.#unsent.add(name);
      } else if (arrived) {
        this.#unsent.delete(name);
        this.#read(name);
      } else if (touched) {
        this.#set(name, before);
        if (sent) this.#unsent.add(name);
        else this.#unsent.delete(name);
      }
    }
    this.#flush();
  }

  #set(name: string, next: unknown): void {
    const old = this.#values.get(name);
    this.#values.set(name, next);
    this.#events.changed(name, old);
  }

  #receive(name: string): void {
    if (this.#writing) return;
    const wire = this.#model?.get(name);
    const known = this.#known.get(name);
    // Data can be large: only what this view may have written is compared in depth.
    const same = this.#schema[name]?.role === "value" ? sameWire : Object.is;
    if (this.#known.has(name) && same(wire, known)) return;
    const held = this.#held.get(name);
    if (held) held.arrived = true;
    else if (!this.#unsent.has(name)) this.#read(name);
  }

  /** Hosts give no dependable value with a change, so the model is always asked. */
  #read(name: string): void {
    const trait = this.#schema[name];
    if (!trait) return;
    const wire = this.#model?.get(name);
    this.#known.set(name, wire);
    let text: string | undefined;
    let next: unknown;
    try {
      next = decode(trait.type, wire);
    } catch (error) {
      text = error instanceof Error ? error.message : String(error);
      next = decode(trait.type, trait.default);
    }
    this.#events.problem(name, text);
    this.#set(name, next);
  }

  /** Writes what is unsent, but drafts of a `settle` trait under a hold, in one message. */
  #flush(): void {
    const names = [...this.#unsent].filter((name) => !this.#held.has(name) || this.#schema[name]?.send === "live");
    if (names.length === 0) return;
    this.#writing = true;
    try {
      for (const name of names) this.#write(name);
      this.#model?.save_changes();
    } catch {
      // A host that cannot send (an export, a closed kernel): the person's value stays here.
    } finally {
      this.#writing = false;
    }
    // requestAnimationFrame never runs in a hidden page, so nothing may wait for it there.
    if (this.#frame || document.hidden) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#flush();
    });
  }

  #write(name: string): void {
    const wire = encode(this.#schema[name]!.type, this.#values.get(name));
    this.#unsent.delete(name);
    this.#known.set(name, wire);
    const held = this.#held.get(name);
    if (held) held.sent = true;
    this.#model?.set(name, wire);
  }
}
