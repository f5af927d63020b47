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
5. Set it        inlay set NAME TRAIT=JSON   as a gesture would: readers run, pages follow; elements of mo.ui too
                 inlay get NAME[.TRAIT]      what it holds now; in a cell of yours: NAME.TRAIT = value
6. Update it     inlay status                what is unchanged, edited here, newer upstream; who reads it
                 inlay diff [WIDGET]         what an update would change; of an edited cell: both sides
                 inlay update --all          edits are merged, live values kept; a conflict leaves its cell as it is
                 inlay update NAME --overwrite   gives up the edits
7. Remove it     inlay remove NAME --dry-run the cells that go, the lines that break; then --yes
8. Mend it       inlay doctor [--fix --yes]  what is wrong, by these codes:
                 old-marimo, old-anywidget   too old for what the notebook holds
                 marker-without-class        a marker comment is left, its class is not
                 duplicate-definition        two cells define one class
                 cell-failed                 a cell of a widget has an error
                 mixed-wiring                observed into a mo.state and in mo.ui.anywidget: runs for ever
                 front-failed                a page could not show it
                 remote-import               a front end, of anybody's, loads code over the network
                 unwired-object              nothing follows what a person sets (a note)
                 stale-entry                 a file names a server that is gone

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
