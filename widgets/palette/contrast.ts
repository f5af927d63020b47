import { dot, linear } from "./oklch.ts";

const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** What a ratio is enough for, in words. */
export function enough(ratio: number): string {
  if (ratio >= 7) return "AAA: all text";
  if (ratio >= 4.5) return "AA: all text";
  return ratio >= 3 ? "AA: large text, graphics" : "Too low to read";
}
