import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { HistogramRangeElement } from "./element.ts";

type Host = TestHost<HistogramRangeElement>;

/** 0 to 100 by halves: bars of 5, 6 pixels a unit. */
const data = Float64Array.from({ length: 201 }, (_, i) => i / 2);
const WIDTH = 640;

describe("histogram-range", () => {
  let shown: Host;
  const show = async (traits: HostOptions["traits"] = {}, options: HostOptions = {}) => {
    shown = (await host(HistogramRangeElement, {
      width: WIDTH,
      ...options,
      traits: { data, value: [20, 40], ...traits },
    })) as Host;
    return shown;
  };
  afterEach(async () => {
    await resetMouse();
    shown.dispose();
  });

  const all = <E extends Element = HTMLElement>(selector: string) => [
    ...shown.element.shadowRoot!.querySelectorAll<E & HTMLElement>(selector),
  ];
  const one = (selector: string) => all(selector)[0]!;
  const text = (selector: string) => one(selector).textContent!.replace(/\s+/g, " ").trim();
  const thumb = (end: 0 | 1) => all(".thumb")[end]!;
  const point = (x: number, height = 60): [number, number] => {
    const { left, bottom } = one(".plot").getBoundingClientRect();
    return [Math.round(left + x * 6), Math.round(bottom - height)];
  };
  const mouse = async (type: "move" | "down" | "up", x?: number, height?: number) => {
    if (x !== undefined) await sendMouse({ type: "move", position: point(x, height) });
    if (type !== "move") await sendMouse({ type });
    await shown.settled();
  };
  const drag = async (from: number, to: number, height?: number) => {
    await mouse("down", from, height);
    await mouse("move", (from + to) / 2, height);
    await mouse("move", to, height);
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
  const value = () => [...shown.element.value];
  const lastSent = () => shown.sent.at(-1)?.["value"];

  describe("by pointer", () => {
    it("moves an end by its thumb, live", async () => {
      await show();
      await mouse("down", 40, 0);
      await mouse("move", 50, 0);
      assert.deepEqual(value(), [20, 50]);
      assert.deepEqual(lastSent(), [20, 50], "before the release");
      await mouse("move", 60, 0);
      await mouse("up");
      assert.deepEqual(value(), [20, 60]);
      assert.deepEqual(lastSent(), [20, 60]);
    });

    it("takes hold of a thumb anywhere on it, without a jump", async () => {
      await show();
      const [x, y] = point(20, 0);
      await sendMouse({ type: "move", position: [x - 6, y + 3] });
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [x - 6 + 60, y] });
      await mouse("up");
      assert.deepEqual(value(), [30, 40]);
    });

    it("does not move one end past the other, nor beyond the data", async () => {
      await show();
      await drag(20, 70, 0);
      assert.deepEqual(value(), [40, 40]);
      await drag(40.5, 101, 0);
      assert.deepEqual(value(), [40, 100]);
    });

    it("gives both thumbs a side to take when they meet", async () => {
      await show({ value: [50, 50] });
      const [x, y] = point(50, 0);
      for (const [off, end] of [
        [-10, "0"],
        [10, "1"],
      ] as const) {
        const at = shown.element.shadowRoot!.elementFromPoint(x + off, y) as HTMLElement;
        assert.equal(at.dataset["part"], end);
      }
    });

    it("moves the range by its middle and keeps its width", async () => {
      await show();
      await drag(30, 45);
      assert.deepEqual(value(), [35, 55]);
      await drag(45, 200 / 6);
      await drag(30, 0);
      assert.deepEqual(value()[1]! - value()[0]!, 20);
      assert.equal(value()[0], 0);
    });

    it("draws a new range beside the old", async () => {
      await show();
      await drag(80, 60);
      assert.deepEqual(value(), [60, 80]);
    });

    it("draws a new range anywhere while all is selected", async () => {
      await show({ value: [0, 100] });
      await drag(30, 70);
      assert.deepEqual(value(), [30, 70]);
    });

    it("selects a bar by a click", async () => {
      await show();
      await mouse("down", 62);
      await mouse("up");
      assert.deepEqual(value(), [60, 64.5], "what it counts: 65 belongs to the next bar");
      assert.equal(text("header .dim"), "10 of 201");
    });

    it("selects all by a double click, and by the button", async () => {
      await show();
      await mouse("move", 30);
      await sendMouse({ type: "click", position: point(30) });
      await sendMouse({ type: "click", position: point(30) });
      one(".plot").dispatchEvent(new MouseEvent("dblclick", { bubbles: true, composed: true }));
      assert.deepEqual(value(), [0, 100]);
      await shown.receive({ value: [20, 40] });
      one("button").click();
      assert.deepEqual(value(), [0, 100]);
      await shown.settled();
      assert.deepEqual(lastSent(), [0, 100]);
    });

    it("takes a drag back by Escape", async () => {
      await show();
      await mouse("down", 40, 0);
      await mouse("move", 70, 0);
      await press("Escape");
      assert.deepEqual(value(), [20, 40]);
      await mouse("up");
      assert.deepEqual(lastSent(), [20, 40]);
    });

    it("shows what a bar counts", async () => {
      await show({ unit: "km" });
      await mouse("move", 62);
      assert.equal(text(".tip"), "60 – 65 km 10");
      await mouse("move", 300 / 6, -200);
      assert.isEmpty(all(".tip"));
    });

    it("is not torn by values that arrive during a drag", async () => {
      await show();
      await mouse("down", 40, 0);
      await mouse("move", 50, 0);
      await shown.receive({ value: [0, 5] });
      assert.deepEqual(value(), [20, 50]);
      await mouse("move", 60, 0);
      await mouse("up");
      assert.deepEqual(value(), [20, 60]);
    });

    it("lets a page scroll by touch over it", async () => {
      await show();
      assert.equal(getComputedStyle(one(".plot")).touchAction, "pan-y");
    });
  });

  describe("by keys", () => {
    const cases: readonly [key: string, low: number[], high: number[], band: number[]][] = [
      ["ArrowRight", [20.2, 40], [20, 40.2], [20.2, 40.2]],
      ["ArrowUp", [20.2, 40], [20, 40.2], [20.2, 40.2]],
      ["ArrowLeft", [19.8, 40], [20, 39.8], [19.8, 39.8]],
      ["ArrowDown", [19.8, 40], [20, 39.8], [19.8, 39.8]],
      ["Shift+ArrowRight", [25, 40], [20, 45], [25, 45]],
      ["Shift+ArrowLeft", [15, 40], [20, 35], [15, 35]],
      ["PageUp", [25, 40], [20, 45], [25, 45]],
      ["PageDown", [15, 40], [20, 35], [15, 35]],
      ["Home", [0, 40], [20, 20], [0, 20]],
      ["End", [40, 40], [20, 100], [80, 100]],
    ];
    for (const [key, low, high, band] of cases) {
      it(`${key} moves what has the focus`, async () => {
        await show();
        for (const [part, expected] of [
          [thumb(0), low],
          [thumb(1), high],
          [one(".band"), band],
        ] as const) {
          await shown.receive({ value: [20, 40] });
          part.focus();
          await press(key);
          assert.deepEqual(value(), expected, part.ariaLabel!);
          assert.deepEqual(lastSent(), expected);
        }
      });
    }

    it("reaches the range, both ends, the bars, the fields and the button by Tab, and leaves", async () => {
      await show();
      (document.activeElement as HTMLElement | null)?.blur();
      const reached: (string | null | undefined)[] = [];
      for (let n = 0; n < 7; n++) {
        await press("Tab");
        const at = shown.element.shadowRoot!.activeElement;
        reached.push(at?.ariaLabel ?? at?.textContent);
      }
      assert.deepEqual(reached, [
        "Range: both ends",
        "Range: low end",
        "Range: high end",
        "Range: bars",
        "Range: from",
        "Range: to",
        "Reset",
      ]);
      await press("Tab");
      assert.isNull(shown.element.shadowRoot!.activeElement);
    });

    it("leaves the whole out of the tab order while it cannot move", async () => {
      await show({ value: [0, 100] });
      assert.equal(one(".band").tabIndex, -1);
    });

    it("walks the bars, reads them, and selects them", async () => {
      await show();
      one(".bars").focus();
      await shown.settled();
      assert.equal(text("[role=option]"), "20 – 25 10", "starts at the range");
      await press("ArrowRight", "ArrowRight");
      assert.equal(text("[role=option]"), "30 – 35 10");
      assert.equal(one(".bars").getAttribute("aria-activedescendant"), one("[role=option]").id);
      assert.equal(one("[role=option]").ariaPosInSet, "7");
      await press("Enter");
      assert.deepEqual(value(), [30, 34.5]);
      await press("Shift+ArrowRight", "Shift+ArrowRight");
      assert.deepEqual(value(), [30, 44.5]);
      await press("Home", "Space");
      assert.deepEqual(value(), [0, 4.5]);
      await press("End", "Enter");
      assert.deepEqual(value(), [95, 100]);
    });

    it("keeps undo from the page where nothing was changed, and leaves a field its own", async () => {
      await show();
      const options = { key: "z", ctrlKey: true, bubbles: true, cancelable: true, composed: true };
      const goesOn = (target: Element) => target.dispatchEvent(new KeyboardEvent("keydown", options));
      assert.isFalse(goesOn(thumb(0)));
      const field = one("input") as HTMLInputElement;
      field.focus();
      assert.isFalse(goesOn(field));
      await sendKeys({ type: "1" });
      assert.isTrue(goesOn(field));
    });

    it("selects all by Escape, and goes back by undo", async () => {
      await show();
      thumb(0).focus();
      await press("Escape");
      assert.deepEqual(value(), [0, 100]);
      await press("Control+z");
      assert.deepEqual(value(), [20, 40]);
    });

    it("lets Escape go on to the page when all is selected", async () => {
      await show({ value: [0, 100] });
      const keys: string[] = [];
      const listen = (event: KeyboardEvent) => keys.push(event.key);
      window.addEventListener("keydown", listen);
      thumb(0).focus();
      await press("ArrowLeft", "Escape");
      window.removeEventListener("keydown", listen);
      assert.deepEqual(keys, ["Escape"]);
    });
  });

  describe("by typing", () => {
    const type = async (end: 0 | 1, typed: string, key = "Enter") => {
      const field = all<HTMLInputElement>("input")[end]!;
      field.focus();
      field.select();
      await sendKeys({ type: typed });
      await press(key);
      return field;
    };

    it("takes an exact number", async () => {
      await show();
      await type(0, "12.345");
      assert.deepEqual(value(), [12.345, 40]);
      await type(1, "55.5", "Tab");
      assert.deepEqual(value(), [12.345, 55.5]);
      assert.deepEqual(lastSent(), [12.345, 55.5]);
    });

    it("takes the other end along, and the nearest end beyond the data", async () => {
      await show();
      await type(0, "70");
      assert.deepEqual(value(), [70, 70]);
      const field = await type(1, "9,999");
      assert.deepEqual(value(), [70, 100]);
      assert.equal(field.value, "100");
    });

    it("says that a text is no number, and puts the number back", async () => {
      await show();
      const field = all<HTMLInputElement>("input")[0]!;
      field.focus();
      field.select();
      await sendKeys({ type: "much" });
      assert.equal(field.ariaInvalid, "true");
      await press("Enter");
      assert.equal(field.value, "20");
      assert.equal(field.ariaInvalid, "false");
      assert.isEmpty(shown.sent);
    });

    it("does not lose digits that a field does not show", async () => {
      await show({ value: [20.123456, 40] });
      const field = all<HTMLInputElement>("input")[0]!;
      assert.equal(field.value, "20.12");
      field.focus();
      await sendKeys({ type: "5" });
      await press("Backspace", "Tab");
      assert.deepEqual(value(), [20.123456, 40]);
    });
  });

  describe("what it shows", () => {
    it("tells how many are selected, missing and infinite", async () => {
      await show({ data: Float64Array.of(1.5, NaN, 2, Infinity, 3, NaN, NaN), value: [1.5, 2] });
      assert.equal(text("header .dim"), "2 of 3 · 3 missing · 1 infinite");
    });

    it("gives each end a value in words", async () => {
      await show({ label: "Price", unit: "€" });
      const low = thumb(0);
      assert.equal(low.ariaLabel, "Price: low end");
      assert.equal(low.ariaValueText, "20\u202f€, 41 of 201");
      assert.deepEqual([low.ariaValueMin, low.ariaValueNow, low.ariaValueMax], ["0", "20", "40"]);
      assert.deepEqual([thumb(1).ariaValueMin, thumb(1).ariaValueMax], ["20", "100"]);
    });

    it("keeps its height when data arrives", async () => {
      await show({ data: new Float64Array(), value: [0, 0] });
      const { height } = shown.element.getBoundingClientRect();
      assert.equal(text(".none"), "No numbers to show");
      assert.isEmpty(all("[role=slider]"));
      await shown.receive({ data, value: [0, 100] });
      assert.equal(shown.element.getBoundingClientRect().height, height);
      assert.lengthOf(all("[role=slider]"), 3);
    });

    it("steps over whole numbers only, where all are whole", async () => {
      await show({ data: Float64Array.of(1, 2, 2, 3, 4, 5), value: [2, 4] });
      thumb(1).focus();
      await press("ArrowRight");
      assert.deepEqual(value(), [2, 5]);
      const { left, right, width } = one(".plot").getBoundingClientRect();
      const center = (end: 0 | 1) => {
        const box = thumb(end).getBoundingClientRect();
        return box.left + box.width / 2;
      };
      assert.approximately(center(0), left + width / 5, 1, "around the bar of 2");
      assert.approximately(center(1), right, 1, "around the bar of 5");
    });

    it("obeys a step", async () => {
      await show({ step: 25 });
      thumb(1).focus();
      await press("ArrowRight");
      assert.deepEqual(value(), [20, 50]);
    });

    it("draws about as many bars as asked", async () => {
      await show({ bins: 5 });
      assert.equal(one("[role=option]").ariaSetSize, "5");
      await shown.receive({ bins: 20 });
      assert.equal(one("[role=option]").ariaSetSize, "20");
    });

    it("shows rare values on a log scale, and says that it is one", async () => {
      await show({ data: Float64Array.from({ length: 1000 }, (_, i) => (i < 999 ? 0.5 : 9.5)), value: [0.5, 9.5] });
      const heights = () =>
        [
          ...one("path")
            .getAttribute("d")!
            .matchAll(/V([\d.]+)H/g),
        ].map(([, top]) => shown.element.height - Number(top));
      assert.isBelow(heights()[1]!, 3);
      await shown.receive({ log_counts: true });
      assert.isAbove(heights()[1]!, 9);
      assert.include(text("header .dim"), "log scale");
    });

    it("grows its axis for a range beyond the data, and shrinks it with all", async () => {
      await show({ value: [-50, 200] });
      assert.deepEqual([thumb(0).ariaValueMin, thumb(1).ariaValueMax], ["-50", "200"]);
      assert.equal(text("header .dim"), "201 of 201");
      thumb(1).focus();
      await press("Home", "End");
      assert.deepEqual(value(), [-50, 200], "reach stays while the range moves within it");
      one("button").click();
      await shown.settled();
      assert.deepEqual([thumb(0).ariaValueMin, thumb(1).ariaValueMax], ["0", "100"]);
    });

    it("shows one number, a number that never changes, and the greatest numbers", async () => {
      for (const numbers of [[3.7], [7, 7], [-1e308, 1e308], [1e16, 1e16 + 2], [5e-324, 0]]) {
        const one = Float64Array.from(numbers);
        await show({ data: one, value: [Math.min(...one), Math.max(...one)] });
        assert.isUndefined(shown.error);
        assert.equal(text("header .dim"), `${numbers.length} of ${numbers.length}`);
        assert.notInclude(shown.element.shadowRoot!.innerHTML, "NaN");
        thumb(0).focus();
        await press("ArrowRight", "ArrowLeft", "End", "Home");
        if (numbers.length < 201) shown.dispose();
      }
      await show();
    });

    it("shows all where its value is none", async () => {
      for (const wrong of [undefined, null, ["a", "b"], [1], "x", [NaN, 3]]) {
        await show({ value: wrong });
        assert.equal(text("header .dim"), "201 of 201");
        shown.dispose();
      }
      await show({ value: [60, 30] });
      assert.equal(text("header .dim"), "61 of 201", "a range the wrong way round is turned");
    });

    it("formats by the options of Intl, and plainly where they are wrong", async () => {
      await show({ format: { style: "currency", currency: "EUR" } });
      assert.include(thumb(0).ariaValueText, "€20");
      await shown.receive({ format: { style: "currency", currency: "<b>" } });
      assert.isTrue(thumb(0).ariaValueText!.startsWith("20,"));
    });

    it("keeps two views in step, and works in an export", async () => {
      await show();
      const second = await shown.view();
      thumb(0).focus();
      await press("ArrowRight");
      await shown.settled();
      assert.deepEqual([...second.element.value], [20.2, 40]);
      shown.dispose();
      await show({}, { mode: "export" });
      thumb(0).focus();
      await press("ArrowRight");
      assert.deepEqual(value(), [20.2, 40]);
      assert.isEmpty(shown.sent);
    });

    it("never sends what nobody did", async () => {
      await show();
      await shown.receive({ data: Float64Array.of(1, 2, 3), bins: 4, value: [0, 9] });
      assert.isEmpty(shown.sent);
    });

    it("runs from left to right in any writing direction", async () => {
      await show();
      shown.element.style.direction = "rtl";
      assert.isBelow(thumb(0).getBoundingClientRect().left, thumb(1).getBoundingClientRect().left);
    });

    it("draws a million numbers and follows a drag over them", async () => {
      const many = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 104_729);
      await show({ data: many, value: [0, 104_728] });
      await drag(30, 70);
      assert.deepEqual(lastSent(), value());
      assert.match(text("header .dim"), /^\d{3},\d{3} of 1,000,000$/);
    });
  });
});
