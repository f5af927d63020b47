import { html, render } from "./lit.ts";

/** Runs work and hands what it throws, now or from its promise, to `fail`. Nothing else sees the error. */
export function attempt(work: () => unknown, fail: (error: unknown) => void): void {
  try {
    const result = work();
    if (result instanceof Promise) result.catch(fail);
  } catch (error) {
    fail(error);
  }
}

/** The part of Lit that listens: `@click=${…}` in a template. */
interface EventPart {
  readonly options?: { readonly host?: { fail?: (error: unknown) => void } };
  handleEvent(event: Event): void;
}

let guarded = false;

/**
 * Makes every `@event` listener of this bundle's Lit report what it throws, or what its promise is rejected with, to
 * the element that rendered it. Lit offers no hook for that, so the method by which the browser calls a part is
 * replaced, once.
 */
export function guardListeners(): void {
  if (guarded) return;
  guarded = true;
  const importNode = (node: Node): Node => {
    const copy = document.importNode(node, true);
    // Listens with the part itself.
    copy.firstChild!.addEventListener = (_: string, part: unknown) =>
      guardPart(Object.getPrototypeOf(part) as EventPart);
    return copy;
  };
  render(html`<i @click=${() => {}}></i>`, document.createDocumentFragment(), { creationScope: { importNode } });
}

function guardPart(prototype: EventPart): void {
  const { handleEvent } = prototype;
  prototype.handleEvent = function (event) {
    const host = this.options?.host;
    // The listener's own property has another name in each build of Lit, but is the only function among them.
    const listener = Object.values(this).find((own) => typeof own === "function");
    if (!host?.fail) return handleEvent.call(this, event);
    attempt(
      () => (listener ? listener.call(host, event) : handleEvent.call(this, event)),
      (error) => host.fail?.(error),
    );
  };
}
