import { along } from "./axis.ts";
import type { Bins } from "./bins.ts";
import type { Range } from "./range.ts";

/** Bars as the data of one SVG path, in a box of `width` × `height`; a bar that counts anything is 2 high at least. */
export function barsPath({ edges, counts, most }: Bins, axis: Range, width: number, height: number, log: boolean) {
  const grow = log ? Math.log1p : (count: number) => count;
  let path = "";
  counts.forEach((count, bar) => {
    if (count === 0) return;
    const [left, right] = [along(edges[bar]!, axis) * width, along(edges[bar + 1]!, axis) * width];
    const gap = right - left > 3 ? 0.5 : 0;
    const top = height - Math.max(2, (grow(count) / grow(most)) * height);
    path += `M${round(left + gap)} ${height}V${round(top)}H${round(right - gap)}V${height}Z`;
  });
  return path;
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
