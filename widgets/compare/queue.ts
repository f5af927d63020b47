import type { Json } from "../kit/traits.ts";

/** What is compared at one place of the queue. */
export interface Trial {
  readonly pair: number;
  /** Indices of items. */
  readonly items: readonly number[];
  readonly context: string;
}

/** One choice, as the trait holds it. */
export interface Choice {
  readonly pair: number;
  readonly shown: readonly number[];
  readonly winner: number | null;
  readonly verdict: "pick" | "tie" | "bad" | "skip";
  readonly ms: number;
}

/** The places of a queue: of its own pairs, else of all pairs of `count` items. */
export class Queue {
  readonly #pairs: readonly Json[];
  readonly #count: number;
  readonly size: number;

  constructor(pairs: readonly Json[], count: number) {
    this.#pairs = pairs;
    this.#count = count;
    this.size = pairs.length || Math.max(0, (count * (count - 1)) / 2);
  }

  /** The trial at a place. Items that are not there are left out. */
  at(pair: number): Trial {
    if (this.#pairs.length === 0) return { pair, items: meeting(this.#count, pair), context: "" };
    const given = this.#pairs[pair];
    const record = typeof given === "object" && given !== null && !Array.isArray(given) ? given : { items: given };
    const { items, context } = record as { items?: Json; context?: Json };
    const there = (each: Json) => Number.isInteger(each) && (each as number) >= 0 && (each as number) < this.#count;
    return {
      pair,
      items: Array.isArray(items) ? [...new Set<number>(items.filter(there))].slice(0, 9) : [],
      context: typeof context === "string" ? context : "",
    };
  }

  /** The first place without a choice; the size where there is none. */
  open(choices: readonly Choice[]): number {
    const done = new Set(choices.map(({ pair, shown }) => this.#key(pair, shown)));
    let pair = 0;
    while (pair < this.size && done.has(this.#key(pair, this.at(pair).items))) pair++;
    return pair;
  }

  /** The choices on what is in the queue now. */
  made(choices: readonly Choice[]): readonly Choice[] {
    return choices.filter(({ pair, shown }) =>
      this.#pairs.length > 0 ? pair < this.size : shown.length === 2 && Math.max(...shown) < this.#count,
    );
  }

  /** Without a queue of its own, two items make the pair, wherever more items have moved its place. */
  #key(pair: number, [one = 0, two = 0]: readonly number[]): string | number {
    return this.#pairs.length > 0 ? pair : `${Math.min(one, two)},${Math.max(one, two)}`;
  }
}

/**
 * The pairs of a round robin by the circle method: in a round each item meets another one (with an odd count, all but
 * one do), and after the last round each has met each once.
 */
export function meeting(count: number, pair: number): readonly [number, number] {
  const even = count + (count % 2);
  const matches = Math.floor(count / 2);
  const round = Math.floor(pair / matches);
  const match = (pair % matches) + (count % 2);
  const circle = even - 1;
  return match === 0 ? [circle, round] : [(round + match) % circle, (round - match + circle) % circle];
}

/** Items in an order drawn from the seed for this place: any order is as likely as any other. */
export function shuffled(items: readonly number[], seed: number, pair: number): readonly number[] {
  const order = [...items];
  let state = mix(mix(seed ^ Math.floor(seed / 2 ** 32)) ^ (pair + 0x9e3779b9));
  for (let last = order.length - 1; last > 0; last--) {
    state = mix(state + 0x6d2b79f5);
    const other = Math.floor(((state >>> 0) / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** The finaliser of MurmurHash3: each bit of a 32-bit number changes about half of the others. */
function mix(n: number): number {
  let hash = n | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
