import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { widgetElement } from "../element.ts";
import { html } from "../lit.ts";
import { host } from "../testing/index.ts";
import { defineTraits, t, value } from "../traits.ts";
import { place, PopoverController, popovers } from "./popover.ts";

const WINDOW = { width: 1000, height: 600 };
const PANEL = { width: 200, height: 300 };
const at = (left: number, top: number) => ({ left, right: left + 100, top, bottom: top + 30 });

describe("the place of a panel", () => {
  it("is below its anchor, from where that begins", () => {
    assert.deepEqual(place(at(50, 100), PANEL, WINDOW), { left: 50, above: false, room: 458 });
    assert.equal(place(at(500, 100), PANEL, WINDOW, { rtl: true }).left, 400);
  });

  it("is above where it does not fit below and there is more room", () => {
    assert.deepEqual(place(at(50, 400), PANEL, WINDOW), { left: 50, above: true, room: 388 });
    assert.isFalse(place(at(50, 280), { width: 200, height: 500 }, WINDOW).above, "as little room above");
  });

  it("stays on its side as long as it fits there", () => {
    assert.isTrue(place(at(50, 320), { width: 200, height: 100 }, WINDOW, { above: true }).above);
    assert.isFalse(place(at(50, 50), { width: 200, height: 100 }, WINDOW, { above: true }).above);
  });

  it("is kept within the window", () => {
    assert.equal(place(at(950, 100), PANEL, WINDOW).left, 792);
    assert.equal(place(at(-50, 100), PANEL, WINDOW).left, 8);
    assert.equal(place(at(50, 100), { width: 2000, height: 10 }, WINDOW).left, 8);
  });
});

const traits = defineTraits({ value: value(t.int(), "Nothing.") });

class MenuElement extends widgetElement(traits) {
  static override styles = popovers;
  readonly log: boolean[] = [];
  readonly menu = new PopoverController(this, {
    anchor: ".open",
    panel: ".menu",
    height: 200,
    changed: (open) => this.log.push(open),
  });
  rows = 3;

  override render() {
    return html`<button class="open" aria-expanded=${this.menu.open} @click=${() => this.menu.toggle()}>Open</button>
      <div class="menu" popover="manual">
        ${Array.from({ length: this.rows }, (_, row) => html`<button style="height:30px">${row}</button>`)}
      </div>
      <button class="other">Other</button>`;
  }
}

async function menu() {
  const it = await host(MenuElement, { width: 400 });
  const find = (selector: string) => it.element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  const isShown = () => find(".menu").matches(":popover-open");
  const frame = () => new Promise(requestAnimationFrame);
  const click = async (selector: string) => {
    const { left, top } = find(selector).getBoundingClientRect();
    await sendMouse({ type: "click", position: [Math.round(left + 5), Math.round(top + 5)] });
    await it.settled();
  };
  return { it, find, isShown, frame, click };
}

describe("a popover", () => {
  afterEach(() => resetMouse());

  it("opens below its anchor in the top layer, where no output area clips it", async () => {
    const { it, find, isShown, click } = await menu();
    it.el.style.cssText = "overflow:hidden;height:30px;transform:translateX(20px)";
    await click(".open");
    assert.isTrue(isShown());
    assert.equal(find(".open").ariaExpanded, "true");
    const [anchor, panel] = [find(".open").getBoundingClientRect(), find(".menu").getBoundingClientRect()];
    assert.closeTo(panel.left, anchor.left, 1);
    assert.closeTo(panel.top, anchor.bottom + 4, 1);
    const [x, y] = [panel.left + 10, panel.bottom - 10];
    assert.isTrue(find(".menu").contains(it.element.shadowRoot!.elementFromPoint(x, y)));
    it.dispose();
  });

  it("follows its anchor, and turns over where there is no room below", async () => {
    const { it, find, frame } = await menu();
    it.element.menu.show();
    it.el.style.cssText = "position:fixed;left:40px;top:100px";
    await frame();
    await frame();
    assert.closeTo(find(".menu").getBoundingClientRect().left, find(".open").getBoundingClientRect().left, 1);
    it.el.style.cssText = `position:fixed;left:40px;top:${innerHeight - 60}px`;
    await frame();
    await frame();
    assert.closeTo(find(".menu").getBoundingClientRect().bottom, find(".open").getBoundingClientRect().top - 4, 1);
    it.dispose();
  });

  it("is at most as high as told, and scrolls", async () => {
    const { it, find } = await menu();
    it.element.rows = 100;
    it.element.menu.show();
    await it.settled();
    assert.isAtMost(find(".menu").offsetHeight, 200);
    assert.isAbove(find(".menu").scrollHeight, 2000);
    it.dispose();
  });

  it("is closed by Escape, which goes no further, and gives the focus back", async () => {
    const { it, find, isShown } = await menu();
    let leaked = false;
    const note = () => (leaked = true);
    document.addEventListener("keydown", note);
    find(".open").focus();
    it.element.menu.show();
    find(".menu button").focus();
    await sendKeys({ press: "Escape" });
    document.removeEventListener("keydown", note);
    assert.isFalse(isShown());
    assert.isFalse(leaked);
    assert.equal(it.element.shadowRoot!.activeElement, find(".open"));
    assert.deepEqual(it.element.log, [true, false]);
    it.dispose();
  });

  it("is closed by a press elsewhere and left open by one in it; its anchor decides for itself", async () => {
    const { it, isShown, click } = await menu();
    await click(".open");
    await click(".menu button");
    assert.isTrue(isShown());
    await click(".open");
    assert.isFalse(isShown());
    await click(".open");
    await sendMouse({ type: "click", position: [innerWidth - 2, innerHeight - 2] });
    assert.isFalse(isShown());
    it.dispose();
  });

  it("is closed when the focus goes elsewhere", async () => {
    const { it, find, isShown } = await menu();
    find(".open").focus();
    it.element.menu.show();
    find(".menu button").focus();
    assert.isTrue(isShown());
    find(".other").focus();
    assert.isFalse(isShown());
    assert.equal(it.element.shadowRoot!.activeElement, find(".other"), "the focus is not taken back");
    it.dispose();
  });

  it("goes with its widget, and with its panel", async () => {
    const { it, find, isShown } = await menu();
    it.element.menu.show();
    find(".menu").hidePopover();
    await it.settled();
    await it.settled();
    assert.isFalse(it.element.menu.open);
    it.element.menu.show();
    assert.isTrue(isShown());
    const { element } = it;
    it.remove();
    assert.isFalse(element.menu.open);
    it.dispose();
  });
});
