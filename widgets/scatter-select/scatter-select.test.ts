import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { type HostOptions, host, type TestHost } from "../kit/testing/index.ts";
import { ScatterSelectElement } from "./element.ts";
import { samples } from "./samples.ts";

type It = TestHost<ScatterSelectElement>;

/** A square of nine: row 0 at the bottom left, row 2 at the bottom right, row 6 at the top left. */
const nine = {
  x: Float64Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
  y: Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2),
  category: Uint16Array.of(0, 0, 0, 1, 1, 1, 0, 0, 0),
  categories: ["even", "odd"],
  labels: ["a", "b", "c", "d", "e", "f", "g", "h", "i"],
  x_label: "Width",
  y_label: "Depth",
};

let shown: It | undefined;

async function show(traits: Record<string, unknown> = nine, options: Omit<HostOptions, "traits"> = {}): Promise<It> {
  shown = await host(ScatterSelectElement, { width: 640, ...options, traits });
  return shown;
}

const plotOf = (it: It) => it.element.shadowRoot!.querySelector<HTMLElement>(".plot")!;
const find = (it: It, selector: string) => it.element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const textOf = (it: It, selector: string) => find(it, selector)?.textContent?.replace(/\s+/g, " ").trim();
const said = (it: It) =>
  [...it.element.shadowRoot!.querySelectorAll("[role=status]")].map((each) => each.textContent).join("");
const selected = (it: It) => [...it.element.selected];
const sent = (it: It) => it.sent.map((patch) => [...(patch.selected as Uint32Array)]);
const button = (it: It, name: string) =>
  [...it.element.shadowRoot!.querySelectorAll("button")].find((each) =>
    (each.ariaLabel ?? each.textContent)!.includes(name),
  )!;

/** A whole pixel of the page, by the place of a row or shares of the plot. */
function at(it: It, where: number | readonly [left: number, top: number]): [number, number] {
  const { left, top, width, height } = plotOf(it).getBoundingClientRect();
  const { x, y } =
    typeof where === "number" ? it.element.plot.placeOf(where) : { x: where[0] * width, y: where[1] * height };
  return [Math.round(left + x), Math.round(top + y)];
}

async function click(it: It, where: Parameters<typeof at>[1], ...modifiers: string[]) {
  for (const key of modifiers) await sendKeys({ down: key });
  await sendMouse({ type: "click", position: at(it, where) });
  for (const key of modifiers) await sendKeys({ up: key });
  await it.settled();
}

async function drag(it: It, path: readonly Parameters<typeof at>[1][], { held = [] as string[], up = true } = {}) {
  for (const key of held) await sendKeys({ down: key });
  await sendMouse({ type: "move", position: at(it, path[0]!) });
  await sendMouse({ type: "down" });
  for (const where of path.slice(1)) await sendMouse({ type: "move", position: at(it, where) });
  if (up) await sendMouse({ type: "up" });
  for (const key of held) await sendKeys({ up: key });
  await it.settled();
}

/** Presses keys one after the other; "Control+z" is one with another held. */
async function press(it: It, ...keys: string[]) {
  for (const key of keys) {
    const held = key.length > 1 ? key.split("+").slice(0, -1) : [];
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: held.length > 0 ? key.split("+").at(-1)! : key });
    for (const each of held.toReversed()) await sendKeys({ up: each });
    await it.settled();
  }
}

/** Around the lower two rows of points: 0 to 5. */
const LOWER = [
  [0.01, 0.35],
  [0.99, 0.35],
  [0.99, 0.99],
  [0.01, 0.99],
] as const;
/** Around the left two columns: 0, 1, 3, 4, 6, 7. */
const LEFT = [
  [0.01, 0.01],
  [0.65, 0.01],
  [0.65, 0.99],
  [0.01, 0.99],
] as const;

