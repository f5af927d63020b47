import { assert } from "@open-wc/testing";
import { CanvasRenderer } from "./canvas-renderer.ts";
import { cloudOf } from "./cloud.ts";
import { Painter } from "./painter.ts";
import type { Renderer, Scene } from "./renderer.ts";
import { lookOf, shapes } from "./shapes.ts";
import { HOME, zoomed } from "./viewport.ts";

const cloud = cloudOf({ x: [0, 1, 2, NaN], y: [0, 1, 2, 0], category: [0, 1, 0, 0], categories: ["a", "b"] });

const scene = (change: Partial<Scene["look"]> = {}, view = HOME): Scene => ({
  points: cloud.points,
  view,
  width: 110,
  height: 110,
  ratio: 1,
  look: {
    colors: ["rgb(200, 0, 0)", "rgb(0, 0, 200)", "rgb(0, 0, 0)"],
    shapes: [0, 2, 3],
    hidden: new Set(),
    rim: "rgb(0, 0, 0)",
    size: 8,
    opacity: 1,
    ...change,
  },
});

const pixel = (canvas: HTMLElement, x: number, y: number) => [
  ...(canvas as HTMLCanvasElement).getContext("2d")!.getImageData(x, y, 1, 1).data,
];

describe("the canvas renderer", () => {
  it("draws each point where it is, in the colour of its group", () => {
    const renderer = new CanvasRenderer();
    renderer.drawPoints(scene());
    const [points] = renderer.layers;
    assert.deepEqual(pixel(points!, 5, 105), [200, 0, 0, 255]);
    assert.deepEqual(pixel(points!, 55, 55), [0, 0, 200, 255]);
    assert.deepEqual(pixel(points!, 105, 5), [200, 0, 0, 255]);
    assert.deepEqual(pixel(points!, 30, 30), [0, 0, 0, 0]);
    renderer.dispose();
  });
  it("draws neither hidden groups nor what is out of sight", () => {
    const renderer = new CanvasRenderer();
    const [points] = renderer.layers;
    renderer.drawPoints(scene({ hidden: new Set([1]) }));
    assert.equal(pixel(points!, 55, 55)[3], 0);
    renderer.drawPoints(scene({}, zoomed(HOME, 4)));
    assert.equal(pixel(points!, 55, 55)[3], 255);
    assert.equal(pixel(points!, 5, 105)[3], 0);
    renderer.dispose();
  });
  it("draws the selected rows alone, with a rim", () => {
    const renderer = new CanvasRenderer();
    const [, selected] = renderer.layers;
    renderer.drawSelected(scene(), Uint32Array.of(1));
    assert.deepEqual(pixel(selected!, 55, 55), [0, 0, 200, 255]);
    assert.isAbove(pixel(selected!, 55, 51)[3]!, 0);
    assert.equal(pixel(selected!, 5, 105)[3], 0);
    renderer.drawSelected(scene(), new Uint32Array());
    assert.equal(pixel(selected!, 55, 55)[3], 0);
    renderer.dispose();
  });
  it("lets what is under a mark shine through it", () => {
    const two = cloudOf({ x: [0, 0], y: [0, 0], category: [0, 1], categories: ["a", "b"] });
    const renderer = new CanvasRenderer();
    renderer.drawPoints({ ...scene({ opacity: 0.5 }), points: two.points });
    const [red, , blue, alpha] = pixel(renderer.layers[0]!, 55, 55);
    assert.closeTo(alpha!, 191, 3);
    assert.closeTo(red! / blue!, 0.5, 0.05, "the last point is on top");
    renderer.dispose();
  });
});

describe("the painter", () => {
  function recorder() {
    const done: string[] = [];
    const renderer: Renderer = {
      layers: [],
      drawPoints: () => done.push("points"),
      drawSelected: () => done.push("selected"),
      preview: () => done.push("preview"),
      dispose: () => done.push("dispose"),
    };
    return { done, painter: new Painter(renderer, (work) => work()) };
  }
  it("never draws all points for a selection that changes, nor for nothing", () => {
    const { done, painter } = recorder();
    const one = scene();
    const none = new Uint32Array();
    painter.paint(one, none);
    painter.paint({ ...one }, none);
    painter.paint({ ...one }, Uint32Array.of(1));
    assert.deepEqual(done, ["points", "selected", "preview", "preview", "selected"]);
  });
  it("draws again for another view, size or set of hidden groups", () => {
    const { done, painter } = recorder();
    const none = new Uint32Array();
    const one = scene();
    const { look } = one;
    painter.paint(one, none);
    painter.paint({ ...one, view: zoomed(HOME, 2) }, none);
    painter.paint({ ...one, look: { ...look, hidden: new Set([1]) } }, none);
    painter.paint({ ...one, look: { ...look, size: 3 } }, none);
    assert.equal(done.filter((each) => each === "points").length, 4);
  });
});

describe("marks", () => {
  it("differ in colour or shape for the first 64 groups, and in both for the first 8", () => {
    const looks = Array.from({ length: 64 }, (_, group) => lookOf(group));
    assert.equal(new Set(looks.map(({ color, shape }) => `${color} ${shape}`)).size, 64);
    assert.equal(new Set(looks.slice(0, 8).map(({ shape }) => shape)).size, 8);
    assert.equal(new Set(shapes).size, 8);
  });
});
