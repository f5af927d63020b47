import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import { mark } from "./legend.ts";
import type { Plot } from "./plot.ts";
import { count, type Named, number } from "./text.ts";

/** Where a row's values come from. */
export interface Source extends Named {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What is known of the point that is pointed at, beside it and inside the plot. */
export function tooltip(plot: Plot, row: number, source: Source, selected: boolean): TemplateResult | typeof nothing {
  if (row < 0 || !plot.shows(row)) return nothing;
  const { x, y } = plot.placeOf(row);
  const group = plot.cloud.grouped ? plot.cloud.groups[plot.cloud.points.group[row]!] : undefined;
  const across = x > plot.width / 2 ? "-100% - 14px" : "14px";
  const down = y > plot.height / 2 ? "-100% - 10px" : "10px";
  return html`<div
    class="tooltip"
    aria-hidden="true"
    style="left:${x}px;top:${y}px;transform:translate(calc(${across}),calc(${down}))"
  >
    ${source.labels[row] ? html`<b dir="auto">${source.labels[row]}</b>` : nothing}
    ${group ? html`<span class="kind">${mark(group)}<bdi>${group.name}</bdi></span>` : nothing}
    <dl>
      <dt dir="auto">${source.xLabel}</dt>
      <dd>${number(source.x[row]!)}</dd>
      <dt dir="auto">${source.yLabel}</dt>
      <dd>${number(source.y[row]!)}</dd>
    </dl>
    <small>Row ${count(row)}${selected ? ", selected" : ""}</small>
  </div>`;
}

const MOST = 100;

/** The first of the selected rows. */
export function table(plot: Plot, rows: Uint32Array, source: Source): TemplateResult {
  const { cloud } = plot;
  const labelled = source.labels.length > 0;
  const shown = Array.from(rows.subarray(0, MOST));
  const caption =
    rows.length === 0
      ? "Nothing is selected."
      : rows.length > MOST
        ? `The first ${count(MOST)} of ${count(rows.length)} selected points`
        : `Selected points: ${count(rows.length)}`;
  return html`<div class="table" role="region" aria-label="Selected points" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          ${labelled ? html`<th scope="col">Label</th>` : nothing}
          ${cloud.grouped ? html`<th scope="col">Category</th>` : nothing}
          <th scope="col" class="number">${source.xLabel}</th>
          <th scope="col" class="number">${source.yLabel}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (row) =>
            html`<tr>
              <td>${count(row)}</td>
              ${labelled ? html`<td dir="auto">${source.labels[row]}</td>` : nothing}
              ${cloud.grouped ? html`<td dir="auto">${cloud.groups[cloud.points.group[row]!]?.name}</td>` : nothing}
              <td class="number">${number(source.x[row]!)}</td>
              <td class="number">${number(source.y[row]!)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
