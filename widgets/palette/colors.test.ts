import { assert } from "@open-wc/testing";
import { another, clean, move } from "./colors.ts";
import { contrast, enough } from "./contrast.ts";
import { nameOf } from "./names.ts";
import { hexOf, isShown, mapped, toLch } from "./oklch.ts";
import { colorsIn } from "./paste.ts";
import { track } from "./tracks.ts";
import { alike, seen, VISIONS } from "./vision.ts";

const rounded = (hex: string) => toLch(hex).map((x) => Math.round(x * 1000) / 1000);

describe("colours", () => {
  it("agree with the browser's OKLCH", () => {
    const probe = document.createElement("i");
    document.body.append(probe);
    for (const hex of ["#ff0000", "#00ff00", "#0000ff", "#0e72b1", "#e0a526", "#010203"]) {
      probe.style.color = `oklch(from ${hex} l c h)`;
      const theirs = getComputedStyle(probe).color.slice(6, -1).split(" ").map(Number);
      for (const [n, x] of toLch(hex).entries()) assert.closeTo(x, theirs[n]!, n === 2 ? 0.1 : 1e-4, hex);
    }
    probe.remove();
  });

  it("come back from OKLCH as they were", () => {
    for (let n = 0; n < 0xffffff; n += 65_521) {
      const hex = `#${n.toString(16).padStart(6, "0")}`;
      assert.equal(hexOf(toLch(hex)), hex);
    }
  });

  it("are greys without a hue", () => assert.deepEqual(rounded("#808080").slice(1), [0, 0]));

  it("keep lightness and hue, and lose chroma, where sRGB cannot show them", () => {
    const wanted = [0.7, 0.33, 150] as const;
    assert.isFalse(isShown(wanted));
    const [l, c, h] = mapped(wanted);
    assert.deepEqual([l, h], [0.7, 150]);
    assert.isTrue(isShown([l, c, h]));
    assert.isFalse(isShown([l, c + 0.002, h]));
    const shown = toLch(hexOf(wanted));
    assert.closeTo(shown[0], 0.7, 0.005);
    assert.closeTo(shown[2], 150, 1);
    assert.equal(hexOf([1.2, 0.1, 20]), "#ffffff");
  });

  it("are faded on a track where sRGB has none", () => {
    const stops = track([0.6, 0.1, 250], 1).match(/#[\da-f]+/g)!;
    assert.lengthOf(stops[0]!, 7);
    assert.lengthOf(stops.at(-1)!, 9);
  });

  it("have the contrast of WCAG 2, and words for it", () => {
    assert.equal(contrast("#000000", "#ffffff"), 21);
    assert.closeTo(contrast("#777777", "#ffffff"), 4.478, 0.001);
    assert.deepEqual([2.9, 3, 4.5, 7].map(enough), [
      "Too low to read",
      "AA: large text, graphics",
      "AA: all text",
      "AAA: all text",
    ]);
  });

  it("have names", () => {
    const names = {
      "#ff0000": "red",
      "#0e72b1": "blue",
      "#00ff00": "green",
      "#ffff00": "yellow",
      "#7e5903": "brown",
      "#ffffff": "white",
      "#000000": "black",
      "#808080": "grey",
      "#00008b": "dark blue",
      "#ff8c00": "orange",
      "#800080": "magenta",
      "#ffc0cb": "light pink",
    };
    for (const [hex, name] of Object.entries(names)) assert.include(name, nameOf(hex).split(" ").at(-1)!, hex);
    assert.equal(nameOf("#00008b"), "dark blue");
  });

  it("get a new one in the widest gap between hues, and a first one", () => {
    const [, , hue] = toLch(another(["#d86762", "#0e72b1"]));
    assert.closeTo(hue, 135, 4);
    assert.match(another([]), /^#[\da-f]{6}$/);
    assert.match(another(["#ffffff"]), /^#[\da-f]{6}$/);
  });

  it("are moved in their list, and cleaned", () => {
    assert.deepEqual(move([1, 2, 3], 0, 2), [2, 3, 1]);
    assert.deepEqual(["#ABCDEF", "red"].map(clean), ["#abcdef", "#808080"]);
  });
});

describe("colour vision", () => {
  const [protan, deutan, tritan] = VISIONS as [(typeof VISIONS)[0], (typeof VISIONS)[0], (typeof VISIONS)[0]];

  it("leaves greys as they are", () => {
    for (const vision of VISIONS) {
      for (const hex of ["#000000", "#808080", "#ffffff"]) assert.equal(seen(hex, vision), hex, vision.name);
    }
  });

  it("makes red and green alike for protan and deutan eyes, not for tritan ones", () => {
    const pair = ["#c1582e", "#6d7b2b"];
    const counts = [protan, deutan, tritan].map((vision) => alike(pair.map((hex) => seen(hex, vision))).length);
    assert.deepEqual(alike(pair), []);
    assert.equal(counts[1], 1);
    assert.equal(counts[2], 0);
  });

  it("makes blue and green alike for tritan eyes", () => {
    const pair = ["#009a9a", "#0091c8"];
    assert.deepEqual(alike(pair), []);
    assert.deepEqual(alike(pair.map((hex) => seen(hex, tritan))), [[0, 1]]);
  });

  it("tells alike pairs by place, nearest first", () => {
    assert.deepEqual(alike(["#808080", "#ff0000", "#8a8a8a", "#808080"]), [
      [0, 3],
      [0, 2],
      [2, 3],
    ]);
  });
});

describe("pasted colours", () => {
  let probe: HTMLElement;
  beforeEach(() => document.body.append((probe = document.createElement("i"))));
  afterEach(() => probe.remove());

  it("are read in any notation of CSS", () => {
    const texts = {
      "#0E72B1": "#0e72b1",
      "0e72b1": "#0e72b1",
      " #abc ": "#aabbcc",
      teal: "#008080",
      "rgb(14 114 177)": "#0e72b1",
      "rgb(14, 114, 177, 0.5)": "#0e72b1",
      "hsl(0 100% 50%)": "#ff0000",
      "oklch(62.8% 0.2577 29.23)": "#ff0000",
      "#ff000080": "#ff0000",
    };
    for (const [text, hex] of Object.entries(texts)) assert.deepEqual(colorsIn(text, probe), [hex], text);
    assert.notDeepEqual(colorsIn("color(display-p3 0 1 0)", probe), []);
  });

  it("are found in lists, code and addresses", () => {
    assert.deepEqual(colorsIn('["#264653", "#2a9d8f"]', probe), ["#264653", "#2a9d8f"]);
    assert.deepEqual(colorsIn("red, teal\nrgb(0,0,255)", probe), ["#ff0000", "#008080", "#0000ff"]);
    assert.deepEqual(colorsIn("site.example/264653-2a9d8f", probe), ["#264653", "#2a9d8f"]);
  });

  it("are none where nothing is a colour, or only what stands around it says", () => {
    for (const text of ["", "reddish", "var(--fg)", "currentColor", "inherit", "rgb(1 2", "url(x)", "#12", "}"])
      assert.deepEqual(colorsIn(text, probe), [], text);
  });
});
