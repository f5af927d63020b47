import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys } from "@web/test-runner-commands";
import type { HostOptions } from "../kit/testing/index.ts";
import { ABC, find, type List, lists, paste, press, said, show, shown, type } from "./test-page.ts";

describe("sortable list", () => {
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

  describe("with keys", () => {
    it("goes to rows with arrows, Home, End and the page keys, and sends nothing", async () => {
      const it = await at({ value: Array.from({ length: 30 }, (_, n) => `${n}`) });
      const current = () => find(it, "[aria-selected=true] .text").textContent;
      const where: (string | null)[] = [];
      for (const key of ["ArrowDown", "PageDown", "ArrowUp", "End", "ArrowDown", "PageUp", "Home", "ArrowUp"]) {
        await press(it, key);
        where.push(current());
      }
      assert.deepEqual(where, ["1", "11", "10", "29", "29", "19", "0", "0"]);
      assert.equal(find(it, "ul").getAttribute("aria-activedescendant"), "row-0");
      assert.deepEqual(it.sent, []);
    });

    it("grabs with Space, moves with arrows, and sends the list when Space drops it", async () => {
      const it = await at(ABC);
      await press(it, "Space");
      assert.equal(said(it), "“A”, grabbed. Item 1 of 3.");
      await press(it, "ArrowDown");
      assert.equal(said(it), "Item 2 of 3");
      assert.deepEqual(shown(it), ["B", "A", "C"]);
      assert.deepEqual(it.sent, []);
      await press(it, "End", "Space");
      assert.deepEqual(lists(it), [["B", "C", "A"]]);
      assert.equal(said(it), "Dropped. Item 3 of 3.");
    });

    it("puts a grabbed row back with Escape", async () => {
      const it = await at(ABC);
      await press(it, "Space", "ArrowDown", "Escape");
      assert.deepEqual(shown(it), ["A", "B", "C"]);
      assert.equal(said(it), "Put back. Item 1 of 3.");
      assert.deepEqual(it.sent, []);
    });

    it("drops a grabbed row where it is when the focus leaves", async () => {
      const it = await at(ABC);
      await press(it, "Space", "ArrowDown", "Tab");
      assert.deepEqual(lists(it), [["B", "A", "C"]]);
    });

    it("moves at once with Alt and arrows, and stops at the ends", async () => {
      const it = await at(ABC);
      await press(it, "Alt+ArrowUp", "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown");
      assert.deepEqual(lists(it), [
        ["B", "A", "C"],
        ["B", "C", "A"],
      ]);
    });

    it("removes with Delete, offers to take that back, and stays at the place", async () => {
      const it = await at(ABC);
      await press(it, "ArrowDown", "Delete");
      assert.deepEqual(shown(it), ["A", "C"]);
      assert.equal(find(it, "[aria-selected=true] .text").textContent, "C");
      assert.equal(said(it), "Removed “B”.");
      find(it, ".back").click();
      await it.settled();
      assert.deepEqual(lists(it), [
        ["A", "C"],
        ["A", "B", "C"],
      ]);
    });

    it("takes steps back and does them again", async () => {
      const it = await at(ABC);
      await press(it, "Alt+ArrowDown", "Delete", "Control+z", "Control+z");
      assert.deepEqual(shown(it), ["A", "B", "C"]);
      await press(it, "Control+y", "Control+Shift+z");
      assert.deepEqual(shown(it), ["B", "C"]);
      await press(it, "Control+y");
      assert.equal(said(it), "Nothing to redo.");
    });

    it("edits with Enter and with F2; Enter keeps, Escape leaves it as it was", async () => {
      const it = await at(ABC);
      await press(it, "Enter");
      await sendKeys({ type: "Alpha" });
      await press(it, "Enter", "ArrowDown", "F2");
      await sendKeys({ type: "Beta" });
      await press(it, "Escape");
      assert.deepEqual(lists(it), [["Alpha", "B", "C"]]);
      assert.deepEqual(shown(it), ["Alpha", "B", "C"]);
    });

    it("keeps line breaks, and makes them with Shift and Enter", async () => {
      const it = await at({ value: ["one\ntwo"] });
      await press(it, "Enter", "ArrowRight");
      await press(it, "Shift+Enter");
      await sendKeys({ type: "three" });
      await press(it, "Enter");
      assert.deepEqual(lists(it), [["one\ntwo\nthree"]]);
    });

    it("says what is wrong with an empty text and stays in the field", async () => {
      const it = await at(ABC);
      await press(it, "Enter", "Delete", "Enter");
      assert.equal(find(it, "#note").textContent, "An item needs a text.");
      assert.equal(find(it, ".editor").getAttribute("aria-invalid"), "true");
      await press(it, "Escape");
      assert.deepEqual(it.sent, []);
    });

    it("does nothing that the options forbid", async () => {
      const it = await at({ ...ABC, addable: false, editable: false, removable: false });
      await press(it, "Enter", "F2", "Delete");
      assert.deepEqual(shown(it), ["A", "B", "C"]);
      for (const gone of [".add", ".editor", ".cross", "[aria-label=Edit]", "[aria-label=Remove]"]) {
        assert.isNull(it.element.renderRoot.querySelector(gone), gone);
      }
    });
  });

  describe("adding", () => {
    it("adds at the end with Enter and is ready for the next", async () => {
      const it = await at(ABC);
      await type(it, ".add input", "  D ");
      await press(it, "Enter");
      await sendKeys({ type: "E" });
      await press(it, "Enter");
      assert.deepEqual(lists(it).at(-1), ["A", "B", "C", "D", "E"]);
      assert.equal(find<HTMLInputElement>(it, ".add input").value, "");
    });

    it("adds one row for each pasted line", async () => {
      const it = await at({ value: [] });
      await paste(it, "one\r\n two \n\nthree");
      assert.deepEqual(lists(it), [["one", "two", "three"]]);
      assert.equal(find(it, "#note").textContent, "Added 3 items.");
    });

    it("refuses what it has where texts are unique, in edits too", async () => {
      const it = await at({ ...ABC, unique: true });
      await type(it, ".add input", "A");
      await press(it, "Enter");
      assert.equal(find(it, "#note").textContent, "“A” already in the list.");
      find(it, "ul").focus();
      await press(it, "Enter");
      await sendKeys({ type: "B" });
      await press(it, "Enter");
      assert.equal(find(it, "#note").textContent, "“B” is in the list already.");
      assert.deepEqual(it.sent, []);
    });

    it("takes no more than max_items and says how many were left out", async () => {
      const it = await at({ ...ABC, max_items: 4 });
      await paste(it, "D\nE\nF");
      assert.deepEqual(lists(it), [["A", "B", "C", "D"]]);
      assert.equal(find(it, "#note").textContent, "Added “D”. 2 items left out: the list takes 4 at most.");
      assert.isTrue(find<HTMLInputElement>(it, ".add input").disabled);
    });

    it("takes a step back from the empty field, but not while text is typed there", async () => {
      const it = await at(ABC);
      await type(it, ".add input", "D");
      await press(it, "Control+z");
      assert.deepEqual(it.sent, []);
      await sendKeys({ type: "D" });
      await press(it, "Enter", "Control+z");
      assert.deepEqual(shown(it), ["A", "B", "C"]);
    });
  });

  describe("while the notebook changes the list", () => {
    it("keeps a grabbed row in the hand, and puts it into the new list where it was dropped", async () => {
      const it = await at(ABC);
      await press(it, "Space", "ArrowDown");
      await it.receive({ value: ["X", "A", "B", "C", "Y"] });
      assert.deepEqual(shown(it), ["B", "A", "C"]);
      await press(it, "Space");
      assert.deepEqual(lists(it), [["X", "B", "A", "C", "Y"]]);
    });

    it("shows the new list when a grabbed row is put back, or is gone from it", async () => {
      const it = await at(ABC);
      await press(it, "Space", "ArrowDown");
      await it.receive({ value: ["B", "C"] });
      await press(it, "Space");
      assert.deepEqual(shown(it), ["B", "C"]);
      assert.equal(said(it), "Dropped. The notebook has taken it out.");
      assert.deepEqual(it.sent, []);
    });

    it("keeps an edit going and brings it into the new list", async () => {
      const it = await at(ABC);
      await press(it, "Enter");
      await sendKeys({ type: "Alpha" });
      await it.receive({ value: ["C", "B", "A"] });
      assert.equal(find<HTMLTextAreaElement>(it, ".editor").value, "Alpha");
      await press(it, "Enter");
      assert.deepEqual(lists(it), [["C", "B", "Alpha"]]);
    });

    it("forgets steps from before a list of the notebook, and sends nothing back", async () => {
      const it = await at(ABC);
      await press(it, "Alt+ArrowDown");
      await it.receive({ value: ["X"] });
      await press(it, "Control+z");
      assert.deepEqual(shown(it), ["X"]);
      assert.lengthOf(it.sent, 1);
    });
  });

  it("keeps two views of one model in step", async () => {
    const it = await at(ABC);
    const second = await it.view();
    await press(it, "Alt+ArrowDown");
    const texts = [...second.element.renderRoot.querySelectorAll(".text")].map((each) => each.textContent);
    assert.deepEqual(texts, ["B", "A", "C"]);
  });

  it("works in an export", async () => {
    const it = await at(ABC, { mode: "export" });
    await press(it, "Alt+ArrowDown");
    assert.deepEqual(shown(it), ["B", "A", "C"]);
  });

  it("stays quick with 2,000 rows", async () => {
    const it = await at({ value: Array.from({ length: 2000 }, (_, n) => `Row ${n}`) });
    const start = performance.now();
    await press(it, "End", "Alt+ArrowUp", "Home", "Space", "End", "Space");
    assert.isBelow(performance.now() - start, 3000);
    assert.equal(shown(it)[1999], "Row 0");
  });
});
