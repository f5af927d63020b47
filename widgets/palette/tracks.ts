import { hexOf, isShown, type Lch, MOST_CHROMA } from "./oklch.ts";

const percent: Intl.NumberFormatOptions = { style: "percent", maximumFractionDigits: 1 };
const degrees: Intl.NumberFormatOptions = {
  style: "unit",
  unit: "degree",
  unitDisplay: "narrow",
  maximumFractionDigits: 0,
};
const chroma: Intl.NumberFormatOptions = { minimumFractionDigits: 3, maximumFractionDigits: 3 };

/** The three sliders, in the order of `Lch`. */
export const CHANNELS = [
  { name: "Lightness", max: 1, step: 0.005, format: percent },
  { name: "Chroma", max: MOST_CHROMA, step: 0.002, format: chroma },
  { name: "Hue", max: 360, step: 1, format: degrees },
] as const;

/** A coordinate of a colour in the reader's locale: "62 %", "0.180", "250°". */
export const written = (channel: number, x: number): string =>
  new Intl.NumberFormat(undefined, CHANNELS[channel]!.format).format(x);

/** The same colour with another lightness (0), chroma (1) or hue (2). */
export const moved = (lch: Lch, channel: number, x: number): Lch => lch.with(channel, x) as unknown as Lch;

const STOPS = 32;

/** A gradient of the colours along a slider, from left to right; where sRGB has no such colour it is nearly clear. */
export function track(lch: Lch, channel: number): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, n) => {
    const at = moved(lch, channel, (CHANNELS[channel]!.max * n) / STOPS);
    return hexOf(at) + (isShown(at) ? "" : "30");
  });
  return `linear-gradient(90deg,${stops.join()})`;
}
