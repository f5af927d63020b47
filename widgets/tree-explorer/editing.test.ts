import { assert } from "@open-wc/testing";
import type { HostOptions } from "../kit/testing/index.ts";
import { type Explorer, SHOP, show } from "./test-page.ts";

describe("editing in the tree explorer", () => {
  let open: Explorer | undefined;
  const at = async (traits?: HostOptions["traits"]): Promise<Explorer> => {
    open = await show({ editable: true, ...traits });
    open.tree().focus();
    return open;
  };
  afterEach(() => {
    open?.dispose();
    open = undefined;
  });
  const last = (it: Explorer) => it.sent.at(-1);
  const field = (it: Explorer) => it.find<HTMLInputElement>(".editor input");

  it("changes a value with Enter: JSON, or a text as it is", async () => {
    const it = await at({ data: { a: 1, b: "text" } });
    await it.press("ArrowDown", "Enter");
    assert.equal(field(it).value, "1");
    await it.type("2.5");
    await it.press("Enter");
    assert.deepEqual(last(it), { data: { a: 2.5, b: "text" } });
    await it.press("ArrowDown", "Enter");
    assert.equal(field(it).value, "text");
    await it.type("other words");
    await it.press("Enter");
    assert.deepEqual(last(it), { data: { a: 2.5, b: "other words" } });
    assert.equal(it.element.shadowRoot!.activeElement, it.tree());
  });

  it("leaves all as it was with Escape, and where nothing is changed", async () => {
    const it = await at();
    await it.press("ArrowDown", "Enter");
    await it.type("9");
    await it.press("Escape", "Enter", "Enter");
    assert.deepEqual(it.sent, []);
    assert.include(it.texts(), "id 7");
  });

  it("says what is wrong with half a JSON, and keeps it; leaving the field leaves the value", async () => {
    const it = await at();
    await it.press("ArrowDown", "Enter");
    await it.type("[1, 2");
    await it.press("Enter");
    assert.equal(field(it).value, "[1, 2");
    assert.equal(field(it).getAttribute("aria-invalid"), "true");
    assert.include(it.note(), "bracket is missing");
    await it.type("]");
    await it.press("Enter");
    assert.deepEqual((last(it)!["data"] as typeof SHOP).id as unknown, [1, 2]);
    await it.press("ArrowDown", "ArrowRight", "ArrowDown", "Alt+Enter");
    await it.type('{"a"');
    field(it).blur();
    await it.settled();
    assert.lengthOf(it.sent, 1);
    assert.isNull(it.find(".editor"));
  });

  it("takes what is typed when the focus leaves the field", async () => {
    const it = await at();
    await it.press("ArrowDown", "Enter");
    await it.type("8");
    field(it).blur();
    await it.settled();
    assert.equal((last(it)!["data"] as typeof SHOP).id, 8);
  });

  it("edits a small container as JSON, by a button", async () => {
    const it = await at({ data: { a: [1, 2], long: Array.from({ length: 2000 }, () => 1) } });
    await it.press("ArrowDown");
    await it.click(it.button("Edit value"));
    assert.equal(field(it).value, "[1,2]");
    await it.type('{{"b": 1}');
    await it.press("Escape", "ArrowDown", "Alt+Enter");
    assert.include(it.note(), "Too long");
    assert.isNull(it.find(".editor"));
  });

  it("renames a key in its place, with what is selected and unfolded in it", async () => {
    const it = await at({ selected: ["/customer/name"], depth: 2 });
    await it.press("ArrowDown", "ArrowDown", "F2");
    await it.type("client");
    await it.press("Enter");
    const sent = last(it)! as { data: object; selected: string[] };
    assert.deepEqual(Object.keys(sent.data), ["id", "client", "items"]);
    assert.deepEqual(sent.selected, ["/client/name"]);
    assert.equal(it.current(), "client {2}");
    assert.include(it.texts(), 'name "Ana"');
  });

  it("refuses a key that is there already", async () => {
    const it = await at();
    await it.press("ArrowDown", "F2");
    await it.type("items");
    await it.press("Enter");
    assert.equal(it.note(), "“items” is a key here already.");
    await it.press("Escape");
    assert.deepEqual(it.sent, []);
  });

  it("adds to an object: key, then value", async () => {
    const it = await at();
    await it.press("Control+Enter");
    await it.type("paid");
    await it.press("Enter");
    await it.type("true");
    await it.press("Enter");
    assert.deepEqual(last(it), { data: { ...SHOP, paid: true } });
    assert.equal(it.current(), "paid true");
  });

  it("adds to a list after the row, and what is selected goes along", async () => {
    const it = await at({ data: ["a", "b", "c"], selected: ["/1"] });
    await it.press("ArrowDown", "Insert");
    await it.type("new");
    await it.press("Enter");
    assert.deepEqual(it.sent[0], { data: ["a", null, "b", "c"], selected: ["/2"] });
    assert.deepEqual(last(it), { data: ["a", "new", "b", "c"] });
  });

  it("takes an addition back that ends with Escape", async () => {
    const it = await at();
    await it.press("Control+Enter", "Escape");
    assert.deepEqual(last(it), { data: SHOP });
    assert.deepEqual(it.texts().length, 4);
  });

  it("removes a row with all in it, and takes that back", async () => {
    const it = await at({ selected: ["/customer"] });
    await it.press("ArrowDown", "ArrowDown", "Delete");
    assert.deepEqual(last(it), { data: { id: 7, items: SHOP.items }, selected: [] });
    assert.equal(it.current(), "items [2]");
    assert.equal(it.note(), 'Removed data["customer"]');
    await it.press("Control+z");
    assert.deepEqual(last(it), { data: SHOP, selected: ["/customer"] });
    await it.press("Control+Shift+z");
    assert.deepEqual(last(it), { data: { id: 7, items: SHOP.items }, selected: [] });
  });

  it("leaves the data itself where it is", async () => {
    const it = await at({ data: 5 });
    await it.press("Delete", "F2", "Escape", "Control+Enter");
    assert.deepEqual(it.sent, []);
    assert.equal(it.button("Remove").getAttribute("aria-disabled"), "true");
  });

  it("changes nothing unless it may", async () => {
    const it = await at({ editable: false });
    await it.press("ArrowDown", "F2", "Alt+Enter", "Delete", "Control+Enter", "Enter");
    assert.deepEqual(it.sent, [{ selected: ["/id"] }], "Enter selects there");
    assert.isNull(it.button("Remove"));
  });

  it("goes on while other data comes, and ends when its node has gone", async () => {
    const it = await at();
    await it.press("ArrowDown", "Enter");
    await it.type("8");
    await it.receive({ data: { ...SHOP, more: 1 } });
    assert.equal(field(it).value, "8");
    await it.press("Enter");
    assert.deepEqual(last(it), { data: { ...SHOP, id: 8, more: 1 } });
    await it.press("Enter");
    await it.receive({ data: { other: 1 } });
    assert.isNull(it.find(".editor"));
    assert.include(it.note(), "The notebook has taken out");
  });

  it("forgets its steps when the notebook sets the data", async () => {
    const it = await at();
    await it.press("ArrowDown", "Delete");
    await it.receive({ data: { a: 1 } });
    await it.press("Control+z");
    assert.lengthOf(it.sent, 1);
    assert.equal(it.button("Undo").getAttribute("aria-disabled"), "true");
  });
});
