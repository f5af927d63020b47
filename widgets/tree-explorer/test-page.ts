import { sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions } from "../kit/testing/index.ts";
import { TreeExplorerElement } from "./element.ts";

export const SHOP = {
  id: 7,
  customer: { name: "Ana", tags: ["new", "mail"] },
  items: [
    { title: "Lamp", price: 39.5 },
    { title: "Shelf", price: 129 },
  ],
};

/** An explorer in a page, and what a person would see and do. */
export async function show(traits: HostOptions["traits"], options?: HostOptions) {
  const it = await host(TreeExplorerElement, { width: 600, ...options, traits: { data: SHOP, ...traits } });
  const find = <E extends HTMLElement = HTMLElement>(selector: string): E =>
    it.element.shadowRoot!.querySelector<E>(selector)!;
  const rows = (): HTMLElement[] =>
    [...it.element.shadowRoot!.querySelectorAll<HTMLElement>("[role=treeitem]")].toSorted(
      (one, other) => Number(one.id.slice(4)) - Number(other.id.slice(4)),
    );
  const texts = (): string[] => rows().map((row) => row.innerText.replace(/\s+/g, " ").trim());
  const row = (text: string): HTMLElement => rows().find((each) => each.innerText.trim().startsWith(text))!;
  const tree = (): HTMLElement => find("[role=tree]");
  await it.settled();
  return {
    ...it,
    it,
    find,
    rows,
    texts,
    row,
    tree,
    get sent() {
      return it.sent;
    },
    /** The row that the tree points to. */
    current: (): string => {
      const id = tree().getAttribute("aria-activedescendant")!;
      return it.element.shadowRoot!.getElementById(id)!.innerText.replace(/\s+/g, " ").trim();
    },
    /** What is said below the rows. */
    note: (): string => find("#note").textContent!,
    path: (): string => find(".path").textContent!,
    /** Presses keys where the focus is; `Control+z` holds Control. */
    press: async (...keys: string[]) => {
      for (const key of keys) {
        const held = key.split("+").slice(0, -1);
        for (const down of held) await sendKeys({ down });
        await sendKeys({ press: key.split("+").at(-1)! });
        for (const up of held.toReversed()) await sendKeys({ up });
        await it.settled();
      }
    },
    type: async (text: string) => {
      await sendKeys({ type: text });
      await it.settled();
    },
    search: async (text: string) => {
      find<HTMLInputElement>("[type=search]").focus();
      await sendKeys({ type: text });
      await it.settled();
    },
    click: async (target: Element | null, times = 1) => {
      target!.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      if (times > 1) target!.dispatchEvent(new MouseEvent("dblclick", { bubbles: true, composed: true }));
      await it.settled();
    },
    button: (name: string): HTMLElement => find(`button[aria-label="${name}"]`),
  };
}

export type Explorer = Awaited<ReturnType<typeof show>>;
