import { defineTraits, option, t, value } from "../kit/traits.ts";

export const traits = defineTraits({
  selected: value(
    t.list(t.string()),
    'JSON pointers of what is selected, in the order of the data: "/users/0/name"; "" is all. A container stands for everything in it.',
  ),
  data: value(t.json(), "The nested data, with the person's edits: dicts, lists, texts, numbers, True, False, None.", {
    default: {},
  }),
  label: option(t.string(), "What the data is: shown above it and read out as its name."),
  name: option(t.string(), 'What the data is called in copied paths: data["a"][0].', { default: "data" }),
  select: option(t.enum("many", "one", "none"), "How many nodes can be selected."),
  editable: option(t.bool(), "Whether values and keys can be changed, added and removed."),
  show_values: option(t.bool(), "Whether values stand beside their keys; a tree of names alone needs none.", {
    default: true,
  }),
  depth: option(t.int({ min: 0 }), "How many levels are unfolded at first; 0 is the first row alone.", { default: 1 }),
  height: option(t.int({ min: 120, max: 420 }), "Height of the rows in px; more rows scroll.", { default: 308 }),
});
