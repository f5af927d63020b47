import { assert } from "@open-wc/testing";
import { History } from "./history.ts";
import { Picker } from "./picker.ts";
import { changed } from "./selection.ts";

const rows = (...numbers: number[]) => Uint32Array.from(numbers);

describe("a changed selection", () => {
  it("is replaced, added to, subtracted from, or toggled", () => {
    assert.deepEqual(changed([1, 3], [4, 2], "replace", 6), rows(2, 4));
    assert.deepEqual(changed([1, 3], [4, 3], "add", 6), rows(1, 3, 4));
    assert.deepEqual(changed([1, 3], [4, 3], "subtract", 6), rows(1));
    assert.deepEqual(changed([1, 3], [4, 3], "toggle", 6), rows(1, 4));
  });
  it("is sorted, holds each row once, and no row that there is not", () => {
    assert.deepEqual(changed([5, 5, 2, 99], [0], "add", 6), rows(0, 2, 5));
  });
});

describe("the history", () => {
  it("forgets the oldest steps when they hold too many rows", () => {
    const history = new History();
    const large = new Uint32Array(1_500_000);
    for (let step = 0; step < 5; step++) history.note(large);
    let steps = 0;
    while (history.undo(rows())) steps++;
    assert.equal(steps, 2);
  });
});

describe("the picker", () => {
  it("sends what is picked, once, and goes back and forth", () => {
    const sent: Uint32Array[] = [];
    const picker = new Picker((each) => sent.push(each));
    picker.receive(rows(1), 10);
    assert.isFalse(picker.canUndo);
    assert.isTrue(picker.pick([2], "add"));
    assert.isFalse(picker.pick([2], "add"));
    assert.isTrue(picker.undo());
    assert.isTrue(picker.redo());
    assert.isFalse(picker.redo());
    assert.deepEqual(sent, [rows(1, 2), rows(1), rows(1, 2)]);
  });
  it("can undo what came from outside, and forgets it all when there are other rows", () => {
    const picker = new Picker(() => {});
    picker.receive(rows(1), 10);
    picker.receive(rows(7), 10);
    picker.undo();
    assert.deepEqual(picker.rows, rows(1));
    picker.receive(rows(1), 3);
    assert.isFalse(picker.canUndo || picker.canRedo);
  });
});
