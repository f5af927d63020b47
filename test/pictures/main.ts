/**
 * `npm run pictures`: each widget of the running gallery in light and dark, and all on one sheet, into docs/. Needs a
 * built command.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../helpers/browser.ts";
import { GESTURES } from "../helpers/gestures.ts";
import { inlayJson } from "../helpers/inlay.ts";
import { startServer } from "../helpers/marimo.ts";
import { shownIn } from "../helpers/notebook-page.ts";
import { contactSheet, type Shot } from "./sheet.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PICTURES = join(ROOT, "docs", "widgets");

await mkdir(join(ROOT, ".scratch"), { recursive: true });
await mkdir(PICTURES, { recursive: true });
const folder = await mkdtemp(join(ROOT, ".scratch", "pictures-"));
const notebook = join(folder, "gallery.py");
await inlayJson(["gallery", "--once", "--no-open", "--notebook", notebook]);
const browser = await launchBrowser();
for (const theme of ["light", "dark"] as const) {
  await writeFile(join(folder, "pyproject.toml"), `[tool.marimo.display]\ntheme = "${theme}"\n`);
  const app = await startServer({ notebook, command: "run" });
  const context = await browser.newContext({
    viewport: { width: 760, height: 1200 },
    colorScheme: theme,
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  await page.goto(app.url);
  const shots: Shot[] = [];
  for (const [index, [name, gesture]] of Object.entries(GESTURES).entries()) {
    const widget = page.locator("marimo-anywidget").nth(index);
    await shownIn(page.locator("body"), index).waitFor();
    await gesture(widget, page);
    // A press elsewhere takes the focus and closes what is open.
    await page.mouse.click(2, 2);
    await page.waitForLoadState("networkidle");
    const drawn = widget.locator(".contents > *");
    await drawn.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const clip = await drawn.boundingBox();
    if (!clip) throw new Error(`${name} is not in the page`);
    const png = await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`), clip });
    shots.push({ name, png });
  }
  await writeFile(join(ROOT, "docs", `gallery-${theme}.png`), await contactSheet(browser, shots, theme));
  await context.close();
  await app.stop();
}
await browser.close();
await rm(folder, { recursive: true });
