import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { DistributionEditorElement } from "./element.ts";

type Host = TestHost<DistributionEditorElement>;
type Value = Record<string, number | string | readonly number[]>;

const NORMAL = { family: "normal", mean: 100, sd: 20 };
const FREE = { family: "quantiles", p: [0.1, 0.5, 0.9], x: [10, 20, 30] };

describe("distribution-editor", () => {
  let shown: Host;
  const show = async (traits: HostOptions["traits"] = {}, options: HostOptions = {}) => {
    shown = (await host(DistributionEditorElement, {
      width: 640,
      ...options,
      traits: { value: NORMAL, label: "Score", ...traits },
    })) as Host;
  };
  afterEach(async () => {
    await resetMouse();
    shown.dispose();
  });

  const all = <E extends Element = HTMLElement>(selector: string) => [
    ...shown.element.shadowRoot!.querySelectorAll<E & HTMLElement>(selector),
  ];
  const one = <E extends Element = HTMLElement>(selector: string) => all<E>(selector)[0]!;
  const text = (selector: string) => one(selector).textContent!.replace(/\s+/g, " ").trim();
  const value = () => shown.element.value as Value;
  const lastSent = () => shown.sent.at(-1)?.["value"] as Value;
  const handle = (knob: string) => one(`.handle[data-knob="${knob}"]`);
  const field = (knob: string) => one<HTMLInputElement>(`input[aria-label="${knob}"]`);
  const button = (name: string) => all("button").find((each) => each.textContent!.trim() === name)!;
  const stats = () =>
    Object.fromEntries(
      all("dl div").map((row) => [row.querySelector("dt")!.textContent, row.querySelector("dd")!.textContent]),
    );
  const middle = (element: Element): [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const press = async (...keys: string[]) => {
    for (const chord of keys) {
      const names = chord.split("+");
      const key = names.pop()!;
      for (const each of names) await sendKeys({ down: each });
      await sendKeys({ press: key });
      for (const each of names) await sendKeys({ up: each });
    }
    await shown.settled();
  };
  const mouse = async (type: "move" | "down" | "up", position?: readonly [number, number]) => {
    if (position) await sendMouse({ type: "move", position: [Math.round(position[0]), Math.round(position[1])] });
    if (type !== "move") await sendMouse({ type });
    await shown.settled();
  };
  /** Takes hold of a point, and is so many pixels away from it now. */
  const pull = async ([x, y]: readonly [number, number], dx: number) => {
    await mouse("down", [x, y]);
    await mouse("move", [x + dx / 2, y]);
    await mouse("move", [x + dx, y]);
  };
  /** How much a pixel is on the axis. */
  const pixel = () => (place("sd") - place("mean")) / (middle(handle("sd"))[0] - middle(handle("mean"))[0]);
  const place = (knob: string) => Number(value()["mean"]) + (knob === "sd" ? Number(value()["sd"]) : 0);
  const choose = async (family: string) => {
    const select = one<HTMLSelectElement>("select");
    select.value = family;
    select.dispatchEvent(new Event("change"));
    await shown.settled();
  };
  const type = async (knob: string, typed: string, key = "Enter") => {
    field(knob).focus();
    field(knob).select();
    await sendKeys({ type: typed });
    await press(key);
  };

  describe("by pointer", () => {
    it("moves the mean by its handle, live, and keeps the standard deviation", async () => {
      await show();
      const scale = pixel();
      await pull(middle(handle("mean")), 40);
      assert.approximately(Number(lastSent()["mean"]), 100 + 40 * scale, 1, "before the release");
      await mouse("up");
      assert.approximately(Number(value()["mean"]), 100 + 40 * scale, 1);
      assert.equal(value()["sd"], 20);
    });

    it("widens by the handle of the standard deviation, never to nothing", async () => {
      await show();
      const scale = pixel();
      await pull(middle(handle("sd")), 30);
      await mouse("up");
      assert.approximately(Number(value()["sd"]), 20 + 30 * scale, 1);
      assert.equal(value()["mean"], 100);
      await pull(middle(handle("sd")), -400);
      await mouse("up");
      assert.isAbove(Number(value()["sd"]), 0);
      assert.isBelow(Number(value()["sd"]), 2);
    });

    it("takes a handle anywhere on it, and a press alone changes nothing", async () => {
      await show();
      const [x, y] = middle(handle("mean"));
      await pull([x + 6, y - 5], 0);
      await mouse("up");
      assert.isEmpty(shown.sent);
      assert.equal(button("Undo").ariaDisabled, "true");
    });

    it("moves all of it from anywhere else", async () => {
      await show({ value: FREE });
      const [x, y] = middle(one(".plot"));
      await pull([x + 60, y + 70], 50);
      await mouse("up");
      const [a = 0, b = 0, c = 0] = value()["x"] as number[];
      assert.isAbove(a, 10);
      assert.approximately(b - a, 10, 1e-9);
      assert.approximately(c - b, 10, 1e-9);
    });

    it("does not move one quantile past the next, nor past a limit", async () => {
      await show({ value: FREE, low: 8 });
      await pull(middle(handle("50%")), 500);
      await mouse("up");
      const [, b = 0] = value()["x"] as number[];
      assert.isBelow(b, 30);
      assert.isAbove(b, 29);
      await pull(middle(handle("10%")), -500);
      await mouse("up");
      const [a = 0] = value()["x"] as number[];
      assert.isAbove(a, 8);
      assert.isBelow(a, 8.5);
    });

    it("takes a drag back by Escape, from the kernel and from undo too", async () => {
      await show();
      await pull(middle(handle("mean")), 60);
      assert.notEqual(value()["mean"], 100);
      await press("Escape");
      assert.deepEqual(value(), NORMAL);
      assert.deepEqual(lastSent(), NORMAL);
      await mouse("up");
      assert.equal(button("Undo").ariaDisabled, "true");
    });

    it("is not torn out of the hand by the kernel, and the axis stands still meanwhile", async () => {
      await show();
      const ticks = text(".axis");
      await pull(middle(handle("mean")), 60);
      const held = value();
      await shown.receive({ value: { family: "normal", mean: 0, sd: 1 } });
      assert.deepEqual(value(), held);
      assert.equal(text(".axis"), ticks);
      await mouse("up");
      assert.deepEqual(lastSent(), held);
    });

    it("takes a drag back when it is removed meanwhile", async () => {
      await show();
      await pull(middle(handle("mean")), 60);
      const { element } = shown;
      shown.remove();
      assert.deepEqual(element.value, NORMAL);
      await mouse("up");
    });
  });

  describe("by keys", () => {
    it("steps, steps far and goes to the ends of the axis", async () => {
      await show();
      handle("mean").focus();
      await press("ArrowRight");
      const step = Number(value()["mean"]) - 100;
      assert.isAbove(step, 0);
      await press("ArrowDown");
      assert.equal(value()["mean"], 100);
      await press("Shift+ArrowUp");
      assert.approximately(Number(value()["mean"]), 100 + 10 * step, 1e-9);
      await press("PageDown", "PageDown");
      assert.approximately(Number(value()["mean"]), 100 - 10 * step, 1e-9);
      await press("Home");
      assert.isBelow(Number(value()["mean"]), 60);
      const low = Number(value()["mean"]);
      await press("End");
      assert.isAbove(Number(value()["mean"]), low + 20);
    });

    it("narrows and widens as far as the axis goes", async () => {
      await show();
      handle("sd").focus();
      await press("End");
      assert.isAbove(Number(value()["sd"]), 50);
      await press("Home");
      assert.isBelow(Number(value()["sd"]), 3);
      assert.equal(value()["mean"], 100);
    });

    it("stops where a step makes no distribution", async () => {
      await show({ value: { family: "triangular", low: 0, mode: 1, high: 10 } });
      handle("mode").focus();
      await press("Home");
      assert.equal(value()["mode"], 0);
      await press("ArrowLeft");
      assert.equal(value()["mode"], 0);
      await press("End");
      assert.equal(value()["mode"], 10);
    });

    it("moves all with Alt, at any handle", async () => {
      await show({ value: FREE });
      handle("90%").focus();
      await press("Alt+PageUp");
      const [a = 0, b = 0, c = 0] = value()["x"] as number[];
      assert.isAbove(a, 10);
      assert.deepEqual([b - a, c - b], [10, 10]);
    });

    it("moves what has no place of its own by its mean", async () => {
      await show({ value: { family: "gamma", shape: 4, scale: 5 } });
      handle("sd").focus();
      await press("Alt+PageUp");
      const { shape = 0, scale = 0 } = value() as Record<string, number>;
      assert.isAbove(shape * scale, 20);
      assert.approximately(Math.sqrt(shape) * scale, 10, 1e-9);
    });

    it("undoes and redoes: presses at one handle together, each change by itself", async () => {
      await show();
      handle("mean").focus();
      await press("ArrowRight", "ArrowRight", "ArrowRight");
      const first = value();
      handle("sd").focus();
      await press("ArrowRight");
      const second = value();
      await press("Control+z");
      assert.deepEqual(value(), first);
      await press("Control+z");
      assert.deepEqual(value(), NORMAL);
      await press("Control+z", "Control+y");
      assert.deepEqual(value(), first);
      await press("Control+Shift+Z");
      assert.deepEqual(value(), second);
      button("Undo").click();
      await shown.settled();
      assert.deepEqual(lastSent(), first);
      button("Redo").click();
      await shown.settled();
      assert.deepEqual(value(), second);
    });

    it("keeps its keys from the notebook", async () => {
      await show();
      const keys: string[] = [];
      const listen = (event: KeyboardEvent) => keys.push(event.key);
      window.addEventListener("keydown", listen);
      handle("mean").focus();
      await press("ArrowRight", "Control+z", "d");
      window.removeEventListener("keydown", listen);
      assert.deepEqual(keys, ["Control"]);
    });
  });

  describe("by typing", () => {
    it("takes an exact number", async () => {
      await show();
      await type("mean", "1,234.567");
      assert.equal(value()["mean"], 1234.567);
      await type("standard deviation", "7.25", "Tab");
      assert.deepEqual(lastSent(), { family: "normal", mean: 1234.567, sd: 7.25 });
      await press("Control+z");
    });

    it("takes what has no handle, and what is made of others", async () => {
      await show({ value: { family: "beta", low: 0, high: 1, alpha: 2, beta: 5 } });
      await type("alpha", "3");
      assert.deepEqual(value(), { family: "beta", low: 0, high: 1, alpha: 3, beta: 5 });
      await type("mean", "0.5");
      assert.approximately(Number(value()["alpha"]), Number(value()["beta"]), 1e-12);
    });

    it("makes the nearest distribution of a number that makes none", async () => {
      await show({ value: { family: "uniform", low: 0, high: 10 } });
      await type("low", "99");
      assert.isBelow(Number(value()["low"]), 10);
      assert.isAbove(Number(value()["low"]), 9.5);
      await show({ value: { family: "gamma", shape: 2, scale: 1 } });
      await type("shape", "-3");
      assert.isAtLeast(Number(value()["shape"]), 0.01);
    });

    it("says that a text is no number, and keeps the distribution", async () => {
      await show();
      await type("mean", "much");
      assert.equal(field("mean").ariaInvalid, "true");
      assert.isEmpty(shown.sent);
    });
  });

  describe("families", () => {
    it("begin with the mean and the standard deviation of the last one", async () => {
      await show();
      for (const family of ["lognormal", "uniform", "triangular", "pert", "beta", "gamma", "quantiles", "normal"]) {
        await choose(family);
        assert.equal(value()["family"], family);
        assert.approximately(Number(stats()["mean"]!.replace(",", "")), 100, 0.2, family);
        assert.approximately(Number(stats()["standard deviation"]), 20, 0.1, family);
      }
      assert.approximately(Number(value()["mean"]), 100, 0.1);
    });

    it("that can not be there say so, and leave what is", async () => {
      await show({ value: { family: "normal", mean: -50, sd: 5 }, high: -20 });
      await choose("lognormal");
      assert.include(text("[role=status]"), "Lognormal does not fit here");
      assert.equal(value()["family"], "normal");
      assert.equal(one<HTMLSelectElement>("select").value, "normal");
      assert.isEmpty(shown.sent);
    });

    it("go over to free quantiles without a change of quantiles, and one undo goes back", async () => {
      await show();
      const before = stats();
      await choose("quantiles");
      assert.deepEqual(value()["p"], [0.05, 0.25, 0.5, 0.75, 0.95]);
      assert.approximately(Number(field("5%").value), Number(before["5%"]), 0.01);
      await press("Tab");
      button("Undo").click();
      await shown.settled();
      assert.deepEqual(value(), NORMAL);
    });
  });

  describe("data", () => {
    const data = Float64Array.from({ length: 100 }, (_, i) => 50 + i);

    it("is drawn and told, with the gap to it", async () => {
      await show({ data });
      assert.match(text("header"), /^Score 100 numbers · largest gap \d/);
      assert.isNotEmpty(one(".bars").getAttribute("d"));
      await shown.receive({ data: new Float64Array() });
      assert.equal(text("header"), "Score");
      assert.equal(one(".bars").getAttribute("d"), "");
      assert.isTrue(button("Fit to data").hidden);
    });

    it("is fitted by the family that is there", async () => {
      await show({ data });
      button("Fit to data").click();
      await shown.settled();
      assert.approximately(Number(value()["mean"]), 99.5, 1e-9);
      assert.approximately(Number(value()["sd"]), 28.866, 1e-3);
      await choose("uniform");
      button("Fit to data").click();
      await shown.settled();
      assert.deepEqual(value(), { family: "uniform", low: 50, high: 149 });
      assert.match(text("header"), /largest gap (1|0\.\d+)%/);
    });

    it("gives free quantiles its own", async () => {
      await show({ data, value: FREE });
      button("Fit to data").click();
      await shown.settled();
      for (const [i, x] of (value()["x"] as number[]).entries()) assert.approximately(x, [59.9, 99.5, 139.1][i]!, 1e-9);
    });

    it("that has too few numbers to fit says so", async () => {
      await show({ data: Float64Array.of(3, 3) });
      button("Fit to data").click();
      await shown.settled();
      assert.include(text("[role=status]"), "does not fit");
      assert.deepEqual(value(), NORMAL);
    });
  });

  describe("what it shows", () => {
    it("names each handle, with its number in words and unit", async () => {
      await show({ unit: "km" });
      const sd = handle("sd");
      assert.equal(sd.role, "slider");
      assert.equal(sd.ariaLabel, "Score standard deviation");
      assert.equal(sd.ariaValueText, "20\u202fkm");
      assert.equal(sd.ariaValueNow, "20");
      assert.isAtMost(Number(sd.ariaValueMin), 20);
      assert.isAbove(Number(sd.ariaValueMax), 20);
    });

    it("tells mean, spread and quantiles, of what limits leave", async () => {
      await show();
      assert.deepEqual(stats(), {
        mean: "100",
        "standard deviation": "20",
        "5%": "67.1",
        "25%": "86.51",
        "50%": "100",
        "75%": "113.5",
        "95%": "132.9",
      });
      await shown.receive({ low: 100 });
      assert.equal(stats()["50%"], "113.5");
      assert.equal(stats()["mean"], "116");
      assert.equal(field("mean").value, "100", "the family's own");
    });

    it("draws shares below in place of the density", async () => {
      await show();
      const density = one(".line").getAttribute("d");
      button("Cumulative").click();
      await shown.settled();
      assert.equal(button("Cumulative").ariaPressed, "true");
      assert.notEqual(one(".line").getAttribute("d"), density);
      const { bottom, height } = one(".plot").getBoundingClientRect();
      assert.approximately(bottom - middle(handle("mean"))[1], (height * 0.92) / 2, 2, "half lies below the mean");
      assert.isEmpty(shown.sent);
    });

    it("shows the standard normal distribution for a value that is none, and says so", async () => {
      for (const wrong of [{}, { family: "normal", mean: 0, sd: -1 }, { family: "x" }, 3, null]) {
        await show({ value: wrong });
        assert.isUndefined(shown.error);
        if (typeof wrong === "object" && wrong) assert.include(text("[role=status]"), "No distribution");
        assert.lengthOf(all("[role=slider]"), 2);
        shown.dispose();
      }
      await show();
    });

    it("stands limits that are none, and numbers of any size", async () => {
      await show({ low: 9, high: 3 });
      assert.equal(stats()["mean"], "100");
      for (const value of [
        { family: "normal", mean: 1e200, sd: 1e-200 },
        { family: "normal", mean: -1e299, sd: 1e299 },
        { family: "gamma", shape: 1000, scale: 1e-12 },
        { family: "lognormal", median: 1e-9, sigma: 20 },
        { family: "beta", low: 0, high: 1, alpha: 0.01, beta: 0.01 },
        { family: "quantiles", p: [0.001, 0.999], x: [0, 1e-300] },
      ]) {
        await shown.receive({ value, low: null, high: null });
        assert.isUndefined(shown.error);
        assert.notInclude(shown.element.shadowRoot!.innerHTML, "NaN", JSON.stringify(value));
        all(".handle").at(-1)!.focus();
        await press("ArrowRight", "ArrowLeft", "End", "Home");
        assert.isUndefined(shown.error);
      }
    });

    it("never sends what nobody did, and works in an export", async () => {
      await show();
      await shown.receive({ value: FREE, low: 0, data: Float64Array.of(1, 2) });
      assert.isEmpty(shown.sent);
      shown.dispose();
      await show({}, { mode: "export" });
      handle("mean").focus();
      await press("PageUp");
      assert.notEqual(value()["mean"], 100);
      assert.isEmpty(shown.sent);
    });

    it("keeps two views in step", async () => {
      await show();
      const second = await shown.view();
      handle("mean").focus();
      await press("PageUp");
      await shown.settled();
      assert.deepEqual(second.element.value, value());
    });
  });
});
