import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { type HostOptions, host, type TestHost } from "../kit/testing/index.ts";
import { ScatterSelectElement } from "./element.ts";

export type It = TestHost<ScatterSelectElement>;

/** A square of nine: row 0 at the bottom left, row 2 at the bottom right, row 6 at the top left. */
export const nine = {
  x: Float64Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
  y: Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2),
  category: Uint16Array.of(0, 0, 0, 1, 1, 1, 0, 0, 0),
  categories: ["even", "odd"],
  labels: ["a", "b", "c", "d", "e", "f", "g", "h", "i"],
  x_label: "Width",
  y_label: "Depth",
};

let shown: It | undefined;

export async function show(
  traits: Record<string, unknown> = nine,
  options: Omit<HostOptions, "traits"> = {},
): Promise<It> {
  shown = await host(ScatterSelectElement, { width: 640, ...options, traits });
  return shown;
}

export const plotOf = (it: It) => it.element.shadowRoot!.querySelector<HTMLElement>(".plot")!;
export const find = (it: It, selector: string) => it.element.shadowRoot!.querySelector<HTMLElement>(selector)!;
export const textOf = (it: It, selector: string) => find(it, selector)?.textContent?.replace(/\s+/g, " ").trim();
export const said = (it: It) =>
  [...it.element.shadowRoot!.querySelectorAll("[role=status]")].map((each) => each.textContent).join("");
export const selected = (it: It) => [...it.element.selected];
export const sent = (it: It) => it.sent.map((patch) => [...(patch.selected as Uint32Array)]);
export const button = (it: It, name: string) =>
  [...it.element.shadowRoot!.querySelectorAll("button")].find((each) =>
    (each.ariaLabel ?? each.textContent)!.includes(name),
  )!;

/** A whole pixel of the page, by the place of a row or shares of the plot. */
export function at(it: It, where: number | readonly [left: number, top: number]): [number, number] {
  const { left, top, width, height } = plotOf(it).getBoundingClientRect();
  const { x, y } =
    typeof where === "number" ? it.element.plot.placeOf(where) : { x: where[0] * width, y: where[1] * height };
  return [Math.round(left + x), Math.round(top + y)];
}

export async function click(it: It, where: Parameters<typeof at>[1], ...modifiers: string[]) {
  for (const key of modifiers) await sendKeys({ down: key });
  await sendMouse({ type: "click", position: at(it, where) });
  for (const key of modifiers) await sendKeys({ up: key });
  await it.settled();
}

export async function drag(
  it: It,
  path: readonly Parameters<typeof at>[1][],
  { held = [] as string[], up = true } = {},
) {
  for (const key of held) await sendKeys({ down: key });
  await sendMouse({ type: "move", position: at(it, path[0]!) });
  await sendMouse({ type: "down" });
  for (const where of path.slice(1)) await sendMouse({ type: "move", position: at(it, where) });
  if (up) await sendMouse({ type: "up" });
  for (const key of held) await sendKeys({ up: key });
  await it.settled();
}

/** Presses keys one after the other; "Control+z" is one with another held. */
export async function press(it: It, ...keys: string[]) {
  for (const key of keys) {
    const held = key.length > 1 ? key.split("+").slice(0, -1) : [];
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: held.length > 0 ? key.split("+").at(-1)! : key });
    for (const each of held.toReversed()) await sendKeys({ up: each });
    await it.settled();
  }
}

/** Around the lower two rows of points: 0 to 5. */
export const LOWER = [
  [0.01, 0.35],
  [0.99, 0.35],
  [0.99, 0.99],
  [0.01, 0.99],
] as const;
/** Around the left two columns: 0, 1, 3, 4, 6, 7. */
export const LEFT = [
  [0.01, 0.01],
  [0.65, 0.01],
  [0.65, 0.99],
  [0.01, 0.99],
] as const;

/** Takes the widget away after a test. */
export async function cleanUp(): Promise<void> {
  await resetMouse();
  shown?.dispose();
  shown = undefined;
}
