import { assert } from "@open-wc/testing";
import { sendMouse } from "@web/test-runner-commands";
import {
  LEFT,
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
  said,
  selected,
  sent,
  show,
  textOf,
} from "./test-hands.ts";

describe("scatter-select", () => {
  afterEach(cleanUp);

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
});
