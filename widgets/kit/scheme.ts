/** The two colour schemes that a host can show. */
export type Scheme = "light" | "dark";

const SAYING = ["class", "theme", "data-theme", "data-mode", "data-vscode-theme-kind"];
const JUPYTER = "data-jp-theme-light";
const WORD = /(?:^|[\s-])(dark|light|high-contrast)(?:$|\s)/;

/**
 * The scheme that the host shows at an element: what the nearest ancestor says, across shadow roots (classes of
 * marimo and VS Code, attributes of Jupyter, Colab and others); else the nearest background; else the page's
 * `color-scheme`. The system's preference counts only where the page follows it.
 */
export function hostScheme(element: Element): Scheme {
  const above = ancestors(element);
  const [said] = above.flatMap((each) => {
    const jupyter = each.getAttribute(JUPYTER);
    if (jupyter) return jupyter === "true" ? "light" : "dark";
    return WORD.exec(SAYING.map((name) => each.getAttribute(name)).join(" "))?.[1] ?? [];
  });
  if (said) return said === "light" ? said : "dark";
  for (const each of above) {
    const dark = isDark(getComputedStyle(each).backgroundColor);
    if (dark !== undefined) return dark ? "dark" : "light";
  }
  const page = getComputedStyle(document.documentElement).colorScheme;
  return page.includes("dark") && (!page.includes("light") || darkSystem().matches) ? "dark" : "light";
}

/** Tells the host's scheme now and whenever it changes, until the signal aborts. */
export function followScheme(element: Element, signal: AbortSignal, tell: (scheme: Scheme) => void): void {
  let last: Scheme | undefined;
  const look = () => {
    const scheme = hostScheme(element);
    if (scheme !== last) tell((last = scheme));
  };
  const observer = new MutationObserver(look);
  for (const each of ancestors(element)) observer.observe(each, { attributeFilter: [...SAYING, JUPYTER, "style"] });
  darkSystem().addEventListener("change", look, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  look();
}

const darkSystem = (): MediaQueryList => matchMedia("(prefers-color-scheme:dark)");

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  let node: Node | null = element;
  while ((node = node.parentNode ?? (node as ShadowRoot).host)) if (node instanceof Element) found.push(node);
  return found;
}

/** Whether a computed colour is dark; undefined when one can see through it. The canvas understands every notation. */
function isDark(color: string): boolean | undefined {
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data as unknown as [
    number,
    number,
    number,
    number,
  ];
  return alpha < 128 ? undefined : 2 * red + 7 * green + blue < 1275;
}
