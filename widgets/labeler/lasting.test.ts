import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { button, clean, comment, decisions, focused, items, one, press, reload, show, shown, words } from "./driver.ts";

afterEach(clean);

describe("labeler: comments", () => {
  it("are written after C, sent on leaving, and lead back to the item", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "s1 u 2" });
    await sendKeys({ press: "Enter" });
    await it.settled();
    assert.deepEqual(it.sent, [{ comments: { 0: "s1 u 2" } }]);
    assert.equal(focused(it), one(it, ".stage"));
    assert.deepEqual(decisions(it), []);
  });

  it("are sent after a pause in typing", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "why" });
    const deadline = performance.now() + 5000;
    while (it.sent.length === 0 && performance.now() < deadline) await it.settled();
    assert.deepEqual(it.sent, [{ comments: { 0: "why" } }]);
  });

  it("stay with their item when another one comes, and are gone when emptied", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "first" });
    await it.receive({ position: 2 });
    assert.equal(comment(it).value, "");
    assert.deepEqual(it.element.comments, { 0: "first" });
    await it.receive({ position: 0 });
    assert.equal(comment(it).value, "first");
    comment(it).select();
    await sendKeys({ press: "Backspace" });
    await sendKeys({ press: "Escape" });
    await it.settled();
    assert.deepEqual(it.element.comments, {});
  });

  it("keep what is being typed when others arrive, and merge with them", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "mine" });
    await it.receive({ comments: { 0: "theirs", 3: "other" } });
    assert.equal(comment(it).value, "mine");
    await press(it, "Escape");
    assert.deepEqual(it.element.comments, { 0: "mine", 3: "other" });
  });

  it("are not lost when the view goes away in the middle", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "half a" });
    it.remove();
    assert.deepEqual(it.model.get("comments"), { 0: "half a" });
    assert.deepEqual(it.sent, [{ comments: { 0: "half a" } }]);
  });
});

describe("labeler: what lasts", () => {
  it("shows after a reload what it showed before, and still undoes", async () => {
    let it = await show();
    await press(it, "1", "s", "c");
    await sendKeys({ type: "odd" });
    await press(it, "Enter", "2", "ArrowLeft");
    it = await reload(it);
    assert.equal(shown(it), "three");
    assert.equal(comment(it).value, "odd");
    assert.deepEqual(decisions(it), [1, -1, 2]);
    await press(it, "u");
    assert.deepEqual(decisions(it), [1, -1]);
  });

  it("begins with the first open item where no position is known", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2) });
    assert.equal(shown(it), "three");
    assert.deepEqual(it.sent, []);
  });

  it("keeps two views in step, undo of the other's decision included", async () => {
    const it = await show();
    const second = await it.view();
    await press(it, "1");
    assert.equal(shown(second), "two");
    button(second, "Undo").click();
    await it.settled();
    assert.equal(shown(it), "one");
    assert.deepEqual(decisions(it), []);
  });

  it("takes in decisions from Python and goes on from there", async () => {
    const it = await show();
    await press(it, "1");
    await it.receive({ decisions: Int32Array.of(1, 2, 0, 2) });
    assert.equal(words(one(it, ".count")), "Summary 3 / 4");
    await press(it, "n", "1");
    assert.deepEqual(decisions(it), [1, 2, 1, 2]);
    assert.match(shown(it), /^All done/);
  });

  it("takes in more items behind the last, and their decisions stay", async () => {
    const it = await show({ decisions: Int32Array.of(1, 1, 1, 1) });
    assert.match(shown(it), /^All done/);
    await it.receive({ items: [...items, "five"] });
    assert.equal(shown(it), "five");
    assert.deepEqual(decisions(it), [1, 1, 1, 1]);
  });

  it("works in an export, for itself", async () => {
    const it = await show({}, { mode: "export" });
    await press(it, "1", "2", "u");
    assert.equal(shown(it), "two");
    assert.deepEqual(it.sent, []);
  });
});
