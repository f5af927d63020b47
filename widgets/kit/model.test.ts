import { assert } from "@open-wc/testing";
import { html } from "./lit.ts";
import { widgetElement } from "./element.ts";
import { host, type Mode } from "./testing/index.ts";
import { data, defineTraits, option, t, value } from "./traits.ts";

const traits = defineTraits({
  moving: value(t.float(), "Follows the hand.", { send: "live" }),
  value: value(t.float(), "Where the hand let go."),
  picked: value(t.array("uint32"), "Rows.", { send: "live" }),
  since: value(t.nullable(t.datetime()), "A moment."),
  points: data(t.array("float64", [null, 2]), "Pairs."),
  mode: option(t.enum("a", "b"), "One of two."),
});

class HandElement extends widgetElement(traits) {
  renders = 0;
  override render() {
    this.renders++;
    return html`<output>${this.moving} ${this.value} ${this.mode} ${this.points.length}</output>`;
  }
}

const frame = () => new Promise(requestAnimationFrame);
const show = (options: Parameters<typeof host>[1] = {}) => host(HandElement, options);

/** Runs work in a page that says it is hidden, where no animation frame comes. */
async function hidden(work: () => void | Promise<void>): Promise<void> {
  const real = window.requestAnimationFrame;
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  window.requestAnimationFrame = () => 1;
  try {
    await work();
  } finally {
    window.requestAnimationFrame = real;
    Reflect.deleteProperty(document, "hidden");
  }
}

describe("reading traits", () => {
  it("gives typed arrays of buffers at any offset, dates of texts, and the rest as it is", async () => {
    const when = new Date("2026-05-01T10:00:00Z");
    const it = await show({ traits: { points: new Float64Array([1, 2, 3, NaN]), since: when, mode: "b" } });
    assert.deepEqual(it.element.points, new Float64Array([1, 2, 3, NaN]));
    assert.deepEqual(it.element.since, when);
    assert.equal(it.element.mode, "b");
    it.dispose();
  });

  it("shows the default of a trait that is wrong, says why, and forgets it once it is right", async () => {
    const it = await show({ traits: { mode: "c", points: new Float64Array(3), value: undefined } });
    assert.equal(it.element.mode, "a");
    assert.lengthOf(it.element.points, 0);
    assert.equal(it.element.value, 0);
    assert.sameMembers([...it.element.problems.keys()], ["mode", "points", "value"]);
    assert.match(it.element.problems.get("mode")!, /found "c", expected .*"a","b"/);
    await it.receive({ mode: "b" });
    assert.equal(it.element.mode, "b");
    assert.isFalse(it.element.problems.has("mode"));
    it.dispose();
  });

  for (const mode of ["edit", "jupyter", "broken"] satisfies Mode[]) {
    it(`follows the kernel, whatever a change event carries (${mode})`, async () => {
      const it = await show({ mode });
      await it.receive({ value: 2, mode: "b" });
      assert.equal(it.element.shadowRoot!.textContent?.trim(), "0 2 b 0");
      assert.deepEqual(it.sent, []);
      it.dispose();
    });
  }

  it("keeps both views of a model in step", async () => {
    const it = await show();
    const second = await it.view();
    it.element.send({ value: 5 });
    await it.settled();
    assert.equal(second.element.value, 5);
    assert.deepEqual(it.sent, [{ value: 5 }]);
    it.dispose();
  });

  it("reads what changed while it was out of the page", async () => {
    const it = await show();
    const { parentElement } = it.el;
    it.el.remove();
    it.model.receive({ value: 8 });
    assert.equal(it.element.value, 0);
    parentElement!.append(it.el);
    assert.equal(it.element.value, 8);
    it.dispose();
  });
});

