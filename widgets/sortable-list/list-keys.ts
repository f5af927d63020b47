import type { KeyMap } from "../kit/controllers/keys.ts";

/** What keys in the list do. Places count from 0 and may lie outside: the list clamps them. */
export interface ListActions {
  /** The current place and the last one. */
  at(): { readonly current: number; readonly last: number };
  grabbed(): boolean;
  /** Goes to a row, or takes the grabbed one there. */
  go(index: number): void;
  /** Moves the current row at once. */
  moveTo(index: number): void;
  grab(): void;
  drop(kept: boolean): void;
  edit(): void;
  remove(): void;
  travel(way: "undo" | "redo"): void;
}

const PAGE = 10;

/** The keys of the list: a listbox whose rows are grabbed with Space. */
export function listKeys(list: ListActions): KeyMap {
  const { at, go, moveTo, edit, remove } = list;
  const by = (count: number) => () => go(at().current + count);
  const pick = (otherwise: () => void) => () => (list.grabbed() ? list.drop(true) : otherwise());
  return {
    ArrowUp: by(-1),
    ArrowDown: by(1),
    PageUp: by(-PAGE),
    PageDown: by(PAGE),
    Home: () => go(0),
    End: () => go(at().last),
    "Alt+ArrowUp": () => moveTo(at().current - 1),
    "Alt+ArrowDown": () => moveTo(at().current + 1),
    Space: pick(list.grab),
    Enter: pick(edit),
    F2: edit,
    Escape: () => (list.grabbed() ? list.drop(false) : false),
    Delete: remove,
    Backspace: remove,
  };
}

/** The keys that take steps back and do them again. */
export const historyKeys = (travel: ListActions["travel"]): KeyMap => ({
  "Mod+z": () => travel("undo"),
  "Mod+y": () => travel("redo"),
  "Mod+Shift+z": () => travel("redo"),
});
