import { fold as plain, prepare } from "../kit/fuzzy.ts";
import type { Json } from "../kit/traits.ts";
import { entries, isContainer, type Key, step } from "./nodes.ts";
import { moved } from "./edits.ts";
import { type Fold, isOpen, locate, pointerOf, type Row, searched, textsOf, unfolded } from "./rows.ts";

/** What one view shows of the data: what is unfolded, what is searched for, and the current row. */
export class Tree {
  rows: readonly Row[] = [];
  /** Index of the current row. */
  index = 0;
  /** What is searched for, folded; empty where nothing is. */
  query = "";
  /** How many nodes the search has found. */
  count = 0;
  #data: Json = null;
  #name = "";
  #fold: Fold = { depth: 0, flips: new Set() };
  /** Nodes that are the other way round than the search has them. */
  #flips = new Set<string>();
  #texts: ReturnType<typeof prepare> | undefined;
  #typed = { text: "", time: 0 };

  /** The current row. There always is one: the data itself. */
  get row(): Row {
    return this.rows[this.index]!;
  }

  /** The rows that the search has found and that are not folded away. */
  get found(): number[] {
    return this.query ? this.rows.flatMap(({ found }, index) => (found ? [index] : [])) : [];
  }

  /** Shows other data, unfolded as before; stays at the current row, or at one that is given by its path. */
  show(data: Json, name: string, row: Row | undefined = this.rows[this.index]): void {
    if (data !== this.#data || name !== this.#name) this.#texts = undefined;
    this.#data = data;
    this.#name = name;
    this.#flow(row);
  }

  /** Unfolds so many levels, and nothing else. */
  unfold(depth: number): void {
    this.#fold = { depth, flips: new Set() };
    this.#flow();
  }

  /** Folds or unfolds rows. */
  turn(rows: readonly Row[], open: boolean): void {
    const flips = this.query ? this.#flips : (this.#fold.flips as Set<string>);
    for (const row of rows) {
      if (row.open !== !open) continue;
      const pointer = pointerOf(row);
      if (!flips.delete(pointer)) flips.add(pointer);
    }
    this.#flow();
  }

  /** Folds or unfolds a row and all that is in it. */
  deep(row: Row, open: boolean): void {
    if (this.query) return this.turn([row], open);
    const visit = (value: Json, path: string, level: number): void => {
      if (!isContainer(value)) return;
      this.#set(path, level, open);
      for (const [key, child] of entries(value)) visit(child, path + step(key), level + 1);
    };
    visit(row.value, pointerOf(row), row.level);
    this.#flow();
  }

  /** Unfolds all that lies above a row, and the row itself where its new child is to be seen. */
  reveal(row: Row | undefined): void {
    for (let each = row; each; each = each.parent) this.#set(pointerOf(each), each.level, true);
  }

  /** Searches, and goes to the first match; without a query all is back, and the current row is still there. */
  search(text: string): void {
    const query = plain(text.trim());
    if (query === this.query) return;
    if (!query) this.reveal(this.row.parent);
    this.query = query;
    this.#flips.clear();
    this.#flow();
    this.index = this.found[0] ?? this.index;
  }

  /** The next match or the one before, round and round; matches that were folded away are unfolded. */
  match(by: 1 | -1): void {
    if (this.#flips.size) {
      this.#flips.clear();
      this.#flow();
    }
    const { found } = this;
    const next = by > 0 ? found.find((at) => at > this.index) : found.findLast((at) => at < this.index);
    this.index = next ?? found.at(by > 0 ? 0 : -1) ?? this.index;
  }

  /** Index of the next row whose text begins with what is typed; the same letter again goes on. */
  type(char: string, time: number): number | undefined {
    const text = time - this.#typed.time < 700 ? this.#typed.text + char : char;
    this.#typed = { text, time };
    const again = [...text].every((each) => each === char);
    const wanted = plain(again ? char : text);
    const { length } = this.rows;
    for (let n = again ? 1 : 0; n < length + 1; n++) {
      const at = (this.index + n) % length;
      const { key, value } = this.rows[at]!;
      const shown = typeof key === "string" || isContainer(value) ? String(key) : String(value);
      if (plain(shown).startsWith(wanted)) return at;
    }
    return undefined;
  }

  /** Children of a container have other keys now: what is unfolded goes with them. */
  move(parent: string, key: (old: string) => Key | undefined): void {
    this.#fold = { ...this.#fold, flips: new Set(moved(this.#fold.flips, parent, key)) };
    this.#flips = new Set(moved(this.#flips, parent, key));
  }

  #set(path: string, level: number, open: boolean): void {
    const flips = this.#fold.flips as Set<string>;
    if (isOpen(this.#fold, level, path) === open) return;
    if (!flips.delete(path)) flips.add(path);
  }

  #flow(row: Row | undefined = this.rows[this.index]): void {
    if (this.query) {
      this.#texts ??= prepare(textsOf(this.#data, this.#name));
      const texts = this.#texts.folded();
      const found = (index: number) => texts[index]!.includes(this.query);
      ({ rows: this.rows, count: this.count } = searched(this.#data, this.#name, found, this.#flips));
    } else {
      this.rows = unfolded(this.#data, this.#name, this.#fold);
    }
    this.index = locate(this.rows, row);
  }
}
