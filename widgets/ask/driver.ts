import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import type { Json } from "../kit/traits.ts";
import { AskElement } from "./element.ts";

/** An ask in a test page. */
export type It = TestHost<AskElement>;

export const approve = { id: "ok", kind: "approve", text: "Delete 3 rows?" };
export const choose = { id: "join", kind: "choose", text: "Which join?", options: ["left", "inner"] };
export const note = { id: "note", text: "Anything else?", required: false };
export const several = [approve, choose, note];

let open: It | undefined;

/** Shows questions, in the place of what was shown before. */
export async function show(
  questions: Json,
  traits: HostOptions["traits"] = {},
  options: HostOptions = {},
): Promise<It> {
  clean();
  open = await host(AskElement, { ...options, traits: { questions, ...traits } });
  return open;
}

/** Takes away what the test has shown. */
export function clean(): void {
  open?.dispose();
  open = undefined;
}

export const all = (it: It, selector: string) => [...it.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
export const one = (it: It, selector: string) => {
  const found = all(it, selector)[0];
  assert.isDefined(found, `there is no ${selector}`);
  return found!;
};
export const names = (it: It) => all(it, "button").map((each) => each.textContent!.trim());
export const click = async (it: It, text: string, init: MouseEventInit = { detail: 1 }) => {
  const button = all(it, "button").find((each) => each.textContent!.trim() === text);
  assert.isDefined(button, `there is no button ${text}, only ${names(it).join(", ")}`);
  button!.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, ...init }));
  await it.settled();
};
export const press = async (it: It, ...keys: string[]) => {
  for (const key of keys) {
    const [name, mod] = key.split("+").toReversed() as [string, string?];
    if (mod) await sendKeys({ down: mod });
    await sendKeys({ press: name });
    if (mod) await sendKeys({ up: mod });
    await it.settled();
  }
};
export const write = async (it: It, text: string, selector = "input:not([type]), textarea") => {
  one(it, selector).focus();
  await sendKeys({ type: text });
  await it.settled();
};
export const tick = async (it: It, ...at: number[]) => {
  for (const k of at) {
    all(it, "[type=radio], [type=checkbox]")[k]!.click();
    await it.settled();
  }
};
export const body = (it: It) => one(it, ".body").innerText.replace(/\s+/g, " ").trim();
export const problem = (it: It) => all(it, ".problem")[0]?.textContent;
export const last = (it: It) => it.sent.at(-1);
export const ended = (it: It) => it.sent.filter((each) => "status" in each);
