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
 * `_front` of the model tells the kernel how it went: "mounted", or "error: …". After an error any new value of a
 * trait is a reason to try again.
 * @example export default mount(HistogramRangeElement);
 */
export function mount(ElementClass: ElementClass): FrontEnd {
  return {
    render({ model, el, signal }) {
      const shown = document.createElement("div");
      const events = Object.keys(ElementClass.traits).map((name) => `change:${name}`);
      let ended = false;
      shown.style.display = "contents";
      el.append(shown);

      const show = () => {
        forget();
        let element: WidgetElement | undefined;
        const fail = (error: unknown) => {
          if (ended || (element && !shown.contains(element))) return;
          const text = String(error);
          showMessage(shown, text);
          report(model, `error: ${text}`);
          for (const event of events) model.on(event, show);
        };
        try {
          register(ElementClass);
          const made = (element = new ElementClass());
          made.attach(model, () => made.isConnected && report(model, "mounted"), fail);
          shown.replaceChildren(element);
        } catch (error) {
          element = undefined;
          fail(error);
        }
      };
      const forget = () => {
        for (const event of events) model.off(event, show);
      };
      const end = () => {
        ended = true;
        forget();
        shown.remove();
      };
      show();
      signal?.addEventListener("abort", end);
      if (signal?.aborted) end();
      return end;
    },
  };
}

/** Takes a free tag: other bundles of the same page, older versions among them, may hold the same names. */
function register(ElementClass: ElementClass): void {
  if (registered.has(ElementClass)) return;
  guardListeners();
  const { prototype } = ElementClass;
  // A browser swallows what these two throw, so they report it themselves.
  for (const name of ["connectedCallback", "disconnectedCallback"] as const) {
    const callback = prototype[name] as () => void;
    prototype[name] = function (this: WidgetElement) {
      this.attempt(() => callback.call(this));
    };
  }
  let n = 1;
  while (customElements.get(`inlay-widget-${n}`)) n++;
  customElements.define(`inlay-widget-${n}`, ElementClass);
  registered.add(ElementClass);
}

/** Text only: a message may quote data. */
function showMessage(place: HTMLElement, text: string): void {
  const box = document.createElement("div");
  box.role = "alert";
  box.style.cssText = "padding:8px 12px;border-left:3px solid #d92d20;font:13px/1.45 system-ui;overflow-wrap:anywhere";
  box.textContent = `This widget cannot be shown. ${text}`;
  place.replaceChildren(box);
}

/** Tells the kernel, where it does not know yet. A model of an older class has no `_front`. */
function report(model: WireModel, text: string): void {
  const known = model.get("_front");
  if (typeof known !== "string" || known === text) return;
  try {
    model.set("_front", text);
    model.save_changes();
  } catch {
    // A host that cannot send: there is nobody to tell.
  }
}
