import type { Samples } from "../kit/testing/samples.ts";
import type { traits } from "./traits.ts";

const labels = ["praise", "problem", "question", "wish"];

const texts = [
  "The new search finds everything I need, and it is fast.",
  "Since the update the export stops at page 40. Nothing is written after that.",
  "Is there a way to share a board with people outside my team?",
];

/** A square in one colour, as an address that asks for nothing. */
const image =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#2a7"/></svg>',
  );

/** What the contract suite shows the labeler with. */
export const samples: Samples<typeof traits> = {
  typical: { items: texts, labels, prompt: "What is this message about?", decisions: Int32Array.of(1) },
  empty: { labels },
  unlabelled: { items: texts },
  record: {
    items: [
      { channel: "e-mail", plan: "Team", message: "Invoice 2213 was charged twice.", seats: 12, tags: ["a", "b"] },
    ],
    labels,
    multi: true,
    decisions: Int32Array.of(6),
    position: 0,
    comments: { 0: "Ask for the second one." },
  },
  image: { items: [{ image, alt: "A green square", taken: "2024-05-01" }], labels: ["cat", "dog"] },
  refused: { items: [{ image: "//example.org/cat.png" }], labels: ["cat", "dog"] },
  done: { items: texts, labels, decisions: Int32Array.of(1, -1, 4), position: 3, allow_comment: false },
  many_labels: { items: texts, labels: Array.from({ length: 30 }, (_, k) => `label ${k + 1}`) },
  long: { items: [`${texts.join(" ")}\n\n`.repeat(60)], labels, prompt: texts.join(" ") },
};
