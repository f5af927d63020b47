import { multiple, niceStep } from "../kit/steps.ts";
import type { Source } from "./families.ts";
import type { Distribution } from "./law.ts";
import type { Limits } from "./shape.ts";

/** The numbers to fit against: what a family needs of them, and bars. */
export interface Sample extends Source {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** One more than there are bars. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** The finite numbers within limits; undefined where there is none. */
export function sampleOf(data: Float64Array, [from, to]: Limits): Sample | undefined {
  const sorted = data.filter((x) => Number.isFinite(x) && x >= from && x <= to).toSorted();
  const count = sorted.length;
  if (!count) return undefined;
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const mean = sorted.reduce((sum, x) => sum + x / count, 0);
  const sd = Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) ** 2 / count, 0));
  const step = niceStep((high - low) / Math.min(40, 5 + 2 * Math.sqrt(count)) || Math.abs(low) / 10);
  const first = Math.floor(low / step);
  const counts = Array.from({ length: Math.min(99, Math.floor(high / step) - first + 1) }, () => 0);
  for (const x of sorted) counts[Math.min(counts.length - 1, Math.max(0, Math.floor(x / step) - first))]!++;
  return {
    count,
    low,
    high,
    mean,
    sd,
    ends: () => [low, high],
    ppf: (p) => {
      const at = p * (count - 1);
      const i = Math.floor(at);
      return sorted[i]! + (at - i) * ((sorted[i + 1] ?? high) - sorted[i]!);
    },
    edges: [...counts, 0].map((_, i) => multiple(first + i, step)),
    counts,
  };
}

/** The largest difference between the shares below an edge of a bar: of the sample and of a distribution. */
export function gapTo({ counts, edges, count }: Sample, { cdf }: Distribution): number {
  let below = 0;
  return counts.reduce((gap, here, i) => Math.max(gap, Math.abs((below += here / count) - cdf(edges[i + 1]!))), 0);
}
