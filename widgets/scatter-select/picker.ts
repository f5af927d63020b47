import { History } from "./history.ts";
import { type Change, changed, sameRows } from "./selection.ts";

/** The selection as valid rows, its changes and their history. */
export class Picker {
  /** What a gesture without a modifier key does. */
  mode: Change = "replace";
  readonly #send: (rows: Uint32Array) => void;
  readonly #history = new History();
  #rows: Uint32Array = new Uint32Array();
  #count: number | undefined;

  /** @param send tells the kernel what a person has selected. */
  constructor(send: (rows: Uint32Array) => void) {
    this.#send = send;
  }

  /** Valid row numbers, ascending, each once. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** What the trait holds now, over so many rows. What the notebook has set can be undone as well. */
  receive(selected: Uint32Array, count: number): void {
    const rows = changed([], selected, "replace", count);
    if (this.#count !== count) this.#history.clear();
    else if (sameRows(rows, this.#rows)) return;
    else this.#history.note(this.#rows);
    this.#count = count;
    this.#rows = rows;
  }

  /** Changes the selection. @returns whether it is another one now. */
  pick(hit: ArrayLike<number>, change: Change): boolean {
    return this.set(changed(this.#rows, hit, change, this.#count ?? 0));
  }

  /** Selects these rows. @returns whether it is another selection now. */
  set(rows: Uint32Array): boolean {
    if (sameRows(rows, this.#rows)) return false;
    this.#history.note(this.#rows);
    this.#take(rows);
    return true;
  }

  undo(): boolean {
    return this.#take(this.#history.undo(this.#rows));
  }

  redo(): boolean {
    return this.#take(this.#history.redo(this.#rows));
  }

  #take(rows: Uint32Array | undefined): boolean {
    if (!rows) return false;
    this.#rows = rows;
    this.#send(rows);
    return true;
  }
}

/** What an event's modifier keys make of a gesture; `fallback` without any. */
export function changeBy(event: { shiftKey: boolean; altKey: boolean }, fallback: Change): Change {
  return event.altKey ? "subtract" : event.shiftKey ? "add" : fallback;
}
