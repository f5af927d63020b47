import { hexOf, toLch } from "./oklch.ts";

/** A list with the item at `from` taken out and put in so that it stands at `to`. */
export const move = <T>(list: readonly T[], from: number, to: number): readonly T[] =>
  list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);

/** `#rrggbb` of a text that is one, in lower case; grey otherwise. */
export const clean = (text: string): string => (/^#[\da-f]{6}$/i.test(text) ? text.toLowerCase() : "#808080");

/** A colour to add: of the lightness and chroma of the last one, in the middle of the widest gap between hues. */
export function another(hexes: readonly string[]): string {
  const all = hexes.map(toLch);
  const [l, c] = all.at(-1) ?? [0.55];
  const hues = all.flatMap(([, chroma, hue]) => (chroma > 0.03 ? [hue] : [])).toSorted((a, b) => a - b);
  const gaps = hues.map((hue, n) => [(hues[n + 1] ?? hues[0]! + 360) - hue, hue] as const);
  const [wide, from] = gaps.toSorted((one, other) => other[0] - one[0])[0] ?? [0, 245];
  return hexOf([Math.min(0.85, Math.max(0.35, l!)), Math.max(c ?? 0, 0.12), (from + wide / 2) % 360]);
}
