import { shapes } from "./shapes.ts";
import { type Glyph, PHASES } from "./stamp.ts";

/** How a mark is cut: lengths in device pixels. */
export interface Cut {
  /** Half the mark's width. */
  readonly radius: number;
  /** Width of a rim around it. */
  readonly rim: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/** How far from its centre a cut mark can reach, in whole device pixels. */
export function reachOf({ radius, rim }: Cut): number {
  return Math.ceil(radius * 1.1 + rim * 1.5) + 1;
}

/** The glyphs of a shape, one a phase, for a raster of so many pixels a line. */
export function cutGlyphs(shape: number, cut: Cut, stride: number): Glyph[] {
  const reach = reachOf(cut);
  const size = 2 * reach + 1;
  const canvas = new OffscreenCanvas(size * PHASES, size * PHASES);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no 2D canvas; the points cannot be drawn.");
  const outline = new Path2D();
  outline.addPath(new Path2D(shapes[shape]), new DOMMatrix([cut.radius, 0, 0, cut.radius, 0, 0]));
  context.lineWidth = 2 * cut.rim;
  context.lineJoin = "round";
  for (let phase = 0; phase < PHASES * PHASES; phase++) {
    const across = phase % PHASES;
    const down = Math.floor(phase / PHASES);
    const centre = (step: number) => step * size + reach + (step + 0.5) / PHASES;
    context.setTransform(1, 0, 0, 1, centre(across), centre(down));
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array.
    context.fill(outline);
    if (cut.rim > 0) context.stroke(outline);
  }
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return Array.from({ length: PHASES * PHASES }, (_, phase) => {
    const offsets: number[] = [];
    const alphas: number[] = [];
    const left = (phase % PHASES) * size;
    const top = Math.floor(phase / PHASES) * size;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const alpha = Math.round(data[((top + y) * canvas.width + left + x) * 4 + 3]! * cut.opacity);
        if (alpha === 0) continue;
        offsets.push((y - reach) * stride + x - reach);
        alphas.push(alpha);
      }
    }
    return { offsets: Int32Array.from(offsets), alphas: Uint8Array.from(alphas) };
  });
}
