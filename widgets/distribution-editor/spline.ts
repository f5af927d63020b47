/**
 * The natural cubic spline through points that rise in both coordinates, straight beyond them. Where it would fall or
 * stand still, its slopes are bent back as far as needed. Points on a line give the line.
 */
export function risingSpline(x: readonly number[], y: readonly number[]): (x: number) => number {
  const last = x.length - 1;
  const wide = x.map((start, i) => (i < last ? x[i + 1]! - start : 0));
  const steep = x.map((_, i) => (i < last ? (y[i + 1]! - y[i]!) / wide[i]! : 0));
  const slopes = [...steep];
  // The equations of a natural spline: each round at least halves the error.
  for (let round = 0; round < 60; round++) {
    for (let i = 0; i <= last; i++) {
      const before = 3 * (steep[i - 1] ?? 0) - (slopes[i - 1] ?? 0);
      const after = 3 * steep[i]! - (slopes[i + 1] ?? 0);
      const [left, right] = [wide[i - 1] ?? 0, wide[i]!];
      slopes[i] = (i === 0 ? after : i === last ? before : (right * before + left * after) / (left + right)) / 2;
    }
  }
  for (let i = 0; i <= last; i++) {
    const least = Math.min(steep[i - 1] ?? Infinity, steep[i] || Infinity);
    slopes[i] = Math.max(least / 10, Math.min(2.5 * least, slopes[i]!));
  }
  return (u) => {
    const i = x.findLastIndex((each) => each <= u);
    if (i < 0 || i >= last) {
      const end = i < 0 ? 0 : last;
      return y[end]! + slopes[end]! * (u - x[end]!);
    }
    const t = (u - x[i]!) / wide[i]!;
    const s = 1 - t;
    const bent = s * slopes[i]! - t * slopes[i + 1]! + (t - s) * steep[i]!;
    return s * y[i]! + t * y[i + 1]! + s * t * wide[i]! * bent;
  };
}
