import { data, defineTraits, option, t, value } from "../kit/traits.ts";

export const traits = defineTraits({
  value: value(
    t.dict(t.json()),
    "What is set, by name: a number for `{name}`, a word for `{name:one|two}`. Whole numbers are int, others float.",
    { send: "live" },
  ),
  text: data(
    t.string(),
    "The sentence. `{name}` is a number or a result, `{name:one|two}` a choice of words, `{{` and `}}` are braces. " +
      "A name that has nothing to show stays as it is written.",
  ),
  results: data(
    t.dict(t.json()),
    "Numbers or texts that the notebook has worked out, by name: shown in the sentence, not for changing.",
  ),
  numbers: option(
    t.dict(t.dict(t.json())),
    "How numbers behave and look, by name; each may have `min`, `max`, `step`, `digits` (after the decimal sign), " +
      "`prefix` and `suffix` (shown as they are), `label` (its name when read out).",
  ),
  initial: option(t.dict(t.json()), "What a double click goes back to, by name; in Python, the value at first."),
});
