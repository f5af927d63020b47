import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The trait schema of ask. */
export const traits = defineTraits({
  answers: value(
    t.dict(t.json()),
    "The answers by question's id, all at once when the person submits; {} while `status` is not answered. " +
      '`approve`: {"approved": bool, "reason": text}; `choose`: an option\'s value, or a list of them with `many`; ' +
      "`rate`, `number`: a number; `text`: a text; None where an optional question was left open.",
  ),
  status: value(t.enum("open", "answered", "declined"), "Whether the person has answered, or has declined to.", {
    default: "open",
  }),
  reason: value(t.string(), "Why the person has declined, in their words.", { wired: false }),
  draft: value(t.dict(t.json()), "What is filled in but not submitted, by question's id: it outlasts a reload.", {
    wired: false,
  }),
  questions: data(
    t.list(t.dict(t.json())),
    "Records with `text` and `kind` (approve, choose, rate, text or number), and at will `id`, `detail`, `required`; " +
      "for approve `reason` (optional, required, none), `yes`, `no`; for choose `options`, `many`, `other`, `min`, `max`; " +
      "for rate `min`, `max`, `ends`; for text `long`; for number `min`, `max`, `whole`, `unit`. Text stays text, with " +
      "its line breaks; code stands between lines of ```.",
  ),
  prompt: option(t.string(), "What all of it is about, above the questions."),
  allow_decline: option(t.bool(), "Whether the person may decline to answer.", { default: true }),
  allow_reopen: option(t.bool(), "Whether the person may take the answer back to change it.", { default: true }),
});
