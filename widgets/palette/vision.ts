import { dot, linear, toHex, toLab, type Triple } from "./oklch.ts";

type Matrix = readonly [Triple, Triple, Triple];

/** A kind of colour vision: its name, and matrices of linear light on either side of a plane (Brettel et al., 1997). */
export interface Vision {
  readonly name: string;
  readonly kind: string;
  readonly matrices: readonly Matrix[];
}

/** The one side is told from the other for tritan vision only: for the other two they differ by less than is seen. */
const TRITAN_PLANE = [0.03901, -0.02788, -0.01113];

/** The three kinds of dichromacy. */
export const VISIONS: readonly Vision[] = [
  {
    name: "Protan",
    kind: "no red cones",
    matrices: [
      [
        [0.1498, 1.19548, -0.34528],
        [0.10764, 0.84864, 0.04372],
        [0.00384, -0.0054, 1.00156],
      ],
    ],
  },
  {
    name: "Deutan",
    kind: "no green cones",
    matrices: [
      [
        [0.36477, 0.86381, -0.22858],
        [0.26294, 0.64245, 0.09461],
        [-0.02006, 0.02728, 0.99278],
      ],
    ],
  },
  {
    name: "Tritan",
    kind: "no blue cones",
    matrices: [
      [
        [1.01277, 0.13548, -0.14825],
        [-0.01243, 0.86812, 0.14431],
        [0.07589, 0.805, 0.11911],
      ],
      [
        [0.93678, 0.18979, -0.12657],
        [0.06154, 0.81526, 0.1232],
        [-0.37562, 1.12767, 0.24795],
      ],
    ],
  },
];

/** How near two colours are in OKLab when they can be taken for one another in lines and small marks. */
const ALIKE = 0.08;

/** `#rrggbb` as an eye of that kind sees it. */
export function seen(hex: string, { matrices }: Vision): string {
  const rgb = linear(hex);
  const [one, other = one] = matrices;
  const [r, g, b] = dot(TRITAN_PLANE, rgb) >= 0 ? one! : other!;
  return toHex([dot(r, rgb), dot(g, rgb), dot(b, rgb)]);
}

/** The pairs of colours that look alike, by their places from 0, nearest first. */
export function alike(hexes: readonly string[]): readonly (readonly [number, number])[] {
  const labs = hexes.map((hex) => toLab(linear(hex)));
  const far = (one: Triple, other: Triple) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
  return labs
    .flatMap((one, i) => labs.slice(i + 1).map((other, n) => [i, i + 1 + n, far(one, other)] as const))
    .filter(([, , distance]) => distance < ALIKE)
    .toSorted((one, other) => one[2] - other[2])
    .map(([i, k]) => [i, k]);
}
