import { assert } from "@open-wc/testing";
import { widgetElement } from "./element.ts";
import { html } from "./lit.ts";
import { host, type Page } from "./testing/index.ts";
import { categories, paint } from "./theme.ts";
import { data, defineTraits, t } from "./traits.ts";

class PlainElement extends widgetElement(defineTraits({ label: data(t.string(), "A text.") })) {
  override render() {
    return html`${this.label} ${this.scheme}`;
  }
}

type Color = readonly [number, number, number];

/** The sRGB bytes of any CSS colour. */
function bytes(color: string): Color {
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (color: Color) => {
  const [red, green, blue] = color.map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(bytes(one)), luminance(bytes(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Full sight, deuteranopia and protanopia (Machado et al. 2009), in linear light. */
const SIGHT = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

/** OKLab of what such eyes see; distances of about 0.02 can just be told apart. */
function seen(color: string, by: readonly number[]): number[] {
  const rgb = bytes(color).map(linear);
  const row = (matrix: readonly number[], at: number, v: readonly number[]) =>
    v.reduce((sum, each, index) => sum + each * matrix[at * 3 + index]!, 0);
  const eye = [0, 1, 2].map((at) => Math.max(0, row(by, at, rgb)));
  const toLms = [
    0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
    0.6299787005,
  ];
  const lms = [0, 1, 2].map((at) => Math.cbrt(row(toLms, at, eye)));
  const toLab = [
    0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
    -0.808675766,
  ];
  return [0, 1, 2].map((at) => row(toLab, at, lms));
}

const PAGES: readonly Page[] = ["marimo", "jupyter", "vscode", "bare"];

for (const page of PAGES) {
  for (const scheme of ["light", "dark"] as const) {
    describe(`the theme on a page of ${page} in ${scheme}`, () => {
      it("is the host's, and follows it when it changes", async () => {
        const it = await host(PlainElement, { page, scheme });
        assert.equal(it.element.scheme, scheme);
        assert.equal(getComputedStyle(it.element).colorScheme, scheme);
        const other = scheme === "light" ? "dark" : "light";
        await it.theme(other);
        assert.equal(it.element.scheme, other);
        assert.include(it.element.shadowRoot!.textContent, other);
        it.dispose();
      });

      it("keeps text at 4.5 to 1 and marks at 3 to 1", async () => {
        const it = await host(PlainElement, { page, scheme });
        const color = (token: string) => paint(it.element, token)[0]!;
        for (const text of ["--fg", "--dim", "--bad", "--good"]) {
          for (const ground of ["--bg", "--surface", "--soft"]) {
            assert.isAtLeast(contrast(color(text), color(ground)), 4.5, `${text} on ${ground}`);
          }
        }
        assert.isAtLeast(contrast(color("--fg"), color("--tint")), 4.5, "--fg on --tint");
        assert.isAtLeast(contrast(color("--on-solid"), color("--solid")), 4.5, "--on-solid on --solid");
        for (const mark of ["--line", "--brand", ...categories]) {
          assert.isAtLeast(contrast(color(mark), color("--bg")), 3, `${mark} on --bg`);
        }
        it.dispose();
      });
    });
  }
}

describe("the palette", () => {
  for (const scheme of ["light", "dark"] as const) {
    for (const [name, matrix] of Object.entries(SIGHT)) {
      it(`keeps every two categories apart for ${name} eyes in ${scheme}`, async () => {
        const it = await host(PlainElement, { scheme });
        const colors = paint(it.element, ...categories).map((color) => seen(color, matrix));
        for (const [i, a] of colors.entries()) {
          for (const [j, b] of colors.slice(i + 1).entries()) {
            const distance = Math.hypot(...a.map((each, axis) => each - b[axis]!));
            assert.isAtLeast(distance, 0.08, `${categories[i]} and ${categories[i + 1 + j]}`);
          }
        }
        it.dispose();
      });
    }
  }
});

describe("the scheme", () => {
  it("is light on a page that says nothing, whatever the system prefers", async () => {
    const it = await host(PlainElement, { page: "bare" });
    it.el.parentElement!.style.cssText = "";
    await it.settled();
    assert.equal(it.element.scheme, "light");
    it.dispose();
  });

  for (const [what, attribute, text] of [
    ["a class", "class", "theme-dark"],
    ["data-theme", "data-theme", "dark"],
    ["Colab's theme", "theme", "dark"],
    ["VS Code's high contrast", "class", "vscode-high-contrast"],
  ] as const) {
    it(`follows ${what} of an ancestor`, async () => {
      const it = await host(PlainElement, { page: "bare", scheme: "light" });
      it.el.parentElement!.setAttribute(attribute, text);
      await it.settled();
      assert.equal(it.element.scheme, "dark");
      it.dispose();
    });
  }
});
