import { definitionCell, fingerprints } from "../build/python/cell.ts";
import { findPython } from "../build/python/interpreter.ts";
import { type RegistryItem, sizesOf } from "../build/item.ts";
import { pythonLiteral } from "../build/python/literal.ts";

/** One state of a widget's sources that could be built. */
export interface Version {
  /** The item of the last whole build: its front end may be an older one, all else is this version's. */
  readonly item: RegistryItem;
  /** All of the definition but the front end and the fingerprint: equal bodies need no cell to run. */
  readonly body: string;
  /** The front end. */
  readonly esm: string;
}

/** A version from a whole build; undefined where the item was made with another front end. */
export function versionOf(item: RegistryItem, esm: string): Version | undefined {
  const source = sourceOf(item);
  const end = frontEnd(esm);
  if (!source.endsWith(end)) return undefined;
  return { item, body: `${item.version}\n${source.slice(0, -end.length)}`, esm };
}

/** The whole item of a version, with the marker and the sizes that go with its front end. */
export async function wholeItem({ item, body, esm }: Version, root: string): Promise<RegistryItem> {
  if (sourceOf(item).endsWith(frontEnd(esm))) return item;
  const source = body.slice(body.indexOf("\n") + 1) + frontEnd(esm);
  const [fingerprint = ""] = await fingerprints([source], await findPython(root));
  const definition = definitionCell(source, { ...item, fingerprint });
  const sizes = { esm: sizesOf(esm), definition: sizesOf(definition) };
  return { ...item, fingerprint, cells: { ...item.cells, definition }, sizes };
}

function sourceOf({ cells }: RegistryItem): string {
  return cells.definition.slice(cells.definition.indexOf("\n") + 1);
}

/** The last statement of every class. */
function frontEnd(esm: string): string {
  return `\n    _esm = ${pythonLiteral(esm)}`;
}
