import type { Samples } from "../kit/testing/samples.ts";
import type { Json } from "../kit/traits.ts";
import type { traits } from "./traits.ts";

const questions: readonly Readonly<Record<string, Json>>[] = [
  {
    id: "delete",
    kind: "approve",
    text: "Delete 3 rows of `orders` without a customer?",
    detail: "They were written on 4 May:\n```sql\nDELETE FROM orders\nWHERE customer_id IS NULL;\n```",
  },
  { id: "keep", kind: "choose", text: "What shall stay?", options: ["a copy", "nothing"], required: false },
];

export const samples: Samples<typeof traits> = {
  typical: { questions, prompt: "Clean up orders" },
  empty: {},
  rejected: { questions: questions.slice(0, 1), draft: { delete: { approved: false, reason: "" } } },
  choose: {
    questions: [
      {
        text: "Which join?",
        kind: "choose",
        options: [{ value: "left", label: "Left", detail: "keeps orders without a customer" }, "inner", 3, true],
        other: true,
      },
    ],
    draft: { q1: "left" },
  },
  many: {
    questions: [
      {
        text: "Which columns?",
        kind: "choose",
        many: true,
        other: true,
        max: 2,
        options: [..."abcdefghijklmnopqrstuvwxyz"],
      },
    ],
    draft: { q1: ["b", "own"] },
  },
  rate: { questions: [{ text: "How good is the plot?", kind: "rate", min: 0, max: 10, ends: ["useless", "perfect"] }] },
  text: { questions: [{ text: "What is it about?", long: true, required: false }] },
  number: { questions: [{ kind: "number", text: "How many?", min: 1, max: 9, unit: "rows" }], draft: { q1: "x" } },
  review: { questions, draft: { delete: { approved: false, reason: "Not yet." }, keep: "a copy" } },
  answered: { questions, status: "answered", answers: { delete: { approved: true, reason: "" }, keep: null } },
  declined: { questions, status: "declined", reason: "Ask Ada first." },
  long: { questions: [{ text: "Is this right?", kind: "approve", detail: "```\n" + "a line of code\n".repeat(300) }] },
  odd: {
    questions: [
      { kind: "odd", text: null },
      { id: 5, kind: "choose", options: [null, { label: "<b>" }, ["x"]] },
    ],
    draft: { q1: { a: 1 }, 5: [[]] },
    prompt: "A very long prompt that goes on ".repeat(8),
  },
};
