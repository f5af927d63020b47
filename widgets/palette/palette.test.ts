import { assert } from "@open-wc/testing";
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { PaletteElement } from "./element.ts";
import { type Lch, toLch } from "./oklch.ts";

type Page = TestHost<PaletteElement>;

const ABC = { value: ["#d86762", "#5c8a0e", "#0e72b1"] };
const [A, B, C] = ABC.value as [string, string, string];
const find = <E extends HTMLElement = HTMLElement>(it: Page, selector: string): E => {
  const found = it.element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`Expected an element that fits ${selector}.`);
  return found;
};
const all = (it: Page, selector: string) => [...it.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const last = (it: Page) => it.sent.at(-1)?.value;
const note = (it: Page) => find(it, ".note").textContent;
const field = (it: Page) => find<HTMLInputElement>(it, ".text");
const chosen = (it: Page) => all(it, ".strip input").findIndex((each) => (each as HTMLInputElement).checked);
const slider = (it: Page, channel: number) => all(it, "[type=range]")[channel] as HTMLInputElement;
const button = (it: Page, name: string) => find(it, `[aria-label="${name}"]`);
const press = async (it: Page, ...chords: string[]) => {
  for (const chord of chords) {
    const held = chord === "+" ? [] : chord.split("+");
    const key = held.pop() ?? chord;
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: key });
    for (const each of held) await sendKeys({ up: each });
  }
  await it.settled();
};
const type = async (it: Page, text: string) => {
  field(it).select();
  await sendKeys({ type: text });
};
const paste = async (it: Page, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  field(it).dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  await it.settled();
};
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
};

