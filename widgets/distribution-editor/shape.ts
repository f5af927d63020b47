import type { Json } from "../kit/traits.ts";
import { FAMILIES, type Source } from "./families.ts";
import { type Distribution, quantileLaw, within } from "./law.ts";

/** A distribution as it is edited: a family, its numbers in the order of its keys, and for free quantiles their shares. */
export interface Shape {
  readonly family: string;
  readonly a: readonly number[];
  readonly p?: readonly number[];
}

/** Where a distribution may lie. */
export type Limits = readonly [low: number, high: number];

export const NO_LIMITS: Limits = [-Infinity, Infinity];

/** What is shown for a value that is none. */
export const STANDARD: Shape = { family: "normal", a: [0, 1] };

/** Which quantiles are shown, and which ones free quantiles begin with. */
export const SHARES: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The limits of two traits; none where they are no limits. */
export const limitsOf = (low: number | null, high: number | null): Limits =>
  (low ?? -Infinity) < (high ?? Infinity) ? [low ?? -Infinity, high ?? Infinity] : [-Infinity, Infinity];

/** Numbers from 0.01 to 1,000. */
const SHAPES = ["sigma", "shape", "alpha", "beta"];

/** Whether a number has a handle: all that say where on the axis something is, and the standard deviation. */
export const isHeld = (knob: string): boolean => ![...SHAPES, "scale", "median"].includes(knob);

const areNumbers = (json: unknown): json is number[] => Array.isArray(json) && json.every(Number.isFinite);

/** Whether these are 2 to 9 rising shares between 0 and 1. */
export const areShares = (p: unknown): p is number[] =>
  areNumbers(p) && p.length > 1 && p.length < 10 && p.every((share, i) => share > (p[i - 1] ?? 0) && share < 1);

const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumSignificantDigits: 9 });

/** A share as a person says it. */
export const saidShare = (share: number): string => percent.format(share);

/** Names of the numbers of a shape. */
export const keysOf = ({ family, p }: Shape): readonly string[] => p?.map(saidShare) ?? FAMILIES[family]!.keys;

/** The names of what can be set of a shape. */
export const knobsOf = (shape: Shape): readonly string[] => (shape.p ? keysOf(shape) : FAMILIES[shape.family]!.knobs);

const lawOf = ({ family, a, p }: Shape, limits: Limits) =>
  p ? quantileLaw(p, a, ...limits) : FAMILIES[family]!.law(...a);

/** The number that a knob has. */
export function knobAt(shape: Shape, knob: string, limits: Limits): number {
  const { mean, sd } = lawOf(shape, limits);
  return shape.a[keysOf(shape).indexOf(knob)] ?? (knob === "sd" ? sd! : mean!);
}

/** The shape with a knob at `n`: of the mean and the standard deviation the other stays. */
export function turned(shape: Shape, knob: string, n: number): Shape {
  const { family, a } = shape;
  const i = keysOf(shape).indexOf(knob);
  if (i >= 0) return { ...shape, a: a.map((each, k) => (k === i ? n : each)) };
  const { mean, sd } = FAMILIES[family]!.law(...a) as { mean: number; sd: number };
  return { family, a: FAMILIES[family]!.fit({ mean, sd, ends: () => a, ppf: Number, [knob]: n }, []) };
}

/** The shape moved along the axis. */
export function moved(shape: Shape, by: number): Shape {
  const keys = keysOf(shape);
  if (!isHeld(keys[0]!)) return turned(shape, "mean", lawOf(shape, [0, 0]).mean! + by);
  return { ...shape, a: shape.a.map((n, i) => (isHeld(keys[i]!) && keys[i] !== "sd" ? n + by : n)) };
}

/** The distribution of a shape within limits, or undefined where its numbers make none. */
export function distributionOf(shape: Shape, limits: Limits): Distribution | undefined {
  const { a, p } = shape;
  const keys = keysOf(shape);
  const [low, high] = limits;
  const isRight = a.every((n, i) => {
    const before = a[i - 1] ?? (p ? low : n);
    if (SHAPES.includes(keys[i]!)) return n >= 0.01 && n <= 1000;
    return Math.abs(n) < 1e300 && (p ? n > before && n < high : keys[0] !== "low" || n >= before);
  });
  if (!isRight) return undefined;
  const law = lawOf(shape, limits);
  const made = within(law, low, high);
  return (p || (law.sd! > 0 && law.sd! < Infinity)) && made.weight > 1e-6 ? made : undefined;
}

/** The shape that a value says; undefined where it says none. Whether its numbers are right, `distributionOf` says. */
export function readShape({ family, p, x, ...named }: Readonly<Record<string, Json>>): Shape | undefined {
  const known = Object.hasOwn(FAMILIES, family as string) ? FAMILIES[family as string] : undefined;
  if (!known) return undefined;
  const isFree = family === "quantiles";
  const a = isFree ? x : known.keys.map((key) => named[key]);
  if (!areNumbers(a) || (isFree && !(areShares(p) && p.length === a.length))) return undefined;
  return { family: family as string, a, ...(isFree ? { p: p as number[] } : {}) };
}

/** A shape as the value says it. */
export const writeShape = ({ family, a, p }: Shape): Readonly<Record<string, Json>> =>
  p ? { family, p, x: a } : { family, ...Object.fromEntries(FAMILIES[family]!.keys.map((key, i) => [key, a[i]!])) };

/** What another family is fitted to that is to look like a distribution. */
export function sourceOf({ moments, ppf }: Distribution, [low, high]: Limits): Source {
  const [mean, sd] = moments();
  return { mean, sd, ppf, ends: (far) => [Math.max(low, mean - far * sd), Math.min(high, mean + far * sd)] };
}

/** What is told of a distribution, by name; the quantiles of free ones are in their fields. */
export function statistics({ p }: Shape, { moments, ppf }: Distribution): readonly (readonly [string, number])[] {
  const [mean, sd] = moments();
  const quantiles = p ? [] : SHARES.map((share) => [saidShare(share), ppf(share)] as const);
  return [["mean", mean], ["standard deviation", sd], ...quantiles];
}
