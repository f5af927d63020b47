import type { ItemInfo } from "../kit/item.ts";

/** What the labeler says of itself. */
export const item: ItemInfo = {
  version: "0.2.0",
  title: "Labeler",
  summary: "Label a queue of texts, images or records, one key each, with undo, comments and review.",
  category: "control",
  budget: 35,
  example: {
    arguments: {
      items: `[
    "The new search finds everything I need, and it is fast.",
    "Since the update the export stops at page 40. Nothing is written after that.",
    "Is there a way to share a board with people outside my team?",
    {"channel": "e-mail", "plan": "Team", "message": "Invoice 2213 was charged twice. Please refund one of them."},
    {"channel": "chat", "plan": "Free", "message": "Could you add a dark theme? My eyes would thank you."},
    "I moved our whole class over in an afternoon. Lovely work!",
]`,
      labels: '["praise", "problem", "question", "wish"]',
      prompt: '"What is this message about?"',
    },
    reader: `{get_decisions}(), {get_comments}()  # this cell runs again at each of them
{object}.annotations`,
  },
  docs: `
A queue of items, each shown large, one at a time. A label is one key or one tap away, and the next open item follows.

\`\`\`python
labeler = Labeler(items=["first text", "second text"], labels=["spam", "ham"])
labeler = Labeler.from_frame(df, text="body", labels=["spam", "ham"])
labeler = Labeler(items=[Labeler.image(path) for path in paths], labels=["cat", "dog"])
\`\`\`

| key | does |
|---|---|
| 1 to 9, then letters | gives that label; with \`multi\` adds or removes it |
| ← → | goes to the item before, after |
| N | goes to the next open item |
| Enter | with \`multi\`: goes on |
| S | skips the item |
| Backspace | takes the item's labels away |
| U, Ctrl+Z | undoes the last decision, in this page or before a reload |
| C | writes a comment; Enter or Esc leads back |

Keys work while the focus is inside the widget: click it, or reach it with Tab. A label's own key goes before a command's:
\`shortcuts={"spam": "s"}\`. The count at the top leads to the summary; a label there starts a review of its items. With a
screen reader, turn on its focus mode for the keys; every key has a button too.

**Items** are texts, records (shown field by field) or records with an \`image\`: a \`data:\` address, which \`Labeler.image\` makes
of a path, bytes, a numpy array or a Pillow image. Addresses of other machines are never loaded. All items are in the page,
so prefer small images.

**What you get**: \`labeler.annotations\`, a list of records \`{"index", "label", "skipped", "comment"}\` that can be assigned back
(\`labeler.annotations = json.load(file)\`); \`labeler.counts\`; \`labeler.to_frame()\`, your frame with the columns \`label\` and
\`comment\`; \`labeler.labelled()\`, only its rows with a label. Underneath, \`decisions\` has one number per item: 0 open, -1
skipped, else the sum of \`2**k\` over the \`labels[k]\` given. Each decision is in the kernel at once, and nothing depends on the page.
\`position\` is the item on the screen, to show more about it in another cell, or to set it.
`,
};
