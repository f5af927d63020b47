import type { ItemInfo } from "../kit/item.ts";

/** What ask says of itself. */
export const item: ItemInfo = {
  version: "0.1.0",
  title: "Ask",
  summary: "Asks a person: approve or reject with a reason, choose, rate, fill in; the answer comes once and is kept.",
  category: "control",
  budget: 33,
  example: {
    arguments: {
      prompt: '"Clean up the orders"',
      questions: `[
    {
        "id": "delete",
        "kind": "approve",
        "text": "Delete 3 rows of \`orders\`?",
        "detail": "They have no customer:\\n\`\`\`sql\\nDELETE FROM orders WHERE customer_id IS NULL\\n\`\`\`",
    },
    {"id": "rest", "kind": "choose", "text": "And the returns?", "options": ["keep", "archive"], "other": True},
    {"id": "note", "text": "Anything else?", "required": False},
]`,
    },
    reader: "{get_status}(), {get_answers}()",
  },
  docs: `
What a program, or an agent, wants to know of a person before it goes on. One question is a card with its buttons; several come one at a
time, with a review before they go out. Nothing reaches the notebook's cells until the person submits; then all of it does, once.

\`\`\`python
ask = Ask.approve("Delete 3 rows?", detail="\`\`\`sql\\nDELETE …\\n\`\`\`", reason="required")
ask.approved        # None while it is open, then True or False
ask.answer          # {"approved": False, "reason": "Not on a Friday."}

Ask.choose("Which join?", ["left", "inner"], other=True)        # .answer: "left", or what the person wrote
Ask.choose("Which columns?", list(df.columns), many=True, min=1)  # .answer: a list
Ask.rate("How good is this plot?", 1, 5, ends=("useless", "perfect"))
Ask.write("What is this table about?", long=True)
Ask.number("How many rows?", min=1, max=100, whole=True, unit="rows")

ask = Ask(prompt="Clean up", questions=[
    {"id": "delete", "kind": "approve", "text": "Delete 3 rows?"},
    {"id": "rest", "kind": "choose", "text": "And the returns?", "options": ["keep", "archive"]},
    {"id": "note", "text": "Anything else?", "required": False},
])
ask.answer          # None, then {"delete": {…}, "rest": "keep", "note": None}
\`\`\`

**Statuses**: \`open\`, \`answered\`, \`declined\` (the person does not want to answer: \`ask.reason\`). \`answers\` is \`{}\` unless the status
is answered. The person may take an answer back (\`allow_reopen=False\` forbids it), and so may the notebook: \`ask.reopen()\`; the status is
open then, and what was filled in is still there. Other \`questions\` in the same widget start anew: an answer is never taken for another question's.
What is filled in survives a reload of the page (\`draft\`).

**For an agent in the kernel**: messages of the page reach the kernel between runs, so waiting inside a cell would wait for ever. Show the
widget, end the run, and read \`ask.status\` in the next one; or read \`{get_status}()\` in a cell, which runs again when the person
submits; or \`ask.observe(work, names=["status"])\`.

**Text is text**: markup in a question is shown as it is written. Line breaks stay; \`code\` and lines between \`\`\` are shown as code.

| key | does |
|---|---|
| Tab, Shift+Tab | to the next, the previous field or button |
| arrows, Space | choose among options |
| Enter in a field, Ctrl/Cmd+Enter anywhere | on to the next question; submits the review or the only question |
| Enter, Space on a button | presses it |

An approval is never one stray Enter away: the focus stands on the question, not on its buttons, and the second click of a double click does nothing.
`,
};
