import { svg, type TemplateResult } from "../kit/lit.ts";
import { fromUnit, toUnit } from "./axis.ts";
import type { Plot } from "./plot.ts";
import { type Ticks, ticksOf } from "../kit/ticks.ts";
import { toX, toY } from "./viewport.ts";

/** Room around the plot for its axes, in pixels; the left is what the numbers need. */
export const MARGIN = { top: 26, right: 14, bottom: 42 } as const;

/** The ticks of both axes in the present view. */
export function axisTicks(plot: Plot): { x: Ticks; y: Ticks } {
  const { view, width, height, cloud } = plot;
  const { x, y } = cloud.points;
  return {
    x: ticksOf(fromUnit(x, view.u0), fromUnit(x, view.u1), Math.max(2, Math.round(width / 90))),
    y: ticksOf(fromUnit(y, view.v0), fromUnit(y, view.v1), Math.max(2, Math.round(height / 55))),
  };
}

/** Pixels that the numbers of the y axis need. */
export function leftMargin({ values, format }: Ticks): number {
  const longest = Math.max(0, ...values.map((value) => format.format(value).length));
  return Math.max(44, Math.min(104, Math.ceil(longest * 6.6) + 16));
}

/** Grid lines and numbers; the names of the axes are text beside them. */
export function axes(plot: Plot, { x, y }: { x: Ticks; y: Ticks }, left: number): TemplateResult {
  const { cloud, frame, width, height } = plot;
  const { top } = MARGIN;
  const across = x.values.map((value) => ({
    value,
    at: left + Math.round(toX(frame, toUnit(cloud.points.x, value))) + 0.5,
  }));
  const up = y.values.map((value) => ({
    value,
    at: top + Math.round(toY(frame, toUnit(cloud.points.y, value))) + 0.5,
  }));
  return svg`<svg class="axes" aria-hidden="true">
    <g class="grid">
      ${across.map(({ at }) => svg`<line x1=${at} x2=${at} y1=${top} y2=${top + height} />`)}
      ${up.map(({ at }) => svg`<line x1=${left} x2=${left + width} y1=${at} y2=${at} />`)}
    </g>
    <g class="numbers">
      ${across.map(({ value, at }) => svg`<text x=${at} y=${top + height + 17} text-anchor="middle">${x.format.format(value)}</text>`)}
      ${up.map(({ value, at }) => svg`<text x=${left - 8} y=${at} dy="0.32em" text-anchor="end">${y.format.format(value)}</text>`)}
    </g>
    <path class="base" d="M${left - 0.5} ${top}V${top + height + 0.5}H${left + width}" />
  </svg>`;
}
