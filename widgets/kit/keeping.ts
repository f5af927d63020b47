/** The element that an event is really at, inside shadow roots too. */
export function originOf(event: Event): Element | undefined {
  const origin = event.composedPath()[0];
  return origin instanceof Element ? origin : undefined;
}

const NOT_TYPED = new Set(["checkbox", "radio", "range", "button", "submit", "reset", "color", "file", "image"]);

/** Whether keys at this element write text. */
export function isTyping(origin: Element | undefined): boolean {
  if (origin instanceof HTMLInputElement) return !NOT_TYPED.has(origin.type);
  return origin instanceof HTMLTextAreaElement || (origin instanceof HTMLElement && origin.isContentEditable);
}

const EDITING = new Set(["a", "c", "v", "x", "z", "y", "Backspace", "Delete", "Home", "End"]);

/**
 * Keeps a notebook's single-key shortcuts (`d d` deletes a cell) from firing while the focus is inside a widget: a
 * notebook sees the widget's own element as the target, never the input in its shadow root. Tab, function keys and
 * Ctrl/Meta shortcuts go on to the notebook, those that edit text excepted where text is edited.
 */
export function keepTyping(element: HTMLElement): void {
  const keep = (event: KeyboardEvent) => {
    const { key } = event;
    const typing = isTyping(originOf(event));
    const shortcut = event.ctrlKey || event.metaKey || event.altKey;
    const passes = shortcut ? !(typing && (EDITING.has(key) || key.startsWith("Arrow"))) : /^(Tab|F\d+)$/.test(key);
    if (!passes && (typing || key !== "Escape")) event.stopPropagation();
  };
  for (const type of ["keydown", "keypress", "keyup"] as const) element.addEventListener(type, keep);
}
