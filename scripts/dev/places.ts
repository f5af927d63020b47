import type { InventoryReport } from "../client/protocol.ts";
import { severalNotebooks } from "../client/reach.ts";
import type { Notebook } from "./notebook.ts";

/** A notebook to work in, with what it has. */
export interface Place {
  readonly notebook: Notebook;
  readonly inventory: InventoryReport;
}

/**
 * The notebooks to work in: those that hold one of the widgets already, else the only one that is open. With `all`
 * every one of them, whatever it holds. Rejects with `several-sessions` where the choice is the person's.
 */
export async function chooseNotebooks(
  candidates: readonly Notebook[],
  widgets: readonly string[],
  { all }: { readonly all: boolean },
): Promise<readonly Place[]> {
  const places = await Promise.all(
    candidates.map(async (notebook) => ({ notebook, inventory: await notebook.look() })),
  );
  if (all) return places;
  const holding = places.filter(({ inventory }) => inventory.widgets.some(({ name }) => widgets.includes(name)));
  if (holding.length > 0) return holding;
  if (places.length === 1) return places;
  throw severalNotebooks(
    candidates.map(({ line }) => line.session),
    "Name it with --file or --session, or give --all-notebooks.",
  );
}
