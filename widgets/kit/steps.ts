/** The smallest of 1, 2 and 5 times a power of ten that is at least `least` (1 where `least` is not above 0). */
export function niceStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = Math.floor(Math.log10(least));
  const steps = [1, 2, 5, 10].map((factor) => Number(`${factor}e${power}`));
  return Math.min(Number.MAX_VALUE, steps.find((step) => step >= least) ?? least);
}

/** How many digits after the decimal point a step needs: 2 for 0.25, 0 for 20. */
export function decimals(step: number): number {
  const [mantissa = "", power = 0] = step.toExponential().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(power));
}

/** `times` times the step, without the noise of binary fractions (3 times 0.1 is 0.3), never infinite. */
export function multiple(times: number, step: number): number {
  const digits = decimals(step);
  const product = clamp(times * step, -Number.MAX_VALUE, Number.MAX_VALUE);
  return digits > 100 ? product : Number(product.toFixed(digits));
}

/** The number of `low` to `high` that is nearest to `x`. */
export function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}

/** The multiple of the step that is nearest. */
export function snap(x: number, step: number): number {
  return multiple(Math.round(x / step), step);
}

/** How many steps fit below `x`: the largest k with k steps ≤ x. */
export function stepsBelow(x: number, step: number): number {
  const times = Math.floor(x / step);
  return multiple(times + 1, step) <= x ? times + 1 : times;
}

/** The smallest k with k steps ≥ x. */
export function stepsAbove(x: number, step: number): number {
  return -stepsBelow(-x, step);
}

/** The least step that doubles of this size can take. */
export function finest(low: number, high: number): number {
  return Math.max(Math.abs(low), Math.abs(high)) * 2 ** -50;
}

/** A round step of which about 200 to 500 lie between two numbers; at least 1 where data is whole. */
export function suitableStep(low: number, high: number, whole: boolean): number {
  const least = low === high ? Math.abs(low) / 500 : Math.max(high / 500 - low / 500, finest(low, high));
  return Math.max(niceStep(least), whole ? 1 : 0);
}
