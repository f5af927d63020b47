import { definitionCell } from "./python/cell.ts";
import { type RegistryItem, sizesOf } from "./item.ts";
import { className, objectName } from "./names.ts";
import type { WidgetSource } from "./source.ts";

/** A widget with its front end and the source of its class: all that an item is made of, save the fingerprint. */
export interface Made extends WidgetSource {
  readonly esm: string;
  readonly source: string;
}

/** The registry item of a widget whose source has this fingerprint. */
export function assemble({ name, traits, item, esm, source }: Made, fingerprint: string): RegistryItem {
  const { version, title, summary, category, requires = [], example, docs } = item;
  const definition = definitionCell(source, { name, version, fingerprint });
  return {
    schema: 1,
    name,
    version,
    title,
    summary,
    category,
    className: className(name),
    objectName: objectName(name),
    traits: Object.entries(traits).map(([trait, { type, role, default: initial, doc, send, wired, was }]) => ({
      name: trait,
      type,
      role,
      default: initial,
      doc,
      ...(send === undefined ? {} : { send }),
      ...(wired === undefined ? {} : { wired }),
      ...(was === undefined ? {} : { was }),
    })),
    cells: { definition },
    requires: { python: ["anywidget>=0.9.18", ...requires], marimo: ">=0.21.1" },
    fingerprint,
    sizes: { esm: sizesOf(esm), definition: sizesOf(definition) },
    example,
    docs,
  };
}
