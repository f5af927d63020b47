import type { ItemInfo } from "../kit/item.ts";

export const item: ItemInfo = {
  version: "0.1.0",
  title: "Tree explorer",
  summary: "Nested data to search, fold, select in and edit, with paths to copy.",
  category: "control",
  budget: 36,
  example: {
    arguments: {
      label: '"Order 1042"',
      name: '"order"',
      editable: "True",
      data:
        '{"id": 1042, "paid": True, "customer": {"name": "Ana Souza", "tags": ["new", "newsletter"]}, ' +
        '"items": [{"title": "Desk lamp", "price": 39.9}, {"title": "Bookshelf", "price": 129.0}]}',
      depth: "2",
    },
    reader:
      'pointers = {get_selected}()\n{mo}.md(f"{len({get_data}())} keys, selected: " + (", ".join(pointers) or "nothing"))',
  },
  docs: `Any nested data: dicts, lists, texts, numbers, \`True\`, \`False\`, \`None\`. What is selected are JSON pointers (RFC 6901):
\`"/items/0/price"\`, with \`~1\` for a slash and \`~0\` for a tilde in a key; \`""\` is all. A selected dict or list stands for
everything in it, so that a selection stays short; one with some of it selected shows as mixed.

\`\`\`python
tree = TreeExplorer(data={"users": [{"name": "Ana"}]}, selected=["/users/0"], editable=True)
tree.selected                     # ["/users/0"]
tree.chosen()                     # {"/users/0": {"name": "Ana"}}
tree.leaves()                     # {"/users/0/name": "Ana"}: every value that is selected
tree.subset()                     # {"users": [{"name": "Ana"}]}: the data with only that
tree.at("/users/0/name")          # "Ana"
tree.python_path("/users/0/name") # 'data["users"][0]["name"]'
tree.data                         # with the person's edits

TreeExplorer.from_json(pathlib.Path("orders.json"))          # or a JSON text
TreeExplorer.from_python(anything)                           # dataclasses, sets, dates, arrays, models, …
TreeExplorer.from_paths(["src/main.py", "README.md"])        # a tree of names
TreeExplorer.from_folder("data", "**/*.csv")                 # files with their sizes
towns = TreeExplorer.from_frame(frame, ["country", "town"])  # rows counted, or value="price" added up
towns.filter(frame, ["country", "town"])                     # the rows that are selected
\`\`\`

**Pointer**: the arrow or a double click folds and unfolds, the box selects, a double click on a value edits it where
\`editable\`. The line below has the current node's path; the buttons copy it, its pointer, or its value as JSON.

| key in the tree | does |
|---|---|
| Up, Down, Page Up, Page Down, Home, End | goes to another row |
| Right, Left | unfolds, or goes to the first child; folds, or goes to the row above |
| \\* | unfolds all that stand beside the row |
| letters and digits | goes to the next row that begins with them |
| Enter | folds or unfolds; edits a value; selects |
| Space | selects, or takes out of the selection |
| Ctrl+A | selects all, or all that the search has found; again: nothing |
| Ctrl+C, Alt+C, Alt+V | copies the Python path, the JSON pointer, the value |
| Ctrl+F, F3, Shift+F3 | to the search field, to the next match, to the one before |
| Alt+Enter, F2 | edits the value (also of a small dict or list, as JSON), renames the key |
| Ctrl+Enter or Insert, Delete | adds a child to an open container, else a row after this one; removes the row |
| Ctrl+Z, Ctrl+Y | takes a step back, does it again |

In the search field Enter and Shift+Enter go through the matches, Down goes into the tree, Escape ends the search. A
search shows what it has found and all above it; a search that ends leaves the tree unfolded at the current row. Case
and accents do not count, and \`name: ana\` finds a key with its value.

Values are shown and typed as JSON; a text may be typed without its quotes. Numbers and keys that the person does not
touch stay in Python as they are: \`1.0\` a float, a whole number beyond 2\\*\\*53 exact, though a page shows it rounded.
Data that the notebook sets keeps what is unfolded and selected where it is still there; \`selected\` with a path that is
not in \`data\` is a \`TraitError\`.

Options: \`label\`, \`name\` (of the data in paths), \`select\` ("many", "one", "none"), \`editable\`, \`show_values\`, \`depth\` (levels unfolded at first),
\`height\` (px of the rows).`,
};
