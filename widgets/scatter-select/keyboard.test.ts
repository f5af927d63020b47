import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { button, cleanUp, nine, plotOf, press, said, selected, sent, show, textOf } from "./test-hands.ts";

describe("scatter-select", () => {
  afterEach(cleanUp);

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
});
