import { html, type TemplateResult } from "../kit/lit.ts";
import type { Board, Tool } from "./board.ts";
import { icons } from "./icons.ts";
import type { Change } from "./selection.ts";
import { count } from "./text.ts";
import { HOME, zoomed } from "./viewport.ts";

/** What the toolbar asks for beside the board. */
export interface ToolbarActions {
  undo(): void;
  redo(): void;
  toggleTable(): void;
}

const TOOLS: readonly (readonly [Tool, string])[] = [
  ["lasso", "Lasso: draw around points (L)"],
  ["box", "Box: drag a rectangle (B)"],
  ["pan", "Pan: drag to move (H)"],
];

const MODES: readonly (readonly [Change & keyof typeof icons, string])[] = [
  ["replace", "New selection (N)"],
  ["add", "Add to the selection (A, or hold Shift)"],
  ["subtract", "Take from the selection (S, or hold Alt)"],
];

/** Tools, modes, zoom, undo, and how many are selected. */
export function toolbar(board: Board, table: boolean, actions: ToolbarActions): TemplateResult {
  const { plot, picker } = board;
  const { rows } = picker;
  const choose = (work: () => void) => () => {
    work();
    board.requestUpdate();
  };
  const button = (picture: unknown, name: string, work: () => void, able = true) =>
    html`<button class="quiet" aria-label=${name} title=${name} aria-disabled=${!able} @click=${() => able && work()}>
      ${picture}
    </button>`;
  const choice = (picture: unknown, name: string, on: boolean, work: () => void) =>
    html`<button class="quiet" aria-label=${name} title=${name} aria-pressed=${on} @click=${choose(work)}>
      ${picture}
    </button>`;
  return html`<div class="toolbar" role="toolbar" aria-label="Selection and view">
    <div class="set" role="group" aria-label="Dragging">
      ${TOOLS.map(([tool, name]) => choice(icons[tool], name, board.using === tool, () => (board.using = tool)))}
    </div>
    <div class="set" role="group" aria-label="Selecting">
      ${MODES.map(([mode, name]) => choice(icons[mode], name, picker.mode === mode, () => (picker.mode = mode)))}
    </div>
    <div class="set" role="group" aria-label="Zoom">
      ${button(icons.zoomIn, "Zoom in (+)", () => board.look(zoomed(plot.view, 1.5)))}
      ${button(icons.zoomOut, "Zoom out (-)", () => board.look(zoomed(plot.view, 1 / 1.5)), plot.view !== HOME)}
      ${button(icons.fit, "Show all (0)", () => board.look(HOME), plot.view !== HOME)}
    </div>
    <div class="set" role="group" aria-label="History">
      ${button(icons.undo, "Undo (Ctrl+Z)", actions.undo, picker.canUndo)}
      ${button(icons.redo, "Redo (Ctrl+Shift+Z)", actions.redo, picker.canRedo)}
    </div>
    <div class="set end">
      <span class="count" dir="ltr"><b>${count(rows.length)}</b> of ${count(plot.cloud.points.count)} selected</span>
      ${button(icons.clear, "Clear the selection (Esc)", () => board.pick([], "replace"), rows.length > 0)}
      <button
        class="quiet"
        aria-label="Table of the selected points"
        title="Table of the selected points"
        aria-expanded=${table}
        @click=${actions.toggleTable}
      >
        ${icons.table}
      </button>
    </div>
  </div>`;
}
