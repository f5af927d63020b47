/** The range of one coordinate: `min` is at 0 and `max` at 1 of the unit space in which points are placed. */
export interface Axis {
  readonly min: number;
  readonly max: number;
}

/**
 * The range of the finite numbers; a range of no width is opened around its value, and none at all is 0 to 1.
 * @param usable says which positions count.
 */
export function axisOf(values: ArrayLike<number>, usable: (index: number) => boolean): Axis {
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!usable(index)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return { min: 0, max: 1 };
  if (max / 2 - min / 2 > 0) return { min, max };
  const room = Math.max(Math.abs(min) * 0.1, 1e-300) || 1;
  const width = min === 0 ? 1 : room;
  return { min: Math.max(min - width, -Number.MAX_VALUE), max: Math.min(max + width, Number.MAX_VALUE) };
}

/** Where a number lies, 0 at `min`, 1 at `max`; halves keep the widest ranges from overflowing. */
export function toUnit({ min, max }: Axis, value: number): number {
  return (value / 2 - min / 2) / (max / 2 - min / 2);
}

/** The number at a place of the unit space. */
export function fromUnit({ min, max }: Axis, unit: number): number {
  return min * (1 - unit) + max * unit;
}
