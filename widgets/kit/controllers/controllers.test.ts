import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { widgetElement } from "../element.ts";
import { css, html } from "../lit.ts";
import { host } from "../testing/index.ts";
import { defineTraits, t, value } from "../traits.ts";
import { AnnounceController } from "./announce.ts";
import { type Drag, DragController } from "./drag.ts";
import { KeysController } from "./keys.ts";
import { ResizeController } from "./resize.ts";
import { RovingController } from "./roving.ts";

const traits = defineTraits({
  value: value(t.float(), "Where the hand let go."),
  moving: value(t.float(), "Follows the hand.", { send: "live" }),
});

class BoardElement extends widgetElement(traits) {
  static override styles = css`
    .pad {
      width: 200px;
      height: 100px;
      touch-action: none;
    }
  `;
  readonly log: string[] = [];
  readonly drags: Drag[] = [];
  refuse = false;
  readonly drag = new DragController(this, {
    start: (drag) => {
      this.drags.push(drag);
      return !this.refuse;
    },
    move: (drag) => {
      this.drags.push(drag);
      this.send({ value: drag.x, moving: drag.x });
    },
    end: (_, { committed }) => void this.log.push(committed ? "committed" : "cancelled"),
  });
  readonly size = new ResizeController(this);
  readonly announce = new AnnounceController(this);
  readonly roving = new RovingController(this, {
    items: "li",
    wrap: true,
    moved: (_, index) => void this.log.push(`moved ${index}`),
  });
  readonly keys = new KeysController(this, {
    "Mod+z": () => void this.log.push("undo"),
    "Mod+Shift+z": () => void this.log.push("redo"),
    "Shift+ArrowUp": () => void this.log.push("up"),
    x: () => void this.log.push("x"),
    y: () => false,
  });

  override render() {
    return html`<div class="pad" @pointerdown=${this.drag.down}></div>
      <ul>
        <li>a</li>
        <li aria-disabled="true">b</li>
        <li>c</li>
        <li>d</li>
      </ul>
      <input />`;
  }
}

async function board() {
  const it = await host(BoardElement, { width: 400 });
  const find = (selector: string) => it.element.shadowRoot!.querySelector<HTMLElement>(selector)!;
  const { left, top } = find(".pad").getBoundingClientRect();
  const point = (x: number, y: number): [number, number] => [Math.round(left + x), Math.round(top + y)];
  const moveTo = (x: number, y: number) => sendMouse({ type: "move", position: point(x, y) });
  const items = [...it.element.shadowRoot!.querySelectorAll("li")];
  const focusedItem = () => items.indexOf(it.element.shadowRoot!.activeElement as HTMLLIElement);
  return { it, find, moveTo, items, focusedItem };
}

describe("a drag", () => {
  afterEach(() => resetMouse());

  it("is told in pixels of its target, goes on outside of it, and commits at release", async () => {
    const { it, moveTo } = await board();
    await moveTo(10, 20);
    await sendMouse({ type: "down" });
    await moveTo(300, 150);
    await sendMouse({ type: "up" });
    const { element } = it;
    const last = element.drags.at(-1)!;
    assert.closeTo(last.x, 300, 1);
    assert.closeTo(last.dx, 290, 1);
    assert.closeTo(last.dy, 130, 1);
    assert.equal(last.width, 200);
    assert.isAbove(last.points.length, 0);
    assert.deepEqual(element.log, ["committed"]);
    assert.isFalse(element.drag.active);
    assert.equal(it.model.get("value"), last.x);
    it.dispose();
  });

  it("is taken back by Escape, which goes no further, and leaves the kernel as it was", async () => {
    const { it, moveTo } = await board();
    let leaked = false;
    const note = () => (leaked = true);
    document.addEventListener("keydown", note);
    await moveTo(10, 20);
    await sendMouse({ type: "down" });
    await moveTo(50, 20);
    await it.receive({ value: 3 });
    assert.closeTo(it.element.value, 50, 1, "what arrives does not tear the drag out of the hand");
    await sendKeys({ press: "Escape" });
    document.removeEventListener("keydown", note);
    assert.deepEqual(it.element.log, ["cancelled"]);
    assert.isFalse(leaked);
    assert.equal(it.element.value, 3);
    assert.equal(it.element.moving, 0);
    await sendMouse({ type: "up" });
    await it.settled();
    assert.equal(it.model.get("moving"), 0);
    it.dispose();
  });

  it("is cancelled when the browser takes the pointer, and when the widget is removed", async () => {
    for (const way of ["pointercancel", "lostpointercapture", "removal"]) {
      const { it, find, moveTo } = await board();
      await moveTo(10, 20);
      await sendMouse({ type: "down" });
      await moveTo(50, 20);
      const { element } = it;
      const pointerId = element.drags[0]!.event.pointerId;
      if (way === "removal") it.remove();
      else find(".pad").dispatchEvent(new PointerEvent(way, { pointerId }));
      assert.deepEqual(element.log, ["cancelled"], way);
      await sendMouse({ type: "up" });
      it.dispose();
    }
  });

  it("leaves other buttons and second fingers alone, and can be refused", async () => {
    const { it, find, moveTo } = await board();
    await moveTo(10, 20);
    await sendMouse({ type: "down", button: "right" });
    await sendMouse({ type: "up", button: "right" });
    find(".pad").dispatchEvent(new PointerEvent("pointerdown", { isPrimary: false }));
    assert.lengthOf(it.element.drags, 0);
    it.element.refuse = true;
    await sendMouse({ type: "down" });
    assert.isFalse(it.element.drag.active);
    await sendMouse({ type: "up" });
    it.dispose();
  });
});

