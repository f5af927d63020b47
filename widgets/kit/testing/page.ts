/** The hosts whose page is imitated: their colours, and how they say light or dark. */
export type Page = "marimo" | "jupyter" | "vscode" | "bare";

/** A page around a widget's output. */
export interface Surroundings {
  /** Where views go. */
  readonly output: Element;
  theme(scheme: "light" | "dark"): void;
  remove(): void;
}

/** marimo's own tokens, as its style sheet has them. */
const MARIMO = `
  --background: light-dark(hsl(0deg 0% 100%), hsl(150deg 7.7% 10.2%));
  --foreground: light-dark(hsl(222.2deg 47.4% 11.2%), hsl(155deg 7% 93%));
  --muted: light-dark(hsl(210deg 40% 96.1%), hsl(180deg 14% 1%));
  --muted-foreground: light-dark(hsl(215.4deg 16.3% 46.9%), hsl(155deg 5% 68.3%));
  --popover: light-dark(hsl(0deg 0% 100%), hsl(151deg 5.5% 15.2%));
  --card: light-dark(hsl(0deg 0% 100%), hsl(151deg 5.5% 15.2%));
  --border: light-dark(hsl(214.3deg 31.8% 91.4%), hsl(153deg 3.7% 24.2%));
  --input: light-dark(hsl(0deg 0% 64%), hsl(154deg 3.3% 28.7%));
  --primary: light-dark(hsl(208deg 93.5% 47.4%), hsl(192deg 59.8% 39%));
  --primary-foreground: light-dark(hsl(210deg 40% 98%), hsl(190deg 80% 84%));
  --accent: light-dark(hsl(209deg 100% 96.5%), hsl(192deg 56.6% 26.5%));
  --accent-foreground: light-dark(hsl(211deg 90% 42%), hsl(190deg 80% 84%));
  --ring: hsl(215deg 20.2% 65.1%);
  --radius: 8px;
  --text-font: "PT Sans", sans-serif;
  --monospace-font: "Fira Mono", monospace;
  background: var(--background);
  color: var(--foreground);`;

const JUPYTER = {
  light:
    "--jp-layout-color1:#fff;--jp-ui-font-color1:rgba(0,0,0,.87);--jp-brand-color1:#1976d2;--jp-border-color2:#e0e0e0;--jp-ui-font-family:system-ui;background:#fff;color:rgba(0,0,0,.87);",
  dark: "--jp-layout-color1:#111;--jp-ui-font-color1:#fff;--jp-brand-color1:#1976d2;--jp-border-color2:#424242;--jp-ui-font-family:system-ui;background:#111;color:#fff;",
};

const VSCODE = {
  light:
    "--vscode-editor-background:#fff;--vscode-editor-foreground:#3b3b3b;--vscode-focusBorder:#005fb8;background:#fff;color:#3b3b3b;",
  dark: "--vscode-editor-background:#1f1f1f;--vscode-editor-foreground:#ccc;--vscode-focusBorder:#0078d4;background:#1f1f1f;color:#ccc;",
};

/** Builds a page inside the test's document; what it needs of the document itself it puts back. */
export function showPage(page: Page, scheme: "light" | "dark", width?: number): Surroundings {
  const around = document.createElement("div");
  const size = width === undefined ? "" : `width:${width}px;`;
  document.body.append(around);
  const remove = () => around.remove();
  if (page === "marimo") {
    const output = document.createElement("div");
    const root = document.createElement("div");
    root.attachShadow({ mode: "open" }).append(output);
    around.append(root);
    const theme = (next: string) => {
      around.style.cssText = `${MARIMO}color-scheme:${next};${size}`;
      output.className = `contents ${next}`;
    };
    theme(scheme);
    return { output, theme, remove };
  }
  const theme = (next: "light" | "dark") => {
    if (page === "jupyter") around.setAttribute("data-jp-theme-light", String(next === "light"));
    if (page === "vscode") around.className = `vscode-${next}`;
    const bare = `background:${next === "light" ? "#fff" : "#14171a"};color:${next === "light" ? "#000" : "#fff"};`;
    around.style.cssText = size + (page === "jupyter" ? JUPYTER[next] : page === "vscode" ? VSCODE[next] : bare);
  };
  theme(scheme);
  return { output: around, theme, remove };
}
