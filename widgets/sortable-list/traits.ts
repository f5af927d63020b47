import { defineTraits, option, t, value } from "../kit/traits.ts";

export const traits = defineTraits({
  value: value(t.list(t.string()), "The texts in their order, first to last; a text may stand in it more than once.", {
    send: "settle",
  }),
  label: option(t.string(), "What the list is of: shown above it and read out as its name."),
  addable: option(t.bool(), "Whether texts can be added at the end.", { default: true }),
  editable: option(t.bool(), "Whether texts can be edited in place.", { default: true }),
  removable: option(t.bool(), "Whether texts can be removed.", { default: true }),
  unique: option(t.bool(), "Whether a text may stand in the list once only."),
  max_items: option(t.nullable(t.int({ min: 0 })), "The most texts the list takes, or nothing for any number."),
  numbered: option(t.bool(), "Whether each text has its place shown before it, from 1.", { default: true }),
  placeholder: option(t.string(), "What the empty field for a new text says; a text of its own where it is empty."),
  height: option(t.int({ min: 96, max: 440 }), "Height in px above which the list scrolls.", { default: 320 }),
});
