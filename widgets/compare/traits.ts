import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The trait schema of compare. */
export const traits = defineTraits({
  choices: value(
    t.list(
      t.record({
        pair: t.int({ min: 0 }),
        shown: t.list(t.int({ min: 0 }), { maxLength: 9 }),
        winner: t.nullable(t.int({ min: 0 })),
        verdict: t.enum("pick", "tie", "bad", "skip"),
        ms: t.int({ min: 0 }),
      }),
    ),
    "What was chosen, latest last: the place of the pair in the queue, the indices of `items` as they were shown from the " +
      "left, the index of the winner (None without), the verdict, and how long it took in ms.",
  ),
  items: data(
    t.list(t.json()),
    'The candidates: each a text, a record, a record with an "image" (a data: or blob: address) and its "alt" text, or ' +
      'a record with "markdown".',
  ),
  names: data(
    t.list(t.string()),
    "A name for each item: what the ranking ranks, and what is shown where the comparison is not blind. Items may share " +
      "one: the answers of one model. Missing ones are numbered.",
  ),
  pairs: data(
    t.list(t.json()),
    'The queue: each a list of two to nine indices of `items`, or a record of such "items" and a "context", a text to ' +
      "show above them. Empty: all pairs of items, each item once a round.",
  ),
  prompt: option(t.string(), "The question above, such as “Which answer helps more?”."),
  blind: option(t.bool(), "Whether items are shuffled in each pair and shown without names.", { default: true }),
  seed: option(t.int(), "What the order in a blind pair is drawn from: the same seed gives the same orders."),
  allow_tie: option(t.bool(), "Whether items can be as good as each other.", { default: true }),
  allow_bad: option(t.bool(), "Whether none of them can be good enough.", { default: true }),
  allow_skip: option(t.bool(), "Whether a pair can be skipped.", { default: true }),
  height: option(t.int({ min: 80, max: 340 }), "Height of the items, in px; longer ones scroll.", { default: 200 }),
});
