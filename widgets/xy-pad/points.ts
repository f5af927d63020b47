import { type Axis, shareOf } from "./axis.ts";

/** Dots by their place on the pad: shares from left and from bottom, in turn. NaN for those that are not on it. */
export type Places = Float32Array;

/** Where rows of x and y are on the pad. */
export function placesOf(points: Float64Array, x: Axis, y: Axis): Places {
  const places = new Float32Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const n = points[i]!;
    const axis = i % 2 ? y : x;
    places[i] = n >= axis.low && n <= axis.high ? shareOf(axis, n) : Number.NaN;
  }
  return places;
}

/**
 * The dot nearest to a place, or, with a way to go, the nearest one on that way: at most 45° off it. -1 where there is
 * none. `wide` is how many times as wide as high the pad is.
 */
export function nearest(
  places: Places,
  x: number,
  y: number,
  wide: number,
  [right, up]: readonly [number, number] = [0, 0],
): number {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < places.length; i += 2) {
    const dx = (places[i]! - x) * wide;
    const dy = places[i + 1]! - y;
    const along = dx * right + dy * up;
    const off = Math.abs(dx * up) + Math.abs(dy * right);
    if ((right || up) && (along < 1e-6 || off > along)) continue;
    const far = dx * dx + dy * dy;
    if (far < least) {
      least = far;
      best = i / 2;
    }
  }
  return best;
}

/** Draws dots over the whole canvas, in one colour; smaller where there are many. */
export function draw(canvas: HTMLCanvasElement, places: Places, color: string): void {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.clearRect(0, 0, width, height);
  context.fillStyle = color;
  const count = places.length / 2;
  const size = devicePixelRatio * (count > 20_000 ? 1.5 : count > 1000 ? 3 : 5);
  context.globalAlpha = count > 1000 ? 0.5 : 0.8;
  for (let i = 0; i < places.length; i += 2) {
    const left = places[i]! * width;
    const top = (1 - places[i + 1]!) * height;
    if (Number.isNaN(left + top)) continue;
    if (count > 5000) context.fillRect(left - size / 2, top - size / 2, size, size);
    else {
      context.beginPath();
      context.arc(left, top, size / 2, 0, 7);
      context.fill();
    }
  }
}
