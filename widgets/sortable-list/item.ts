import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.2.0",
  title: "Sortable list",
  summary: "A list of texts to put in order, add to, edit and clear out, by pointer, touch or keys.",
  category: "control",
  budget: 40,
  example: {
    arguments: {
      label: '"What matters most"',
      value: '["Clear error messages", "Fast first draw", "Works offline", "Few dependencies", "Good defaults"]',
    },
    reader: 'priorities = {get}()\n{mo}.md("First: **" + (priorities[0] if priorities else "nothing") + "**")',
  },
  docs: `The value is a list of texts in their order; a text may stand in it more than once.

\`\`\`python
tasks = SortableList(value=["Draft", "Review", "Ship"], label="Order of work")
tasks.value                       # ["Draft", "Review", "Ship"]
tasks.ranks()                     # {"Draft": 1, "Review": 2, "Ship": 3}
tasks.arrange(frame, "task")      # the rows of a frame in the list's order
SortableList.from_column(frame, "task", label="Order of work")
\`\`\`

**Pointer**: drag a row; on a touch screen drag it by the dots, so that the list still scrolls. Double click edits, the
cross removes. The tools below work on the current row without dragging.

| key in the list | does |
|---|---|
| Up, Down, Page Up, Page Down, Home, End | goes to another row |
| Space | grabs the row; arrows, Home, End move it; Space or Enter drops it, Escape puts it back |
| Alt+Up, Alt+Down | moves the row at once |
| Enter, F2 | edits the row: Enter keeps, Shift+Enter breaks the line, Escape leaves it as it was |
| Delete, Backspace | removes the row; the line below offers to take that back |
| Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z | takes a step back, does it again |

In the field below the list Enter adds at the end, and several pasted lines add several rows.

Options: \`addable\`, \`editable\`, \`removable\` (all true), \`unique\`, \`max_items\`, \`numbered\`, \`placeholder\`, \`height\` (px
above which the list scrolls). The value is sent when a row is dropped, added, edited or removed. A list that the
notebook sets while a row is held waits, and the row is put into it when it is let go.`,
};
