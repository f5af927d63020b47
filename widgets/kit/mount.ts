import { guardListeners } from "./attempt.ts";
import type { WidgetElement } from "./element.ts";
import type { WireModel } from "./model.ts";

/** A widget's concrete element class. */
export type ElementClass = (new () => WidgetElement) & Pick<typeof WidgetElement, "traits">;

/** What a host calls `render` with. Old hosts and Jupyter give no signal. */
export interface RenderProps {
  readonly model: WireModel;
  readonly el: HTMLElement;
  readonly signal?: AbortSignal;
}

/** An anywidget front-end module. */
export interface FrontEnd {
  render(props: RenderProps): () => void;
}

const registered = new WeakSet<ElementClass>();

/**
 * The anywidget front end of an element: the default export of a widget's `index.ts`. Nothing is registered at import.
 * `_front` of the model tells the kernel how it went: "mounted", or "error: …".
 * @example export default mount(HistogramRangeElement);
 */
export function mount(ElementClass: ElementClass): FrontEnd {
  return { render: (props) => mountView(ElementClass, props) };
}

function mountView(ElementClass: ElementClass, { model, el, signal }: RenderProps): () => void {
  const life = new AbortController();
  const shown = document.createElement("div");
  shown.style.display = "contents";
  el.append(shown);

  const show = () => {
    try {
      register(ElementClass);
      const element = new ElementClass();
      element.attach(model, (error) => fail(element, error));
      shown.replaceChildren(element);
      element.updateComplete.then(() => element.isConnected && !life.signal.aborted && report(model, "mounted"));
    } catch (error) {
      fail(undefined, error);
    }
  };
  const fail = (element: WidgetElement | undefined, error: unknown) => {
    if (life.signal.aborted || (element && element.parentNode !== shown)) return;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    showMessage(shown, message);
    report(model, `error: ${message}`);
    retryOnChange(ElementClass, model, life.signal, show);
  };
  show();

  const end = () => {
    life.abort();
    shown.remove();
  };
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true, signal: life.signal });
  return end;
}

/** Takes a free tag: other bundles of the same page, older versions among them, may hold the same names. */
function register(ElementClass: ElementClass): void {
  if (registered.has(ElementClass)) return;
  guardListeners();
  reportLifecycle(ElementClass.prototype);
  let tag = "inlay-widget";
  for (let n = 2; customElements.get(tag); n++) tag = `inlay-widget-${n}`;
  customElements.define(tag, ElementClass);
  registered.add(ElementClass);
}

/** A browser swallows what these two throw, so they report it themselves. */
function reportLifecycle(prototype: WidgetElement): void {
  for (const name of ["connectedCallback", "disconnectedCallback"] as const) {
    const callback = prototype[name];
    prototype[name] = function () {
      this.attempt(() => callback.call(this));
    };
  }
}

/** Text only: a message may quote data. */
function showMessage(place: HTMLElement, message: string): void {
  const box = document.createElement("div");
  box.role = "alert";
  box.style.cssText = "padding:8px 12px;border-left:3px solid #d92d20;font:13px/1.45 system-ui;overflow-wrap:anywhere";
  box.textContent = `This widget cannot be shown. ${message}`;
  place.replaceChildren(box);
}

/** Other values may be ones that it can show. */
function retryOnChange(ElementClass: ElementClass, model: WireModel, signal: AbortSignal, show: () => void): void {
  const waiting = new AbortController();
  const retry = () => {
    waiting.abort();
    if (!signal.aborted) show();
  };
  for (const name of Object.keys(ElementClass.traits)) {
    model.on(`change:${name}`, retry);
    const off = () => model.off(`change:${name}`, retry);
    waiting.signal.addEventListener("abort", off);
    signal.addEventListener("abort", off, { signal: waiting.signal });
  }
}

/** Tells the kernel, where it does not know yet. A model of an older class has no `_front`. */
function report(model: WireModel, text: string): void {
  try {
    const known = model.get("_front");
    if (typeof known !== "string" || known === text) return;
    model.set("_front", text);
    model.save_changes();
  } catch {
    // A host that cannot send: there is nobody to tell.
  }
}
