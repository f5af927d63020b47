/** The two colour schemes that a host can show. */
export type Scheme = "light" | "dark";

const ATTRIBUTES = [
  "class",
  "style",
  "theme",
  "data-theme",
  "data-mode",
  "data-jp-theme-light",
  "data-vscode-theme-kind",
];

/**
 * The scheme that the host shows at an element: what the nearest ancestor says, across shadow roots (classes of
 * marimo and VS Code, attributes of Jupyter, Colab and others); else the nearest background; else the page's
 * `color-scheme`. The system's preference counts only where the page follows it.
 */
export function hostScheme(element: Element): Scheme {
  const above = ancestors(element);
  for (const each of above) {
    const said = schemeSaidBy(each);
    if (said) return said;
  }
  for (const each of above) {
    const dark = isDark(getComputedStyle(each).backgroundColor);
    if (dark !== undefined) return dark ? "dark" : "light";
  }
  const page = getComputedStyle(document.documentElement).colorScheme;
  if (!page.includes("dark")) return "light";
  return page.includes("light") && !darkSystem().matches ? "light" : "dark";
}

/** Tells the host's scheme now and whenever it changes, until the signal aborts. */
export function followScheme(element: Element, signal: AbortSignal, tell: (scheme: Scheme) => void): void {
  let last: Scheme | undefined;
  const look = () => {
    const scheme = hostScheme(element);
    if (scheme !== last) tell((last = scheme));
  };
  const observer = new MutationObserver(look);
  for (const each of ancestors(element)) observer.observe(each, { attributeFilter: ATTRIBUTES });
  darkSystem().addEventListener("change", look, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  look();
}

function darkSystem(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = above(element); node; node = above(node)) if (node instanceof Element) found.push(node);
  return found;
}

function above(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

function schemeSaidBy(element: Element): Scheme | undefined {
  const jupyter = element.getAttribute("data-jp-theme-light");
  if (jupyter) return jupyter === "true" ? "light" : "dark";
  const said = ["class", "data-vscode-theme-kind", "data-theme", "data-mode", "theme"]
    .map((name) => element.getAttribute(name) ?? "")
    .join(" ");
  const word = /(?:^|\s)(?:vscode-|theme-)?(?:high-contrast-)?(dark|light|high-contrast)(?:$|[\s-])/.exec(said)?.[1];
  if (word === undefined) return undefined;
  return word === "light" ? "light" : "dark";
}

/** Whether a computed colour is dark; undefined when one can see through it. The canvas understands every notation. */
function isDark(color: string): boolean | undefined {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context || color === "rgba(0, 0, 0, 0)") return undefined;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return alpha < 128 ? undefined : 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
