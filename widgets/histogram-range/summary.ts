/** What a pass over the numbers tells. */
export interface Summary {
  /** Smallest and largest finite number; both 0 when there is none. */
  readonly low: number;
  readonly high: number;
  /** How many are finite. */
  readonly count: number;
  /** How many are NaN: nulls arrive as such. */
  readonly missing: number;
  /** How many are +∞ or -∞. */
  readonly infinite: number;
  /** Whether every finite number is whole, and so small that doubles tell the halves between them apart too. */
  readonly whole: boolean;
}

/** Counts and measures in one pass. */
export function summarize(data: Float64Array): Summary {
  let low = Infinity;
  let high = -Infinity;
  let missing = 0;
  let infinite = 0;
  let whole = true;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x !== 0) {
      if (Number.isNaN(x)) missing++;
      else infinite++;
      continue;
    }
    if (x < low) low = x;
    if (x > high) high = x;
    whole &&= Number.isInteger(x) && Math.abs(x) <= 1e15;
  }
  const count = data.length - missing - infinite;
  return count === 0
    ? { low: 0, high: 0, count, missing, infinite, whole }
    : { low, high, count, missing, infinite, whole };
}

/** How many numbers lie in the range, both ends inclusive. */
export function countWithin(data: Float64Array, low: number, high: number): number {
  let count = 0;
  for (let i = 0; i < data.length; i++) if (data[i]! >= low && data[i]! <= high) count++;
  return count;
}
