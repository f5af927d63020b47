/**
 * Makes a plain anywidget front end one of a notebook's own: it says in `_front` how it went, as the kit's do. A
 * command bundles this file around somebody's front end, so it imports nothing.
 */

/** The part of a host's model that is used here. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
}

/** What a host calls a hook with; all of it is handed on as it is. */
interface Props {
  readonly model: Model;
  readonly el: HTMLElement;
  readonly signal?: AbortSignal;
}

/** What a plain front end is: hooks, each of which may be missing. */
interface Hooks {
  readonly initialize?: (props: Omit<Props, "el">) => unknown;
  readonly render?: (props: Props) => unknown;
}

/** A front end as a factory, which hosts call once for each model. */
export type Adopted = () => Promise<Required<Hooks>>;

/**
 * The same front end with its state reported. It stays a factory where it is one, so that each model has a closure of
 * its own; what its hooks return (a clean-up, exports) goes to the host. An error is shown in the widget's place.
 */
export function adopt(own: Hooks | (() => Hooks | Promise<Hooks>)): Adopted {
  return async () => {
    let hooks: Hooks = {};
    /** Why nothing can be rendered. */
    let broken: unknown;
    try {
      hooks = typeof own === "function" ? await own() : own;
      if (typeof hooks?.render !== "function" && typeof hooks?.initialize !== "function") {
        throw new TypeError("The front end gave neither render nor initialize.");
      }
    } catch (error) {
      broken = error;
    }
    return {
      async initialize(props) {
        try {
          return broken === undefined ? await hooks.initialize?.(props) : undefined;
        } catch (error) {
          broken = error;
          return undefined;
        }
      },
      async render(props) {
        const { model, el, signal } = props;
        try {
          if (broken !== undefined) throw broken;
          const end = await hooks.render?.(props);
          // A view that has gone in the meantime says nothing.
          if (!signal?.aborted) report(model, "mounted");
          return end;
        } catch (error) {
          if (signal?.aborted) return undefined;
          showMessage(el, String(error));
          report(model, `error: ${String(error)}`);
          return undefined;
        }
      },
    };
  };
}

/** Text only: a message may quote data. */
function showMessage(place: HTMLElement, text: string): void {
  const box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.style.cssText = "padding:8px 12px;border-left:3px solid #d92d20;font:13px/1.45 system-ui;overflow-wrap:anywhere";
  box.textContent = `This widget cannot be shown. ${text}`;
  place.replaceChildren(box);
}

/** Tells the kernel, where it does not know yet. */
function report(model: Model, text: string): void {
  if (model.get("_front") === text) return;
  try {
    model.set("_front", text);
    model.save_changes();
  } catch {
    // A host that cannot send: there is nobody to tell.
  }
}
