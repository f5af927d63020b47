import { data, defineTraits, option, t, value } from "../kit/traits.ts";

/** The trait schema of the labeler. */
export const traits = defineTraits({
  decisions: value(
    t.array("int32"),
    "One number per item, in the order of `items`: 0 open, -1 skipped, else the sum of 2**k over the labels[k] given. A missing tail is open.",
  ),
  comments: value(t.dict(t.string()), "What the person wrote, by the item's index as text."),
  position: value(
    t.int({ min: -1 }),
    "Index of the item that is shown; -1 the first open item, len(items) the summary.",
    { default: -1, wired: false },
  ),
  history: value(
    t.array("int32", [null, 2]),
    "What undo takes back: rows of an item's index and its decision before, latest last, at most 200.",
    { wired: false },
  ),
  items: data(
    t.list(t.json()),
    'The queue: each item a text, a record, or a record with an "image" (a data: or blob: address) and its "alt" text.',
  ),
  labels: data(t.list(t.string(), { maxLength: 30 }), "The labels to give, in order; keys 1 to 9, then letters."),
  shortcuts: option(t.dict(t.string({ maxLength: 1 })), "Keys of your own, by label: a letter, digit or sign each."),
  prompt: option(t.string(), "The question above the item, such as “What is this about?”."),
  multi: option(t.bool(), "Whether an item can have several labels; Enter then goes on."),
  allow_skip: option(t.bool(), "Whether an item can be skipped.", { default: true }),
  allow_comment: option(t.bool(), "Whether an item can have a comment.", { default: true }),
  height: option(t.int({ min: 80, max: 280 }), "Height of the item's panel, in px; longer items scroll.", {
    default: 200,
  }),
});
