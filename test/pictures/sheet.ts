import type { Browser } from "playwright-core";

/** A picture of a widget. */
export interface Shot {
  readonly name: string;
  readonly png: Buffer;
}

const COLORS = {
  light: { page: "#f6f7f8", card: "#ffffff", edge: "#dfe3e6", text: "#3c444b" },
  dark: { page: "#0f1211", card: "#181c1a", edge: "#2f3634", text: "#b8c0bd" },
} as const;

/** One picture of all shots, in columns under their names. */
export async function contactSheet(browser: Browser, shots: readonly Shot[], theme: "light" | "dark"): Promise<Buffer> {
  const { page: ground, card, edge, text } = COLORS[theme];
  const context = await browser.newContext({ viewport: { width: 1800, height: 900 } });
  const page = await context.newPage();
  const figures = shots.map(
    ({ name, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString("base64")}"><figcaption>${name}</figcaption></figure>`,
  );
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 24px; background: ${ground}; columns: 3; column-gap: 20px; font: 600 15px system-ui, sans-serif; }
    figure { break-inside: avoid; margin: 0 0 20px; padding: 18px 18px 12px; background: ${card}; border: 1px solid ${edge}; border-radius: 12px; }
    img { display: block; width: 100%; }
    figcaption { padding-top: 10px; color: ${text}; text-align: end; }
  </style>${figures.join("")}`);
  await page.locator("img").last().waitFor();
  const sheet = await page.screenshot({ fullPage: true });
  await context.close();
  return sheet;
}
