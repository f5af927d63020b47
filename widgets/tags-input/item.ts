import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.1.0",
  title: "Tags input",
  summary: "Free tags with suggestions: typed, pasted, put in order, and corrected where they are wrong.",
  category: "control",
  budget: 34,
  example: {
    arguments: {
      label: '"Topics"',
      value: '["python", "notebooks", "open data"]',
      suggestions: '["pandas", "plotting", "polars", "reactive", "statistics", "SQL", "teaching"]',
    },
    reader: 'topics = {get}()\n{mo}.md(f"{len(topics)} topics: " + " · ".join(topics))',
  },
  docs: `The value is a list of texts, each once: \`Python\` and \`python\` are the same tag, written as it was first, or as it is suggested.

\`\`\`python
topics = TagsInput(value=["python"], suggestions=["pandas", "polars"], label="Topics", max_tags=8)
names = TagsInput(pattern="[a-z][a-z0-9-]*", pattern_message="Small letters, digits and hyphens.", max_length=20)
TagsInput.from_column(df, "topics", label="Topics")   # suggests what the column holds, the most frequent first

get_topics()                          # ["python"], in another cell
topics.matches(df["topics"])          # one bool a cell: whether it has one of the tags; how="all": has all of them
topics.rows(df, "topics", how="all")  # those rows, as the frame that df is
\`\`\`

A cell of a column may hold one tag, several in a text with commas, or a list of them; case does not count.

**Typing.** Enter or a comma takes a tag, and so does leaving the field. Suggestions are found without case and accents, and by parts of words; arrows
choose one. **Pasting** takes all that commas, tabs or line ends separate.

**Nothing is lost.** A typed tag that is too long, does not fit the \`pattern\`, is there already or is one too many stays in the field, with what is wrong
with it. Of a pasted list the wrong ones become dashed chips, which wait for correction and are not in the value; one too many goes in by
itself when there is room. What was typed stays when the notebook sets other tags, and when another window takes the focus.

| key in the field | does |
|---|---|
| Enter, comma | takes the tag, or the suggestion that is chosen |
| Down, Up | opens the suggestions, chooses one; Escape closes them |
| Backspace, Left at the start | goes to the tag before; a held Backspace stops there |
| Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z | takes a step back, does it again, while nothing is half typed |

| key on a tag | does |
|---|---|
| Left, Right, Home, End | goes to another tag; from the last one to the field, as Escape does |
| Enter, F2, double click | corrects it in its place: Enter keeps, Escape leaves it, no text removes it |
| Delete, Backspace | removes it |
| Alt+Left, Alt+Right | moves it; a drag does too, Escape takes the drag back |
| Ctrl+C | copies all tags, with commas between |

Options: \`label\`, \`placeholder\`, \`max_tags\`, \`max_length\` (characters), \`pattern\` (a regular expression that all of a tag fits), \`pattern_message\`.
From Python, too, a tag that breaks a rule is a \`TraitError\` that names it.`,
};
