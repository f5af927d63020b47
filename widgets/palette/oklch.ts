/** A colour in OKLCH: lightness 0 to 1, chroma from 0, hue 0 to 360 degrees. */
export type Lch = readonly [lightness: number, chroma: number, hue: number];

/** Three numbers: red, green and blue (0 to 1 where sRGB can show them), or the coordinates of OKLab. */
export type Triple = readonly [number, number, number];

/** A little more chroma than sRGB has anywhere (0.323): the end of its slider. */
export const MOST_CHROMA = 0.33;

const EDGE = 1e-4;

export const dot = (row: readonly number[], [a, b, c]: Triple): number => row[0]! * a + row[1]! * b + row[2]! * c;
const each = (of: Triple, f: (x: number) => number): Triple => [f(of[0]), f(of[1]), f(of[2])];

/** Red, green and blue as light adds up, from `#rrggbb`. */
export function linear(hex: string): Triple {
  const n = Number.parseInt(hex.slice(1), 16);
  return each([n >> 16, (n >> 8) & 255, n & 255], (byte) => {
    const s = byte / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
}

/** `#rrggbb` of linear red, green and blue; what sRGB cannot show is cut off. */
export const toHex = (rgb: Triple): string =>
  `#${rgb
    .map((x) => {
      const s = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
      return Math.round(255 * Math.min(1, Math.max(0, s)))
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;

/** OKLab of linear red, green and blue: distances in it are close to what the eye sees. */
export function toLab(rgb: Triple): Triple {
  const lms = each(
    [
      dot([0.4122214708, 0.5363325363, 0.0514459929], rgb),
      dot([0.2119034982, 0.6806995451, 0.1073969566], rgb),
      dot([0.0883024619, 0.2817188376, 0.6299787005], rgb),
    ],
    Math.cbrt,
  );
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

/** OKLCH of `#rrggbb`. A grey has the hue 0. */
export function toLch(hex: string): Lch {
  const [l, a, b] = toLab(linear(hex));
  const c = Math.hypot(a, b);
  return c < 1e-4 ? [l, 0, 0] : [l, c, ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

function fromLch([l, c, h]: Lch): Triple {
  const angle = (h * Math.PI) / 180;
  const lab = [l, c * Math.cos(angle), c * Math.sin(angle)] as const;
  const lms = each(
    [
      dot([1, 0.3963377774, 0.2158037573], lab),
      dot([1, -0.1055613458, -0.0638541728], lab),
      dot([1, -0.0894841775, -1.291485548], lab),
    ],
    (x) => x ** 3,
  );
  return [
    dot([4.0767416621, -3.3077115913, 0.2309699292], lms),
    dot([-1.2684380046, 2.6097574011, -0.3413193965], lms),
    dot([-0.0041960863, -0.7034186147, 1.707614701], lms),
  ];
}

/** Whether sRGB, and so a hex text, can show it. */
export const isShown = (lch: Lch): boolean => fromLch(lch).every((x) => x > -EDGE && x < 1 + EDGE);

/** The colour that sRGB can show: the same lightness and hue, with as much of the chroma as there is. */
export function mapped([l, c, h]: Lch): Lch {
  if (isShown([l, c, h])) return [l, c, h];
  let [low, high] = [0, c];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (isShown([l, middle, h])) low = middle;
    else high = middle;
  }
  return [l, low, h];
}

/** `#rrggbb` of the nearest colour that sRGB can show, in `mapped`'s way. */
export const hexOf = (lch: Lch): string => toHex(fromLch(mapped(lch)));
