import { executeServerCommand, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { SortableListElement } from "./element.ts";

/** A list in the page of a test. */
export type List = TestHost<SortableListElement>;

export const show = (traits: HostOptions["traits"], options: HostOptions = {}): Promise<List> =>
  host(SortableListElement, { ...options, traits });
export const find = <E extends HTMLElement = HTMLElement>(it: List, selector: string): E => {
  const found = it.element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`Expected an element that fits ${selector}.`);
  return found;
};
export const rows = (it: List): HTMLElement[] => [...it.element.renderRoot.querySelectorAll("li")];
export const shown = (it: List): string[] => rows(it).map((row) => row.querySelector(".text")?.textContent ?? "");
export const lists = (it: List): unknown[] => it.sent.map(({ value }) => value);
export const said = (it: List): string => find(it, "[role=status]").textContent ?? "";
export const press = async (it: List, ...keys: string[]): Promise<void> => {
  for (const chord of keys) {
    const held = chord.split("+");
    const key = held.pop() ?? "";
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: key });
    for (const each of held) await sendKeys({ up: each });
  }
  await it.settled();
};
export const middle = (element: Element): { x: number; y: number } => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
};
export const mouse = async (it: List, from: Element, to: { x: number; y: number }, drop = true): Promise<void> => {
  const { x, y } = middle(from);
  await sendMouse({ type: "move", position: [x, y] });
  await sendMouse({ type: "down" });
  await sendMouse({ type: "move", position: [x, Math.round((y + to.y) / 2)] });
  await sendMouse({ type: "move", position: [to.x, to.y] });
  if (drop) await sendMouse({ type: "up" });
  await it.settled();
};
export const type = async (it: List, selector: string, text: string): Promise<void> => {
  find(it, selector).focus();
  await sendKeys({ type: text });
};
export const paste = async (it: List, text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  find(it, ".add input").dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  await it.settled();
};

/** One real finger along points of the page. */
export const touch = (...points: { x: number; y: number }[]): Promise<unknown> =>
  executeServerCommand("inlay:touch", points);

export const ABC = { value: ["A", "B", "C"] };
