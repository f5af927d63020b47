import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { XyPadElement } from "./element.ts";

type Traits = NonNullable<HostOptions["traits"]>;

/** 300 pixels for 10, so that 30 are 1. */
const SIZE = { width: 300, height: 300, x_range: [0, 10], y_range: [0, 10], x_step: 1, y_step: 1 };

describe("xy-pad", () => {
  let shown: TestHost<XyPadElement>;
  const show = async (traits: Traits = {}) => {
    shown = (await host(XyPadElement, {
      width: 500,
      traits: { ...SIZE, x: 5, y: 5, x_label: "Width", y_label: "Length", ...traits },
    })) as TestHost<XyPadElement>;
  };
  afterEach(async () => {
    await resetMouse();
    shown.dispose();
  });

  const all = (selector: string) => [...shown.element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => all(selector)[0]!;
  const thumb = (part: string) => one(`[data-part=${part}] .thumb`);
  const at = () => [shown.element.x, shown.element.y];
  const mouse = async (type: "move" | "down" | "up", x?: number, y?: number, selector = ".pad") => {
    if (x !== undefined && y !== undefined) {
      const { left, top } = one(selector).getBoundingClientRect();
      await sendMouse({ type: "move", position: [Math.round(left + x), Math.round(top + y)] });
    }
    if (type !== "move") await sendMouse({ type });
    await shown.settled();
  };
  const press = async (...keys: string[]) => {
    for (const chord of keys) {
      const [key = "", modifier] = chord.split("+").toReversed();
      if (modifier) await sendKeys({ down: modifier });
      await sendKeys({ press: key });
      if (modifier) await sendKeys({ up: modifier });
    }
    await shown.settled();
  };
  const type = async (field: number, text: string) => {
    const input = all("input")[field] as HTMLInputElement;
    input.focus();
    input.select();
    await sendKeys({ type: text });
    await press("Enter");
  };

  describe("by pointer", () => {
    it("goes where it is pressed and follows, both numbers in one message", async () => {
      await show();
      await mouse("down", 61, 239);
      assert.deepEqual(at(), [2, 2]);
      await mouse("move", 121, 31);
      assert.deepEqual(shown.sent.at(-1), { x: 4, y: 9 }, "before the release");
      await mouse("up");
      assert.equal(shown.element.shadowRoot!.activeElement, thumb("xy"), "keys go on from there");
    });

    it("is taken by its thumb without a jump", async () => {
      await show();
      await mouse("down", 158, 142);
      assert.deepEqual(at(), [5, 5]);
      await mouse("move", 188, 142);
      await mouse("up");
      assert.deepEqual(at(), [6, 5]);
    });

    it("moves one axis by its handle", async () => {
      await show();
      await mouse("down", 61, 12, ".x.axis");
      await mouse("move", 91, -100, ".x.axis");
      await mouse("up");
      assert.deepEqual(at(), [3, 5]);
      await mouse("down", 50, 31, ".y.axis");
      await mouse("up");
      assert.deepEqual(at(), [3, 9]);
    });

    it("keeps to one axis with Shift", async () => {
      await show();
      await mouse("down", 150, 150);
      await sendKeys({ down: "Shift" });
      await mouse("move", 241, 181);
      assert.deepEqual(at(), [8, 5]);
      await mouse("move", 181, 271);
      assert.deepEqual(at(), [5, 1]);
      await sendKeys({ up: "Shift" });
      await mouse("up");
    });

    it("stays on the pad", async () => {
      await show();
      await mouse("down", 150, 150);
      await mouse("move", 400, -40);
      await mouse("up");
      assert.deepEqual(at(), [10, 10]);
    });

    it("is taken back by Escape", async () => {
      await show();
      await mouse("down", 61, 239);
      await press("Escape");
      await mouse("up");
      assert.deepEqual(at(), [5, 5]);
      assert.deepEqual(shown.sent.at(-1), { x: 5, y: 5 });
    });

    it("is not torn out of the hand by the kernel", async () => {
      await show();
      await mouse("down", 61, 239);
      await shown.receive({ x: 9, y: 9 });
      assert.deepEqual(at(), [2, 2]);
      await mouse("up");
      assert.deepEqual(at(), [2, 2]);
    });

    it("sends only where a drag ends, where it is told so", async () => {
      await show({ debounce: true });
      await mouse("down", 61, 239);
      await mouse("move", 121, 31);
      assert.equal(thumb("xy").ariaValueText, "Width 4, Length 9", "but shows where it is");
      assert.deepEqual(shown.sent, []);
      await mouse("up");
      assert.deepEqual(shown.sent, [{ x: 4, y: 9 }]);
      await mouse("down", 61, 239);
      await press("Escape");
      await mouse("up");
      assert.deepEqual(at(), [4, 9]);
      assert.lengthOf(shown.sent, 1);
    });

    it("goes from dot to dot", async () => {
      await show({ points: new Float64Array([1.5, 2.5, 8, 8, 8, 2.5]), snap_points: true });
      await mouse("down", 75, 200);
      assert.deepEqual(at(), [1.5, 2.5]);
      await mouse("up");
      await press("ArrowRight");
      assert.deepEqual(at(), [8, 2.5]);
      await press("ArrowUp");
      assert.deepEqual(at(), [8, 8]);
      await press("ArrowUp", "ArrowRight");
      assert.deepEqual(at(), [8, 8], "no dot there");
    });
  });

  describe("by keys", () => {
    it("goes where arrows point, on the pad", async () => {
      await show();
      thumb("xy").focus();
      await press("ArrowRight", "ArrowUp", "ArrowUp");
      assert.deepEqual(at(), [6, 7]);
      await press("ArrowLeft", "ArrowLeft", "ArrowDown");
      assert.deepEqual(at(), [4, 6]);
      await press("Home", "PageUp");
      assert.deepEqual(at(), [0, 10]);
      await press("End", "PageDown");
      assert.deepEqual(at(), [10, 0]);
      await press("Shift+ArrowLeft");
      assert.deepEqual(at(), [0, 0]);
    });

    it("moves one axis by its slider, as sliders do", async () => {
      await show();
      thumb("x").focus();
      await press("ArrowRight", "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown");
      assert.deepEqual(at(), [6, 5]);
      await press("End");
      assert.deepEqual(at(), [10, 5]);
      thumb("y").focus();
      await press("ArrowRight", "PageDown");
      assert.deepEqual(at(), [10, 0]);
      await press("PageUp", "Home");
      assert.deepEqual(at(), [10, 0]);
    });

    it("goes up on an axis that counts down", async () => {
      await show({ y_range: [10, 0] });
      thumb("xy").focus();
      await press("ArrowUp");
      assert.deepEqual(at(), [5, 4]);
      thumb("y").focus();
      await press("End");
      assert.deepEqual(at(), [5, 0]);
    });

    it("multiplies along a log axis", async () => {
      await show({ x_range: [0.01, 100], x_log: true, x_step: null, x: 1 });
      thumb("x").focus();
      await press("Shift+ArrowRight");
      assert.deepEqual(at(), [2.51, 5]);
      assert.equal(thumb("x").style.getPropertyValue("--x"), "");
      assert.closeTo(Number.parseFloat(one(".x.axis").style.getPropertyValue("--x")), 60, 0.1);
    });

    it("takes back drags, and presses in a row as one", async () => {
      await show();
      thumb("xy").focus();
      await press("ArrowRight", "ArrowRight");
      await mouse("down", 61, 239);
      await mouse("up");
      assert.deepEqual(at(), [2, 2]);
      await press("Control+z");
      assert.deepEqual(at(), [7, 5]);
      await press("Control+z");
      assert.deepEqual(at(), [5, 5]);
      await press("Control+z");
      assert.deepEqual(at(), [5, 5]);
    });
  });

  describe("by typing", () => {
    it("takes numbers, on steps and within the range", async () => {
      await show();
      await type(0, "7.2");
      assert.deepEqual(at(), [7, 5]);
      await type(1, "99");
      assert.deepEqual(at(), [7, 10]);
      assert.deepEqual(shown.sent, [
        { x: 7, y: 5 },
        { x: 7, y: 10 },
      ]);
    });

    it("keeps exact numbers where there is no step", async () => {
      await show({ x_step: null });
      await type(0, "3.14159");
      assert.deepEqual(at(), [3.14159, 5]);
      assert.equal((all("input")[0] as HTMLInputElement).value, "3.1416");
    });

    it("tells fields of one name apart", async () => {
      await show({ x_label: "n", y_label: "n" });
      await type(0, "1");
      await type(1, "2");
      assert.deepEqual(at(), [1, 2]);
    });
  });

  describe("what is shown", () => {
    it("has a slider for each axis and one for both, named and read out", async () => {
      await show({ label: "Leaf" });
      const said = all("[role=slider]").map((each) => [each.ariaLabel, each.ariaValueNow, each.ariaValueText]);
      assert.deepEqual(said, [
        ["Length", "5", "5"],
        ["Leaf", "5", "Width 5, Length 5"],
        ["Width", "5", "5"],
      ]);
      assert.equal(thumb("y").ariaOrientation, "vertical");
      assert.equal(thumb("xy").getAttribute("aria-roledescription"), "2D slider");
    });

    it("follows the kernel, and stays on the pad where that is beside it", async () => {
      await show();
      await shown.receive({ x: 99, y: 2 });
      assert.equal(thumb("xy").ariaValueText, "Width 10, Length 2");
      assert.deepEqual(shown.sent, []);
    });

    it("shows a picture for as long as it is in the page", async () => {
      await show();
      assert.lengthOf(all("img"), 0);
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';
      await shown.receive({ image: new TextEncoder().encode(svg) });
      const image = one("img") as HTMLImageElement;
      await image.decode();
      assert.equal(image.naturalWidth, 4);
      const { src } = image;
      await shown.receive({ image: new Uint8Array() });
      assert.lengthOf(all("img"), 0);
      const gone = new Image();
      gone.src = src;
      assert.isTrue(
        await gone.decode().then(
          () => false,
          () => true,
        ),
        "its address is given back",
      );
    });

    it("draws dots where they are, and again after a change", async () => {
      await show({ points: new Float64Array([2, 2]) });
      const alpha = (x: number, y: number) => {
        const canvas = one("canvas") as HTMLCanvasElement;
        const [px, py] = [(x / 10) * canvas.width, (1 - y / 10) * canvas.height];
        return canvas.getContext("2d")!.getImageData(px, py, 1, 1).data[3]!;
      };
      assert.isAbove(alpha(2, 2), 0);
      await shown.receive({ points: new Float64Array([8, 8]) });
      assert.equal(alpha(2, 2), 0);
      assert.isAbove(alpha(8, 8), 0);
      await shown.receive({ x_range: [0, 16] });
      assert.isAbove(alpha(5, 8), 0);
    });
  });
});
