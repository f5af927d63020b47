import { type Cut, cutGlyphs, reachOf } from "./glyphs.ts";
import type { Renderer, Scene } from "./renderer.ts";
import { type Ink, rasterOf, stamp } from "./stamp.ts";
import { toX, toY, type View } from "./viewport.ts";

const SMALLEST_WITH_RIM = 4;

/** Draws into two 2D canvases, pixel by pixel: good for some hundred thousand points, with no GPU needed. */
export class CanvasRenderer implements Renderer {
  readonly #points = document.createElement("canvas");
  readonly #selected = document.createElement("canvas");
  readonly layers = [this.#points, this.#selected];
  #drawn: Scene | undefined;

  constructor() {
    this.#points.className = "points";
    this.#selected.className = "selected";
  }

  drawPoints(scene: Scene): void {
    const { size, opacity } = scene.look;
    const cut = { radius: (size / 2) * scene.ratio, rim: 0, opacity };
    draw(this.#points, scene, cut, (group, stride) => [
      { ...rgb(scene.look.colors[group]!), glyphs: cutGlyphs(scene.look.shapes[group]!, cut, stride) },
    ]);
    this.#drawn = scene;
    this.#place(scene.view);
  }

  drawSelected(scene: Scene, rows: Uint32Array): void {
    const { size, rim, colors, shapes } = scene.look;
    const cut = { radius: (Math.max(size, 2.5) / 2) * scene.ratio, rim: 0, opacity: 1 };
    const outer = { ...cut, rim: size >= SMALLEST_WITH_RIM ? scene.ratio : 0 };
    const layersOf = (group: number, stride: number): Ink[] => {
      const body = { ...rgb(colors[group]!), glyphs: cutGlyphs(shapes[group]!, cut, stride) };
      return outer.rim > 0 ? [body, { ...rgb(rim), glyphs: cutGlyphs(shapes[group]!, outer, stride) }] : [body];
    };
    draw(this.#selected, scene, outer, layersOf, rows);
  }

  preview(view: View): void {
    this.#place(view);
  }

  dispose(): void {
    for (const canvas of this.layers) {
      canvas.width = 0;
      canvas.height = 0;
      canvas.remove();
    }
  }

  #place(view: View): void {
    if (!this.#drawn) return;
    const { view: from, width, height } = this.#drawn;
    const frame = { view, width, height };
    const scale = `scale(${(from.u1 - from.u0) / (view.u1 - view.u0)}, ${(from.v1 - from.v0) / (view.v1 - view.v0)})`;
    const moved = `translate(${toX(frame, from.u0)}px, ${toY(frame, from.v1)}px) ${scale}`;
    for (const canvas of this.layers) canvas.style.transform = view === from ? "" : moved;
  }
}

function draw(
  canvas: HTMLCanvasElement,
  scene: Scene,
  cut: Cut,
  layersOf: (group: number, stride: number) => Ink[],
  rows?: Uint32Array,
): void {
  const { points, look, ratio } = scene;
  const width = Math.round(scene.width * ratio);
  const height = Math.round(scene.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no 2D canvas; the points cannot be drawn.");
  if (width === 0 || height === 0) return;
  if (rows?.length === 0) return context.clearRect(0, 0, width, height);
  // Marks of points just outside reach in: the raster has room for them, and is put with its edges outside.
  const reach = reachOf(cut);
  const edge = 2 * reach;
  const image = new ImageData(width + 2 * edge, height + 2 * edge);
  const inks = new Map<number, Ink[]>();
  const inkOf = (group: number) => {
    const key = look.shapes[group]! * 0x10000 + look.colors.indexOf(look.colors[group]!);
    const known = inks.get(key) ?? layersOf(group, image.width);
    inks.set(key, known);
    return known;
  };
  const frame = { view: scene.view, width, height };
  const left = toX(frame, 0);
  const top = toY(frame, 0);
  stamp(rasterOf(image), {
    ...points,
    rows,
    reach,
    inks: look.colors.map((_, group) => (look.hidden.has(group) || !points.sizes[group] ? [] : inkOf(group))),
    scaleU: toX(frame, 1) - left,
    scaleV: toY(frame, 1) - top,
    left: left + edge,
    top: top + edge,
  });
  context.putImageData(image, -edge, -edge);
}

function rgb(color: string): { red: number; green: number; blue: number } {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue };
}
