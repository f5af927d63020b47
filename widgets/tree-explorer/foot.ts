import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import type { TreeActions } from "./keys.ts";
import { isContainer } from "./nodes.ts";
import { pythonOf, type Row } from "./rows.ts";
import { tools } from "./view.ts";

/** What stands below the rows. */
export interface Foot {
  /** A report, or what is wrong; the current path stands there otherwise. */
  readonly note: { readonly text: string; readonly wrong?: boolean } | undefined;
  readonly node: Row;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly editable: boolean;
  readonly many: boolean;
  /** How many values are selected. */
  readonly count: number;
  readonly tree: TreeActions;
}

const COPIES = [
  ["path", "Ctrl+C"],
  ["pointer", "Alt+C"],
  ["value", ""],
] as const;

export function foot({ note, node, canUndo, canRedo, editable, many, count, tree }: Foot): TemplateResult {
  const path = note?.text ?? pythonOf(node);
  const inside = node.parent !== undefined;
  const copies = COPIES.map(([what, key]) => ({
    name: `Copy ${what}`,
    key,
    text: `Copy ${what}`,
    can: true,
    act: () => tree.copy(what),
  }));
  const tool = (name: string, key: string, path: string, can: boolean, act: () => void) => ({
    name,
    key,
    path,
    can,
    act,
  });
  const edits = [
    tool("Edit value", "Enter", "M3 13l1-4 7-7 3 3-7 7z", true, () => tree.edit("value")),
    tool("Rename key", "F2", "M3 5V3h10v2M8 3v10M6 13h4", inside && typeof node.key === "string", () =>
      tree.edit("key"),
    ),
    tool("Add", "Ctrl+Enter", "M8 3v10M3 8h10", inside || isContainer(node.value), tree.add),
    tool("Remove", "Delete", "M4 4l8 8M12 4l-8 8", inside, tree.remove),
  ];
  const steps = [
    tool("Undo", "Ctrl+Z", "M6 3L3 6l3 3M3 6h6a4 4 0 010 8H6", canUndo, () => tree.travel("undo")),
    tool("Redo", "Ctrl+Y", "M10 3l3 3-3 3M13 6H7a4 4 0 000 8h3", canRedo, () => tree.travel("redo")),
  ];
  return html`<div class="foot">
    <div id="note" class=${note ? (note.wrong ? "wrong" : "") : "path"} title=${path}>${path}</div>
    ${tools("Current node", [...copies, ...(editable ? edits : []), ...(editable || many ? steps : [])])}
    ${many ? html`<span>${count.toLocaleString()} selected</span>` : nothing}
  </div>`;
}
