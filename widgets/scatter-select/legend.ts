import { html, nothing, svg, type TemplateResult } from "../kit/lit.ts";
import type { Board } from "./board.ts";
import type { Group } from "./cloud.ts";
import { changeBy } from "./picker.ts";
import { shapes } from "./shapes.ts";
import { count } from "./text.ts";

const MOST = 100;

/** A group's mark as a picture. */
export function mark({ color, shape }: Pick<Group, "color" | "shape">, hollow = false): TemplateResult {
  return html`<svg
    class="mark"
    viewBox="-1.3 -1.3 2.6 2.6"
    width="14"
    height="14"
    aria-hidden="true"
    style="color:var(--cat-${color + 1})"
  >
    ${svg`<path d=${shapes[shape]!} fill=${hollow ? "none" : "currentColor"} stroke="currentColor" stroke-width=${hollow ? 0.25 : 0} />`}
  </svg>`;
}

/**
 * The groups: a button with the mark that hides and shows one, and one with the name that selects it. An Alt-click on
 * the mark shows that one alone.
 */
export function legend(board: Board): TemplateResult | typeof nothing {
  const { cloud, hidden } = board.plot;
  if (!cloud.grouped) return nothing;
  const entries = cloud.groups.map((group, index) => ({ group, index }));
  // Points of no category are a group only where there are some.
  const used = entries.filter(({ group, index }) => index < entries.length - 1 || group.size > 0);
  const picked = pickedByGroup(board);
  return html`<div class="legend" role="toolbar" aria-label="Categories">
    ${used.slice(0, MOST).map(({ group, index }) => entry(board, group, index, hidden.has(index), picked?.[index]))}
    ${used.length > MOST ? html`<span class="more">and ${count(used.length - MOST)} more</span>` : nothing}
  </div>`;
}

function entry(board: Board, group: Group, index: number, hidden: boolean, picked: number | undefined): TemplateResult {
  const share =
    picked === undefined
      ? nothing
      : html`${count(picked)}<span class="visually-hidden"> selected of </span><span aria-hidden="true">/</span>`;
  return html`<div class="entry">
    <button
      class="quiet toggle"
      aria-pressed=${!hidden}
      aria-label="Show ${group.name}"
      title=${hidden ? "Show (Alt: this one only)" : "Hide (Alt: show this one only)"}
      @click=${(event: MouseEvent) => hide(board, index, event.altKey)}
    >
      ${mark(group, hidden)}
    </button>
    <button
      class="quiet name"
      title="Select (Shift adds, Alt takes away)"
      @click=${(event: MouseEvent) => select(board, index, event)}
    >
      <span class="visually-hidden">Select </span><bdi>${group.name}</bdi>
      <small dir="ltr">${share}${count(group.size)}</small>
    </button>
  </div>`;
}

function hide(board: Board, index: number, alone: boolean): void {
  const { plot } = board;
  const others = plot.cloud.groups.map((_, other) => other).filter((other) => other !== index);
  const isAlone = !plot.hidden.has(index) && others.every((other) => plot.hidden.has(other));
  const next = new Set(alone ? (isAlone ? [] : others) : plot.hidden);
  if (!alone && !next.delete(index)) next.add(index);
  plot.hidden = next;
  board.hover = -1;
  board.requestUpdate();
}

function select(board: Board, index: number, event: MouseEvent): void {
  const { plot, picker } = board;
  if (plot.hidden.has(index)) hide(board, index, false);
  board.pick(plot.rowsShown(index), changeBy(event, picker.mode));
}

function pickedByGroup({ plot, picker }: Board): Uint32Array | undefined {
  if (picker.rows.length === 0) return undefined;
  const { group, sizes } = plot.cloud.points;
  const picked = new Uint32Array(sizes.length);
  for (const row of picker.rows) picked[group[row]!]!++;
  return picked;
}
