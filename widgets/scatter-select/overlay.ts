import { html, nothing, svg, type TemplateResult } from "../kit/lit.ts";
import type { Region } from "./board.ts";
import type { Plot } from "./plot.ts";
import { points } from "./text.ts";

/** What lies over the points: the region that is being drawn, and rings around the pointed-at point and the cursor. */
export function overlay(
  plot: Plot,
  region: Region | undefined,
  hover: number,
  cursor: number,
  size: number,
): TemplateResult {
  const ring = (row: number, kind: string) => {
    if (row < 0 || !plot.shows(row)) return nothing;
    const { x, y } = plot.placeOf(row);
    const radius = size / 2 + (kind === "cursor" ? 6 : 3.5);
    return svg`<circle class="under" cx=${x} cy=${y} r=${radius} /><circle class=${kind} cx=${x} cy=${y} r=${radius} />`;
  };
  return html`<svg class="overlay" aria-hidden="true">
      ${region ? svg`<path class="under" d=${outline(region)} /><path class="region ${region.change}" d=${outline(region)} />` : nothing}
      ${ring(cursor, "cursor")} ${ring(hover, "hover")}
    </svg>
    ${region ? badge(plot, region) : nothing}`;
}

const SIGNS = { replace: "", add: "+ ", subtract: "− ", toggle: "" } as const;

function badge({ width }: Plot, region: Region): TemplateResult {
  const { x, y } = end(region);
  const side = x > width - 120 ? "transform:translateX(calc(-100% - 12px))" : "transform:translateX(12px)";
  return html`<div class="badge" aria-hidden="true" style="left:${x}px;top:${y}px;${side}">
    ${SIGNS[region.change]}${points(region.rows.length)}
  </div>`;
}

function outline(region: Region): string {
  if (region.kind === "box") {
    const { x0, y0, x1, y1 } = region.box;
    return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`;
  }
  return `M${region.line.join(" ")}Z`;
}

function end(region: Region): { x: number; y: number } {
  if (region.kind === "box") return { x: region.box.x1, y: region.box.y1 };
  return { x: region.line.at(-2) ?? 0, y: region.line.at(-1) ?? 0 };
}
