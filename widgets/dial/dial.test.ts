import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { DialElement } from "./element.ts";

type Traits = NonNullable<HostOptions["traits"]>;

describe("dial", () => {
  let shown: TestHost<DialElement>;
  const show = async (traits: Traits = {}) => {
    shown = (await host(DialElement, { width: 400, traits: { size: 200, ...traits } })) as TestHost<DialElement>;
  };
  afterEach(async () => {
    await resetMouse();
    shown.dispose();
  });

  const all = (selector: string) => [...shown.element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => all(selector)[0]!;
  const hand = (name = "value") => one(`[data-hand=${name}]`);
  const { round, sin, cos, PI } = Math;
  /** The mouse on the ring, at degrees clockwise from the top. */
  const mouse = async (type: "move" | "down" | "up", degrees?: number, far = 92) => {
    if (degrees !== undefined) {
      const { left, top, width, height } = one(".dial").getBoundingClientRect();
      const angle = (degrees * PI) / 180;
      const position: [number, number] = [
        round(left + width / 2 + far * sin(angle)),
        round(top + height / 2 - far * cos(angle)),
      ];
      await sendMouse({ type: "move", position });
    }
    if (type !== "move") await sendMouse({ type });
    await shown.settled();
  };
  const drag = async (...degrees: number[]) => {
    await mouse("down", degrees[0]);
    for (const each of degrees.slice(1)) await mouse("move", each);
    await mouse("up");
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
  const texts = () => (all("input") as HTMLInputElement[]).map((input) => input.value.replaceAll("\u202f", " "));
  const { value, low, high } = {
    value: () => shown.element.value,
    low: () => shown.element.low,
    high: () => shown.element.high,
  };

  describe("by pointer", () => {
    it("comes where the ring is pressed, and follows", async () => {
      await show({ step: 15 });
      await mouse("down", 90);
      assert.equal(value(), 90);
      await mouse("move", 135);
      assert.deepEqual(shown.sent.at(-1), { value: 135 }, "before the release");
      await mouse("up");
      assert.equal(shown.element.shadowRoot!.activeElement, hand(), "keys go on from there");
    });

    it("goes round past the end, both ways", async () => {
      await show({ value: 330, step: 15 });
      await drag(330, 0, 30);
      assert.equal(value(), 30);
      await drag(30, 0, 330);
      assert.equal(value(), 330);
    });

    it("stays at its end over the gap of a knob", async () => {
      await show({ value: 90, format: "number", wrap: false, step: 10 });
      await drag(108, 140, 180, 220);
      assert.equal(value(), 100);
      await drag(135, 90, 0, -90, -140, -180, 140);
      assert.equal(value(), 0);
    });

    it("goes counterclockwise as in mathematics", async () => {
      await show({ math: true, step: 15 });
      await drag(0);
      assert.equal(value(), 90);
      await drag(0, -90);
      assert.equal(value(), 180);
    });

    it("catches at detents, unless Shift is held", async () => {
      await show({ value: 200, detents: [90] });
      await drag(94);
      assert.equal(value(), 90);
      await sendKeys({ down: "Shift" });
      await drag(200, 94);
      await sendKeys({ up: "Shift" });
      assert.closeTo(value(), 94, 1);
    });

    it("moves a range past detents, which only its ends catch at", async () => {
      await show({ range: true, low: 40, high: 100, detents: [60] });
      await drag(70, 87);
      assert.closeTo(low(), 57, 1);
      await drag(low() - 1, 62);
      assert.equal(low(), 60);
    });

    it("takes the nearest hand of a range", async () => {
      await show({ range: true, low: 0, high: 90, step: 15 });
      await drag(120);
      assert.deepEqual([low(), high()], [0, 120]);
      await drag(-30);
      assert.deepEqual([low(), high()], [330, 120], "past the end of the circle");
      assert.deepEqual(shown.sent, [{ high: 120 }, { low: 330 }]);
    });

    it("moves a range as a whole, in one message", async () => {
      await show({ range: true, low: 330, high: 30, step: 15 });
      await drag(0, 30);
      assert.deepEqual([low(), high()], [0, 60]);
      assert.deepEqual(shown.sent.at(-1), { low: 0, high: 60 });
    });

    it("keeps low and high in order where there are ends", async () => {
      await show({ range: true, low: 20, high: 50, format: "number", wrap: false, step: 10 });
      await drag(0, 108);
      assert.deepEqual([low(), high()], [20, 90]);
      await drag(-81, 0, 130);
      assert.deepEqual([low(), high()], [90, 90]);
    });

    it("is taken back by Escape", async () => {
      await show({ value: 45 });
      await mouse("down", 180);
      await press("Escape");
      await mouse("up");
      assert.equal(value(), 45);
      assert.deepEqual(shown.sent.at(-1), { value: 45 });
    });

    it("is not torn out of the hand by the kernel", async () => {
      await show({ step: 15 });
      await mouse("down", 90);
      await shown.receive({ value: 300 });
      assert.equal(value(), 90);
      await mouse("up");
      assert.equal(value(), 90);
    });

    it("sends only where a drag ends, where it is told so", async () => {
      await show({ step: 15, debounce: true });
      await mouse("down", 90);
      await mouse("move", 135);
      assert.equal(hand().ariaValueText, "135°", "but shows where it is");
      assert.deepEqual(shown.sent, []);
      await mouse("up");
      assert.deepEqual(shown.sent, [{ value: 135 }]);
    });

    it("leaves the middle to the fields", async () => {
      await show({ value: 45 });
      await mouse("down", 180, 20);
      await mouse("up");
      assert.equal(value(), 45);
      await mouse("down", 0, 0);
      await mouse("up");
      assert.equal(shown.element.shadowRoot!.activeElement, one("input"));
    });
  });

  describe("by keys", () => {
    it("steps, round past the end", async () => {
      await show({ value: 358 });
      hand().focus();
      await press("ArrowUp", "ArrowRight", "ArrowUp");
      assert.equal(value(), 1);
      await press("ArrowDown", "ArrowLeft", "Shift+ArrowDown");
      assert.equal(value(), 349);
      await press("PageUp", "PageUp", "PageDown");
      assert.equal(value(), 359);
      await press("Home");
      assert.equal(value(), 0);
      await press("End");
      assert.equal(value(), 359);
    });

    it("stops at the ends of a knob", async () => {
      await show({ value: 90, format: "number", wrap: false, step: 10 });
      hand().focus();
      await press("ArrowUp", "ArrowUp");
      assert.equal(value(), 100);
      await press("Home", "ArrowDown");
      assert.equal(value(), 0);
      await press("End");
      assert.equal(value(), 100);
    });

    it("goes from detent to detent by pages", async () => {
      await show({ value: 100, detents: [0, 90, 180] });
      hand().focus();
      await press("PageUp");
      assert.equal(value(), 180);
      await press("PageUp");
      assert.equal(value(), 0);
      await press("PageDown");
      assert.equal(value(), 180);
    });

    it("moves each end of a range, and all of it", async () => {
      await show({ range: true, format: "time", low: 1320, high: 390 });
      hand("low").focus();
      await press("PageUp");
      assert.deepEqual([low(), high()], [1370, 390]);
      await press("Tab", "Shift+ArrowUp", "Shift+ArrowUp");
      assert.deepEqual([low(), high()], [30, 490]);
      await press("Tab", "ArrowDown");
      assert.deepEqual([low(), high()], [30, 485]);
    });
  });

  describe("by typing", () => {
    it("takes times as people write them", async () => {
      await show({ format: "time", value: 0 });
      await type(0, "14:32");
      assert.equal(value(), 872);
      assert.deepEqual(texts(), ["2:32 PM"]);
      await type(0, "7am");
      assert.equal(value(), 420);
      await type(0, "soon");
      assert.match(one("[role=alert]").textContent!, /Expected a time such as 2:30/);
      assert.equal(value(), 420);
    });

    it("takes points of the compass, and goes round", async () => {
      await show({ format: "compass" });
      await type(0, "sw");
      assert.equal(value(), 225);
      await type(0, "370");
      assert.equal(value(), 10);
      await type(0, "-90");
      assert.deepEqual(texts(), ["270° W"]);
    });

    it("takes both ends of a range", async () => {
      await show({ range: true, wrap: false, format: "number", low: 10, high: 20 });
      await type(1, "60");
      await type(0, "99");
      assert.deepEqual([low(), high()], [60, 60], "no further than the other end");
    });

    it("steps in the field, and not at a hand", async () => {
      await show({ value: 359 });
      one("input").focus();
      await press("ArrowUp");
      assert.equal(value(), 0);
      assert.lengthOf(shown.sent, 1);
    });
  });

  describe("what is shown", () => {
    it("has a slider for each hand, named and read out", async () => {
      await show({ range: true, format: "time", low: 1320, high: 390, label: "Quiet" });
      const said = all("[role=slider]").map((each) => [
        each.ariaLabel,
        each.ariaValueNow,
        each.ariaValueText!.replaceAll("\u202f", " "),
      ]);
      assert.deepEqual(said, [
        ["Quiet: from", "1320", "10:00 PM"],
        ["Quiet", "1320", "10:00 PM – 6:30 AM"],
        ["Quiet: to", "390", "6:30 AM"],
      ]);
    });

    it("puts hands where their numbers are", async () => {
      await show({ value: 90 });
      const { left, top, width } = one(".dial").getBoundingClientRect();
      const at = () => {
        const box = hand().getBoundingClientRect();
        return [round(box.x + box.width / 2 - left - width / 2), round(box.y + box.height / 2 - top - width / 2)];
      };
      assert.deepEqual(at(), [92, 0]);
      await shown.receive({ math: true });
      assert.deepEqual(at(), [0, -92]);
    });

    it("shows the colour of a hue", async () => {
      await show({ format: "hue", value: 120 });
      assert.equal(getComputedStyle(one(".swatch")).backgroundColor, "rgb(0, 255, 0)");
      await shown.receive({ range: true });
      assert.lengthOf(all(".swatch"), 0);
    });

    it("stays on the circle, whatever comes", async () => {
      await show({ value: 765 });
      assert.equal(hand().ariaValueText, "45°");
      await shown.receive({ start: 10, stop: 10 });
      assert.equal(hand().ariaValueText, "45°");
      assert.deepEqual(shown.sent, []);
    });
  });
});
