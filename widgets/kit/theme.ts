import { css } from "./lit.ts";

/** Tokens that follow the host: its own in marimo, JupyterLab, VS Code, in this order, else ours. */
const HOST_TOKENS = {
  bg: ["background", "jp-layout-color1", "vscode-editor-background", "light-dark(#fff,#181c1a)"],
  fg: ["foreground", "jp-ui-font-color1", "vscode-editor-foreground", "light-dark(#0f172a,#ebefed)"],
  surface: ["card", "jp-layout-color1", "vscode-editorWidget-background", "var(--bg)"],
  brand: ["primary", "jp-brand-color1", "vscode-focusBorder", "light-dark(#0b74d1,#2d9bc4)"],
  edge: ["border", "jp-border-color2", "vscode-widget-border", "color-mix(in srgb,var(--fg) 15%,var(--bg))"],
  round: ["radius", "jp-border-radius", "6px"],
  font: ["text-font", "jp-ui-font-family", "vscode-font-family", "system-ui,sans-serif"],
  mono: ["monospace-font", "jp-code-font-family", "vscode-editor-font-family", "ui-monospace,monospace"],
} as const;

/** Chosen so that any two are apart by 0.08 in OKLab, for eyes with full, deuteranope or protanope sight. */
const CATEGORIES = [
  ["#0e72b1", "#3d8beb"],
  ["#d86762", "#f8833d"],
  ["#5c8a0e", "#4abf82"],
  ["#a93780", "#e187c6"],
  ["#7e5903", "#ecbc41"],
  ["#3f8fc9", "#9bd3ff"],
  ["#543fa9", "#b39dff"],
  ["#5d554e", "#bfc3bf"],
] as const;

const hostTokens = Object.entries<readonly string[]>(HOST_TOKENS).map(
  ([name, sources]) => `--${name}:${sources.reduceRight((rest, source) => `var(--${source},${rest})`)};`,
);
const categoryTokens = CATEGORIES.map(([light, dark], index) => `--cat-${index + 1}:light-dark(${light},${dark});`);

/**
 * The design tokens, on `:host` of every widget. Text tokens keep a contrast of 4.5 to 1 and lines that matter 3 to 1,
 * in light and dark; `README.md` lists them.
 */
export const theme = css`
  :host {
    ${hostTokens.concat(categoryTokens).join("")}
    --solid: color-mix(in srgb, var(--brand), #000 18%);
    --on-solid: #fff;
    --tint: color-mix(in srgb, var(--brand) 14%, var(--bg));
    --soft: color-mix(in srgb, var(--fg) 6%, var(--bg));
    --dim: color-mix(in srgb, var(--fg) 80%, var(--bg));
    --line: color-mix(in srgb, var(--fg) 55%, var(--bg));
    --bad: light-dark(#b42318, #ff8f87);
    --good: light-dark(#0a7040, #4cc38a);
    display: block;
    box-sizing: border-box;
    color: var(--fg);
    font: 14px/1.45 var(--font);
    accent-color: var(--brand);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--brand);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :host {
      --bg: Canvas;
      --fg: CanvasText;
      --surface: Canvas;
      --brand: Highlight;
      --solid: Highlight;
      --on-solid: HighlightText;
      --edge: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** The categorical palette as token names, in the order of categories. */
export const categories: readonly string[] = CATEGORIES.map((_, index) => `--cat-${index + 1}`);

/** Plain, `.solid` and `.quiet` buttons. */
export const buttons = css`
  button {
    min-height: 28px;
    padding: 3px 10px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--fg);
    font: inherit;
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--tint);
  }
  button.solid,
  button.solid:hover:not(:disabled) {
    border-color: var(--solid);
    background: var(--solid);
    color: var(--on-solid);
  }
  button.quiet {
    border-color: transparent;
    background: none;
  }
  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;

/** Text fields, number fields, selects and text areas. */
export const fields = css`
  input:not([type="checkbox"], [type="radio"], [type="range"]),
  select,
  textarea {
    min-height: 28px;
    padding: 3px 8px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--bg);
    color: var(--fg);
    font: inherit;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
`;

/**
 * The colours that tokens have now on an element, as texts that a canvas understands, in the order asked. Read them
 * again when `scheme` changes.
 * @example const [line, bar] = paint(this, "--line", "--cat-1");
 */
export function paint(element: HTMLElement, ...tokens: string[]): string[] {
  const probe = document.createElement("i");
  probe.hidden = true;
  (element.shadowRoot ?? element).append(probe);
  const colors = tokens.map((token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colors;
}
