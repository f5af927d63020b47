import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.2.0",
  title: "Tangle",
  summary: "A sentence whose numbers and words are changed where they stand, by dragging, keys and typing.",
  category: "control",
  budget: 32,
  example: {
    arguments: {
      text: '"If each of {people} people eats {cookies} cookies a day, {size:small|medium|large} ones, that is {total} a week."',
      value: '{"people": 12, "cookies": 3, "size": "medium"}',
      numbers: '{"people": {"min": 1, "max": 100}, "cookies": {"min": 0, "max": 20}, "total": {"suffix": " kcal"}}',
      results: '{"total": 12600}',
    },
    reader:
      'now = {get}()\n_each = {"small": 25, "medium": 50, "large": 80}[now["size"]]\n' +
      'total = now["people"] * now["cookies"] * 7 * _each\n{object}.results = {"total": total}\ntotal',
  },
  docs: `Names in braces are places in the sentence: \`{n}\` is a number that \`value\` gives, \`{size:small|large}\` a choice
of words, and \`{total}\` a result that the notebook gives back in \`results\`. \`{{\` and \`}}\` are braces. The value is a
dict by name, sent while a number is being dragged.

\`\`\`python
rows = Tangle(text="Show {n} rows", value={"n": 10})
rows["n"]                                   # 10
rows["n"] = 20                              # rows.reset() goes back

loan = Tangle(
    text="{sum} at {rate} a year is {monthly} a month.",
    value={"sum": 20000, "rate": 4.5},
    numbers={
        "sum": {"min": 0, "max": 100000, "step": 500, "prefix": "€ "},
        "rate": {"min": 0, "max": 15, "step": 0.1, "suffix": " %", "label": "interest rate"},
        "monthly": {"digits": 2, "prefix": "€ "},
    },
)
now = get_loan()
loan.results = {"monthly": now["sum"] * now["rate"] / 1200}   # in the cell that reads
\`\`\`

A number without a record in \`numbers\` has no limits, and moves by the last decimal it is written with: 10 by 1, 2.5 by
0.1; between limits that are at most 1 apart it moves by 0.01. A number that moves by whole steps is an int in Python.

**Pointer**: drag a number sideways; Shift is ten times finer, Alt or Ctrl ten times coarser, Escape puts it back. Click
to type it, double click to set it back to what it was at first.

| key on a number | does |
|---|---|
| Up, Right / Down, Left | one step up / down |
| Page Up, Page Down | a tenth of the range, or ten steps |
| Home, End | the lowest, the highest allowed |
| Enter, F2, or a digit | types: Enter keeps, Escape leaves it as it was; decimal and group marks as the reader's language has them |
| Delete, Backspace | back to what it was at first |
| Ctrl/Cmd + Z | back to before the last change, also on a choice |

A choice opens with Enter, Space or Alt+Down and changes with Up and Down.`,
};
