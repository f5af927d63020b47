import { executeServerCommand, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { LabelerElement } from "./element.ts";

/** A labeler in a test page. */
export type It = TestHost<LabelerElement>;
type Shown = { readonly element: LabelerElement };

export const items = ["one", "two", "three", "four"];
export const labels = ["spam", "ham"];

let open: It | undefined;

/** Shows a labeler of four items and two labels. */
export async function show(traits: HostOptions["traits"] = {}, options: HostOptions = {}): Promise<It> {
  open = await host(LabelerElement, { ...options, traits: { items, labels, ...traits } });
  return open;
}

/** Takes away what the test has shown. */
export function clean(): void {
  open?.dispose();
  open = undefined;
}

/** As a page that was loaded again: it has what the kernel holds, and nothing else. */
export async function reload(it: It): Promise<It> {
  const kept = Object.assign({}, ...it.sent) as Record<string, unknown>;
  clean();
  return show(kept);
}

export const all = (it: Shown, selector: string) => [...it.element.renderRoot.querySelectorAll<HTMLElement>(selector)];

export const one = (it: Shown, selector: string) => found(all(it, selector)[0], selector);

/** The first button by what it is called. */
export const button = (it: Shown, text: string) =>
  found(
    all(it, "button").find((each) => new RegExp(text).test(each.ariaLabel ?? each.textContent ?? "")),
    text,
  );

export const labelButton = (it: Shown, label: string) =>
  found(
    all(it, "[aria-label=Labels] button").find((each) => each.querySelector("span")?.textContent === label),
    label,
  );

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}

export const words = (node: HTMLElement) => node.innerText.replace(/\s+/g, " ").trim();

/** The text of the item, or of the summary. */
export const shown = (it: Shown) => words(one(it, ".stage"));
export const said = (it: Shown) => one(it, "[role=status]").textContent ?? "";
export const decisions = (it: Shown) => [...it.element.decisions];
export const comment = (it: Shown) => one(it, "textarea") as HTMLTextAreaElement;
export const focused = (it: Shown) => it.element.renderRoot.activeElement;

/** Real keys, on what has the focus; on the item where nothing has it. */
export async function press(it: It, ...keys: string[]): Promise<void> {
  if (!focused(it)) one(it, ".stage").focus();
  for (const key of keys) {
    await sendKeys({ press: key });
    await it.settled();
  }
}

/** A real click by the mouse. */
export async function click(it: It, target: HTMLElement): Promise<void> {
  const { x, y } = middle(target);
  await sendMouse({ type: "click", position: [Math.round(x), Math.round(y)] });
  await it.settled();
}

/** A real finger. */
export async function tap(it: It, target: HTMLElement): Promise<void> {
  await executeServerCommand("inlay:touch", [middle(target)]);
  await it.settled();
}

function middle(target: HTMLElement): { x: number; y: number } {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
