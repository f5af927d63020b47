/** Numbers in the reader's locale; very large and very small ones as powers of ten. */
const writer = (maximumSignificantDigits: number) => {
  const [plain, power] = (["standard", "scientific"] as const).map(
    (notation) => new Intl.NumberFormat(undefined, { notation, maximumSignificantDigits }).format,
  );
  return (n: number): string => (n && !(Math.abs(n) >= 1e-6 && Math.abs(n) < 1e9) ? power : plain)!(n);
};

/** A number to read. */
export const few = writer(4);

/** A number to write. */
export const exact = writer(6);

/** With its unit. */
export const said = (n: number, unit: string): string => few(n) + (unit && `\u202f${unit}`);

/** The name of a knob in words. */
export const named = (knob: string) => (knob === "sd" ? "standard deviation" : knob);
