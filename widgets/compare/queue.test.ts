import { assert } from "@open-wc/testing";
import { type Choice, meeting, Queue, shuffled } from "./queue.ts";

const choice = (pair: number, shown: readonly number[]): Choice => ({
  pair,
  shown,
  winner: null,
  verdict: "tie",
  ms: 0,
});
const range = (n: number) => Array.from({ length: n }, (_, k) => k);

describe("the queue of a comparison", () => {
  for (const count of [2, 3, 4, 5, 8, 9]) {
    it(`lets each of ${count} items meet each other once, and all as often after each round`, () => {
      const { size } = new Queue([], count);
      const pairs = range(size).map((pair) => meeting(count, pair));
      const names = new Set(pairs.map((pair) => pair.toSorted((a, b) => a - b).join()));
      assert.equal(names.size, (count * (count - 1)) / 2);
      assert.isTrue(pairs.flat().every((item) => item >= 0 && item < count));
      const matches = Math.floor(count / 2);
      for (let start = 0; start < size; start += matches) {
        assert.equal(new Set(pairs.slice(start, start + matches).flat()).size, 2 * matches, `round at ${start}`);
      }
    });
  }

  it("is empty with fewer than two items", () => {
    for (const count of [0, 1]) assert.isTrue(Object.is(new Queue([], count).size, 0));
  });

  it("opens a hundred thousand items at once", () => {
    const queue = new Queue([], 100_000);
    assert.equal(queue.size, 4_999_950_000);
    assert.equal(queue.open([choice(0, queue.at(0).items)]), 1);
  });

  it("goes through its own pairs, and leaves out what is not there", () => {
    const queue = new Queue([[0, 1], { items: [2, 1, 0], context: "Why?" }, [0, 0, 7, -1, "x"], null], 3);
    assert.deepEqual(
      range(4).map((pair) => queue.at(pair).items),
      [[0, 1], [2, 1, 0], [0], []],
    );
    assert.equal(queue.at(1).context, "Why?");
    assert.equal(queue.open([choice(0, [1, 0]), choice(1, [0, 1, 2])]), 2);
  });

  it("asks no pair again when items are added", () => {
    const before = new Queue([], 3);
    const choices = range(3).map((pair) => choice(pair, before.at(pair).items));
    const after = new Queue([], 5);
    for (let n = 3; n < 10; n++) {
      const pair = after.open(choices);
      choices.push(choice(pair, after.at(pair).items));
    }
    assert.equal(after.open(choices), 10);
    assert.equal(new Set(choices.map(({ shown }) => shown.toSorted((a, b) => a - b).join())).size, 10);
  });

  it("gives the same order for a seed, and another one for another", () => {
    const orders = (seed: number) => range(64).map((pair) => shuffled([0, 1], seed, pair)[0]);
    assert.deepEqual(orders(7), orders(7));
    assert.notDeepEqual(orders(7), orders(8));
    assert.notDeepEqual(orders(7), orders(7 + 2 ** 32));
  });

  it("gives every order as often: no place is better than another", () => {
    const draws = 12_000;
    for (const items of [
      [0, 1],
      [0, 1, 2],
    ]) {
      const counts = new Map<string, number>();
      for (const seed of [0, 1, 2, -5]) {
        for (const pair of range(draws / 4)) {
          const order = shuffled(items, seed, pair).join();
          counts.set(order, (counts.get(order) ?? 0) + 1);
        }
      }
      const expected = draws / (items.length === 2 ? 2 : 6);
      assert.equal(counts.size, draws / expected);
      const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // Three and a half deviations above what chance gives.
      assert.isBelow(chi, items.length === 2 ? 12 : 22, JSON.stringify([...counts]));
    }
  });
});
