import { executeServerCommand } from "@web/test-runner-commands";

/** The element that has the focus, inside shadow roots too. */
export function focused(): Element {
  let element: Element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Every element below a node, inside shadow roots too. */
export function everything(node: Element | ShadowRoot): Element[] {
  return [...node.querySelectorAll("*")].flatMap((each) => [
    each,
    ...(each.shadowRoot ? everything(each.shadowRoot) : []),
  ]);
}

/** What Tab should reach: enabled, shown, no negative tabindex; of a group of radio buttons one. */
export function tabbable(node: Element): HTMLElement[] {
  const groups = new Set<string>();
  return everything(node).filter((each): each is HTMLElement => {
    const focusable = (each instanceof HTMLElement || each instanceof SVGElement) && each.tabIndex >= 0;
    if (!focusable || each.matches(":disabled, [inert], [inert] *") || !each.checkVisibility()) return false;
    if (!(each instanceof HTMLInputElement) || each.type !== "radio") return true;
    const fresh = !groups.has(each.name);
    groups.add(each.name);
    return fresh;
  });
}

/** The text that a person sees, without white space at ends and in rows. */
export function textOf(node: Element | ShadowRoot): string {
  return everything(node)
    .flatMap((each) => [...each.childNodes])
    .filter((each) => each instanceof Text)
    .map((each) => each.data.trim())
    .filter(Boolean)
    .join(" ");
}

/** Sets media features of the real browser; none puts everything back. */
export function emulate(features: Readonly<Record<string, string>>): Promise<unknown> {
  const payload = Object.entries(features).map(([name, value]) => ({ name, value }));
  return executeServerCommand("inlay:media", payload);
}

/** One real finger along points of the page. */
export function touch(points: readonly { x: number; y: number }[]): Promise<unknown> {
  return executeServerCommand("inlay:touch", points);
}

/** A grid of whole pixels over an element, row by row: where a person might press. */
export function spots(element: Element, columns: number, rows: number): { x: number; y: number }[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = (index: number, count: number) => (index + 0.5) / count;
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: Math.round(left + width * at(index % columns, columns)),
    y: Math.round(top + height * at(Math.floor(index / columns), rows)),
  }));
}

/** The page's own errors while something is done: a widget must let none through. */
export async function errorsDuring(work: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  const life = new AbortController();
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    found.push(String("reason" in event ? event.reason : event.message));
    event.preventDefault();
  };
  window.addEventListener("error", note, { signal: life.signal });
  window.addEventListener("unhandledrejection", note, { signal: life.signal });
  await work();
  await new Promise((resolve) => setTimeout(resolve));
  life.abort();
  return found;
}

/** The values of the traits that a person sets, as a view has them. */
export function valuesOf(element: HTMLElement): Record<string, unknown> {
  const { traits } = element.constructor as unknown as { traits: Record<string, { role: string }> };
  const names = Object.keys(traits).filter((name) => traits[name]?.role === "value");
  return Object.fromEntries(names.map((name) => [name, element[name as keyof HTMLElement]]));
}
