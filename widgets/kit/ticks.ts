/** Round numbers along an axis, and how to write them. */
export interface Ticks {
  readonly values: readonly number[];
  readonly format: Intl.NumberFormat;
}

/**
 * About `count` multiples of 1, 2 or 5 times a power of ten from `low` to `high`, and a format that tells them apart.
 * @example ticksOf(0, 1, 5, "en").values // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function ticksOf(low: number, high: number, count: number, locale?: string): Ticks {
  const rough = high / Math.max(1, count) - low / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return { values: [], format: new Intl.NumberFormat(locale) };
  const power = Math.floor(Math.log10(rough));
  const lead = rough / 10 ** power;
  const factor = lead >= 7.07 ? 10 : lead >= 3.16 ? 5 : lead >= 1.41 ? 2 : 1;
  // Below one, a division by a whole number is exact where a multiplication by a fraction is not.
  const at = (n: number) => (power < 0 ? (n * factor) / 10 ** -power : n * factor * 10 ** power);
  const step = at(1);
  const values: number[] = [];
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  for (let more = 0; more <= 4 * count && first + more <= last; more++) {
    const value = at(first + more) + 0;
    if (value !== values.at(-1) && Number.isFinite(value)) values.push(value);
  }
  return { values, format: formatFor(Math.max(Math.abs(low), Math.abs(high)), step, locale) };
}

/** A format fit for numbers up to `largest` that differ by `step`. */
function formatFor(largest: number, step: number, locale?: string): Intl.NumberFormat {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  if (largest < 1e6 && decimals <= 6) {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  }
  const digits = Math.floor(Math.log10(largest) + 1e-9) - Math.floor(Math.log10(step) + 1e-9) + 1;
  const notation = largest >= 1e15 || largest < 1e-4 ? "scientific" : "compact";
  return new Intl.NumberFormat(locale, { notation, maximumSignificantDigits: Math.max(1, Math.min(digits, 15)) });
}
