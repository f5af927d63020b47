/** The element that an event is really at, inside shadow roots too. */
export function originOf(event: Event): Element {
  return event.composedPath()[0] as Element;
}

/** Whether keys at this element write text. */
export function isTyping(origin: Element): boolean {
  return origin.matches("select,[readonly],:read-write");
}

/**
 * Keeps a notebook's single-key shortcuts (`d d` deletes a cell) from firing while the focus is inside a widget: a
 * notebook sees the widget's own element as the target, never the input in its shadow root. Tab, function keys and
 * Ctrl/Meta shortcuts go on to the notebook, those that edit text excepted where text is edited.
 */
export function keepTyping(element: HTMLElement): void {
  for (const type of ["keydown", "keypress", "keyup"] as const) {
    element.addEventListener(type, (event) => {
      const { key } = event;
      const typing = isTyping(originOf(event));
      const passes =
        event.ctrlKey || event.metaKey || event.altKey
          ? !typing || !/^([acvxyz]|Backspace|Delete|Home|End|Arrow.*)$/i.test(key)
          : /^(Tab|F\d+)$/.test(key) || (!typing && key === "Escape");
      if (!passes) event.stopPropagation();
    });
  }
}
