const MOST_STEPS = 100;
const MOST_ROWS = 4_000_000;

/** The selections before and after the one shown, for undo and redo; old ones go when they hold too much. */
export class History {
  #past: Uint32Array[] = [];
  #future: Uint32Array[] = [];

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Notes what was selected before a change. */
  note(before: Uint32Array): void {
    this.#past.push(before);
    this.#future = [];
    let rows = this.#past.reduce((sum, each) => sum + each.length, 0);
    while (this.#past.length > MOST_STEPS || (rows > MOST_ROWS && this.#past.length > 1)) {
      rows -= this.#past.shift()!.length;
    }
  }

  /** What to go back to from `now`, if anything. */
  undo(now: Uint32Array): Uint32Array | undefined {
    const before = this.#past.pop();
    if (before) this.#future.push(now);
    return before;
  }

  /** What to go forward to from `now`, if anything. */
  redo(now: Uint32Array): Uint32Array | undefined {
    const after = this.#future.pop();
    if (after) this.#past.push(now);
    return after;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
