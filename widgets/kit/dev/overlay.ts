import { followScheme } from "../scheme.ts";

/** What a front end gets from a host; only what is needed here is named. */
interface Props {
  readonly el: HTMLElement;
  readonly signal?: AbortSignal;
}

type Cleanup = (() => unknown) | void;

/** A front end as hosts take it: an object with hooks. */
interface Hooks {
  readonly initialize?: (props: object) => unknown;
  readonly render?: (props: Props) => Cleanup | Promise<Cleanup>;
}

/** An anywidget module's default export: hooks, or what makes them. */
export type AnyFrontEnd = Hooks | (() => Hooks | Promise<Hooks>);

/** What the overlay says; all of it is shown as text. */
export interface Message {
  readonly title: string;
  /** `file:line:column`, or "". */
  readonly place: string;
  readonly reason: string;
  /** The lines around the place, or "". */
  readonly frame: string;
}

/**
 * The last good front end with a message laid over it, for the time in which a source cannot be used. The message is
 * an alert that a person can put away; the front end below goes on working. Without a front end the message stands
 * alone.
 */
export function overlaid(front: AnyFrontEnd | undefined, message: Message): AnyFrontEnd {
  if (typeof front === "function") return async () => over(await front(), message);
  return over(front ?? {}, message);
}

function over(hooks: Hooks, message: Message): Hooks {
  return {
    ...(hooks.initialize ? { initialize: (props) => hooks.initialize?.(props) } : {}),
    async render(props) {
      const life = new AbortController();
      const place = document.createElement("div");
      const below = document.createElement("div");
      place.style.cssText = "display:grid;grid-template-columns:minmax(0,1fr)";
      below.style.cssText = "grid-area:1/1;min-width:0";
      place.append(below);
      props.el.append(place);
      place.append(box(message, life.signal));
      const cleanup = await hooks.render?.({ ...props, el: below });
      return () => {
        life.abort();
        place.remove();
        return cleanup?.();
      };
    },
  };
}

const STYLE = `
:host{--bg:var(--background,var(--jp-layout-color1,var(--vscode-editor-background,light-dark(#fff,#181c1a))));
--fg:var(--foreground,var(--jp-ui-font-color1,var(--vscode-editor-foreground,light-dark(#0f172a,#ebefed))));
--bad:light-dark(#b42318,#ff8f87);grid-area:1/1;z-index:1;display:block;min-width:0;align-self:start;padding:6px}
:host([hidden]){display:none}
section{box-sizing:border-box;display:grid;gap:6px;max-height:320px;overflow:auto;padding:10px 12px;
border:1px solid var(--bad);border-left-width:4px;border-radius:var(--radius,6px);background:var(--bg);color:var(--fg);
box-shadow:0 2px 10px #0004;font:13px/1.45 var(--text-font,system-ui,sans-serif)}
header{display:flex;gap:8px;align-items:center;justify-content:space-between}
b{color:var(--bad)}p{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
code,pre{font:12px/1.5 var(--monospace-font,ui-monospace,monospace)}
pre{margin:0;padding:6px 8px;overflow-x:auto;border-radius:4px;background:color-mix(in srgb,var(--fg) 6%,var(--bg))}
button{min-height:28px;padding:3px 10px;border:1px solid color-mix(in srgb,var(--fg) 55%,var(--bg));
border-radius:var(--radius,6px);background:none;color:inherit;font:inherit;cursor:pointer}
:focus-visible{outline:2px solid var(--primary,#0b74d1);outline-offset:2px}
@media(forced-colors:active){section{border-color:CanvasText}b{color:CanvasText}}
`;

function box(message: Message, signal: AbortSignal): HTMLElement {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = STYLE;
  const section = document.createElement("section");
  section.role = "alert";
  const header = document.createElement("header");
  const dismiss = text("button", "Dismiss");
  dismiss.addEventListener("click", () => (host.hidden = true), { signal });
  header.append(text("b", message.title), dismiss);
  section.append(header);
  if (message.place) section.append(text("code", message.place));
  section.append(text("p", message.reason));
  if (message.frame) {
    const frame = text("pre", message.frame);
    // What scrolls must be within the keyboard's reach.
    frame.tabIndex = 0;
    frame.role = "group";
    frame.ariaLabel = "The lines around it";
    section.append(frame);
  }
  root.append(style, section);
  // The page's own shortcuts are not for keys that are pressed here.
  for (const type of ["keydown", "keyup"]) {
    host.addEventListener(type, (event) => (event as KeyboardEvent).key !== "Tab" && event.stopPropagation(), {
      signal,
    });
  }
  queueMicrotask(() => {
    if (host.isConnected && !signal.aborted) {
      followScheme(host, signal, (scheme) => (host.style.colorScheme = scheme));
    }
  });
  return host;
}

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
