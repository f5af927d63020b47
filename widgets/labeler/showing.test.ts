import { assert } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { all, button, clean, click, decisions, focused, one, press, said, show, shown, words } from "./driver.ts";

afterEach(clean);

describe("labeler: summary and review", () => {
  it("is reached by the count, at any time", async () => {
    const it = await show({ decisions: Int32Array.of(1, -1) });
    await click(it, one(it, ".count"));
    assert.match(shown(it), /^2 still open\. .*all 2 .*spam 1 .*skipped 1/);
    assert.match(said(it) ?? "", /^Summary: 2 of 4 done, 1 of them skipped/);
  });

  it("walks through the items of one label, relabels, and ends in the summary", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2, 1, 2) });
    await click(it, button(it, "Review\\s*spam"));
    assert.equal(shown(it), "one");
    assert.equal(focused(it), one(it, ".stage"));
    await press(it, "2");
    assert.equal(shown(it), "three");
    await press(it, "ArrowRight");
    assert.match(shown(it), /^All done/);
    assert.deepEqual(decisions(it), [2, 2, 1, 2]);
  });

  it("ends when asked to", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2, 1, 2) });
    await click(it, button(it, "Review\\s*spam"));
    await click(it, button(it, "End review"));
    await press(it, "ArrowRight");
    assert.equal(shown(it), "two");
  });
});

describe("labeler: what it shows", () => {
  it("shows a handful of labels whole on a phone", async () => {
    await setViewport({ width: 320, height: 640 });
    const it = await show({ labels: ["praise", "problem", "question", "wish"] });
    it.el.style.width = "226px";
    const box = one(it, ".labels");
    assert.isAtMost(box.scrollHeight, box.clientHeight);
    await setViewport({ width: 1200, height: 800 });
  });

  it("has words for an empty queue and for no labels", async () => {
    const it = await show({ items: [], labels: [] });
    assert.equal(shown(it), "Nothing to label yet: items is empty.");
    assert.match(words(one(it, ".labels")), /labels is empty/);
    await press(it, "1", "s", "u", "n", "ArrowLeft", "ArrowRight", "Backspace", "Enter");
    assert.deepEqual(it.sent, []);
  });

  it("shows a record as a list of its fields", async () => {
    const it = await show({ items: [{ from: "Ann", text: "<b>Hello</b>" }] });
    assert.deepEqual(
      all(it, "dt, dd").map((each) => each.textContent),
      ["from", "Ann", "text", "<b>Hello</b>"],
    );
  });

  it("shows an image, and says when it is none", async () => {
    const canvas = document.createElement("canvas");
    const it = await show({ items: [{ image: canvas.toDataURL(), alt: "Nothing" }, { image: "data:image/png,x" }] });
    const image = one(it, "img") as HTMLImageElement;
    await image.decode();
    assert.equal(image.alt, "Nothing");
    const broken = new Promise((resolve) => image.addEventListener("error", resolve, { once: true }));
    await press(it, "ArrowRight");
    await broken;
    assert.equal(shown(it), "This image cannot be decoded.");
    await press(it, "ArrowLeft");
    await (one(it, "img") as HTMLImageElement).decode();
    await it.settled();
    assert.equal(getComputedStyle(one(it, "img")).display, "block");
  });

  it("says that it loads nothing from other machines", async () => {
    const it = await show({ items: [{ image: "//example.org/a.png" }] });
    assert.match(shown(it), /not loaded.*\/\/example.org\/a.png/);
    assert.lengthOf(all(it, "img"), 0);
  });

  it("tells the progress in words and by label", async () => {
    const it = await show({ decisions: Int32Array.of(1, -1, 1) });
    const bar = one(it, "[role=progressbar]");
    assert.equal(bar.getAttribute("aria-valuetext"), "3 of 4 done, 1 of them skipped");
    assert.equal(bar.getAttribute("aria-valuenow"), "3");
    assert.deepEqual(
      all(it, ".labels small").map((each) => each.textContent),
      ["2", "0"],
    );
  });

  it("answers a key in 100,000 items within 100 ms", async () => {
    const it = await show({
      items: Array.from({ length: 100_000 }, (_, n) => `item ${n}`),
      decisions: new Int32Array(99_000).fill(1),
    });
    assert.equal(shown(it), "item 99000");
    one(it, ".stage").focus();
    const started = performance.now();
    one(it, ".stage").dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, composed: true }));
    await it.element.updateComplete;
    assert.isBelow(performance.now() - started, 100);
    assert.equal(shown(it), "item 99001");
  });

  it("begins each item at its top", async () => {
    const it = await show({ items: ["long ".repeat(2000), "longer ".repeat(2000)] });
    await press(it, "End");
    one(it, ".stage").scrollTop = 500;
    await press(it, "1");
    assert.equal(one(it, ".stage").scrollTop, 0);
    assert.equal(focused(it), one(it, ".stage"));
  });

  it("leaves out what is not allowed", async () => {
    const it = await show({ allow_skip: false, allow_comment: false });
    await press(it, "s", "c");
    assert.deepEqual(it.sent, []);
    assert.lengthOf(all(it, "textarea, .skip"), 0);
  });

  it("says which trait is wrong", async () => {
    const it = await show({ labels: 7 });
    assert.match(words(one(it, ".problem")), /labels/);
  });
});