describe("roving focus", () => {
  it("goes on from an item that was put off while it had the focus", async () => {
    const { it, items, focusedItem } = await board();
    items[2]!.focus();
    items[2]!.ariaDisabled = "true";
    it.element.requestUpdate();
    await it.settled();
    assert.equal(items[2]!.tabIndex, 0);
    await sendKeys({ press: "ArrowDown" });
    assert.equal(focusedItem(), 3);
    await sendKeys({ press: "ArrowUp" });
    assert.equal(focusedItem(), 0);
    it.dispose();
  });

  it("has one tab stop, skips what is disabled, wraps, and knows Home and End", async () => {
    const { it, items, focusedItem } = await board();
    assert.deepEqual(
      items.map((item) => item.tabIndex),
      [0, -1, -1, -1],
    );
    items[0]!.focus();
    await sendKeys({ press: "ArrowDown" });
    assert.equal(focusedItem(), 2);
    await sendKeys({ press: "End" });
    assert.equal(focusedItem(), 3);
    await sendKeys({ press: "ArrowRight" });
    assert.equal(focusedItem(), 0);
    await sendKeys({ press: "ArrowUp" });
    assert.equal(focusedItem(), 3);
    await sendKeys({ press: "Home" });
    assert.equal(focusedItem(), 0);
    await sendKeys({ press: "End" });
    assert.deepEqual(
      items.map((item) => item.tabIndex),
      [-1, -1, -1, 0],
    );
    it.dispose();
  });

  it("follows the writing direction", async () => {
    const { it, items, focusedItem } = await board();
    it.element.dir = "rtl";
    items[0]!.focus();
    await sendKeys({ press: "ArrowLeft" });
    assert.equal(focusedItem(), 2);
    it.dispose();
  });
});

describe("keys", () => {
  it("run what they are named for and go no further; others pass", async () => {
    const { it, items } = await board();
    const leaked: string[] = [];
    const note = (event: KeyboardEvent) => leaked.push(event.key);
    document.addEventListener("keydown", note);
    items[0]!.focus();
    await sendKeys({ press: "x" });
    await sendKeys({ down: "Control" });
    await sendKeys({ press: "z" });
    await sendKeys({ press: "s" });
    await sendKeys({ down: "Shift" });
    await sendKeys({ press: "Z" });
    await sendKeys({ up: "Control" });
    await sendKeys({ press: "ArrowUp" });
    await sendKeys({ up: "Shift" });
    document.removeEventListener("keydown", note);
    assert.deepEqual(it.element.log, ["x", "undo", "redo", "up"]);
    assert.deepEqual(
      leaked.filter((key) => key.length === 1),
      ["s"],
    );
    it.dispose();
  });

  it("leave typing alone", async () => {
    const { it, find } = await board();
    find("input").focus();
    await sendKeys({ type: "xyz" });
    assert.deepEqual(it.element.log, []);
    assert.equal((find("input") as HTMLInputElement).value, "xyz");
    it.dispose();
  });
});

describe("the others", () => {
  it("know the size, and every new one", async () => {
    const { it } = await board();
    assert.equal(it.element.size.width, 400);
    it.element.style.width = "250px";
    await it.settled();
    await it.settled();
    assert.equal(it.element.size.width, 250);
    it.dispose();
  });

  it("say things politely, the same thing twice too", async () => {
    const { it, find } = await board();
    it.element.announce.say("Moved.");
    const region = find("[role=status]");
    assert.equal(region.textContent, "Moved.");
    it.element.announce.say("Moved.");
    assert.notEqual(region.textContent, "Moved.");
    assert.isAtMost(region.getBoundingClientRect().width, 1);
    it.dispose();
  });
});
