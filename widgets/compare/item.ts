import type { ItemInfo } from "../kit/item.ts";

/** What compare says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Compare",
  summary: "Judges candidates side by side, blind or named, one key a pair, and ranks them by Bradley-Terry.",
  category: "control",
  budget: 30,
  example: {
    arguments: {
      prompt: '"Which greeting is warmer?"',
      items: `[
    "Dear customer, your request has been received.",
    "Hi Sam, thanks for writing! I am on it.",
    "Hello! We got your message and will be back by noon.",
    {"markdown": "**Good news:** it is fixed already.\\n\\nTell me if *anything* is still odd."},
]`,
      names: '["formal", "friendly", "brisk", "eager"]',
    },
    reader: `{get}()  # this cell runs again at each choice
[(each["name"], round(each["strength"], 2), each["wins"]) for each in {object}.ranking()]`,
  },
  docs: `
Candidates side by side, one pair after another; one key says which is better. Blind comparisons shuffle the order of each pair and hide the
names, so that neither place nor name decides.

\`\`\`python
compare = Compare(items=["first text", "second text", "third text"], names=["a", "b", "c"])
compare = Compare(items=[Compare.image(path) for path in paths], names=[path.stem for path in paths])
compare = Compare(items=[Compare.markdown(text) for text in answers])
compare = Compare.from_frame(df, ["gpt", "claude"], context="prompt", markdown=True)   # the columns are ranked

compare.ranking()              # [{"rank": 1, "name": "b", "strength": 0.9, "error": 0.4, "low": …, "wins": 5, …}, …]
compare.ranking(frame=True)    # the same as a frame
compare.results                # the choices by name; compare.to_frame()
\`\`\`

| key | does |
|---|---|
| 1 to 9 | picks that candidate, counted from the left |
| 0 | a tie |
| B | both are bad |
| S | skips the pair; the summary at the end takes up what was skipped |
| U, Ctrl+Z | takes the last choice back, in this page or before a reload, and shows its pair again |

Keys work while the focus is inside the widget: click it, or reach it with Tab. Every key has a button.

**Items** are texts, records (shown field by field), pictures (\`Compare.image\` makes them of a path, bytes, a Pillow image or a figure; addresses of
other machines are never loaded) or markdown: headings, paragraphs, lists, quotes, rules, code, emphasis and links to the web. Markup
inside it, pictures and tables are shown as they are written, since data never becomes markup.

**The queue** is \`pairs\`, of two to nine indices of \`items\` each, or else all pairs, in rounds in which each item meets one other: stop
after any round, and all have met as often. Add items later: what was compared stays compared.

**The ranking** is the Bradley-Terry model: a wins against b with odds of \`e ** (a - b)\`. Ties are half a win for each, and so is "both bad"
unless \`ranking(bad=False)\`. A small prior gives a strength to one that has won all or nothing; \`prior=0\` is maximum likelihood. Items that
share a name are ranked as one.

Each choice is in the kernel at once, with what was shown where and the time it took, and nothing depends on the page.
`,
};
