import { assert } from "@open-wc/testing";
import { array, assert as check, integer, nat, property, tuple } from "fast-check";
import { contentOf, LONGEST, spoken } from "./content.ts";
import { assignKeys, pressedKeys } from "./keys.ts";
import { decide, decisionOf, isOpen, nextOpen, recall, remember, seek, SKIPPED, tally } from "./queue.ts";

const NONE = new Int32Array();

describe("the decisions of a queue", () => {
  it("grow as far as the last decision only", () => {
    const first = decide(NONE, 2, 1);
    assert.deepEqual([...first], [0, 0, 1]);
    assert.deepEqual([...decide(first, 4, SKIPPED)], [0, 0, 1, 0, -1]);
  });

  it("drop their open tail when the last is taken back", () => {
    assert.deepEqual([...decide(Int32Array.of(1, 0, 2), 2, 0)], [1]);
    assert.deepEqual([...decide(NONE, 7, 0)], []);
  });

  it("leave what was received as it is", () => {
    const received = Int32Array.of(1, 2);
    decide(received, 0, 4);
    assert.deepEqual([...received], [1, 2]);
  });

  it("are counted by label, skipped ones apart, those past the end not at all", () => {
    assert.deepEqual(tally(Int32Array.of(0b101, -1, 0, 0b100, 1), 4, 3), { done: 3, skipped: 1, counts: [1, 0, 2] });
  });

  it("count a label that is no longer there as done", () => {
    assert.deepEqual(tally(Int32Array.of(0b1000), 1, 2), { done: 1, skipped: 0, counts: [0, 0] });
  });

  it("count 100,000 items within a frame", () => {
    const many = new Int32Array(100_000).fill(0b1011);
    tally(many, many.length, 4);
    const started = performance.now();
    assert.deepEqual(tally(many, many.length, 4).counts, [100_000, 100_000, 0, 100_000]);
    assert.isBelow(performance.now() - started, 16);
  });
});

describe("the way through a queue", () => {
  const some = Int32Array.of(1, 0, 1, 0, 1);

  it("leads to the next open item, and round to the first", () => {
    assert.equal(nextOpen(some, 5, 1), 3);
    assert.equal(nextOpen(some, 5, 3), 1);
    assert.equal(nextOpen(some, 6, 3), 5);
  });

  it("ends behind the last item when nothing is open", () => {
    assert.equal(nextOpen(Int32Array.of(1, -1), 2, 0), 2);
    assert.equal(nextOpen(NONE, 0, -1), 0);
  });

  it("leads back as far as there is something", () => {
    assert.equal(seek(some, 5, 3, isOpen, -1), 1);
    assert.equal(seek(some, 5, 1, isOpen, -1), 1);
  });
});

describe("the history", () => {
  it("undoes any row of decisions, step by step", () => {
    const steps = array(tuple(nat(30), integer({ min: -1, max: 7 })), { maxLength: 100 });
    check(
      property(steps, (made) => {
        let decisions: Int32Array = NONE;
        let history: Int32Array = NONE;
        const before: Int32Array[] = [];
        for (const [index, decision] of made) {
          before.push(decisions);
          history = remember(history, index, decisionOf(decisions, index));
          decisions = decide(decisions, index, decision);
        }
        for (const expected of before.toReversed()) {
          const step = recall(history, 31);
          if (!step) throw new Error("a step is missing");
          decisions = decide(decisions, step.index, step.before);
          history = step.rest;
          assert.deepEqual(decisions, expected);
        }
        assert.isUndefined(recall(history, 31));
      }),
    );
  });

  it("keeps the latest 200 steps", () => {
    let history: Int32Array = NONE;
    for (let index = 0; index < 300; index++) history = remember(history, index, 0);
    assert.lengthOf(history, 400);
    assert.equal(history[0], 100);
    assert.equal(recall(history, 300)?.index, 299);
  });

  it("passes over items that are gone", () => {
    assert.equal(recall(Int32Array.of(1, 0, 9, 1), 3)?.index, 1);
  });
});

describe("the keys of labels", () => {
  it("are 1 to 9 by place, then letters that no command has", () => {
    const keys = assignKeys(
      Array.from({ length: 13 }, (_, k) => `label ${k}`),
      {},
    );
    assert.deepEqual(keys.slice(0, 9), [..."123456789"]);
    assert.deepEqual(keys.slice(9), ["a", "b", "d", "e"]);
  });

  it("are enough for the 30 labels that are allowed", () => {
    const keys = assignKeys(
      Array.from({ length: 30 }, (_, k) => `${k}`),
      {},
    );
    assert.equal(new Set(keys).size, 30);
    assert.notInclude(keys, undefined);
  });

  it("are one's own first, and keep the digit of the place for the others", () => {
    assert.deepEqual(assignKeys(["spam", "ham", "eggs"], { spam: "S", eggs: "1", other: "2" }), ["s", "2", "1"]);
  });

  it("are never shared", () => {
    assert.deepEqual(assignKeys(["a", "b"], { a: "x", b: "x" }), ["x", "2"]);
  });

  it("do not come from what every object has", () => {
    assert.deepEqual(assignKeys(["constructor", "__proto__"], {}), ["1", "2"]);
  });

  it("are found by what is written, then by a digit's place, then by a foreign letter's place", () => {
    assert.deepEqual(pressedKeys({ key: "A", code: "KeyQ" }), ["a"]);
    assert.deepEqual(pressedKeys({ key: "&", code: "Digit1" }), ["&", "1"]);
    assert.deepEqual(pressedKeys({ key: "ы", code: "KeyS" }), ["ы", "s"]);
    assert.deepEqual(pressedKeys({ key: "4", code: "Numpad4" }), ["4"]);
  });
});

describe("the content of an item", () => {
  it("is the text, whatever is in it", () => {
    assert.deepEqual(contentOf("<b>hi</b>"), { text: "<b>hi</b>", fields: [] });
    assert.deepEqual(contentOf(12.5), { text: "12.5", fields: [] });
    assert.deepEqual(contentOf(null), { text: "—", fields: [] });
    assert.deepEqual(contentOf([1, "a"]), { text: '[1,"a"]', fields: [] });
  });

  it("is a record's fields in their order", () => {
    assert.deepEqual(contentOf({ b: 1, a: null, c: { d: [true] } }).fields, [
      ["b", "1"],
      ["a", "—"],
      ["c", '{"d":[true]}'],
    ]);
  });

  it("is an image where its address asks nobody, with what else the record has", () => {
    const image = "data:image/png;base64,AAAA";
    assert.deepEqual(contentOf({ image, alt: "A cat", id: 7 }), { image, alt: "A cat", fields: [["id", "7"]] });
    assert.equal(contentOf({ image: "blob:null/1" }).image, "blob:null/1");
  });

  it("refuses every other address", () => {
    for (const image of ["//example.org/a.png", "/a.png", "javascript:alert(1)", "data:text/html,x", ""]) {
      assert.deepEqual(contentOf({ image }), { refused: image, fields: [] });
    }
  });

  it("says how much of a very long text is not shown", () => {
    const { text = "" } = contentOf("x".repeat(LONGEST + 1500));
    assert.match(text, /… \(1.?500 more characters\)$/);
    assert.isBelow(text.length, LONGEST + 100);
  });

  it("can be said aloud", () => {
    assert.equal(spoken(contentOf({ image: "data:image/png,", alt: "A cat", id: 7 })), "A cat; id: 7");
    assert.equal(spoken(contentOf("abcdef"), 3), "abc…");
  });
});
