import { fold } from "../kit/fuzzy.ts";
import type { Json } from "../kit/traits.ts";
import { isContainer, type Key } from "./nodes.ts";
import { moved } from "./changes.ts";
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
  /** What a search looks through; made at the first one. */
  #texts: readonly string[] | undefined;
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
    for (const row of rows) if (row.open === !open) flip(this.query ? this.#flips : this.#fold.flips, pointerOf(row));
    this.#flow();
  }

  /** Unfolds a row and all above it, for when no search is on. */
  reveal(row: Row | undefined): void {
    for (let each = row; each; each = each.parent) {
      if (!isOpen(this.#fold, each)) flip(this.#fold.flips, pointerOf(each));
    }
  }

  /** Searches, and goes to the first match; without a query all is back, and the current row is still there. */
  search(text: string): void {
    const query = fold(text.trim());
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

  /** Steps to the next row whose text begins with what is typed; the same letter again goes on. */
  type(char: string, time: number): number {
    const text = time - this.#typed.time < 700 ? this.#typed.text + char : char;
    this.#typed = { text, time };
    const again = [...text].every((each) => each === char);
    const wanted = fold(again ? char : text);
    const { length } = this.rows;
    for (let n = again ? 1 : 0; n < length + 1; n++) {
      const at = (this.index + n) % length;
      const { key, value } = this.rows[at]!;
      const shown = typeof key === "string" || isContainer(value) ? String(key) : String(value);
      if (fold(shown).startsWith(wanted)) return at - this.index;
    }
    return 0;
  }

  /** Children of a container have other keys now: what is unfolded goes with them. */
  move(parent: string, key: (old: string) => Key | undefined): void {
    this.#fold = { ...this.#fold, flips: new Set(moved(this.#fold.flips, parent, key)) };
    this.#flips = new Set(moved(this.#flips, parent, key));
  }

  #flow(row: Row | undefined = this.rows[this.index]): void {
    if (this.query) {
      const texts = (this.#texts ??= foldAll(textsOf(this.#data, this.#name)));
      const found = (index: number) => texts[index]!.includes(this.query);
      ({ rows: this.rows, count: this.count } = searched(this.#data, this.#name, found, this.#flips));
    } else {
      this.rows = unfolded(this.#data, this.#name, this.#fold);
    }
    this.index = locate(this.rows, row);
  }
}

function flip(flips: Set<string>, pointer: string): void {
  if (!flips.delete(pointer)) flips.add(pointer);
}

/** All at once is ten times as quick as one by one, which is left for texts with a NUL in them. */
function foldAll(texts: readonly string[]): readonly string[] {
  const folded = fold(texts.join("\0")).split("\0");
  return folded.length === texts.length ? folded : texts.map(fold);
}
