import type { Command } from "./command.ts";

const GUIDE = `inlay: widgets for marimo notebooks that the notebook owns

1. Look          inlay sessions            which notebooks are open
                 inlay cells               what this one holds
                 inlay list                which widgets there are
                 inlay view WIDGET         its traits, wiring and keys
2. Rehearse      inlay add WIDGET --as NAME --dry-run      (or --diff: the code)
3. Add           inlay add WIDGET --as NAME --reader
                 --set 'TRAIT=JSON'        a value; checked before the kernel is touched
                 --expr 'TRAIT=PYTHON'     a value from the notebook's own names
                 No data given: the widget shows example data.
4. Read it       in any cell of yours: get_NAME() is the value; the cell runs again when a person changes it.
                 With several wired traits: get_NAME_TRAIT().
5. Set it        NAME.TRAIT = value, in a cell or with: inlay exec -c 'NAME.TRAIT = value'

What lands: a definition cell (the class with its front end inside, hidden) and an instance cell (the object and its
wiring, hidden). They are the notebook's own: no package of inlay's is needed to run it, now or later.

Rules it keeps: a trial in the scratchpad first; one atomic change; everything put back if a step fails; no cell of
yours edited; packages only after a yes (--yes); the notebook's file is never written by inlay.

Several notebooks: --file NAME or --session ID says which; inlay sessions lists them. A server with a token: --url, and
the token in MARIMO_TOKEN or --token-file.

For programs: every command takes --json: one document on stdout, or on stderr {"error": {code, message, found, expected,
cure}}; exit codes are 0 done, 1 it failed, 2 wrong use. In the report of add, verified.fronts says for each object
"mounted", "error: …" or "" (no page has shown it yet). What the notebook's own code printed is in "printed".

Do not wrap the object in mo.ui.anywidget: its traits are wired already, and both together run for ever.
`;

export const docs: Command = {
  name: "docs",
  summary: "what an agent must know to use inlay, short",
  flags: {},
  examples: [["inlay docs", "read it once before the first add"]],
  run: async ({ out }) => {
    out.result({ docs: GUIDE });
    out.line(GUIDE.trimEnd());
  },
};
