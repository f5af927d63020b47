/** The sum of some neighbouring counts by their places, both inclusive; what is no number counts nothing. */
export function sum(counts: Float64Array, from = 0, to = counts.length - 1): number {
  let all = 0;
  for (let i = Math.max(0, from); i <= to && i < counts.length; i++) if (counts[i]! > 0) all += counts[i]!;
  return all;
}

/**
 * The level from 0 (nothing) to 4 of each count: what is above nothing is parted into four as large as each other, so
 * that one large count makes no other pale.
 */
export function levels(counts: Float64Array): Uint8Array {
  const some = counts.filter((count) => count > 0).toSorted();
  const limits = [0.25, 0.5, 0.75].map((part) => some[Math.floor(part * (some.length - 1))]!);
  return Uint8Array.from(counts, (count) => (count > 0 ? 1 + limits.filter((limit) => count > limit).length : 0));
}