describe("palette", () => {
  let open: Page | undefined;
  const show = async (traits: HostOptions["traits"], options: HostOptions = {}) => {
    open = await host(PaletteElement, { ...options, traits });
    open.element.renderRoot.querySelector<HTMLElement>(".strip :checked")?.focus();
    return open;
  };
  afterEach(async () => {
    await resetMouse();
    open?.dispose();
    open = undefined;
  });

  describe("with keys on the colours", () => {
    it("chooses with arrows, Home and End, and sends nothing", async () => {
      const it = await show(ABC);
      const seen: number[] = [];
      for (const key of ["ArrowRight", "End", "Home", "ArrowLeft"]) {
        await press(it, key);
        seen.push(chosen(it));
      }
      assert.deepEqual(seen, [1, 2, 0, 2]);
      assert.equal(field(it).value, C);
      assert.deepEqual(it.sent, []);
      assert.equal(it.element.shadowRoot!.activeElement?.ariaLabel, `3: blue, ${C}`);
    });

    it("moves with Alt and arrows, stops at the ends, and stays at the colour", async () => {
      const it = await show(ABC);
      await press(it, "Alt+ArrowLeft");
      assert.deepEqual(it.sent, []);
      await press(it, "Alt+ArrowRight", "Alt+ArrowRight");
      assert.deepEqual(last(it), [B, C, A]);
      assert.equal(chosen(it), 2);
      assert.equal(note(it), "Place 3 of 3.");
    });

    it("removes with Delete and adds with +, as far as the limits go", async () => {
      const it = await show({ ...ABC, min_colors: 2, max_colors: 3 });
      await press(it, "Delete");
      assert.deepEqual(last(it), [B, C]);
      await press(it, "Backspace");
      assert.equal(note(it), "At least 2 must stay.");
      await press(it, "+");
      assert.lengthOf(last(it) as string[], 3);
      await press(it, "+");
      assert.equal(note(it), "Full: at most 3 colours.");
      assert.lengthOf(it.sent, 2);
    });

    it("takes steps back and does them again, also from the buttons", async () => {
      const it = await show(ABC);
      await press(it, "Delete", "Alt+ArrowRight", "Control+z", "Control+z");
      assert.deepEqual(last(it), [A, B, C]);
      await press(it, "Control+z");
      assert.equal(note(it), "Nothing to undo.");
      await press(it, "Control+y");
      assert.deepEqual(last(it), [B, C]);
      button(it, "Undo").click();
      await it.settled();
      assert.deepEqual(last(it), [A, B, C]);
    });

    it("forgets its steps when the notebook sets other colours", async () => {
      const it = await show(ABC);
      await press(it, "Delete");
      await it.receive({ value: ["#ffffff"] });
      assert.equal(button(it, "Undo").ariaDisabled, "true");
      await press(it, "Control+z");
      assert.deepEqual(it.element.value, ["#ffffff"]);
    });
  });

  describe("with a pointer", () => {
    const carry = async (it: Page, from: number, to: number, drop = true) => {
      const [start, end] = [from, to].map((n) => middle(all(it, ".swatch")[n]!)) as [Point, Point];
      await sendMouse({ type: "move", position: [start.x, start.y] });
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [end.x, end.y] });
      if (drop) await sendMouse({ type: "up" });
      await it.settled();
    };
    type Point = { x: number; y: number };

    it("chooses with a click", async () => {
      const it = await show(ABC, { width: 600 });
      const { x, y } = middle(all(it, ".swatch")[2]!);
      await sendMouse({ type: "click", position: [x, y] });
      await it.settled();
      assert.equal(chosen(it), 2);
      assert.deepEqual(it.sent, []);
    });

    it("carries a colour to another place, and sends when it is dropped", async () => {
      const it = await show(ABC, { width: 600 });
      await carry(it, 0, 2, false);
      assert.deepEqual(
        all(it, ".swatch input").map((each) => each.ariaLabel?.slice(-7)),
        [B, C, A],
      );
      assert.deepEqual(it.sent, []);
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(it.sent, [{ value: [B, C, A] }]);
      assert.equal(chosen(it), 2);
    });

    it("keeps a colour in the hand while the notebook sets others", async () => {
      const it = await show(ABC, { width: 600 });
      await carry(it, 0, 2, false);
      await it.receive({ value: ["#ffffff"] });
      assert.lengthOf(all(it, ".swatch"), 3);
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(last(it), [B, C, A]);
      assert.deepEqual(it.element.value, [B, C, A]);
      assert.lengthOf(all(it, ".swatch"), 3);
    });

    it("puts it back with Escape", async () => {
      const it = await show(ABC, { width: 600 });
      await carry(it, 2, 0, false);
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(it.sent, []);
      assert.equal(all(it, ".swatch input")[2]?.ariaLabel?.slice(-7), C);
      assert.equal(chosen(it), 2);
    });

    it("is carried by a finger", async () => {
      const it = await show(ABC, { width: 600 });
      const points = [0, 1, 2].map((n) => middle(all(it, ".swatch")[n]!));
      await executeServerCommand("inlay:touch", points);
      await it.settled();
      assert.deepEqual(last(it), [B, C, A]);
    });
  });

  describe("sliders", () => {
    it("change one coordinate and send as they move", async () => {
      const it = await show(ABC);
      slider(it, 2).focus();
      await press(it, "PageUp");
      const [before, after] = [A, (last(it) as string[])[0]!].map(toLch) as [Lch, Lch];
      assert.closeTo(after[0], before[0], 0.01);
      assert.isAbove(after[2], before[2] + 10);
      assert.deepEqual((last(it) as string[]).slice(1), [B, C]);
    });

    it("are one step to take back while one is not left", async () => {
      const it = await show(ABC);
      slider(it, 0).focus();
      await press(it, "ArrowUp", "ArrowUp", "ArrowUp", "Tab", "ArrowDown", "Control+z", "Control+z");
      assert.deepEqual(last(it), [A, B, C]);
      await press(it, "Control+z");
      assert.equal(note(it), "Nothing to undo.");
    });

    it("keep hue and chroma while the colour is grey or too dark to have them", async () => {
      const it = await show({ value: [C] });
      slider(it, 1).focus();
      await press(it, "Home");
      const [grey] = last(it) as [string];
      assert.equal(toLch(grey)[1], 0);
      assert.equal(slider(it, 2).value, "245");
      slider(it, 0).focus();
      await press(it, "Home");
      assert.deepEqual(last(it), ["#000000"]);
      assert.equal(slider(it, 2).value, "245");
    });

    it("say what sRGB cannot show, and stay where they were put", async () => {
      const it = await show({ value: [C] });
      assert.match(find(it, ".gamut").textContent!, /^\s*Inside sRGB/);
      slider(it, 1).focus();
      await press(it, "End");
      assert.match(find(it, ".gamut").textContent!, /Outside sRGB: shown with chroma 0[.,]1\d\d/);
      assert.equal(slider(it, 1).value, "0.33");
    });

    it("wait for the end of a drag without `live`", async () => {
      const it = await show({ value: [C], live: false });
      const range = slider(it, 0);
      const { x, y } = middle(range);
      await sendMouse({ type: "move", position: [x, y] });
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [x + 40, y] });
      await it.settled();
      assert.deepEqual(it.sent, []);
      assert.notEqual(field(it).value, C);
      await it.receive({ value: ["#ffffff"] });
      assert.notEqual(field(it).value, "#ffffff", "torn out of the hand");
      await sendMouse({ type: "up" });
      await it.settled();
      assert.lengthOf(it.sent, 1);
    });
  });

  describe("typing", () => {
    it("takes any colour of CSS with Enter", async () => {
      const it = await show(ABC);
      await type(it, "teal");
      await press(it, "Enter");
      assert.deepEqual(last(it), ["#008080", B, C]);
      assert.equal(field(it).value, "#008080");
    });

    it("keeps what is no colour, says so, and takes it once it is right", async () => {
      const it = await show(ABC);
      await type(it, "blau");
      await press(it, "Enter");
      assert.match(note(it)!, /^“blau” is no colour/);
      assert.equal(field(it).ariaInvalid, "true");
      await press(it, "Tab");
      assert.equal(field(it).value, "blau");
      await it.receive({ value: [C] });
      assert.equal(field(it).value, "blau");
      field(it).focus();
      await type(it, "blue");
      await press(it, "Enter");
      assert.equal(field(it).ariaInvalid, "false");
      assert.deepEqual(last(it), ["#0000ff"]);
    });

    it("leaves the colour with Escape", async () => {
      const it = await show(ABC);
      await type(it, "xyz");
      await press(it, "Enter", "Escape");
      assert.equal(field(it).value, A);
      assert.equal(note(it), "");
      assert.deepEqual(it.sent, []);
    });

    it("puts a pasted list in, and says what there was no room for", async () => {
      const it = await show({ ...ABC, max_colors: 4 });
      await paste(it, "#111111, #222222\n#333333");
      assert.deepEqual(last(it), ["#111111", "#222222", B, C]);
      assert.equal(note(it), "2 colours put in. 1 left out: at most 4.");
    });

    it("starts a palette that is empty", async () => {
      const it = await show({ value: [], min_colors: 0 });
      assert.isTrue(slider(it, 0).disabled);
      await type(it, "#123");
      await press(it, "Enter");
      assert.deepEqual(last(it), ["#112233"]);
    });
  });

  it("shows one colour without the tools of a palette", async () => {
    const it = await show({ value: [A], max_colors: 1 });
    assert.isNull(it.element.renderRoot.querySelector(".strip"));
    assert.isNull(it.element.renderRoot.querySelector('[aria-label="Add"]'));
    await type(it, "#123456");
    await press(it, "Enter");
    assert.deepEqual(last(it), ["#123456"]);
  });

  it("says contrast in figures and words", async () => {
    const it = await show({ value: ["#777777"], backgrounds: ["#ffffff", "#000000"] });
    const texts = all(it, ".tiles li").map((each) => each.textContent!.replace(/\s+/g, " ").trim());
    const n = (x: number) => x.toLocaleString();
    assert.deepEqual(texts, [
      `On light ${n(4.47)} : 1 AA: large text, graphics`,
      `On dark ${n(4.68)} : 1 AA: all text`,
      `White on it ${n(4.47)} : 1 AA: large text, graphics`,
      `Black on it ${n(4.68)} : 1 AA: all text`,
    ]);
  });

  it("names the pairs that become alike", async () => {
    const it = await show({ value: ["#c1582e", "#0e72b1", "#6d7b2b"] });
    const texts = all(it, ".pairs").map((each) => each.textContent);
    assert.deepEqual([texts[0], texts[2], texts[3]], ["All differ", "1 alike: 1 brown ≈ 3 lime", "All differ"]);
    assert.match(all(it, "details p")[2]!.textContent!, /no green cones\. 1 alike: 1 brown ≈ 3 lime\./);
  });

  it("names a few pairs of a scale that has thousands", async () => {
    const it = await show({
      value: Array.from({ length: 256 }, (_, n) => `#${n.toString(16).padStart(2, "0").repeat(3)}`),
    });
    const text = find(it, ".pairs").textContent!;
    assert.match(text, /^\d\D?\d{3} alike: /);
    assert.match(text, / …$/);
    assert.isBelow(text.length, 1000);
    assert.equal(all(it, ".pairs")[2]!.textContent, "No more alike");
  });

  it("picks from the screen where the browser can", async () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, "EyeDropper");
    const answers = [{ sRGBHex: "#ABCDEF" }, undefined];
    Object.defineProperty(globalThis, "EyeDropper", {
      configurable: true,
      value: class {
        open = () =>
          answers[0] ? Promise.resolve(answers.shift()) : Promise.reject(new DOMException("", "AbortError"));
      },
    });
    try {
      const it = await show(ABC);
      button(it, "Pick from the screen").click();
      await it.settled();
      assert.deepEqual(last(it), ["#abcdef", B, C]);
      button(it, "Pick from the screen").click();
      await it.settled();
      assert.equal(note(it), "No colour was picked.");
      assert.lengthOf(it.sent, 1);
    } finally {
      if (original) Object.defineProperty(globalThis, "EyeDropper", original);
      else Reflect.deleteProperty(globalThis, "EyeDropper");
    }
  });
});
