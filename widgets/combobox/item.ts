import type { ItemInfo } from "../kit/item.ts";

/** What combobox says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Combobox",
  summary: "Choose one or many of up to 100,000 options by typing a part of them.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      label: '"Cities"',
      options:
        '["Amsterdam", "Athens", "Berlin", "Bogotá", "Kraków", "Lima", "Łódź", "Nairobi", "Oslo", "São Paulo", "Zürich"]',
      selected: '["Berlin"]',
    },
    reader: 'chosen = {get}()\n{mo}.md("Chosen: **" + (", ".join(chosen) or "nothing") + "**")',
  },
  docs: `Chooses one or many of up to 100,000 options. What is chosen is a list of their values, in the order of choosing.

\`\`\`python
city = Combobox(options=["Berlin", "Lima", "Oslo"], selected=["Lima"], label="City")
city = Combobox(options=[{"value": "PL", "label": "Poland", "group": "Europe"}, …])
city = Combobox.from_series(df["city"])                 # distinct values; any series, or anything to walk through
city = Combobox.from_frame(df, "code", labels="name", groups="region")
city = Combobox.from_dict({"Europe": ["Oslo", "Rome"], "Asia": ["Osaka"]})   # or {label: anything}

chosen = get_city()   # in another cell: a list of texts, also where one is chosen
city.objects()        # what was put in: numbers, dates, whatever the series, frame or dict had
city.rows()           # the rows of df whose value is chosen, as the frame that df is; lazy stays lazy
\`\`\`

**Search.** The text itself comes first, then what begins with it, has a word that begins with it, has it anywhere, has all of its words,
has its letters in order ("nyc" finds New York City). Case and accents do not count: "lodz" finds Łódź. Values are found beside labels.
What was found is marked; groups stay together under their headings.

**Paste** a list (one a line, or with commas, semicolons or tabs): what it names is chosen, by value or label, and what is no
option is told. An option with a comma in it is understood.

| key in the field | does |
|---|---|
| ↓ ↑, Alt + ↓ | opens the list |
| ↓ ↑, Page Down, Page Up, Ctrl/Cmd + Home, End | goes through it |
| Enter | chooses the option, or takes it back; of many, the list stays open |
| Escape, Alt + ↑ | closes the list |
| Tab | goes to the cross and to the buttons below the list |
| Backspace, in the empty field | removes the last that was chosen |
| ← , at the start of the field | goes to what is chosen: ← → there, Delete removes |
| Ctrl/Cmd + Z, Ctrl/Cmd + Y | takes a step back, does it again |

The buttons below the list choose (or remove) all that is found, and list only what is chosen. A single choice is taken back by its
cross, or by emptying the field and Enter.

**Options.** \`multiple=False\` for one. \`creatable=True\`: what is typed or pasted can be chosen though it is no option. \`max_selected\` is
kept in the page and in Python; \`min_selected\` is asked for below the field. What is chosen and no option any more is kept and marked
until it is removed. A TraitError says it where a choice is none of the options, too many, or one twice.

**Many options.** They travel as one JSON value, checked once; records are turned into columns, with each group's name said once. The list
draws only the rows in sight, in the browser's top layer: no output area cuts it off.`,
};
