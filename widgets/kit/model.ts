import { decode, encode, sameWire } from "./codec.ts";
import type { TraitSchema } from "./traits.ts";

/** What the kit asks of a host's model: the least that every anywidget host has. */
export interface WireModel {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** What a binding tells its element: a trait has another value, and whether it had arrived wrong. */
export type Changed = (name: string, old: unknown, problem?: string) => void;

/**
 * The traits of one view: decoded values, which incoming changes may touch them, and what is still to be sent.
 * Without a model every trait has its default, and writes stay local.
 */
export interface Binding {
  get(name: string): unknown;
  /** Reads the model and follows it until the signal aborts; then sends what is pending and forgets what was held. */
  follow(model: WireModel, signal: AbortSignal): void;
  /**
   * Takes a person's values: local at once, to the model by each trait's policy.
   * @throws {TypeError} for a trait that the person does not set, or a value that does not fit it.
   */
  send(patch: Readonly<Record<string, unknown>>): void;
  /** Keeps incoming changes off some value traits (all, unless named) while a person holds them. */
  hold(names: readonly string[]): void;
  /** Ends every hold. Committed: what the person set is sent. Else the value from before, or what arrived, is back. */
  release(committed: boolean): void;
}

/** Binds a schema's traits; `changed` hears of every new value. */
export function bind(schema: TraitSchema, changed: Changed): Binding {
  const names = Object.keys(schema);
  const defaultOf = (name: string) => decode(schema[name]!.type, schema[name]!.default);
  const values = new Map(names.map((name) => [name, defaultOf(name)]));
  /** The wire values behind `values`, as last read or written: meeting one again (an echo) is no news. */
  const known = new Map<string, unknown>();
  /** Changed here and not yet written to the model. */
  const unsent = new Set<string>();
  /** Held traits with the value from before, and what has happened to them since. */
  const held = new Map<string, { readonly before: unknown; sent?: boolean; arrived?: boolean }>();
  let model: WireModel | undefined;
  let writing = false;
  let frame = 0;

  const isValue = (name: string) => schema[name]?.role === "value";
  const isLive = (name: string) => schema[name]!.send === "live";

  const set = (name: string, next: unknown, problem?: string) => {
    const old = values.get(name);
    values.set(name, next);
    changed(name, old, problem);
  };

  /** Hosts give no dependable value with a change, so the model is always asked. */
  const read = (name: string) => {
    const wire = model!.get(name);
    known.set(name, wire);
    try {
      set(name, decode(schema[name]!.type, wire));
    } catch (error) {
      set(name, defaultOf(name), (error as Error).message);
    }
  };

  const receive = (name: string) => {
    // Data can be large: only what this view may have written is compared in depth.
    const same = isValue(name) ? sameWire : Object.is;
    if (writing || (known.has(name) && same(model!.get(name), known.get(name)))) return;
    const hold = held.get(name);
    if (hold) hold.arrived = true;
    else if (!unsent.has(name)) read(name);
  };

  /** Writes what is unsent, but drafts of a `settle` trait under a hold, in one message. */
  const flush = () => {
    const ready = [...unsent].filter((name) => !held.has(name) || isLive(name));
    if (!ready.length) return;
    writing = true;
    try {
      for (const name of ready) {
        const wire = encode(schema[name]!.type, values.get(name));
        const hold = held.get(name);
        if (hold) hold.sent = true;
        unsent.delete(name);
        known.set(name, wire);
        model?.set(name, wire);
      }
      model?.save_changes();
    } catch {
      // A host that cannot send (an export, a closed kernel): the person's value stays here.
    }
    writing = false;
    // requestAnimationFrame never runs in a hidden page, so nothing may wait for it there.
    if (frame || document.hidden) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      flush();
    });
  };

  return {
    get: (name) => values.get(name),
    follow(followed, signal) {
      model = followed;
      for (const name of names) {
        const event = `change:${name}`;
        const callback = () => receive(name);
        callback();
        model.on(event, callback);
        signal.addEventListener("abort", () => followed.off(event, callback));
      }
      document.addEventListener("visibilitychange", flush, { signal });
      window.addEventListener("pagehide", flush, { signal });
      signal.addEventListener("abort", () => {
        flush();
        cancelAnimationFrame(frame);
        frame = 0;
        for (const name of held.keys()) unsent.delete(name);
        held.clear();
      });
    },
    send(patch) {
      const given = Object.entries(patch);
      for (const [name, value] of given) {
        if (!isValue(name)) throw new TypeError(`send: "${name}" is not a value trait.`);
        encode(schema[name]!.type, value);
      }
      for (const [name, value] of given) {
        set(name, value);
        unsent.add(name);
      }
      if (!frame || document.hidden || given.some(([name]) => !isLive(name) && !held.has(name))) flush();
    },
    hold(some) {
      for (const name of some.length ? some : names.filter(isValue)) {
        if (!held.has(name)) held.set(name, { before: values.get(name) });
      }
    },
    release(committed) {
      const ended = [...held];
      held.clear();
      for (const [name, { before, sent, arrived }] of ended) {
        const touched = sent || unsent.has(name);
        if (committed && touched) {
          if (arrived) unsent.add(name);
          continue;
        }
        unsent.delete(name);
        if (arrived) read(name);
        else if (touched) {
          set(name, before);
          if (sent) unsent.add(name);
        }
      }
      flush();
    },
  };
}
