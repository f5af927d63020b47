import { toLch } from "./oklch.ts";

/** Where each hue begins, in degrees of OKLCH. */
const HUES: readonly (readonly [number, string])[] = [
  [0, "pink"],
  [16, "red"],
  [44, "orange"],
  [78, "yellow"],
  [116, "lime"],
  [134, "green"],
  [172, "teal"],
  [205, "sky blue"],
  [240, "blue"],
  [284, "purple"],
  [320, "magenta"],
  [347, "pink"],
];

/** What a person would call a colour: "dark blue", "light grey", "brown". */
export function nameOf(hex: string): string {
  const [l, c, h] = toLch(hex);
  if (l > 0.99) return "white";
  if (l < 0.15) return "black";
  const shade = l < 0.42 ? "dark " : l > 0.83 && c < 0.14 ? "light " : "";
  if (c < 0.025) return `${shade}grey`;
  if (l < 0.6 && h >= 40 && h < 105) return "brown";
  return shade + HUES.findLast(([from]) => h >= from)![1];
}
