import type { Renderer, Scene } from "./renderer.ts";

/** A drawing that takes longer, in milliseconds, is not repeated for every step of a movement. */
const SLOW = 12;
/** How long a movement rests before it is drawn in full, in milliseconds. */
const REST = 90;

/** Draws what has changed and no more. While the view moves, slow drawings are moved along instead. */
export class Painter {
  readonly #renderer: Renderer;
  readonly #attempt: (work: () => void) => void;
  #drawn: Scene | undefined;
  #selected: Uint32Array | undefined;
  #took = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** @param attempt runs what comes late, and reports what it throws. */
  constructor(renderer: Renderer, attempt: (work: () => void) => void) {
    this.#renderer = renderer;
    this.#attempt = attempt;
  }

  /** Shows a scene and the selected rows in it; what is the same object as before counts as unchanged. */
  paint(scene: Scene, selected: Uint32Array): void {
    if (scene.width <= 0 || scene.height <= 0) return;
    clearTimeout(this.#rest);
    const drawn = this.#drawn;
    const picked = selected !== this.#selected;
    if (!drawn || !sameStage(drawn, scene)) return this.#draw(scene, selected);
    if (drawn.view === scene.view) {
      this.#renderer.preview(scene.view);
      if (picked) this.#renderer.drawSelected(scene, selected);
      this.#selected = selected;
    } else if (picked || this.#took <= SLOW) {
      this.#draw(scene, selected);
    } else {
      this.#renderer.preview(scene.view);
      this.#rest = setTimeout(() => this.#attempt(() => this.#draw(scene, selected)), REST);
    }
  }

  /** Ends the drawing for good. */
  dispose(): void {
    clearTimeout(this.#rest);
    this.#renderer.dispose();
  }

  #draw(scene: Scene, selected: Uint32Array): void {
    const started = performance.now();
    this.#renderer.drawPoints(scene);
    this.#renderer.drawSelected(scene, selected);
    this.#took = performance.now() - started;
    this.#drawn = scene;
    this.#selected = selected;
  }
}

/** Whether two scenes differ at most in their view, and in what follows from it. */
function sameStage(one: Scene, other: Scene): boolean {
  return (
    one.points === other.points &&
    one.width === other.width &&
    one.height === other.height &&
    one.ratio === other.ratio &&
    one.look.hidden === other.look.hidden &&
    one.look.colors === other.look.colors &&
    one.look.rim === other.look.rim &&
    (one.view !== other.view || (one.look.size === other.look.size && one.look.opacity === other.look.opacity))
  );
}
