import { css } from "./lit.ts";

/**
 * The design tokens, on `:host` of every widget. The first follow the host: its own in marimo, JupyterLab, VS Code, in
 * this order, else ours. Text tokens keep a contrast of 4.5 to 1 and lines that matter 3 to 1, in light and dark. Any two
 * categories are apart by 0.08 in OKLab, for eyes with full, deuteranope or protanope sight. `README.md` lists them; a
 * build leaves out those that a widget does not use.
 */
export const theme = css`
  :host {
    --bg: var(--background, var(--jp-layout-color1, var(--vscode-editor-background, light-dark(#fff, #181c1a))));
    --fg: var(--foreground, var(--jp-ui-font-color1, var(--vscode-editor-foreground, light-dark(#0f172a, #ebefed))));
    --surface: var(--card, var(--jp-layout-color1, var(--vscode-editorWidget-background, var(--bg))));
    --brand: var(--primary, var(--jp-brand-color1, var(--vscode-focusBorder, light-dark(#0b74d1, #2d9bc4))));
    --edge: var(
      --border,
      var(--jp-border-color2, var(--vscode-widget-border, color-mix(in srgb, var(--fg) 15%, var(--bg))))
    );
    --round: var(--radius, var(--jp-border-radius, 6px));
    --font: var(--text-font, var(--jp-ui-font-family, var(--vscode-font-family, system-ui, sans-serif)));
    --mono: var(
      --monospace-font,
      var(--jp-code-font-family, var(--vscode-editor-font-family, ui-monospace, monospace))
    );
    --cat-1: light-dark(#0e72b1, #3d8beb);
    --cat-2: light-dark(#d86762, #f8833d);
    --cat-3: light-dark(#5c8a0e, #4abf82);
    --cat-4: light-dark(#a93780, #e187c6);
    --cat-5: light-dark(#7e5903, #ecbc41);
    --cat-6: light-dark(#3f8fc9, #9bd3ff);
    --cat-7: light-dark(#543fa9, #b39dff);
    --cat-8: light-dark(#5d554e, #bfc3bf);
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
export const categories: readonly string[] = [
  "--cat-1",
  "--cat-2",
  "--cat-3",
  "--cat-4",
  "--cat-5",
  "--cat-6",
  "--cat-7",
  "--cat-8",
];

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

/** Pictures in buttons: see `icon.ts`. */
export const icons = css`
  .icon {
    display: block;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dots {
    stroke-width: 2.4;
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
