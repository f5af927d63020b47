import type { WidgetElement } from "../element.ts";
import type { TraitSchema } from "../traits.ts";
import { type ElementClass, type FrontEnd, mount } from "../mount.ts";
import { type Mode, TestModel } from "./model.ts";
import { type Page, showPage } from "./page.ts";
import { fromWire, wireDefaults } from "./wire.ts";

export interface HostOptions {
  /** Traits that differ from their defaults: typed arrays, dates and bytes as in the element, or any wrong value. */
  readonly traits?: Readonly<Record<string, unknown>>;
  /** The schema of a front end that is given without its class: its defaults fill what `traits` leaves out. */
  readonly schema?: TraitSchema;
  readonly mode?: Mode;
  readonly page?: Page;
  readonly scheme?: "light" | "dark";
  /** Pixels of the output area; as wide as the window unless told. */
  readonly width?: number;
}

/** One view of a model in the page. */
export interface View<E extends HTMLElement = WidgetElement> {
  /** What the host gave to `render`. */
  readonly el: HTMLElement;
  /** The widget's element. @throws where an error is shown instead. */
  readonly element: E;
  /** The text of the message that is shown in the widget's place, if any. */
  readonly error: string | undefined;
  /** Ends the view as its host would: by its signal, or by calling the cleanup. */
  remove(): void;
}

/** A model, its views, and the page around them. */
export interface TestHost<E extends HTMLElement = WidgetElement> extends View<E> {
  readonly model: TestModel;
  /** What was sent to the kernel, oldest first, as the element's types. `_front` is left out. */
  readonly sent: readonly Record<string, unknown>[];
  /** Shows one more view of the same model. */
  view(): Promise<View<E>>;
  /** Sets traits as the kernel does, and waits until every view shows them. */
  receive(traits: Readonly<Record<string, unknown>>): Promise<void>;
  /** Switches the page's colour scheme and waits until it shows. */
  theme(scheme: "light" | "dark"): Promise<void>;
  /** Waits until every view has drawn what it has. */
  settled(): Promise<void>;
  /** Ends every view and takes the page away. @throws when a view has left a listener on the model. */
  dispose(): void;
}

/**
 * Puts a widget into a page as a host does, with a fake of the wire alone. Give the element class, or the front end of
 * an `index.ts` with its schema.
 * @example
 * const it = await host(CounterElement, { traits: { value: 3 } });
 * it.element.shadowRoot.querySelector("button").click();
 * assert.deepEqual(it.sent, [{ value: 4 }]);
 * it.dispose();
 */
export async function host<C extends ElementClass>(
  widget: C | FrontEnd,
  { traits = {}, schema: given = {}, mode = "edit", page = "marimo", scheme = "light", width }: HostOptions = {},
): Promise<TestHost<InstanceType<C>>> {
  const isClass = typeof widget === "function";
  const frontEnd = isClass ? mount(widget) : widget;
  const schema = isClass ? widget.traits : given;
  const model = new TestModel({ _front: "", ...wireDefaults(schema), ...traits }, mode);
  const surroundings = showPage(page, scheme, width);
  const views = new Set<View<InstanceType<C>>>();

  const view = async () => {
    const one = showView<InstanceType<C>>(frontEnd, model, surroundings.output, () => views.delete(one));
    views.add(one);
    await settled();
    return one;
  };
  const settled = async () => {
    for (const { el } of views) await Promise.all([...elementsIn(el)].map((each) => each.updateComplete));
    await new Promise(requestAnimationFrame);
    for (const { el } of views) await Promise.all([...elementsIn(el)].map((each) => each.updateComplete));
  };

  const first = await view();
  return {
    model,
    view,
    settled,
    get el() {
      return first.el;
    },
    get element() {
      return first.element;
    },
    get error() {
      return first.error;
    },
    get sent() {
      return model.sent
        .map(({ _front, ...patch }) => patch)
        .filter((patch) => Object.keys(patch).length > 0)
        .map((patch) =>
          Object.fromEntries(Object.entries(patch).map(([name, wire]) => [name, fromWire(schema[name]?.type, wire)])),
        );
    },
    remove: () => first.remove(),
    async receive(patch) {
      model.receive(patch);
      await settled();
    },
    async theme(next) {
      surroundings.theme(next);
      await settled();
    },
    dispose() {
      for (const each of views) each.remove();
      surroundings.remove();
      if (model.listeners > 0) throw new Error(`${model.listeners} listeners are still on the model.`);
    },
  };
}

function showView<E extends HTMLElement>(frontEnd: FrontEnd, model: TestModel, output: Element, gone: () => void) {
  const controller = new AbortController();
  const el = document.createElement("div");
  // Jupyter calls render before the view is in the page, and knows no signal.
  const old = model.mode === "jupyter" || model.mode === "broken";
  if (!old) output.append(el);
  const cleanup = frontEnd.render(old ? { model, el } : { model, el, signal: controller.signal });
  if (old) output.append(el);
  const view: View<E> = {
    el,
    get element() {
      const [element] = elementsIn(el);
      if (!element) throw new Error(`Expected a widget, found: ${el.textContent}`);
      return element as unknown as E;
    },
    get error() {
      return el.querySelector("[role=alert]")?.textContent ?? undefined;
    },
    remove() {
      if (old) cleanup();
      else controller.abort();
      el.remove();
      gone();
    },
  };
  return view;
}

function elementsIn(el: HTMLElement): WidgetElement[] {
  return [...el.querySelectorAll("*")].filter((each) => "updateComplete" in each) as WidgetElement[];
}
