import type { KeyMap } from "../kit/controllers/keys.ts";

/** What keys in the tree do; places are indices of rows and may lie outside. */
export interface TreeActions {
  /** The current row and the last one, and how many fit. */
  at(): { readonly current: number; readonly last: number; readonly page: number };
  go(index: number): void;
  /** Unfolds, or goes to the first child. */
  inward(): void;
  /** Folds, or goes to the row above. */
  outward(): void;
  /** Folds or unfolds all below the current row. */
  deep(open: boolean): void;
  /** Unfolds all that stand beside the current row. */
  beside(): void;
  pick(): void;
  pickAll(): void;
  enter(): void;
  copy(what: "path" | "pointer" | "value"): void;
  find(): void;
  /** To the next match, or the one before. */
  match(by: 1 | -1): void;
  edit(kind: "key" | "value"): void;
  add(): void;
  remove(): void;
  travel(way: "undo" | "redo"): void;
}

/** The keys of the ARIA tree pattern, and what a tree of data needs beside them. */
export function treeKeys(tree: TreeActions, isRightToLeft: () => boolean): KeyMap {
  const by = (steps: (page: number) => number) => () => {
    const { current, page } = tree.at();
    tree.go(current + steps(page));
  };
  const sideways = (inward: boolean) => () => (inward === isRightToLeft() ? tree.outward() : tree.inward());
  const deep = (inward: boolean) => () => tree.deep(inward !== isRightToLeft());
  return {
    ArrowUp: by(() => -1),
    ArrowDown: by(() => 1),
    PageUp: by((page) => -page),
    PageDown: by((page) => page),
    Home: () => tree.go(0),
    End: () => tree.go(tree.at().last),
    ArrowRight: sideways(true),
    ArrowLeft: sideways(false),
    "Alt+ArrowRight": deep(true),
    "Alt+ArrowLeft": deep(false),
    "*": () => tree.beside(),
    Space: () => tree.pick(),
    "Mod+a": () => tree.pickAll(),
    Enter: () => tree.enter(),
    "Mod+c": () => tree.copy("path"),
    "Alt+c": () => tree.copy("pointer"),
    F2: () => tree.edit("key"),
    Insert: () => tree.add(),
    "Mod+Enter": () => tree.add(),
    Delete: () => tree.remove(),
    Backspace: () => tree.remove(),
  };
}

/** Keys that do the same wherever the focus is. */
export const commonKeys = (tree: TreeActions): KeyMap => ({
  "Mod+f": () => tree.find(),
  F3: () => tree.match(1),
  "Shift+F3": () => tree.match(-1),
});

/** Steps back; in a field the browser has its own. */
export const historyKeys = (tree: TreeActions): KeyMap => ({
  "Mod+z": () => tree.travel("undo"),
  "Mod+y": () => tree.travel("redo"),
  "Mod+Shift+z": () => tree.travel("redo"),
});
