import { accepted } from "../client/accepted.ts";
import { InlayError } from "../client/errors.ts";
import { install } from "../client/install.ts";
import type { AddRequest } from "../client/protocol.ts";
import type { Notebook } from "./notebook.ts";
import type { Version } from "./version.ts";

/** How a widget is added where it is not there. */
export interface AddOptions {
  /** The object's name; the widget's own, or the next free one, unless told. */
  readonly as: string | undefined;
  /** Whether missing Python packages go into the notebook's environment. */
  readonly yes: boolean;
}

/** Adds a widget with its example, as `inlay add` does, and has the notebook hold it; gives the objects' names. */
export async function addTo(notebook: Notebook, version: Version, options: AddOptions): Promise<readonly string[]> {
  const { as, yes } = options;
  const { item } = version;
  const request: AddRequest = {
    command: "add",
    items: [{ item, as: as ?? null, arguments: {}, expressions: {}, wire: null, reader: true }],
    place: { after: null, before: null },
    show_code: false,
    dry_run: false,
    yes,
    auto_name: as === undefined,
    quiet: true,
  };
  const { ask, save } = notebook.line;
  const pageConnected = await notebook.line.isPageConnected();
  const { added, verified } = await install(ask, request, { pageConnected, save });
  accepted(added);
  if (verified) accepted(verified);
  notebook.remember(added.undo);
  const there = (await notebook.look()).widgets.find(({ name }) => name === item.name);
  if (there) notebook.hold(there, version);
  return added.objects.map(({ object }) => object);
}

/** The error for a cell that holds what a person has written: it is not written over unasked. */
export function editedHere(notebook: Notebook, widget: string, cell: string): InlayError {
  return new InlayError({
    code: "edited-here",
    message: `The code of ${widget} was edited in ${notebook.label}.`,
    found: `cell ${cell}, with another fingerprint than its marker`,
    expected: "a definition as it was installed",
    cure: "Take the edit over into the widget's folder, then give --overwrite; --no-keep puts the edit back at the end.",
  });
}
