/** The middle and the spread of some times, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  readonly runs: number;
}

/** One figure: what was measured, beside the peers or floors of the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: "ms" | "bytes";
  readonly values: Readonly<Record<string, number | Times>>;
  /** Ratio of our median to each peer's, by the peer's name; below 1 is quicker or smaller. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** Runs each contender in turn, `runs` times over, so that a noisy moment meets all of them. */
export async function inTurn(
  contenders: Readonly<Record<string, (run: number) => Promise<number>>>,
  runs: number,
): Promise<Readonly<Record<string, Times>>> {
  const names = Object.keys(contenders);
  const all = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = -1; run < runs; run++) {
    for (const name of names) {
      const time = await contenders[name]!(run);
      // The first round warms up.
      if (run >= 0) all.get(name)!.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(all.get(name)!)]));
}

/** The median, and the tenth and ninetieth percentile. */
export function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN).toFixed(1));
  return { median: at(0.5), p10: at(0.1), p90: at(0.9), runs: times.length };
}

/** A figure whose ratios hold `ours` against every other value. */
export function figure(name: string, ours: string, values: Readonly<Record<string, Times>>): Figure {
  const mine = values[ours]?.median ?? NaN;
  const peers = Object.entries(values).filter(([key]) => key !== ours);
  return {
    name,
    unit: "ms",
    values,
    ratios: Object.fromEntries(peers.map(([key, times]) => [key, Number((mine / times.median).toFixed(2))])),
  };
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
