/** What is alive in the page and could be left behind. */
interface Watch {
  /** What is still there of what was made since the watch began, as phrases; empty when all is gone. */
  left(): string[];
  /** Ends the watch. */
  end(): void;
}

/**
 * Watches what outlives a view that is removed carelessly: listeners on the window, the document and its root,
 * observers, intervals, animation frames, workers and WebGL contexts. The real things run all the while.
 * @example
 * const watch = watchLeaks();
 * (await host(ShareElement)).dispose();
 * assert.deepEqual(watch.left(), []);
 * watch.end();
 */
export function watchLeaks(): Watch {
  const alive = new Map<unknown, string>();
  const undo: (() => void)[] = [];
  const replace = <T extends object, K extends keyof T & string>(owner: T, name: K, make: (real: T[K]) => unknown) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { value: make(owner[name]), configurable: true, writable: true });
    undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
  };

  watchListeners(alive, replace);
  watchObservers(alive, replace);
  watchClocks(alive, replace);
  watchEngines(alive, replace);
  return { left: () => [...alive.values()], end: () => undo.toReversed().forEach((each) => each()) };
}

type Replace = <T extends object, K extends keyof T & string>(owner: T, name: K, make: (real: T[K]) => unknown) => void;

function watchListeners(alive: Map<unknown, string>, replace: Replace): void {
  const keys = new WeakMap<object, Map<string, object>>();
  const keyOf = (target: EventTarget, type: string, listener: object) => {
    const byType = keys.get(listener) ?? new Map<string, object>();
    keys.set(listener, byType);
    const name = `${type} on ${Object.prototype.toString.call(target)}`;
    const key = byType.get(name) ?? {};
    byType.set(name, key);
    return { key, name };
  };
  const media = matchMedia("(min-width: 0px)");
  const targets = [window, document, document.documentElement, document.body, Object.getPrototypeOf(media)];
  for (const target of targets as EventTarget[]) {
    replace(
      target,
      "addEventListener",
      (real) =>
        function (
          this: EventTarget,
          type: string,
          listener: object | null,
          options?: AddEventListenerOptions | boolean,
        ) {
          const here = this ?? target;
          real.call(here, type, listener as EventListener, options);
          if (!listener) return;
          const { key, name } = keyOf(here, type, listener);
          const { signal, once } = typeof options === "object" ? options : {};
          if (signal?.aborted || once) return;
          alive.set(key, `a listener for ${name}`);
          signal?.addEventListener("abort", () => alive.delete(key));
        },
    );
    replace(
      target,
      "removeEventListener",
      (real) =>
        function (this: EventTarget, type: string, listener: object | null, options?: EventListenerOptions | boolean) {
          const here = this ?? target;
          real.call(here, type, listener as EventListener, options);
          if (listener) alive.delete(keyOf(here, type, listener).key);
        },
    );
  }
}

function watchObservers(alive: Map<unknown, string>, replace: Replace): void {
  for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver", "PerformanceObserver"] as const) {
    const { prototype } = window[name] as { prototype: { observe(...args: never[]): void; disconnect(): void } };
    replace(
      prototype,
      "observe",
      (real) =>
        function (this: object, ...args: never[]) {
          alive.set(this, `a ${name}`);
          real.apply(this, args);
        },
    );
    replace(
      prototype,
      "disconnect",
      (real) =>
        function (this: object) {
          alive.delete(this);
          real.call(this);
        },
    );
  }
}

function watchClocks(alive: Map<unknown, string>, replace: Replace): void {
  const clock = (start: "setInterval" | "setTimeout" | "requestAnimationFrame", stop: keyof Window & string) => {
    replace(window, start, (real) => (work: (...args: unknown[]) => void, ...rest: unknown[]) => {
      const key = {};
      const run = (...args: unknown[]) => {
        if (start !== "setInterval") alive.delete(key);
        work(...args);
      };
      const id = (real as (...args: unknown[]) => number)(run, ...rest);
      ids.set(`${stop} ${id}`, key);
      alive.set(key, `a pending ${start}`);
      return id;
    });
    replace(window, stop, (real) => (id: number) => {
      alive.delete(ids.get(`${stop} ${id}`));
      (real as (id: number) => void)(id);
    });
  };
  const ids = new Map<string, object>();
  clock("setInterval", "clearInterval");
  clock("setTimeout", "clearTimeout");
  clock("requestAnimationFrame", "cancelAnimationFrame");
}

function watchEngines(alive: Map<unknown, string>, replace: Replace): void {
  replace(
    window,
    "Worker",
    (Real) =>
      class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          alive.set(this, "a Worker");
        }
        override terminate() {
          alive.delete(this);
          super.terminate();
        }
      },
  );
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
    replace(
      prototype as HTMLCanvasElement,
      "getContext",
      (real) =>
        function (this: HTMLCanvasElement, type: string, ...rest: unknown[]) {
          const context = (real as (...args: unknown[]) => unknown).call(this, type, ...rest);
          if (type.startsWith("webgl") && context) {
            alive.set(context, "a WebGL context");
            this.addEventListener("webglcontextlost", () => alive.delete(context));
          }
          return context;
        },
    );
  }
}
