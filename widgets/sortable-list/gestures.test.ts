import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import type { HostOptions } from "../kit/testing/index.ts";
import { ABC, find, type List, lists, middle, mouse, press, rows, said, show, shown, touch } from "./test-page.ts";

describe("sortable list by hand", () => {
  let open: List | undefined;
  const at = async (traits: HostOptions["traits"], options?: HostOptions): Promise<List> => {
    open = await show(traits, options);
    find(open, "ul").focus();
    return open;
  };
  afterEach(async () => {
    await resetMouse();
    open?.dispose();
    open = undefined;
  });

  it("has a width of its own beside another thing in a row", async () => {
    const it = await at(ABC);
    it.el.parentElement!.style.display = "flex";
    assert.isAbove(it.element.getBoundingClientRect().width, 150);
  });

  it("says where a grabbed row has come to, for eyes too", async () => {
    const it = await at(ABC);
    await press(it, "Space", "ArrowDown");
    assert.equal(find(it, "#note").textContent, "Item 2 of 3");
  });

  it("keeps room for its note where the tools fill the line", async () => {
    const it = await at(ABC, { width: 190 });
    assert.isAbove(find(it, ".note").clientWidth, 79);
  });

  describe("with the pointer", () => {
    it("lifts a row that follows the pointer, marks the place, and drops it", async () => {
      const it = await at(ABC);
      const [first, , last] = rows(it) as [HTMLElement, HTMLElement, HTMLElement];
      const before = first.getBoundingClientRect().top;
      const { x, y } = middle(last);
      await mouse(it, first, { x, y: y + 6 }, false);
      const lifted = find(it, "li.grabbed");
      assert.closeTo(lifted.getBoundingClientRect().top - before, 72, 1);
      assert.isFalse(find(it, ".slot").hidden);
      assert.closeTo(find(it, ".slot").getBoundingClientRect().top - before, 72, 1);
      assert.equal(said(it), "Item 3 of 3");
      assert.deepEqual(it.sent, []);
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(lists(it), [["B", "C", "A"]]);
      assert.isTrue(rows(it).every((row) => row.getAttribute("style") === "" || !row.hasAttribute("style")));
    });

    it("puts the row back when Escape is pressed during a drag", async () => {
      const it = await at(ABC);
      await mouse(it, rows(it)[0]!, middle(rows(it)[2]!), false);
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(it.sent, []);
      assert.deepEqual(shown(it), ["A", "B", "C"]);
    });

    it("does not tear a row out of a drag", async () => {
      const it = await at(ABC);
      await mouse(it, rows(it)[0]!, middle(rows(it)[1]!), false);
      await it.receive({ value: ["Z", "A", "B", "C"] });
      assert.equal(find(it, "li.grabbed .text").textContent, "A");
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(lists(it), [["Z", "B", "A", "C"]]);
    });

    it("tells rows with the same text apart", async () => {
      const it = await at({ value: ["same", "other", "same", "last"] });
      await mouse(it, rows(it)[2]!, middle(rows(it)[3]!));
      assert.deepEqual(lists(it), [["same", "other", "last", "same"]]);
      await press(it, "Delete");
      assert.deepEqual(lists(it).at(-1), ["same", "other", "last"]);
    });

    it("scrolls a long list while a row is held at its edge", async () => {
      const it = await at({ value: Array.from({ length: 60 }, (_, n) => `${n}`), height: 160 });
      const scroller = find(it, ".scroller");
      const { bottom, left } = scroller.getBoundingClientRect();
      await mouse(it, rows(it)[0]!, { x: Math.round(left + 60), y: Math.round(bottom + 8) }, false);
      while (scroller.scrollTop < 300) await new Promise(requestAnimationFrame);
      await sendMouse({ type: "up" });
      await it.settled();
      const list = lists(it)[0] as string[];
      assert.isAbove(list.indexOf("0"), 8);
      assert.lengthOf(new Set(list), 60);
    });

    it("removes by the cross, and edits by a double click", async () => {
      const it = await at(ABC);
      const cross = middle(rows(it)[1]!.querySelector(".cross")!);
      await sendMouse({ type: "click", position: [cross.x, cross.y] });
      await it.settled();
      assert.deepEqual(lists(it), [["A", "C"]]);
      const { x, y } = middle(rows(it)[1]!);
      await sendMouse({ type: "click", position: [x, y] });
      find(it, "ul").dispatchEvent(new MouseEvent("dblclick"));
      await it.settled();
      assert.equal(find<HTMLTextAreaElement>(it, ".editor").value, "C");
    });

    it("takes an edit when the focus leaves the field", async () => {
      const it = await at(ABC);
      await press(it, "Enter");
      await sendKeys({ type: "Alpha" });
      find(it, ".add input").focus();
      await it.settled();
      assert.deepEqual(lists(it), [["Alpha", "B", "C"]]);
    });

    it("moves, edits and removes by the tools, without dragging", async () => {
      const it = await at(ABC);
      find(it, "[aria-label='Move down']").click();
      await it.settled();
      find(it, "[aria-label=Remove]").click();
      await it.settled();
      find(it, "[aria-label=Undo]").click();
      await it.settled();
      find(it, "[aria-label=Redo]").click();
      await it.settled();
      find(it, "[aria-label=Edit]").click();
      await it.settled();
      assert.deepEqual(lists(it), [
        ["B", "A", "C"],
        ["B", "C"],
        ["B", "A", "C"],
        ["B", "C"],
      ]);
      assert.equal(find<HTMLTextAreaElement>(it, ".editor").value, "C");
    });
  });

  describe("with a finger", () => {
    it("drags a row by its dots", async () => {
      const it = await at(ABC);
      const from = middle(rows(it)[0]!.querySelector(".grip")!);
      await touch(from, { x: from.x, y: from.y + 30 }, { x: from.x, y: from.y + 50 });
      await it.settled();
      assert.deepEqual(lists(it), [["B", "A", "C"]]);
    });

    it("makes a tapped row the current one, and leaves other swipes to the page", async () => {
      const it = await at(ABC);
      const from = middle(rows(it)[1]!);
      // The browser makes a click of a tap later, when it knows that the finger does nothing else.
      const clicked = new Promise((resolve) => it.element.addEventListener("click", resolve, { once: true }));
      await touch(from);
      await clicked;
      await it.settled();
      assert.equal(find(it, "[aria-selected=true] .text").textContent, "B");
      await touch(from, { x: from.x, y: from.y + 30 }, { x: from.x, y: from.y + 50 });
      assert.deepEqual(it.sent, []);
    });
  });
});
