import { assert } from "@open-wc/testing";
import type { HostOptions } from "../kit/testing/index.ts";
import { type Explorer, SHOP, show } from "./test-page.ts";

describe("tree explorer", () => {
  let open: Explorer | undefined;
  const at = async (traits?: HostOptions["traits"], options?: HostOptions): Promise<Explorer> => {
    open = await show(traits ?? {}, options);
    open.tree().focus();
    return open;
  };
  afterEach(() => {
    open?.dispose();
    open = undefined;
  });
  const TOP = ["data {3}", "id 7", "customer {2}", "items [2]"];

  describe("with keys", () => {
    it("goes through the rows, in and out of them", async () => {
      const it = await at();
      assert.deepEqual(it.texts(), TOP);
      const seen: string[] = [];
      for (const key of [
        "ArrowDown",
        "ArrowDown",
        "ArrowRight",
        "ArrowRight",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowLeft",
        "End",
        "Home",
      ]) {
        await it.press(key);
        seen.push(it.current());
      }
      assert.deepEqual(seen, [
        "id 7",
        "customer {2}",
        "customer {2}",
        'name "Ana"',
        "customer {2}",
        "customer {2}",
        "data {3}",
        "items [2]",
        "data {3}",
      ]);
      assert.deepEqual(it.sent, []);
    });

    it("says level, place, and what is unfolded, as the tree pattern has it", async () => {
      const it = await at();
      await it.press("End", "ArrowRight", "ArrowRight");
      const say = (row: HTMLElement) =>
        ["level", "posinset", "setsize", "expanded"].map((each) => row.getAttribute(`aria-${each}`));
      assert.deepEqual(say(it.row("items")), ["2", "3", "3", "true"]);
      assert.deepEqual(say(it.row("0")), ["3", "1", "2", "false"]);
      assert.deepEqual(say(it.row("id")), ["2", "1", "3", null]);
    });

    it("goes the other way in a text from right to left", async () => {
      const it = await at();
      it.element.dir = "rtl";
      await it.press("End", "ArrowLeft", "ArrowLeft");
      assert.equal(it.current(), "0 {2}");
      await it.press("ArrowRight");
      assert.equal(it.current(), "items [2]");
    });

    it("unfolds all beside a row with *", async () => {
      const it = await at();
      await it.press("ArrowDown", "*");
      assert.deepEqual(it.texts(), [...TOP.slice(0, 3), 'name "Ana"', "tags [2]", "items [2]", "0 {2}", "1 {2}"]);
    });

    it("goes to what begins with a letter, and on with the same letter", async () => {
      const it = await at();
      await it.press("i");
      assert.equal(it.current(), "id 7");
      await it.press("i");
      assert.equal(it.current(), "items [2]");
    });

    it("moves by what fits with the page keys, and keeps the current row drawn", async () => {
      const it = await at({ data: Array.from({ length: 1000 }, (_, index) => `Row ${index}`), height: 280 });
      await it.press("PageDown", "PageDown");
      assert.equal(it.current(), '19 "Row 19"');
      await it.press("End");
      assert.equal(it.current(), '999 "Row 999"');
      const { top, bottom } = it.find(".current").getBoundingClientRect();
      const box = it.find(".scroller").getBoundingClientRect();
      assert.isTrue(top >= box.top && bottom <= box.bottom, "it is in sight");
      it.find(".scroller").scrollTop = 0;
      await it.settled();
      assert.equal(it.current(), '999 "Row 999"');
      assert.isBelow(it.rows().length, 50);
    });
  });

  describe("folding", () => {
    it("begins with so many levels, and unfolds to a depth, all or nothing", async () => {
      const it = await at({ depth: 2 });
      assert.lengthOf(it.rows(), 8);
      const select = it.find<HTMLSelectElement>("select");
      const counts: number[] = [];
      for (const value of ["0", "1", "3", "Infinity"]) {
        select.value = value;
        select.dispatchEvent(new Event("change"));
        await it.settled();
        counts.push(it.rows().length);
      }
      assert.deepEqual(counts, [1, 4, 14, 14]);
      assert.equal(select.value, "");
    });

    it("folds by the arrow, by a double click, and by Enter", async () => {
      const it = await at();
      await it.click(it.row("customer").querySelector(".fold"));
      assert.lengthOf(it.rows(), 6);
      await it.click(it.row("items").querySelector(".key"), 2);
      assert.lengthOf(it.rows(), 8);
      await it.press("Enter");
      assert.lengthOf(it.rows(), 6);
    });

    it("stays as it is when other data comes, and at the current row", async () => {
      const it = await at();
      await it.press("End", "ArrowRight", "ArrowDown");
      await it.receive({ data: { first: 0, ...SHOP, items: [1, 2, 3] } });
      assert.deepEqual(it.texts().slice(-4), ["items [3]", "0 1", "1 2", "2 3"]);
      assert.equal(it.current(), "0 1");
      await it.receive({ data: 5 });
      assert.equal(it.current(), "data 5");
    });
  });

  describe("selecting", () => {
    const checks = (it: Explorer) => it.rows().map((row) => row.getAttribute("aria-checked"));

    it("selects with Space a node and all in it; parents are mixed", async () => {
      const it = await at();
      await it.press("ArrowDown", "ArrowDown", "ArrowRight", "Space");
      assert.deepEqual(it.sent, [{ selected: ["/customer"] }]);
      assert.deepEqual(checks(it), ["mixed", "false", "true", "true", "true", "false"]);
      await it.press("ArrowDown", "Space");
      assert.deepEqual(it.sent.at(-1), { selected: ["/customer/tags"] });
      assert.deepEqual(checks(it), ["mixed", "false", "mixed", "false", "true", "false"]);
      assert.include(it.find(".foot").textContent!, "2 selected");
    });

    it("selects by its box, and takes a step back and again", async () => {
      const it = await at();
      await it.click(it.row("id").querySelector(".box"));
      await it.press("Control+z");
      await it.press("Control+y");
      assert.deepEqual(it.sent, [{ selected: ["/id"] }, { selected: [] }, { selected: ["/id"] }]);
    });

    it("selects all, and nothing", async () => {
      const it = await at();
      await it.press("Control+a", "Control+a");
      assert.deepEqual(it.sent, [{ selected: [""] }, { selected: [] }]);
    });

    it("shows what the notebook selects, also child by child", async () => {
      const it = await at({ depth: 2 });
      await it.receive({ selected: ["/customer/tags", "/customer/name"] });
      assert.equal(it.row("customer").getAttribute("aria-checked"), "true");
      assert.deepEqual(it.sent, []);
    });

    it("selects one by a click, and none again", async () => {
      const it = await at({ select: "one" });
      await it.click(it.row("items").querySelector(".key"));
      assert.equal(it.row("items").getAttribute("aria-selected"), "true");
      assert.isNull(it.row("items").getAttribute("aria-checked"));
      await it.press("ArrowUp", "Space", "Space");
      assert.deepEqual(it.sent, [{ selected: ["/items"] }, { selected: ["/customer"] }, { selected: [] }]);
    });

    it("selects nothing where it must not", async () => {
      const it = await at({ select: "none" });
      await it.press("Space", "Control+a", "ArrowDown", "Enter");
      await it.click(it.row("items"));
      assert.deepEqual(it.sent, []);
      assert.isNull(it.rows()[0]!.querySelector("input"));
    });
  });

  describe("searching", () => {
    it("shows matches with all above them, marks and counts them, and goes through them", async () => {
      const it = await at();
      await it.search("SHE");
      assert.deepEqual(it.texts(), ["data {3}", "items [2]", "1 {2}", 'title "Shelf"']);
      assert.equal(it.find("mark").textContent, "She");
      assert.equal(it.find(".tally").textContent, "1 / 1");
      await it.press("Control+a");
      await it.type("t");
      const seen: string[] = [it.current()];
      for (const key of ["Enter", "Enter", "Enter", "Shift+Enter"]) {
        await it.press(key);
        seen.push(`${it.current()} ${it.find(".tally").textContent}`);
      }
      assert.deepEqual(seen, ["data {3}", "customer {2} 2 / 6", "tags [2] 3 / 6", "items [2] 4 / 6", "tags [2] 3 / 6"]);
    });

    it("finds a key with its value, without accents and case", async () => {
      const it = await at({ data: { título: "Ação", other: 1 } });
      await it.search("titulo: acao");
      assert.deepEqual(it.texts(), ["data {2}", 'título "Ação"']);
    });

    it("says when there is nothing, and Escape brings all back", async () => {
      const it = await at();
      await it.search("zzz");
      assert.equal(it.find(".tally").textContent, "None");
      assert.deepEqual(it.texts(), ["data {3}"]);
      await it.press("Escape");
      assert.deepEqual(it.texts(), TOP);
      assert.equal(it.find<HTMLInputElement>("[type=search]").value, "");
    });

    it("leaves the tree unfolded at the match", async () => {
      const it = await at();
      await it.search("shelf");
      await it.press("Enter", "Escape");
      assert.equal(it.current(), 'title "Shelf"');
      assert.equal(it.path(), 'data["items"][1]["title"]');
      assert.deepEqual(it.texts().slice(3), ["items [2]", "0 {2}", "1 {2}", 'title "Shelf"', "price 129"]);
    });

    it("folds what it has found, and brings it back for the next match", async () => {
      const it = await at();
      await it.search("price");
      await it.press("ArrowDown", "Home", "ArrowLeft");
      assert.deepEqual(it.texts(), ["data {3}"]);
      await it.press("F3");
      assert.equal(it.current(), "price 39.5");
    });

    it("selects all that it has found", async () => {
      const it = await at();
      await it.search("price");
      await it.press("ArrowDown", "Control+a");
      assert.deepEqual(it.sent, [{ selected: ["/items/0/price", "/items/1/price"] }]);
    });

    it("is reached with Ctrl+F from the tree", async () => {
      const it = await at();
      await it.press("Control+f");
      assert.equal(it.element.shadowRoot!.activeElement, it.find("[type=search]"));
    });
  });

  describe("copying", () => {
    let copied: string[] = [];
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, "clipboard")!;
    const fake = (writeText: ((text: string) => Promise<void>) | undefined) =>
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: writeText && { writeText } });
    beforeEach(() => {
      copied = [];
      fake(async (text) => void copied.push(text));
    });
    after(() => Object.defineProperty(navigator, "clipboard", clipboard));

    it("gives the Python path, the pointer and the value, by keys and buttons", async () => {
      const it = await at({ name: "order" });
      await it.press("End", "ArrowRight", "ArrowRight", "Control+c", "Alt+c", "Alt+v");
      assert.deepEqual(copied, ['order["items"][0]', "/items/0", JSON.stringify(SHOP.items[0], null, 2)]);
      await it.click(it.button("Copy path"));
      assert.equal(copied.at(-1), 'order["items"][0]');
      assert.equal(it.note(), 'Copied order["items"][0]');
      await it.press("ArrowUp");
      assert.equal(it.note(), "");
    });

    it("copies without a clipboard, as in a page that is not served securely", async () => {
      fake(undefined);
      const it = await at();
      let text = "";
      const note = (event: ClipboardEvent) => (text = event.clipboardData!.getData("text/plain"));
      window.addEventListener("copy", note);
      await it.press("ArrowDown", "Control+c");
      window.removeEventListener("copy", note);
      assert.equal(text, 'data["id"]');
      assert.equal(it.element.shadowRoot!.activeElement, it.tree());
    });
  });
});
