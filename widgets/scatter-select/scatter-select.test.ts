import { assert } from "@open-wc/testing";
import { samples } from "./samples.ts";
import {
  LOWER,
  at,
  button,
  cleanUp,
  click,
  drag,
  find,
  nine,
  plotOf,
  press,
  selected,
  sent,
  show,
  textOf,
} from "./test-hands.ts";

describe("scatter-select", () => {
  afterEach(cleanUp);

  it("has a width of its own beside another thing in a row", async () => {
    const it = await show();
    it.el.parentElement!.style.display = "flex";
    assert.isAbove(it.element.getBoundingClientRect().width, 240);
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
