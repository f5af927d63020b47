import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The traits of combobox. */
export const traits = defineTraits({
  selected: value(t.list(t.string()), "The values that are chosen, each once, in the order of choosing.", {
    send: "settle",
  }),
  options: data(
    t.json(),
    "What can be chosen: a list of texts, or of records with `value` and, if wanted, `label` and `group`. Records are kept " +
      "as columns: `value`, `label`, and `groups` as pairs of a name and how many options it has.",
    { default: [] },
  ),
  label: option(t.string(), "What is chosen: shown above the field and read out as its name."),
  multiple: option(t.bool(), "Whether many can be chosen, rather than one.", { default: true }),
  creatable: option(t.bool(), "Whether texts that are no option can be chosen."),
  min_selected: option(t.int({ min: 0 }), "How many are asked for at least; fewer are taken, and it is said."),
  max_selected: option(t.nullable(t.int({ min: 1 })), "The most that can be chosen, or nothing for any number."),
  placeholder: option(t.string(), "What the empty field says; a text of its own where it is empty."),
  height: option(t.int({ min: 120, max: 600 }), "The most pixels that the open list is high.", { default: 340 }),
});
