import type { ReactiveController } from "../lit.ts";
import type { ControllerHost } from "./host.ts";
import { isTyping, originOf } from "../keeping.ts";

/** What a key does; `false` says that it was not for this handler after all. */
export type KeyHandler = (event: KeyboardEvent) => boolean | void;

/**
 * Keys by name as `KeyboardEvent.key` has them, with `Mod+` (Ctrl, or Command on a Mac), `Alt+` and `Shift+`
 * before, in that order: `ArrowLeft`, `Shift+ArrowLeft`, `Mod+Shift+z`, `Space`. A printable character without Mod
 * carries its own shift: `?`.
 */
export type KeyMap = Readonly<Record<string, KeyHandler>>;

export interface KeyOptions {
  /** Keys without Mod while a person types in a field too. */
  readonly inFields?: boolean;
  /** Only where the focus is inside such an element. */
  readonly within?: string;
}

/**
 * A key map for the focus inside a widget. A key that is handled goes no further: no scrolling, no shortcut of the
 * notebook.
 * @example new KeysController(this, { "Mod+z": () => this.#undo(), Delete: () => this.#remove() });
 */
export class KeysController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #keys: KeyMap;
  readonly #options: KeyOptions;

  constructor(host: ControllerHost, keys: KeyMap, options: KeyOptions = {}) {
    this.#host = host;
    this.#keys = keys;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.listen(this.#host, "keydown", (event: KeyboardEvent) => this.#press(event));
  }

  #press(event: KeyboardEvent): void {
    const mod = event.ctrlKey || event.metaKey;
    const origin = originOf(event);
    const { inFields, within } = this.#options;
    if (event.defaultPrevented || event.isComposing || (!mod && !inFields && isTyping(origin))) return;
    const handler = this.#keys[keyName(event)];
    if (!handler || (within && !origin.closest(within)) || handler(event) === false) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The name of a pressed key as a `KeyMap` spells it. */
export function keyName(event: KeyboardEvent): string {
  const { key } = event;
  const printable = [...key].length === 1;
  const name = key === " " ? "Space" : key;
  const mod = event.ctrlKey || event.metaKey;
  const shift = event.shiftKey && (mod || !printable || key === " ");
  return `${mod ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${mod && key.length === 1 && key !== " " ? name.toLowerCase() : name}`;
}
