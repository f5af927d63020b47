import { assert } from "@open-wc/testing";
import { html, nothing } from "./lit.ts";
import { widgetElement } from "./element.ts";
import { mount } from "./mount.ts";
import { host, watchLeaks } from "./testing/index.ts";
import { defineTraits, option, t, value } from "./traits.ts";

const traits = defineTraits({
  value: value(t.int(), "A number."),
  fault: option(t.string(), "Where it fails."),
});

const boom = (where: string): never => {
  throw new Error(`<b>${where}</b> failed`);
};

class FaultyElement extends widgetElement(traits) {
  override connectedCallback() {
    super.connectedCallback();
    if (this.fault === "connect") boom("connect");
  }
  override render() {
    if (this.fault === "render") boom("render");
    return html`<button @click=${this.#click}>${this.value}</button>
      <a @click=${() => this.#later()}></a>${this.fault === "none" ? nothing : ""}`;
  }
  protected override updated() {
    if (this.fault === "updated") boom("updated");
  }
  #click() {
    if (this.fault === "listener") boom("listener");
    this.send({ value: this.value + 1 });
  }
  async #later() {
    await Promise.resolve();
    if (this.fault === "async listener") boom("async listener");
  }
}

class StillbornElement extends widgetElement(traits) {
  constructor() {
    super();
    boom("constructor");
  }
}

describe("mounting", () => {
  it("tells the kernel once that it has mounted, and other views tell nothing", async () => {
    const it = await host(FaultyElement);
    await it.view();
    assert.deepEqual(it.model.sent, [{ _front: "mounted" }]);
    it.dispose();
  });

  it("tells nothing that the kernel knows, and nothing to a model of an older class", async () => {
    const known = await host(FaultyElement, { traits: { _front: "mounted" } });
    assert.deepEqual(known.model.sent, []);
    known.dispose();
    const older = await host(FaultyElement, { traits: { _front: undefined } });
    assert.deepEqual(older.model.sent, []);
    older.dispose();
  });

  for (const mode of ["edit", "run", "export", "jupyter", "broken"] as const) {
    it(`shows the widget and takes it away again without a trace (${mode})`, async () => {
      (await host(FaultyElement, { mode })).dispose();
      const watch = watchLeaks();
      const it = await host(FaultyElement, { mode, traits: { value: 3 } });
      assert.include(it.element.shadowRoot!.textContent, "3");
      it.dispose();
      assert.equal(it.el.childNodes.length, 0);
      assert.deepEqual(watch.left(), []);
      watch.end();
    });
  }

  it("shows nothing where the host has given up already", () => {
    const el = document.createElement("div");
    const model = { get: () => 0, set() {}, save_changes() {}, on() {}, off() {} };
    mount(FaultyElement).render({ model, el, signal: AbortSignal.abort() });
    assert.equal(el.childNodes.length, 0);
  });

  it("registers at mount only, under a tag that is free", async () => {
    class One extends widgetElement(traits) {}
    class Two extends widgetElement(traits) {}
    const fronts = [mount(One), mount(Two), mount(One)];
    assert.throws(() => new One(), TypeError, "Illegal constructor");
    const hosts = await Promise.all(fronts.map((each) => host(each, { schema: traits })));
    const [one, two, again] = hosts.map((each) => each.element.localName);
    assert.notEqual(one, two);
    assert.equal(one, again);
    for (const each of hosts) each.dispose();
  });
});

describe("a front end that throws", () => {
  const faults: Record<string, (element: FaultyElement) => void> = {
    connect: () => {},
    render: () => {},
    updated: () => {},
    listener: (element) => element.shadowRoot!.querySelector("button")!.click(),
    "async listener": (element) => element.shadowRoot!.querySelector("a")!.click(),
  };
  for (const [fault, provoke] of Object.entries(faults)) {
    it(`is replaced by what it says as text, tells the kernel, and leaves nothing (${fault})`, async () => {
      const watch = watchLeaks();
      const seen: unknown[] = [];
      const note = (event: Event) => seen.push(event);
      window.addEventListener("unhandledrejection", note);
      const it = await host(FaultyElement, { traits: { fault } });
      if (!it.error) provoke(it.element);
      await it.settled();
      assert.equal(it.error, `This widget cannot be shown. Error: <b>${fault}</b> failed`);
      assert.isNull(it.el.querySelector("b"));
      assert.equal(it.model.get("_front"), `error: Error: <b>${fault}</b> failed`);
      await it.receive({ fault: "" });
      assert.isUndefined(it.error, "another value is a reason to try again");
      assert.equal(it.model.get("_front"), "mounted");
      it.dispose();
      window.removeEventListener("unhandledrejection", note);
      assert.deepEqual(seen, []);
      assert.deepEqual(watch.left(), []);
      watch.end();
    });
  }

  it("says so when it cannot even be made, and is mounted again when the host does", async () => {
    const it = await host(StillbornElement);
    assert.include(it.error, "constructor");
    it.dispose();
  });

  it("does not disturb another view of the same model", async () => {
    const it = await host(FaultyElement, { traits: { fault: "listener" } });
    const second = await it.view();
    second.element.shadowRoot!.querySelector("button")!.click();
    await it.settled();
    assert.isUndefined(it.error);
    assert.include(second.error, "listener");
    it.dispose();
  });
});
