import { betaLaw, gammaLaw, type Law, lognormalLaw, normalLaw, pertLaw, triangularLaw } from "./law.ts";

/** What a family is fitted to. */
export interface Source {
  readonly mean: number;
  readonly sd: number;
  readonly ppf: (p: number) => number;
  /** The least and greatest number; so many standard deviations from the mean where there is none. */
  readonly ends: (deviations: number) => readonly number[];
}

export interface Family {
  readonly title: string;
  /** Names of its numbers in the value. */
  readonly keys: readonly string[];
  /** Names of what a person sets: keys, or the mean and the standard deviation that they make. */
  readonly knobs: readonly string[];
  readonly law: (...numbers: number[]) => Law;
  /** The numbers with the mean and the standard deviation of a source, as near as the family can. */
  readonly fit: (source: Source, shares: readonly number[]) => readonly number[];
}

const family = (title: string, keys: string, knobs: string, law: Family["law"], fit: Family["fit"]): Family => ({
  title,
  keys: keys.split(" "),
  knobs: knobs.split(" "),
  law,
  fit,
});

const shape = (n: number) => Math.min(1000, Math.max(0.1, n));
const above = ({ mean, sd }: Source) => (mean > 0 ? mean : sd);
const corners = (source: Source, deviations: number, share: number) => {
  const [low = 0, high = 0] = source.ends(deviations);
  const mode = (source.mean - (low + high) * share) / (1 - 2 * share);
  return [low, Math.min(high, Math.max(low, mode)), high];
};

/** The families by name, in the order shown. What free quantiles are made of depends on their shares: see `shape.ts`. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  normal: family("Normal", "mean sd", "mean sd", normalLaw, ({ mean, sd }) => [mean, sd]),
  lognormal: family("Lognormal", "median sigma", "mean sd median sigma", lognormalLaw, (source) => {
    const part = Math.log1p((source.sd / above(source)) ** 2);
    return [above(source) / Math.exp(part / 2), Math.min(5, Math.sqrt(part))];
  }),
  uniform: family(
    "Uniform",
    "low high",
    "low high",
    (low, high) => betaLaw(low!, high!, 1, 1),
    ({ ends }) => ends(Math.sqrt(3)),
  ),
  triangular: family("Triangular", "low mode high", "low mode high", triangularLaw, (source) =>
    corners(source, Math.sqrt(6), 1 / 3),
  ),
  pert: family("PERT", "low mode high", "low mode high", pertLaw, (source) => corners(source, Math.sqrt(7), 1 / 6)),
  beta: family("Beta", "low high alpha beta", "low mean sd high alpha beta", betaLaw, ({ mean, sd, ends }) => {
    const [low = 0, high = 0] = ends(3);
    const part = (mean - low) / (high - low);
    const both = (part * (1 - part) * (high - low) ** 2) / sd ** 2 - 1;
    return [low, high, shape(part * both), shape((1 - part) * both)];
  }),
  gamma: family("Gamma", "shape scale", "mean sd shape scale", gammaLaw, (source) => {
    const k = shape((above(source) / source.sd) ** 2);
    return [k, above(source) / k];
  }),
  exponential: family(
    "Exponential",
    "scale",
    "mean",
    (scale) => gammaLaw(1, scale!),
    (source) => [above(source)],
  ),
  quantiles: family("Free quantiles", "", "", normalLaw, ({ ppf }, shares) => shares.map(ppf)),
};
