/** Places within a pixel at which a mark is drawn apart, along each side. */
export const PHASES = 4;

/** The pixels of one mark at one phase: offsets from the pixel that holds its centre, and how much each is covered. */
export interface Glyph {
  readonly offsets: Int32Array;
  /** 1 to 255. */
  readonly alphas: Uint8Array;
}

/** One colour of a mark, with a glyph for each phase: across, then down. */
export interface Ink {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly glyphs: readonly Glyph[];
}

/** RGBA pixels, not premultiplied, seen as bytes and as words. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8ClampedArray;
  readonly words: Uint32Array;
}

/** A raster over the pixels of an image. */
export function rasterOf({ width, height, data }: ImageData): Raster {
  return { width, height, bytes: data, words: new Uint32Array(data.buffer, data.byteOffset, data.length / 4) };
}

/** What is drawn, and where: a row's centre is at (u · scaleU + left, v · scaleV + top), in pixels. */
export interface Stamping {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly group: Uint16Array;
  readonly scaleU: number;
  readonly scaleV: number;
  readonly left: number;
  readonly top: number;
  /** No mark reaches further from its centre; centres nearer to the edges are not drawn. */
  readonly reach: number;
  /** By group: the layers of its mark, the top one first; none hides the group. */
  readonly inks: readonly (readonly Ink[])[];
  /** The rows to draw, the last on top; all unless given. */
  readonly rows?: Uint32Array;
}

const FULL = 250;

/**
 * Draws marks from the front to the back: what is covered already is not drawn again, so a dense cloud costs little
 * more than a thin one. A canvas without a GPU takes several times as long for the same marks.
 */
export function stamp(raster: Raster, stamping: Stamping): void {
  const { u, v, group, scaleU, scaleV, left, top, reach, inks, rows } = stamping;
  const right = raster.width - reach;
  const bottom = raster.height - reach;
  for (let at = (rows ?? u).length - 1; at >= 0; at--) {
    const row = rows ? rows[at]! : at;
    const x = u[row]! * scaleU + left;
    const y = v[row]! * scaleV + top;
    if (!(x >= reach && x < right && y >= reach && y < bottom)) continue;
    const column = Math.floor(x);
    const line = Math.floor(y);
    const phase = Math.floor((y - line) * PHASES) * PHASES + Math.floor((x - column) * PHASES);
    const layers = inks[group[row]!]!;
    for (let layer = 0; layer < layers.length; layer++) {
      const ink = layers[layer]!;
      under(raster, line * raster.width + column, ink, ink.glyphs[phase]!);
    }
  }
}

/** Blends a glyph under what is there. */
function under({ bytes, words }: Raster, centre: number, { red, green, blue }: Ink, { offsets, alphas }: Glyph): void {
  const word = (blue << 16) | (green << 8) | red;
  for (let at = 0; at < offsets.length; at++) {
    const pixel = centre + offsets[at]!;
    const covered = words[pixel]! >>> 24;
    if (covered >= FULL) continue;
    const alpha = alphas[at]!;
    if (covered === 0) {
      words[pixel] = (word | (alpha << 24)) >>> 0;
      continue;
    }
    const added = (alpha * (255 - covered)) / 255;
    const share = added / (covered + added);
    const byte = pixel * 4;
    bytes[byte] = bytes[byte]! + (red - bytes[byte]!) * share;
    bytes[byte + 1] = bytes[byte + 1]! + (green - bytes[byte + 1]!) * share;
    bytes[byte + 2] = bytes[byte + 2]! + (blue - bytes[byte + 2]!) * share;
    bytes[byte + 3] = covered + added;
  }
}
