import { back, forth, fresh, type History, record } from "../kit/history.ts";
import { type Items, keyed, move, place, rebase, retext, texts } from "./items.ts";

/**
 * The rows that one view shows, the current one, and what can be taken back. While a row is held (grabbed or edited),
 * a list from the notebook waits; the end of the hold brings both together.
 */
export class Rows {
  items: Items = [];
  #history: History<Items> = fresh();
  #current = 0;
  #minted = 0;
  #held: { readonly key: number; readonly before: Items } | undefined;
  #waiting: readonly string[] | undefined;
  readonly #mint = (): number => (this.#minted += 1);

  /** Index of the row that keys and tools act on; -1 where there is none. */
  get current(): number {
    return Math.min(this.#current, this.items.length - 1);
  }

  set current(index: number) {
    this.#current = Math.min(Math.max(index, 0), Math.max(this.items.length - 1, 0));
  }

  /** Key of the row that is grabbed or edited. */
  get held(): number | undefined {
    return this.#held?.key;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** A list from the notebook, or an echo of our own. A new one is the new ground: what was before it is forgotten. */
  receive(incoming: readonly string[]): void {
    if (this.#held) {
      this.#waiting = incoming;
      return;
    }
    const next = keyed(incoming, this.items, this.#mint);
    if (next === this.items) return;
    this.#history = fresh();
    this.#show(next);
  }

  /** A step that a person made and may take back. Gives whether anything changed. */
  step(next: Items): boolean {
    if (next === this.items) return false;
    this.#history = record(this.#history, this.items);
    this.#show(next);
    return true;
  }

  move(from: number, to: number): boolean {
    return this.step(move(this.items, from, to));
  }

  add(added: readonly string[]): boolean {
    return added.length > 0 && this.step([...this.items, ...added.map((text) => ({ key: this.#mint(), text }))]);
  }

  remove(index: number): boolean {
    return index in this.items && this.step(this.items.toSpliced(index, 1));
  }

  undo(): boolean {
    return this.#travel(back(this.#history, this.items));
  }

  redo(): boolean {
    return this.#travel(forth(this.#history, this.items));
  }

  /** Holds the row at `index`: lists that come wait until it is let go. */
  hold(index: number): void {
    const item = this.items[index];
    if (!item) return;
    this.#held = { key: item.key, before: this.items };
    this.current = index;
  }

  /** Moves the held row, for the eye only. */
  carry(to: number): void {
    this.items = move(this.items, place(this.items, this.held), to);
    this.current = place(this.items, this.held);
  }

  /** Lets go of a grabbed row where it is, or where it was. Gives whether the list is another one now. */
  drop(kept: boolean): boolean {
    return this.#settle(kept, (mine, theirs, key) => rebase(mine, theirs, key));
  }

  /** Ends an edit with a new text, or with none. Gives whether the list is another one now. */
  edit(text: string | undefined): boolean {
    if (text !== undefined && this.#held) this.items = retext(this.items, this.#held.key, text);
    return this.#settle(text !== undefined, (_, theirs, key) =>
      text === undefined ? theirs : retext(theirs, key, text),
    );
  }

  #settle(kept: boolean, join: (mine: Items, theirs: Items, key: number) => Items): boolean {
    const held = this.#held;
    const waiting = this.#waiting;
    this.#held = this.#waiting = undefined;
    if (!held) return false;
    const mine = this.items;
    this.items = held.before;
    if (waiting) this.receive(waiting);
    if (!kept || same(mine, held.before)) {
      this.current = Math.max(place(this.items, held.key), 0);
      return false;
    }
    const next = this.items === held.before ? mine : join(mine, this.items, held.key);
    const changed = !same(next, this.items) && this.step(next);
    const index = place(this.items, held.key);
    if (index >= 0) this.current = index;
    return changed;
  }

  #travel(there: readonly [History<Items>, Items] | undefined): boolean {
    if (!there) return false;
    const before = this.items;
    [this.#history] = there;
    this.#show(there[1]);
    const changed = this.items.findIndex((item, index) => item !== before[index]);
    this.current = changed < 0 ? this.items.length - 1 : changed;
    return true;
  }

  /** Shows other rows and stays at the current one where it is still there, else at its place. */
  #show(next: Items): void {
    const key = this.items[this.current]?.key;
    this.items = next;
    const index = place(next, key);
    if (index >= 0) this.#current = index;
  }
}

const same = (one: Items, other: Items): boolean =>
  one === other || (one.length === other.length && texts(one).every((text, index) => text === other[index]?.text));
