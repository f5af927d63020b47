import { assert } from "@open-wc/testing";
import { admit, lines } from "./entries.ts";
import { dropIndex, gapTop, scrollSpeed } from "./geometry.ts";
import { back, forth, fresh, record } from "../kit/history.ts";
import { type Items, keyed, move, rebase, texts } from "./items.ts";

const items = (...pairs: [number, string][]): Items => pairs.map(([key, text]) => ({ key, text }));
const mint = () => {
  let next = 100;
  return () => (next += 1);
};
const ABC = items([1, "A"], [2, "B"], [3, "C"]);

describe("rows of a list", () => {
  it("moves one row and clamps the place", () => {
    assert.deepEqual(texts(move(ABC, 0, 2)), ["B", "C", "A"]);
    assert.deepEqual(texts(move(ABC, 2, -4)), ["C", "A", "B"]);
    assert.equal(move(ABC, 1, 1), ABC);
    assert.equal(move(ABC, 9, 0), ABC);
  });

  it("keeps the keys of texts that come again, each once", () => {
    const known = items([1, "same"], [2, "other"], [3, "same"]);
    assert.deepEqual(
      keyed(["same", "same", "same", "other"], known, mint()).map((item) => item.key),
      [1, 3, 101, 2],
    );
    assert.equal(keyed(["same", "other", "same"], known, mint()), known);
  });

  it("makes a move again in a list that came meanwhile", () => {
    const mine = move(ABC, 0, 2);
    assert.deepEqual(texts(rebase(mine, items([9, "X"], [1, "A"], [2, "B"], [3, "C"], [8, "Y"]), 1)), [
      "X",
      "B",
      "C",
      "A",
      "Y",
    ]);
    assert.deepEqual(texts(rebase(mine, items([1, "A"], [2, "B"], [7, "Z"]), 1)), ["B", "A", "Z"]);
    assert.deepEqual(texts(rebase(move(ABC, 2, 0), items([2, "B"], [3, "C"]), 3)), ["C", "B"]);
    const without = items([2, "B"]);
    assert.equal(rebase(mine, without, 1), without);
  });

  it("takes steps back and forth, and forgets what was undone after a new step", () => {
    const one = record(fresh<string>(), "a");
    const two = record(one, "b");
    const [undone, shown] = back(two, "c")!;
    assert.equal(shown, "b");
    assert.equal(forth(undone, shown)?.[1], "c");
    assert.isUndefined(forth(record(undone, shown), "d"));
    assert.isUndefined(back(fresh(), "a"));
  });

  it("splits pasted text into trimmed lines that are not empty", () => {
    assert.deepEqual(lines(" a \r\n\n\tb\u2028c"), ["a", "b", "c"]);
  });

  it("sorts texts into taken, doubled and too many", () => {
    assert.deepEqual(admit(["A", "D", "D", "E", "F"], ["A", "B"], { maxItems: 4, unique: true }), {
      taken: ["D", "E"],
      duplicates: ["A", "D"],
      overflow: 1,
    });
    assert.deepEqual(admit(["A"], ["A"], { maxItems: null, unique: false }).taken, ["A"]);
  });
});

describe("where a lifted row falls", () => {
  const extent = (index: number) => ({ top: index * 10, height: 10 });
  const drop = (origin: number, top: number, current = origin) =>
    dropIndex(origin, current, 5, { top, height: 10 }, extent);

  it("gives way once the leading edge has passed a row's middle", () => {
    assert.deepEqual(
      [0, 5, 5.1, 15.1, 99].map((top) => drop(0, top)),
      [0, 0, 1, 2, 4],
    );
    assert.deepEqual(
      [40, 35, 34.9, 24.9, -50].map((top) => drop(4, top)),
      [4, 4, 3, 2, 0],
    );
  });

  it("finds the same place from wherever it was before", () => {
    for (const origin of [0, 2, 4]) {
      for (let top = 0; top <= 40; top += 2.3) {
        const places = [0, 1, 2, 3, 4].map((current) => drop(origin, top, current));
        assert.lengthOf(new Set(places), 1, `origin ${origin}, top ${top}: ${places.join()}`);
      }
    }
  });

  it("opens the gap at the foot of the rows that moved up, and at the head of those that moved down", () => {
    const tall = (index: number) => ({ top: [0, 10, 40][index] ?? 0, height: [10, 30, 10][index] ?? 0 });
    assert.equal(gapTop(0, 1, 10, tall), 30);
    assert.equal(gapTop(2, 1, 10, tall), 10);
  });

  it("scrolls towards the edges, faster beyond them, and not in the middle", () => {
    assert.equal(scrollSpeed(150, 0, 300), 0);
    assert.isBelow(scrollSpeed(5, 0, 300), 0);
    assert.isAbove(scrollSpeed(310, 0, 300), scrollSpeed(295, 0, 300));
  });
});