describe("sending", () => {
  it("sets the property at once, and sends a settle trait at once", async () => {
    const it = await show();
    it.element.send({ value: 1 });
    assert.equal(it.element.value, 1);
    assert.deepEqual(it.sent, [{ value: 1 }]);
    it.dispose();
  });

  it("sends a live trait once a frame, the latest value of all", async () => {
    const it = await show();
    await frame();
    for (let n = 1; n <= 50; n++) it.element.send({ moving: n });
    assert.deepEqual(it.sent, [{ moving: 1 }]);
    await frame();
    assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 50 }]);
    await frame();
    await frame();
    assert.lengthOf(it.sent, 2);
    it.dispose();
  });

  it("sends several traits in one message, and what waits before what follows", async () => {
    const it = await show();
    it.element.send({ moving: 1 });
    it.element.send({ moving: 2 });
    it.element.send({ value: 3, since: new Date(0) });
    assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 2, value: 3, since: new Date(0) }]);
    it.dispose();
  });

  it("sends the last value when the view is removed before the frame", async () => {
    const it = await show();
    it.element.send({ moving: 1 });
    it.element.send({ moving: 2 });
    it.remove();
    assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 2 }]);
    it.dispose();
  });

  it("sends the last value when the page hides before the frame, and at once while it is hidden", async () => {
    const it = await show();
    it.element.send({ moving: 1 });
    it.element.send({ moving: 2 });
    await hidden(() => {
      document.dispatchEvent(new Event("visibilitychange"));
      assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 2 }]);
      it.element.send({ moving: 3 });
      it.element.send({ moving: 4 });
      assert.deepEqual(it.sent.at(-1), { moving: 4 });
    });
    await frame();
    it.element.send({ moving: 5 });
    await frame();
    assert.deepEqual(it.sent.at(-1), { moving: 5 });
    it.dispose();
  });

  it("sends arrays as binary of their own, that later writes do not reach", async () => {
    const it = await show();
    const picked = new Uint32Array([7, 8, 9]).subarray(1);
    it.element.send({ picked });
    picked[0] = 0;
    assert.instanceOf(it.model.sent.at(-1)!.picked, DataView);
    assert.deepEqual(it.sent.at(-1), { picked: new Uint32Array([8, 9]) });
    it.dispose();
  });

  it("refuses what does not fit, and traits that are not the person's", async () => {
    const it = await show();
    assert.throws(() => it.element.send({ value: NaN }), /found null, expected .*float|found NaN/);
    assert.throws(() => it.element.send({ mode: "b" } as never), /"mode" is not a value trait/);
    assert.throws(() => Object.assign(it.element, { value: 1 }), TypeError);
    assert.deepEqual(it.sent, []);
    assert.equal(it.element.value, 0);
    it.dispose();
  });

  for (const mode of ["export", "broken"] satisfies Mode[]) {
    it(`works locally where nothing can be sent (${mode})`, async () => {
      const it = await show({ mode });
      it.element.send({ value: 4, moving: 2 });
      await it.settled();
      assert.equal(it.element.value, 4);
      assert.equal(it.model.get("value"), 4);
      assert.deepEqual(it.sent, []);
      assert.isUndefined(it.error);
      it.dispose();
    });
  }

  it("draws nothing again for an echo of what it has sent", async () => {
    const it = await show({ mode: "jupyter" });
    it.element.send({ picked: new Uint32Array([1]) });
    await it.settled();
    const { renders } = it.element;
    await it.settled();
    assert.equal(it.element.renders, renders);
    assert.lengthOf(it.sent, 1);
    it.dispose();
  });
});

describe("holding", () => {
  it("keeps what arrives out of the hand, and sends what the hand let go", async () => {
    const it = await show();
    it.element.hold();
    it.element.send({ moving: 1, value: 1 });
    await it.receive({ moving: 9, value: 9, mode: "b" });
    assert.equal(it.element.moving, 1);
    assert.equal(it.element.mode, "b", "only value traits are held");
    it.element.release({ committed: true });
    await frame();
    assert.deepEqual(Object.assign({}, ...it.sent), { moving: 1, value: 1 });
    assert.equal(it.model.get("value"), 1);
    assert.equal(it.model.get("moving"), 1);
    it.dispose();
  });

  it("sends a settle trait at release only, and a live one all along", async () => {
    const it = await show();
    it.element.hold();
    it.element.send({ moving: 1, value: 1 });
    assert.deepEqual(it.sent, [{ moving: 1 }]);
    it.element.send({ value: 2 });
    it.element.release({ committed: true });
    assert.deepEqual(it.sent, [{ moving: 1 }, { value: 2 }]);
    it.dispose();
  });

  it("takes a cancelled drag back, for the kernel too where it had heard of it", async () => {
    const it = await show({ traits: { moving: 5, value: 5 } });
    it.element.hold();
    it.element.send({ moving: 1, value: 1 });
    it.element.release({ committed: false });
    await frame();
    assert.equal(it.element.value, 5);
    assert.equal(it.element.moving, 5);
    assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 5 }]);
    it.dispose();
  });

  it("takes what arrived meanwhile where the drag is cancelled or nothing was set", async () => {
    for (const committed of [true, false]) {
      const it = await show();
      it.element.hold();
      await it.receive({ value: 7 });
      it.element.release({ committed });
      assert.equal(it.element.value, 7);
      assert.deepEqual(it.sent, []);
      it.dispose();
    }
  });

  it("drops an unfinished settle, and keeps the last live value, when the view is removed in the middle", async () => {
    const it = await show();
    it.element.hold();
    it.element.send({ moving: 1, value: 1 });
    it.element.send({ moving: 2, value: 2 });
    it.remove();
    assert.deepEqual(it.sent, [{ moving: 1 }, { moving: 2 }]);
    it.dispose();
  });
});
