import { data, defineTraits, option, t, value } from "../kit/traits.ts";

export const traits = defineTraits({
  value: value(
    t.list(t.string()),
    "The tags in their order, each once (whatever its case), without spaces around it. Wrong ones that wait for correction are not in it.",
    { send: "settle" },
  ),
  suggestions: data(
    t.list(t.string()),
    "Tags to choose from while typing, at most some 100,000; others may be typed all the same.",
  ),
  label: option(t.string(), "What the tags are of: shown above them and read out as their name."),
  placeholder: option(t.string(), "What the empty field says; a text of its own where it is empty."),
  max_tags: option(t.nullable(t.int({ min: 0 })), "The most tags, or nothing for any number."),
  max_length: option(t.nullable(t.int({ min: 1 })), "The most characters of a tag, or nothing for any number."),
  pattern: option(
    t.string({ maxLength: 1000 }),
    "A regular expression that all of a tag fits, in what JavaScript and Python share, such as `[a-z0-9-]+`; empty for none.",
  ),
  pattern_message: option(t.string(), "What is said of a tag that does not fit `pattern`: what to write instead."),
});
