import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import type { Point } from "./curve.ts";
import { CurveEditorElement } from "./element.ts";

type Host = TestHost<CurveEditorElement>;

const FOUR: readonly Point[] = [
  [0, 0],
  [0.25, 0.2],
  [0.5, 0.5],
  [1, 1],
];

const EASE: readonly Point[] = [
  [0, 0],
  [0.25, 0.1],
  [0.25, 1],
  [1, 1],
];

describe("curve-editor", () => {
  let shown: Host;
  const show = async (traits: HostOptions["traits"] = {}, options: HostOptions = {}) => {
    shown = (await host(CurveEditorElement, {
      width: 664,
      ...options,
      traits: { points: FOUR, kind: "linear", height: 300, ...traits },
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
  const handle = (index: number) => all(".point")[index]!;
  const focusedIndex = () => all(".point").indexOf(shown.element.shadowRoot!.activeElement as HTMLElement);
  const field = (index: number) => all<HTMLInputElement>("input")[index]!;
  const button = (name: string) => all("button").find((each) => each.textContent === name)!;
  const select = (name: string) => all<HTMLSelectElement>(`select[aria-label=${name}]`)[0];
  const choose = async (name: string, word: string) => {
    const found = select(name)!;
    found.value = word;
    found.dispatchEvent(new Event("change"));
    await shown.settled();
  };
  const click = async (name: string) => {
    button(name).click();
    await shown.settled();
  };
  const points = (): readonly Point[] => shown.element.points;
  const lastSent = () => shown.sent.at(-1);

  /** Where a point of the plot is on the page, for limits 0 to 1. */
  const place = (x: number, y: number): [number, number] => {
    const { left, top, width, height } = all(".plot")[0]!.getBoundingClientRect();
    return [Math.round(left + x * width), Math.round(top + (1 - y) * height)];
  };
  const mouse = async (type: "move" | "down" | "up", x?: number, y?: number) => {
    if (x !== undefined) await sendMouse({ type: "move", position: place(x, y!) });
    if (type !== "move") await sendMouse({ type });
    await shown.settled();
  };
  const drag = async (from: Point, to: Point) => {
    await mouse("down", ...from);
    await mouse("move", (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    await mouse("move", ...to);
    await mouse("up");
  };
  const press = async (...keys: string[]) => {
    for (const chord of keys) {
      const [key = "", ...modifiers] = chord.split("+").toReversed();
      for (const modifier of modifiers) await sendKeys({ down: modifier });
      await sendKeys({ press: key });
      for (const modifier of modifiers) await sendKeys({ up: modifier });
    }
    await shown.settled();
  };
  const at = async (index: number, ...keys: string[]) => {
    handle(index).focus();
    await press(...keys);
  };

  describe("by pointer", () => {
    it("drags a point, live", async () => {
      await show();
      await mouse("down", 0.25, 0.2);
      await mouse("move", 0.3, 0.4);
      assert.deepEqual(
        lastSent(),
        {
          points: [
            [0, 0],
            [0.3, 0.4],
            [0.5, 0.5],
            [1, 1],
          ],
        },
        "before the release",
      );
      await mouse("move", 0.4, 0.6);
      await mouse("up");
      assert.deepEqual(points()[1], [0.4, 0.6]);
    });

    it("takes hold beside the middle of a point without a jump, and a mere click moves nothing", async () => {
      await show();
      const [x, y] = place(0.25, 0.2);
      await sendMouse({ type: "move", position: [x + 6, y + 4] });
      await sendMouse({ type: "down" });
      await mouse("up");
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [x + 8, y + 2] });
      await mouse("up");
      assert.deepEqual(shown.sent, [], "nor does a hand that trembles");
      assert.equal(focusedIndex(), 1);
      await sendMouse({ type: "move", position: [x + 6, y + 4] });
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [x + 66, y + 4] });
      await mouse("up");
      assert.deepEqual(points()[1], [0.35, 0.2]);
    });

    it("stops at the neighbours and at the limits", async () => {
      await show();
      await drag([0.25, 0.2], [0.9, 1.2]);
      assert.deepEqual(points()[1], [0.499, 1]);
    });

    it("takes a drag back by Escape", async () => {
      await show();
      await mouse("down", 0.25, 0.2);
      await mouse("move", 0.4, 0.7);
      await press("Escape");
      await mouse("up");
      assert.deepEqual(points(), FOUR);
      assert.equal(button("Undo").ariaDisabled, "true");
    });

    it("adds a point on the curve by a click, without changing the curve", async () => {
      await show();
      await mouse("down", 0.75, 0.75);
      await mouse("up");
      assert.lengthOf(points(), 5);
      const [x, y] = points()[3]!;
      assert.closeTo(x!, 0.75, 0.006);
      assert.closeTo(y!, x!, 0.001);
      assert.equal(focusedIndex(), 3);
    });

    it("adds a point and drags it in one go; Escape takes both back", async () => {
      await show();
      await drag([0.75, 0.75], [0.8, 0.4]);
      assert.lengthOf(points(), 5);
      assert.closeTo(points()[3]![0]!, 0.8, 0.006);
      await click("Undo");
      assert.deepEqual(points(), FOUR);
      await mouse("down", 0.75, 0.75);
      await mouse("move", 0.8, 0.4);
      await press("Escape");
      await mouse("up");
      assert.deepEqual(points(), FOUR);
    });

    it("does nothing where nothing is", async () => {
      await show();
      await drag([0.2, 0.8], [0.3, 0.9]);
      assert.deepEqual(shown.sent, []);
    });

    it("is not torn by what the kernel sends during a drag", async () => {
      await show();
      await mouse("down", 0.25, 0.2);
      await mouse("move", 0.4, 0.6);
      await shown.receive({
        points: [
          [0, 0],
          [1, 0],
        ],
      });
      await mouse("move", 0.3, 0.3);
      await mouse("up");
      assert.deepEqual(points(), [
        [0, 0],
        [0.3, 0.3],
        [0.5, 0.5],
        [1, 1],
      ]);
    });

    it("reaches handles beyond the limits, and brings them back", async () => {
      await show({ kind: "bezier", points: EASE, ends: "fixed" });
      const [x, y] = [0.25, 0.1].map((n, i) => (i ? (n + 0.6) / 2.2 : n)) as [number, number];
      await drag([x, y], [0.4, 1]);
      assert.deepEqual(points()[1], [0.4, 1.6]);
      await drag([0.4, 1], [0.4, (0.5 + 0.6) / 2.2]);
      assert.closeTo(points()[1]![1]!, 0.5, 0.01);
    });
  });

  it("takes hold of a handle that lies on an end", async () => {
    await show({ kind: "bezier", points: EASE, ends: "fixed" });
    await choose("Preset", "linear");
    await drag([1, 1.6 / 2.2], [0.8, 1.6 / 2.2]);
    assert.deepEqual(points()[2], [0.8, 1]);
  });

  describe("by keys", () => {
    it("is one tab stop for all points; Page Up, Page Down, Home and End go between them", async () => {
      await show();
      assert.deepEqual(
        all(".point").map((each) => each.tabIndex),
        [-1, 0, -1, -1],
      );
      await at(1, "PageDown");
      assert.equal(focusedIndex(), 2);
      await press("End");
      assert.equal(focusedIndex(), 3);
      await press("PageUp", "PageUp");
      assert.equal(focusedIndex(), 1);
      await press("Home");
      assert.equal(focusedIndex(), 0);
      assert.equal(handle(0).tabIndex, 0);
      assert.deepEqual(shown.sent, []);
    });

    it("moves by arrows a hundredth of the limits, with Shift ten times as far", async () => {
      await show();
      await at(1, "ArrowRight", "ArrowUp");
      assert.deepEqual(points()[1], [0.26, 0.21]);
      await press("Shift+ArrowLeft", "Shift+ArrowUp", "ArrowDown", "ArrowLeft");
      assert.deepEqual(points()[1], [0.15, 0.3]);
    });

    it("moves by the step where there is one", async () => {
      await show({ x_step: 0.125, y_step: 0.1 });
      await at(1, "ArrowRight", "ArrowUp");
      assert.deepEqual(points()[1], [0.375, 0.3]);
      await press("ArrowRight");
      assert.deepEqual(points()[1], [0.375, 0.3], "the next place is taken");
    });

    it("adds by Enter in the middle behind, and removes by Delete and Backspace", async () => {
      await show();
      await at(1, "Enter");
      assert.deepEqual(points()[2], [0.375, 0.35]);
      assert.equal(focusedIndex(), 2);
      await press("Delete");
      assert.deepEqual(points(), FOUR);
      assert.equal(focusedIndex(), 2);
      await press("Backspace");
      assert.deepEqual(points(), FOUR.toSpliced(2, 1));
    });

    it("keeps ends that slide", async () => {
      await show();
      await at(0, "Delete", "ArrowRight", "ArrowUp");
      assert.deepEqual(points()[0], [0, 0.01]);
      await at(3, "Enter");
      assert.deepEqual(points()[3], [0.75, 0.75], "behind the last is before it");
    });

    it("undoes a row of arrow presses as one step, and does it again", async () => {
      await show();
      await at(1, "ArrowRight", "ArrowRight", "ArrowUp");
      await press("PageDown", "ArrowUp");
      assert.deepEqual(points().slice(1, 3), [
        [0.27, 0.21],
        [0.5, 0.51],
      ]);
      await press("Control+z");
      assert.deepEqual(points().slice(1, 3), [
        [0.27, 0.21],
        [0.5, 0.5],
      ]);
      await press("Control+z");
      assert.deepEqual(points(), FOUR);
      await press("Control+z", "Control+Shift+Z", "Control+y");
      assert.deepEqual(points().slice(1, 3), [
        [0.27, 0.21],
        [0.5, 0.51],
      ]);
    });
  });

  describe("by fields and buttons", () => {
    const type = async (index: number, text: string, key = "Enter") => {
      field(index).focus();
      field(index).select();
      await sendKeys({ type: text });
      await press(key);
    };

    it("takes typed numbers exactly, within the limits and between the neighbours", async () => {
      await show();
      await type(0, "0.123456");
      await type(1, "0.98765");
      assert.deepEqual(points()[1], [0.123456, 0.98765]);
      await type(0, "3");
      assert.deepEqual(points()[1], [0.499, 0.98765]);
      await type(1, "-3");
      assert.deepEqual(points()[1], [0.499, 0]);
    });

    it("follows the selected point", async () => {
      await show({ x_label: "Heat" });
      assert.equal(field(0).value, "0.25");
      await at(2);
      await shown.settled();
      assert.equal(field(0).value, "0.5");
      assert.equal(field(0).ariaLabel, "Point 3 of 4: Heat");
    });

    it("adds, removes, undoes and does again", async () => {
      await show();
      await click("Add");
      assert.lengthOf(points(), 5);
      assert.equal(all("output")[0]!.textContent, "5 points");
      await click("Remove");
      assert.deepEqual(points(), FOUR);
      await click("Undo");
      await click("Undo");
      assert.deepEqual(points(), FOUR);
      assert.equal(button("Undo").ariaDisabled, "true");
      await click("Redo");
      assert.lengthOf(points(), 5);
    });

    it("forgets what can be undone when the notebook sets other points", async () => {
      await show();
      await click("Add");
      await shown.receive({
        points: [
          [0, 1],
          [1, 0],
        ],
      });
      assert.equal(button("Undo").ariaDisabled, "true");
      await click("Undo");
      assert.deepEqual(points(), [
        [0, 1],
        [1, 0],
      ]);
    });
  });

  describe("kinds", () => {
    it("changes the kind and keeps the points", async () => {
      await show();
      await choose("Kind", "spline");
      assert.equal(shown.element.kind, "spline");
      assert.deepEqual(points(), FOUR);
      await click("Undo");
      assert.equal(shown.element.kind, "linear");
    });

    it("goes to a Bézier and back in one message each; undo has the old points again", async () => {
      await show();
      await choose("Kind", "bezier");
      assert.equal(lastSent()?.["kind"], "bezier");
      assert.lengthOf(points(), 4);
      assert.isUndefined(button("Add"));
      await choose("Kind", "monotone");
      assert.lengthOf(points(), 5);
      await click("Undo");
      await click("Undo");
      assert.deepEqual(points(), FOUR);
    });

    it("offers no choice where there is none", async () => {
      await show({ choose_kind: false });
      assert.isUndefined(select("Kind"));
    });

    it("names the easing that stands, and sets another", async () => {
      await show({ kind: "bezier", points: EASE, ends: "fixed" });
      assert.equal(select("Preset")!.value, "ease");
      await choose("Preset", "back-out");
      assert.deepEqual(points(), [
        [0, 0],
        [0.34, 1.56],
        [0.64, 1],
        [1, 1],
      ]);
      await at(1, "ArrowDown");
      assert.equal(select("Preset")!.value, "preset");
    });

    it("cuts an easing to what may go beyond the limits", async () => {
      await show({ kind: "bezier", points: EASE, overshoot: 0 });
      await choose("Preset", "back-out");
      assert.deepEqual(points()[1], [0.34, 1]);
    });
  });

  describe("for screen readers", () => {
    it("says of each point which it is, where it is, and whether it moves", async () => {
      await show({ x_label: "Heat", y_label: "Speed", ends: "fixed", label: "Fan" });
      assert.equal(all(".plot")[0]!.ariaLabel, "Fan");
      const { role, ariaLabel, ariaValueText, ariaValueNow, ariaReadOnly } = handle(1);
      assert.deepEqual(
        { role, ariaLabel, ariaValueText, ariaValueNow, ariaReadOnly },
        {
          role: "slider",
          ariaLabel: "Point 2 of 4",
          ariaValueText: "Heat 0.25, Speed 0.2",
          ariaValueNow: "0.2",
          ariaReadOnly: "false",
        },
      );
      assert.equal(handle(0).ariaReadOnly, "true");
      assert.equal(handle(0).getAttribute("aria-describedby"), "how");
    });
  });

  describe("behind the curve", () => {
    const path = (kind: string) => all<SVGPathElement>(`path.${kind}`)[0]?.getAttribute("d") ?? "";

    it("shows points in sight, and leaves out those that are none", async () => {
      await show({ scatter: Float64Array.of(0.5, 0.5, NaN, 0.5, 2, 0.5, -1, 0.5, 0.25, 1) });
      assert.equal(path("dots"), "M0.5,0.5h0M0.25,0h0");
    });

    it("shows a histogram", async () => {
      await show({ histogram: Float64Array.of(0, 0.01, 0.99, 1, 7, NaN) });
      assert.match(path("bars"), /^M0 1V0h0\.025V1.*M0\.975 1V0h0\.025V1$/);
    });

    it("draws a grid unless told", async () => {
      await show();
      assert.notEqual(path("grid"), "");
      await shown.receive({ grid: false });
      assert.equal(path("grid"), "");
    });

    it("grows to show all of a curve that leaves the limits", async () => {
      await show({
        kind: "spline",
        points: [
          [0, 0],
          [0.4, 1],
          [0.5, 0],
          [1, 1],
        ],
      });
      const heights = path("curve")
        .match(/-?[\d.]+/g)!
        .filter((_, i) => i % 2);
      assert.isTrue(heights.every((each) => Number(each) >= -0.3 && Number(each) <= 1.3));
      assert.isAbove(parseFloat(handle(0).style.top), parseFloat(handle(1).style.top));
      assert.isBelow(parseFloat(handle(0).style.top), 99);
    });
  });
});
