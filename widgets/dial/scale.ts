import { fitNumber } from "../kit/number-field.ts";
import { clamp, niceStep } from "../kit/steps.ts";

/** The numbers of a dial, and how they lie on its circle. */
export interface Scale {
  readonly start: number;
  readonly stop: number;
  /** What a key adds, and what dragged numbers are whole steps of, from `start`. */
  readonly grain: number;
  /** Whether typed numbers are whole steps too. */
  readonly isStepped: boolean;
  readonly wrap: boolean;
  readonly math: boolean;
}

/** Degrees that a dial with ends goes over. */
const SWEEP = 270;

/** A scale; what is no range is a circle of 360. `grain` is the step where none is told; 0 chooses a round one. */
export function scaleOf(
  start: number,
  stop: number,
  step: number | null,
  grain: number,
  wrap = true,
  math = false,
): Scale {
  if (!(stop > start && stop - start < Infinity)) [start, stop] = [0, 360];
  return { start, stop, grain: step || grain || niceStep((stop - start) / 200), isStepped: !!step, wrap, math };
}

/** A share of the scale within it: round again, or no further than its end. */
export const within = ({ wrap }: Scale, share: number): number =>
  wrap ? share - Math.floor(share) : clamp(share, 0, 1);

/** How far along the scale a number is, 0 to 1. */
export const shareOf = ({ start, stop }: Scale, n: number): number => clamp((n - start) / (stop - start), 0, 1);

/** The angle of a share: degrees clockwise from the top. */
export function angleOf({ wrap, math }: Scale, share: number): number {
  if (!wrap) return (math ? -1 : 1) * SWEEP * (share - 0.5);
  return math ? 90 - 360 * share : 360 * share;
}

/** How much of the scale lies under a part of the circle, in degrees clockwise. */
export const shareOfTurn = ({ wrap, math }: Scale, degrees: number): number =>
  ((math ? -1 : 1) * degrees) / (wrap ? 360 : SWEEP);

/** The share under an angle; in the gap of a dial with ends, the nearer end or beyond. */
export function shareAt(scale: Scale, angle: number): number {
  const from = angleOf(scale, scale.wrap ? 0 : 0.5);
  return within(scale, shareOfTurn(scale, turn(angle - from)) + (scale.wrap ? 0 : 0.5));
}

/** An angle as the shorter way round: from -180 to 180. */
export const turn = (degrees: number): number => degrees - 360 * Math.round(degrees / 360);

/** A number within the scale: round again on a circle, else no further than the ends. */
export function wrapped({ start, stop, wrap }: Scale, n: number): number {
  const span = stop - start;
  // Only what is outside is touched: the remainder of a fraction is another fraction.
  const inside = wrap && (n < start || n > stop) ? start + ((((n - start) % span) + span) % span) : n;
  return clamp(inside, start, stop);
}

/** The nearest number on a step; at the end of a circle its start again. */
export function fit(scale: Scale, n: number): number {
  const { start, stop, grain, wrap } = scale;
  const near = fitNumber(wrapped(scale, n), start, Infinity, grain);
  return wrap && near >= stop ? start : Math.min(near, stop);
}

/** What a typed number becomes: within the scale, on a step where one is told. */
export const typed = (scale: Scale, n: number): number => (scale.isStepped ? fit(scale, n) : wrapped(scale, n));

/** The number at a share, caught by a detent that is near (a fortieth of the scale). */
export function numberAt(scale: Scale, share: number, detents: readonly number[]): number {
  const at = within(scale, share);
  const far = (n: number) => {
    const off = Math.abs(shareOf(scale, n) - at);
    return scale.wrap ? Math.min(off, 1 - off) : off;
  };
  const near = detents.filter((n) => far(n) < 1 / 40).toSorted((a, b) => far(a) - far(b))[0];
  return near ?? fit(scale, scale.start + at * (scale.stop - scale.start));
}

/** The number `steps` key presses from `n`. */
export const moved = (scale: Scale, n: number, steps: number): number => fit(scale, n + steps * scale.grain);

/** The detent after `n`, or before it with `way` -1; round again on a circle. Nothing where there is none. */
export function nextDetent({ wrap }: Scale, n: number, way: number, detents: readonly number[]): number | undefined {
  const sorted = detents.toSorted((a, b) => way * (a - b));
  return sorted.find((each) => way * (each - n) > 1e-9) ?? (wrap ? sorted[0] : undefined);
}
