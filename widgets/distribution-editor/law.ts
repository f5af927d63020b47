import { risingSpline } from "./spline.ts";
import { betaShare, gammaShare, normalScore, normalShare, phi, solve } from "./special.ts";

/** A continuous distribution: where it lies, the share below a number, and what is known of it otherwise. */
export interface Law {
  readonly from: number;
  readonly to: number;
  readonly cdf: (x: number) => number;
  /** Mean and standard deviation of free quantiles must be worked out. */
  readonly mean?: number;
  readonly sd?: number;
  /** The number that has the share of `z` in the standard normal distribution below it. */
  readonly at?: (z: number) => number;
}

/** What is left of a law within limits. */
export interface Distribution {
  readonly from: number;
  readonly to: number;
  /** The share of the law that lies within the limits. */
  readonly weight: number;
  readonly cdf: (x: number) => number;
  /** The number with a share below it; the share is neither 0 nor 1. */
  readonly ppf: (p: number) => number;
  /** Worked out when asked. */
  readonly moments: () => readonly [mean: number, sd: number];
}

export const normalLaw = (mean: number, sd: number): Law => ({
  from: -Infinity,
  to: Infinity,
  cdf: (x) => normalShare((x - mean) / sd),
  mean,
  sd,
});

export const lognormalLaw = (median: number, sigma: number): Law => {
  const mean = median * Math.exp(sigma ** 2 / 2);
  return {
    from: 0,
    to: Infinity,
    cdf: (x) => normalShare(Math.log(x / median) / sigma),
    mean,
    sd: mean * Math.sqrt(Math.expm1(sigma ** 2)),
  };
};

export const betaLaw = (low: number, high: number, a: number, b: number): Law => ({
  from: low,
  to: high,
  cdf: (x) => betaShare(a, b, (x - low) / (high - low)),
  mean: low + ((high - low) * a) / (a + b),
  sd: ((high - low) * Math.sqrt((a * b) / (a + b + 1))) / (a + b),
});

export const pertLaw = (low: number, mode: number, high: number): Law =>
  betaLaw(low, high, 1 + (4 * (mode - low)) / (high - low), 1 + (4 * (high - mode)) / (high - low));

export const triangularLaw = (low: number, mode: number, high: number): Law => ({
  from: low,
  to: high,
  cdf: (x) =>
    x < mode ? (x - low) ** 2 / (mode - low) / (high - low) : 1 - (high - x) ** 2 / (high - mode || 1) / (high - low),
  mean: (low + mode + high) / 3,
  sd: Math.sqrt(((high - low) ** 2 - (mode - low) * (high - mode)) / 18),
});

export const gammaLaw = (shape: number, scale: number): Law => ({
  from: 0,
  to: Infinity,
  cdf: (x) => gammaShare(shape, x / scale),
  mean: shape * scale,
  sd: Math.sqrt(shape) * scale,
});

/** Goes through the quantiles `x` exactly; tails are normal ones, lognormal or logit-normal towards a finite limit. */
export const quantileLaw = (p: readonly number[], x: readonly number[], low: number, high: number): Law => {
  const hasLow = low > -Infinity;
  const hasHigh = high < Infinity;
  const open = (n: number) => (hasLow ? Math.log(n - low) : hasHigh ? 0 : n) - (hasHigh ? Math.log(high - n) : 0);
  const curve = risingSpline(p.map(normalScore), x.map(open));
  const at = (z: number) => {
    const y = curve(z);
    if (hasLow && hasHigh) return low + (high - low) / (1 + Math.exp(-y));
    return hasLow ? low + Math.exp(y) : hasHigh ? high - Math.exp(-y) : y;
  };
  return { from: low, to: high, at, cdf: (n) => normalShare(solve(at, n, -40, 40)) };
};

/** The distribution that a law has within limits. */
export function within(law: Law, low: number, high: number): Distribution {
  const from = Math.max(law.from, low);
  const to = Math.min(law.to, high);
  const below = from > law.from ? law.cdf(from) : 0;
  const weight = from < to ? (to < law.to ? law.cdf(to) : 1) - below : 0;
  const cdf = (x: number) => (x <= from ? 0 : x >= to ? 1 : (law.cdf(x) - below) / weight);
  const { mean = 0, sd = 0 } = law;
  // No more than 1e-8 of anything lies farther from its mean.
  const at =
    law.at ??
    ((z: number) => solve(cdf, normalShare(z), Math.max(from, mean - 1e4 * sd), Math.min(to, mean + 1e4 * sd)));
  const moments = (): [number, number] => {
    if (sd && from === law.from && to === law.to) return [mean, sd];
    // The trapezoidal rule over normal scores: what is left out weighs less than 1e-11.
    const middle = at(0);
    let [sum, squares] = [0, 0];
    for (let z = -7; z < 7.1; z += 0.2) {
      const off = at(z) - middle;
      sum += (phi(z) / 5) * off;
      squares += (phi(z) / 5) * off * off;
    }
    return [middle + sum, Math.sqrt(squares - sum * sum)];
  };
  return { from, to, weight, cdf, ppf: (p) => at(normalScore(p)), moments };
}
