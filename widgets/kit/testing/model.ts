import type { WireModel } from "../model.ts";
import { toWire } from "./wire.ts";

/**
 * Which host the wire is of. `edit` and `run`: marimo · `export`: a static page of marimo, nothing can be sent ·
 * `jupyter`: no signal, the view is put into the page after `render`, what is sent comes back as an echo · `broken`: as
 * `jupyter`, and sending throws.
 */
export type Mode = "edit" | "run" | "export" | "jupyter" | "broken";

type Callback = (...args: unknown[]) => void;

/** A fake of the wire alone: what a host's model does, and a record of what went over it. */
export class TestModel implements WireModel {
  readonly mode: Mode;
  /** Each message to the kernel, oldest first, in wire form: only what changed. */
  readonly sent: Record<string, unknown>[] = [];
  /** Custom messages to the kernel. */
  readonly messages: unknown[] = [];
  readonly #state: Map<string, unknown>;
  readonly #dirty = new Set<string>();
  readonly #listeners = new Map<string, Set<Callback>>();

  constructor(state: Readonly<Record<string, unknown>>, mode: Mode = "edit") {
    this.#state = new Map(Object.entries(state).map(([name, value]) => [name, toWire(value)]));
    this.mode = mode;
  }

  /** How many listeners are on: 0 once every view has gone. */
  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, each) => sum + each.size, 0);
  }

  get(name: string): unknown {
    return this.#state.get(name);
  }

  set(name: string, value: unknown): void {
    this.#state.set(name, value);
    this.#dirty.add(name);
    this.#emit(name);
  }

  save_changes(): void {
    if (this.mode === "broken") throw new Error("The kernel is gone.");
    if (this.#dirty.size === 0) return;
    const names = [...this.#dirty];
    this.#dirty.clear();
    if (this.mode === "export") return;
    const patch = structuredClone(Object.fromEntries(names.map((name) => [name, this.#state.get(name)])));
    this.sent.push(patch);
    if (this.mode === "jupyter") queueMicrotask(() => this.receive(structuredClone(patch)));
  }

  send(content: unknown): void {
    if (this.mode === "broken") throw new Error("The kernel is gone.");
    if (this.mode !== "export") this.messages.push(content);
  }

  on(event: string, callback: Callback): void {
    const callbacks = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, callbacks.add(callback));
  }

  off(event?: string | null, callback?: Callback | null): void {
    if (!event) this.#listeners.clear();
    else if (!callback) this.#listeners.delete(event);
    else this.#listeners.get(event)?.delete(callback);
  }

  /** Values from the kernel: all are set, then each is told. */
  receive(patch: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(patch)) {
      this.#state.set(name, toWire(value));
      this.#dirty.delete(name);
    }
    for (const name of Object.keys(patch)) this.#emit(name);
  }

  #emit(name: string): void {
    // Hosts differ in what they tell: marimo the value, Backbone the model first, others nothing to rely on.
    const args = this.mode === "jupyter" ? [this, undefined] : this.mode === "broken" ? [] : [this.#state.get(name)];
    for (const callback of Array.from(this.#listeners.get(`change:${name}`) ?? [])) callback(...args);
  }
}
