import { assert } from "@open-wc/testing";
// oxlint-disable-next-line import/no-unassigned-import -- it puts itself on the window
import "axe-core/axe.min.js";
import type { AxeResults, RunOptions } from "axe-core";
import { type AnyFrontEnd, overlaid } from "./overlay.ts";

const { axe } = window as unknown as { axe: { run(context: Element, options: RunOptions): Promise<AxeResults> } };

const MESSAGE = { title: "It does not build", place: "a.ts:1:2", reason: "<b>no</b>", frame: "> 1 | <i>" };

interface Rendered {
  readonly el: HTMLElement;
  readonly end: () => void;
  readonly alert: () => Element | null;
}

async function rendered(front: AnyFrontEnd | undefined): Promise<Rendered> {
  const made = overlaid(front, MESSAGE);
  const hooks = typeof made === "function" ? await made() : made;
  const el = document.createElement("div");
  document.body.append(el);
  const end = await hooks.render?.({ el });
  const roots = () => [...el.querySelectorAll("*")].flatMap((each) => each.shadowRoot ?? []);
  return {
    el,
    end: () => end?.(),
    alert: () => roots().map((root) => root.querySelector("[role=alert]"))[0] ?? null,
  };
}

describe("the overlay of a widget under work", () => {
  let ended = 0;
  const front: AnyFrontEnd = {
    render({ el }) {
      el.append(Object.assign(document.createElement("button"), { textContent: "good" }));
      return () => void ended++;
    },
  };
  afterEach(() => document.body.replaceChildren());

  it("lays the message over the last good front end, as text", async () => {
    const { el, alert } = await rendered(front);
    assert.equal(el.querySelector("button")?.textContent, "good");
    for (const text of Object.values(MESSAGE)) assert.include(alert()?.textContent, text);
    assert.isNull(alert()?.querySelector("i, p b") ?? null);
  });
  it("is put away by its button, and the widget stays", async () => {
    const { el, alert } = await rendered(front);
    const button = alert()?.querySelector("button");
    button?.click();
    assert.equal(alert()?.getBoundingClientRect().height, 0);
    assert.isAbove(el.querySelector("button")?.getBoundingClientRect().height ?? 0, 0);
  });
  it("ends with the widget, and leaves nothing", async () => {
    const { el, end } = await rendered(front);
    const before = ended;
    end();
    assert.equal(ended, before + 1);
    assert.equal(el.childElementCount, 0);
  });
  it("takes a front end that is made by a function, one with initialize, and none", async () => {
    assert.equal((await rendered(async () => front)).el.querySelector("button")?.textContent, "good");
    let given: unknown;
    const made = overlaid({ ...(front as object), initialize: (props) => (given = props) }, MESSAGE);
    assert.isObject(made);
    (made as { initialize(props: object): void }).initialize({ model: 1 });
    assert.deepEqual(given, { model: 1 });
    assert.include((await rendered(undefined)).alert()?.textContent, MESSAGE.title);
  });
  for (const scheme of ["light", "dark"]) {
    it(`can be read by everybody, in ${scheme}`, async () => {
      document.body.className = scheme;
      document.body.style.background = scheme === "dark" ? "#181c1a" : "#fff";
      const { el } = await rendered(front);
      await new Promise(requestAnimationFrame);
      const { violations } = await axe.run(el, { rules: { region: { enabled: false } } });
      document.body.removeAttribute("class");
      document.body.removeAttribute("style");
      assert.deepEqual(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
        [],
      );
    });
  }
});
