/** The functions behind the families: about twelve digits, by series whose terms are all positive. */

const TERMS = 1e5;

/** The logarithm of the gamma function, for `x` above 0. */
export function logGamma(x: number): number {
  let less = 0;
  for (; x < 10; x++) less += Math.log(x);
  const y = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.9189385332046727 +
    (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x -
    less
  );
}

/** The regularised lower incomplete gamma function. */
export function gammaShare(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x > a + 40 + 10 * Math.sqrt(a)) return 1;
  let term = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  let sum = term;
  for (let n = 1; n < TERMS && term > sum * 1e-17; n++) sum += term *= x / (a + n);
  return Math.min(1, sum);
}

/** The regularised incomplete beta function. */
export function betaShare(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(b, a, 1 - x);
  let term = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a + 1) - logGamma(b));
  let sum = term;
  for (let n = 0; n < TERMS && term > sum * 1e-17; n++) sum += term *= (x * (a + b + n)) / (a + 1 + n);
  return Math.min(1, sum);
}

/** The density of the standard normal distribution. */
export const phi = (z: number): number => Math.exp((z * z) / -2) / Math.sqrt(2 * Math.PI);

/** The share of the standard normal distribution below `z`. */
export const normalShare = (z: number): number => (1 + Math.sign(z) * gammaShare(0.5, (z * z) / 2)) / 2;

/** Where a rising function takes a value, between two numbers. */
export function solve(rising: (x: number) => number, wanted: number, low: number, high: number): number {
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) > wanted) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The number with that share of the standard normal distribution below it. */
export const normalScore = (p: number): number => solve(normalShare, p, -40, 40);
