/** `npm run pictures`: the gallery as an app, in light and dark, into docs/. Needs a built command. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../helpers/browser.ts";
import { GESTURES } from "../helpers/gestures.ts";
import { inlayJson } from "../helpers/inlay.ts";
import { startServer } from "../helpers/marimo.ts";
import { shownIn } from "../helpers/notebook-page.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

await mkdir(join(ROOT, ".scratch"), { recursive: true });
const folder = await mkdtemp(join(ROOT, ".scratch", "pictures-"));
const notebook = join(folder, "gallery.py");
await inlayJson(["gallery", "--once", "--no-open", "--notebook", notebook]);
const names = Object.keys(GESTURES);
const browser = await launchBrowser();
for (const theme of ["light", "dark"] as const) {
  await writeFile(join(folder, "pyproject.toml"), `[tool.marimo.display]\ntheme = "${theme}"\n`);
  const app = await startServer({ notebook, command: "run" });
  const context = await browser.newContext({
    viewport: { width: 1000, height: 2300 },
    colorScheme: theme,
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await page.goto(app.url);
  for (const [index, name] of names.toSorted().entries()) {
    await shownIn(page.locator("body"), index).waitFor();
    await GESTURES[name]?.(page.locator("marimo-anywidget").nth(index), page);
  }
  await page.evaluate("document.activeElement?.blur()");
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(ROOT, "docs", `gallery-${theme}.png`), fullPage: true });
  await context.close();
  await app.stop();
}
await browser.close();
await rm(folder, { recursive: true });
