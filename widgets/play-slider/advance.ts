/** What follows the last step. */
export type Repeat = "once" | "loop" | "bounce";

/** Where a play is: the step, which way it goes, and whether it goes on. */
export interface Place {
  readonly index: number;
  readonly way: 1 | -1;
  readonly playing: boolean;
}

/**
 * One step on. A play that ends once stops as it arrives at the last step; one that bounces turns round at both ends,
 * without showing them twice.
 */
export function advance(index: number, way: 1 | -1, count: number, repeat: Repeat): Place {
  if (count < 2) return { index, way, playing: false };
  const next = index + (repeat === "bounce" ? way : 1);
  if (repeat === "bounce") {
    const turned = next < 0 || next >= count ? (-way as 1 | -1) : way;
    return { index: turned === way ? next : index + turned, way: turned, playing: true };
  }
  if (repeat === "loop") return { index: next % count, way: 1, playing: true };
  return { index: Math.min(next, count - 1), way: 1, playing: next < count - 1 };
}