describe("scatter-select", () => {
  afterEach(async () => {
    await resetMouse();
    shown?.dispose();
    shown = undefined;
  });

  describe("with the pointer", () => {
    it("selects by lasso, and sends once, when it ends", async () => {
      const it = await show();
      await drag(it, LOWER, { up: false });
      assert.deepEqual(sent(it), []);
      assert.equal(textOf(it, ".badge"), "6 points");
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(sent(it), [[0, 1, 2, 3, 4, 5]]);
      assert.equal(textOf(it, ".count"), "6 of 9 selected");
      assert.include(said(it), "6 points selected");
    });

    it("adds with Shift and takes away with Alt", async () => {
      const it = await show({ ...nine, selected: Uint32Array.of(8) });
      await drag(it, LOWER, { held: ["Shift"] });
      assert.deepEqual(selected(it), [0, 1, 2, 3, 4, 5, 8]);
      await drag(it, LEFT, { held: ["Alt"] });
      assert.deepEqual(selected(it), [2, 5, 8]);
    });

    it("selects by box, and by the mode of the toolbar where there are no modifier keys", async () => {
      const it = await show({ ...nine, tool: "box" });
      await drag(it, [
        [0.01, 0.35],
        [0.99, 0.99],
      ]);
      assert.deepEqual(selected(it), [0, 1, 2, 3, 4, 5]);
      button(it, "Take from").click();
      await drag(it, [
        [0.65, 0.01],
        [0.01, 0.99],
      ]);
      assert.deepEqual(selected(it), [2, 5]);
      button(it, "Add to").click();
      await drag(it, [
        [0.3, 0.3],
        [0.7, 0.7],
      ]);
      assert.deepEqual(selected(it), [2, 4, 5]);
    });

    it("selects the clicked point, adds and takes away points, and nothing with a click beside", async () => {
      const it = await show();
      await click(it, 4);
      assert.deepEqual(selected(it), [4]);
      await click(it, 8, "Shift");
      assert.deepEqual(selected(it), [4, 8]);
      await click(it, 4, "Alt");
      assert.deepEqual(selected(it), [8]);
      await click(it, 8, "Control");
      assert.deepEqual(selected(it), []);
      await click(it, 3);
      await click(it, [0.25, 0.25]);
      assert.deepEqual(selected(it), []);
    });

    it("takes a drag back on Escape, and keeps what was selected", async () => {
      const it = await show({ ...nine, selected: Uint32Array.of(8) });
      await drag(it, LOWER, { up: false });
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(selected(it), [8]);
      assert.deepEqual(sent(it), []);
    });

    it("is not torn out of the hand by values from the kernel", async () => {
      const it = await show();
      await drag(it, LOWER, { up: false });
      await it.receive({ selected: Uint32Array.of(7) });
      assert.equal(textOf(it, ".badge"), "6 points");
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(selected(it), [0, 1, 2, 3, 4, 5]);
      assert.deepEqual(sent(it), [[0, 1, 2, 3, 4, 5]]);
    });

    it("tells of the point that it is over: label, category, x and y", async () => {
      const it = await show();
      await sendMouse({ type: "move", position: at(it, 5) });
      await it.settled();
      assert.equal(textOf(it, ".tooltip"), "f odd Width 2 Depth 1 Row 5");
      await sendMouse({ type: "move", position: at(it, [0.25, 0.25]) });
      await it.settled();
      assert.notExists(find(it, ".tooltip"));
    });

    it("pans with the pan tool and with the middle button, and shows all again", async () => {
      const it = await show({ ...nine, tool: "pan" });
      button(it, "Zoom in").click();
      button(it, "Zoom in").click();
      await it.settled();
      const before = it.element.plot.view;
      await drag(it, [
        [0.5, 0.5],
        [0.6, 0.6],
      ]);
      const { view } = it.element.plot;
      assert.isBelow(view.u0, before.u0);
      assert.isAbove(view.v0, before.v0);
      await sendMouse({ type: "move", position: at(it, [0.5, 0.5]) });
      await sendMouse({ type: "down", button: "middle" });
      await sendMouse({ type: "move", position: at(it, [0.4, 0.5]) });
      await sendMouse({ type: "up", button: "middle" });
      assert.isAbove(it.element.plot.view.u0, view.u0);
      button(it, "Show all").click();
      await it.settled();
      assert.equal(button(it, "Show all").ariaDisabled, "true");
      assert.deepEqual(sent(it), []);
    });

    it("zooms with the wheel only with Ctrl or the focus, so that the page scrolls", async () => {
      const it = await show();
      const wheel = (init: WheelEventInit) => {
        const event = new WheelEvent("wheel", {
          deltaY: -100,
          cancelable: true,
          bubbles: true,
          composed: true,
          ...init,
        });
        plotOf(it).dispatchEvent(event);
        return event.defaultPrevented;
      };
      assert.isFalse(wheel({}));
      assert.isTrue(wheel({ ctrlKey: true }));
      plotOf(it).focus();
      assert.isTrue(wheel({}));
      assert.isFalse(wheel({ deltaY: 0 }));
      for (let step = 0; step < 20; step++) wheel({ deltaY: 300 });
      assert.isFalse(wheel({ deltaY: 300 }), "at its end, the page scrolls on");
    });

    it("zooms with two fingers, whatever one of them has begun", async () => {
      const it = await show();
      const finger = (type: string, id: number, x: number, y: number) => {
        const [clientX, clientY] = at(it, [x, y]);
        const init = {
          pointerId: id,
          pointerType: "touch",
          isPrimary: id === 11,
          clientX,
          clientY,
          button: 0,
          buttons: 1,
        };
        plotOf(it).dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }));
      };
      finger("pointerdown", 11, 0.4, 0.5);
      finger("pointermove", 11, 0.45, 0.5);
      finger("pointerdown", 12, 0.55, 0.5);
      finger("pointermove", 11, 0.3, 0.5);
      finger("pointermove", 12, 0.7, 0.5);
      finger("pointerup", 11, 0.3, 0.5);
      finger("pointerup", 12, 0.7, 0.5);
      await it.settled();
      assert.isBelow(it.element.plot.view.u1 - it.element.plot.view.u0, 0.5);
      assert.deepEqual(sent(it), []);
      assert.notExists(find(it, ".badge"));
    });
  });

  describe("with the keyboard", () => {
    const focused = async (traits?: Record<string, unknown>) => {
      const it = await show(traits);
      plotOf(it).focus();
      return it;
    };

    it("goes from point to point by arrows, tells of each, and toggles it with Space", async () => {
      const it = await focused();
      await press(it, "ArrowRight");
      assert.include(said(it), "e; odd; Width 1, Depth 1; not selected");
      await press(it, "ArrowRight", "ArrowUp");
      assert.equal(it.element.plot.cursor, 8);
      assert.include(textOf(it, ".tooltip"), "i even");
      await press(it, "Space");
      assert.deepEqual(sent(it), [[8]]);
      await press(it, "ArrowLeft", "ArrowDown", "ArrowDown", "Enter");
      assert.deepEqual(sent(it), [[8], [1, 8]]);
      await press(it, "Enter");
      assert.deepEqual(selected(it), [8]);
    });

    it("goes through the points in order with Page Down and Page Up", async () => {
      const it = await focused();
      await press(it, "PageDown", "PageDown");
      assert.equal(it.element.plot.cursor, 1);
      await press(it, "PageUp", "PageUp");
      assert.equal(it.element.plot.cursor, 8);
    });

    it("grows a box from the cursor with Shift and arrows, and takes it when Shift is let go", async () => {
      const it = await focused();
      await press(it, "ArrowRight");
      await sendKeys({ down: "Shift" });
      for (let step = 0; step < 12; step++) await press(it, "ArrowRight");
      assert.include(said(it), "Box with 2 points");
      assert.deepEqual(sent(it), []);
      for (let step = 0; step < 8; step++) await press(it, "ArrowDown");
      await sendKeys({ up: "Shift" });
      await it.settled();
      assert.deepEqual(sent(it), [[1, 2, 4, 5]]);
      await sendKeys({ down: "Shift" });
      for (let step = 0; step < 8; step++) await press(it, "ArrowUp");
      await sendKeys({ up: "Shift" });
      await it.settled();
      assert.deepEqual(selected(it), [4, 5], "it grows on from where it was");
    });

    it("drops a growing box with Escape", async () => {
      const it = await focused({ ...nine, selected: Uint32Array.of(0) });
      await press(it, "ArrowRight");
      await sendKeys({ down: "Shift" });
      for (let step = 0; step < 12; step++) await press(it, "ArrowRight");
      await press(it, "Escape");
      await sendKeys({ up: "Shift" });
      assert.deepEqual(selected(it), [0]);
    });

    it("selects all, inverts, and clears", async () => {
      const it = await focused();
      await press(it, "Control+a");
      assert.lengthOf(selected(it), 9);
      await press(it, "Escape");
      assert.deepEqual(selected(it), []);
      await press(it, "ArrowRight", "Space", "i");
      assert.deepEqual(selected(it), [0, 1, 2, 3, 5, 6, 7, 8]);
    });

    it("undoes and redoes", async () => {
      const it = await focused();
      await press(it, "ArrowRight", "Space", "i");
      await press(it, "Control+z");
      assert.deepEqual(selected(it), [4]);
      await press(it, "Control+z");
      assert.deepEqual(selected(it), []);
      await press(it, "Control+Shift+z");
      assert.deepEqual(selected(it), [4]);
      await press(it, "Control+y");
      assert.lengthOf(selected(it), 8);
      button(it, "Undo").click();
      assert.deepEqual(selected(it), [4]);
      assert.include(said(it), "Undone: 1 point selected");
    });

    it("zooms, pans with Ctrl or Alt, and shows all", async () => {
      const it = await focused();
      await press(it, "+", "=");
      const { u0 } = it.element.plot.view;
      await press(it, "Control+ArrowRight");
      const { u0: panned } = it.element.plot.view;
      assert.isAbove(panned, u0);
      const { v0 } = it.element.plot.view;
      await press(it, "Alt+ArrowUp");
      assert.isAbove(it.element.plot.view.v0, v0);
      await press(it, "-");
      assert.isBelow(it.element.plot.view.u0, panned);
      await press(it, "0");
      assert.equal(button(it, "Zoom out").ariaDisabled, "true");
    });

    it("chooses tools and modes by letters", async () => {
      const it = await focused();
      await press(it, "b", "s");
      assert.equal(button(it, "Box").ariaPressed, "true");
      assert.equal(button(it, "Take from").ariaPressed, "true");
      await press(it, "h", "a");
      assert.equal(button(it, "Pan").ariaPressed, "true");
      assert.equal(button(it, "Add to").ariaPressed, "true");
      await press(it, "l", "n");
      assert.equal(button(it, "Lasso").ariaPressed, "true");
      assert.equal(button(it, "New selection").ariaPressed, "true");
    });

    it("keeps keys from the notebook, and lets Tab go on", async () => {
      const it = await focused();
      const heard: string[] = [];
      const hear = (event: KeyboardEvent) => heard.push(event.key);
      document.addEventListener("keydown", hear);
      await press(it, "d", "Space", "ArrowRight", "Control+a", "Tab");
      document.removeEventListener("keydown", hear);
      assert.deepEqual(heard, ["Control", "Tab"]);
    });
  });

  describe("its legend", () => {
    it("selects a category, adds one with Shift, takes one away with Alt", async () => {
      const it = await show();
      button(it, "Select odd").click();
      assert.deepEqual(selected(it), [3, 4, 5]);
      button(it, "Select even").dispatchEvent(new MouseEvent("click", { shiftKey: true }));
      assert.lengthOf(selected(it), 9);
      button(it, "Select odd").dispatchEvent(new MouseEvent("click", { altKey: true }));
      await it.settled();
      assert.deepEqual(selected(it), [0, 1, 2, 6, 7, 8]);
      assert.include(button(it, "Select odd").textContent!.replace(/\s+/g, " "), "0 selected of /3");
    });

    it("hides a category: it is neither hit nor hovered, and comes back", async () => {
      const it = await show();
      button(it, "Show odd").click();
      await it.settled();
      assert.equal(button(it, "Show odd").ariaPressed, "false");
      await drag(it, LOWER);
      assert.deepEqual(selected(it), [0, 1, 2]);
      await click(it, 4);
      assert.deepEqual(selected(it), []);
      button(it, "Show odd").click();
      await click(it, 4);
      assert.deepEqual(selected(it), [4]);
    });

    it("shows one category alone with Alt, and all again", async () => {
      const it = await show();
      const alone = () => button(it, "Show odd").dispatchEvent(new MouseEvent("click", { altKey: true }));
      alone();
      await it.settled();
      assert.equal(button(it, "Show even").ariaPressed, "false");
      alone();
      await it.settled();
      assert.equal(button(it, "Show even").ariaPressed, "true");
    });
  });

  describe("in words", () => {
    it("sums up points, ranges and selection", async () => {
      const it = await show({ ...nine, selected: Uint32Array.of(1, 2) });
      assert.equal(
        textOf(it, "#summary"),
        "9 points in 2 categories; Width from 0 to 2, Depth from 0 to 2; 2 selected.",
      );
      assert.equal(plotOf(it).ariaLabel, "Depth against Width");
    });

    it("lists the selected points on demand", async () => {
      const it = await show({ ...nine, selected: Uint32Array.of(1, 5) });
      button(it, "Table").click();
      await it.settled();
      assert.equal(textOf(it, "tbody"), "1 b even 1 0 5 f odd 2 1");
      await it.receive({ selected: Uint32Array.from({ length: 9 }, (_, row) => row) });
      assert.lengthOf([...it.element.shadowRoot!.querySelectorAll("tbody tr")], 9);
      find(it, ".table").focus();
      await press(it, "Escape");
      assert.notExists(find(it, ".table"));
      assert.lengthOf(selected(it), 9);
    });

    it("says which points are left out, and what else is odd", async () => {
      const it = await show({ ...samples["odd numbers"], x: Float64Array.of(1, NaN, 3, Infinity, 5) });
      assert.equal(
        textOf(it, ".notes"),
        "x has 5 numbers and y has 8: only the first 5 of each are shown. 3 points without a finite x and y are left out. " +
          "category has 4 numbers for 5 points: the others have none. 3 of the selected row numbers are past the last point.",
      );
    });

    it("says that there is nothing to show, and why", async () => {
      const it = await show({});
      assert.equal(textOf(it, ".empty"), "No points to show.");
      await it.receive({ x: Float64Array.of(NaN), y: Float64Array.of(1) });
      assert.equal(textOf(it, ".empty"), "None of the 1 point has a finite x and y.");
      await it.receive({ x: 7 });
      assert.include(textOf(it, ".notes"), "x holds something that cannot be used");
    });
  });

  describe("with data that comes and goes", () => {
    it("sends nothing that it was not told by a person", async () => {
      const it = await show({});
      await it.receive(nine);
      await it.receive({ selected: Uint32Array.of(3, 3, 1, 70) });
      await it.receive({ x: nine.x.slice(0, 4), y: nine.y.slice(0, 4) });
      assert.deepEqual(sent(it), []);
      assert.equal(textOf(it, ".count"), "2 of 4 selected");
    });

    it("lets a person undo what the notebook has selected", async () => {
      const it = await show();
      await click(it, 4);
      await it.receive({ selected: Uint32Array.of(7) });
      await press(it, "Control+z");
      assert.deepEqual(selected(it), [4]);
    });

    it("keeps what is looked at in sight when points are added", async () => {
      const it = await show();
      it.element.look({ u0: 0.4, u1: 0.6, v0: 0.4, v1: 0.6 });
      await it.receive({ x: Float64Array.of(...nine.x, 4), y: Float64Array.of(...nine.y, 4) });
      const { u0, u1 } = it.element.plot.view;
      assert.closeTo(u0, 0.2, 1e-9);
      assert.closeTo(u1, 0.3, 1e-9);
    });

    it("keeps two views of one model in step, each with a cursor and a zoom of its own", async () => {
      const it = await show();
      const other = await it.view();
      await click(it, 4);
      it.element.look({ u0: 0.4, u1: 0.6, v0: 0.4, v1: 0.6 });
      await it.settled();
      assert.deepEqual([...other.element.selected], [4]);
      assert.notDeepEqual(other.element.plot.view, it.element.plot.view);
      assert.deepEqual(sent(it), [[4]]);
    });

    it("draws again after it was moved in the page", async () => {
      const it = await show();
      const { element } = it;
      const { parentNode } = element;
      element.remove();
      parentNode!.append(element);
      await it.settled();
      const canvas = element.shadowRoot!.querySelector<HTMLCanvasElement>("canvas.points")!;
      assert.isAbove(canvas.width, 0);
      assert.lengthOf([...it.element.shadowRoot!.querySelectorAll("canvas")], 2);
    });

    it("works on its own in an export", async () => {
      const it = await show(nine, { mode: "export" });
      await click(it, 4);
      assert.deepEqual(selected(it), [4]);
      assert.deepEqual(sent(it), []);
    });
  });

  describe("over 100,000 points", () => {
    it("selects exactly those inside the lasso, the box and the category", async () => {
      const many = samples["hundred thousand"]!;
      const { x, y, category } = many as { x: Float64Array; y: Float64Array; category: Uint16Array };
      const it = await show(many, { width: 900 });
      const inside = (left: number, top: number, right: number, bottom: number) => {
        const { left: pageX, top: pageY } = plotOf(it).getBoundingClientRect();
        const rows: number[] = [];
        const [x0, y0] = at(it, [left, top]);
        const [x1, y1] = at(it, [right, bottom]);
        for (let row = 0; row < x.length; row++) {
          const place = it.element.plot.placeOf(row);
          const across = place.x >= x0 - pageX && place.x <= x1 - pageX;
          if (across && place.y >= y0 - pageY && place.y <= y1 - pageY) rows.push(row);
        }
        return rows;
      };
      await drag(it, [
        [0.3, 0.2],
        [0.6, 0.2],
        [0.6, 0.7],
        [0.3, 0.7],
      ]);
      const lassoed = inside(0.3, 0.2, 0.6, 0.7);
      assert.isAbove(lassoed.length, 10_000);
      assert.deepEqual(selected(it), lassoed);
      button(it, "Box").click();
      await drag(
        it,
        [
          [0.1, 0.1],
          [0.5, 0.5],
        ],
        { held: ["Alt"] },
      );
      const boxed = new Set(inside(0.1, 0.1, 0.5, 0.5));
      assert.deepEqual(
        selected(it),
        lassoed.filter((row) => !boxed.has(row)),
      );
      button(it, "Select east").click();
      assert.equal(selected(it).length, category.filter((each) => each === 1).length);
      plotOf(it).focus();
      await press(it, "i");
      assert.equal(selected(it).length, y.length - category.filter((each) => each === 1).length);
      assert.lengthOf(sent(it), 4);
    });
  });
});
