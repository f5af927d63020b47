import { assert } from "@open-wc/testing";
import { html } from "lit";
import { widgetElement } from "./element.ts";
import { host } from "./testing/index.ts";
import { data, defineTraits, t, value } from "./traits.ts";

const traits = defineTraits({
  value: value(t.int(), "How often.", { send: "live" }),
  label: data(t.string(), "What is counted."),
});

class CounterElement extends widgetElement(traits) {
  override render() {
    return html`<button @click=${() => this.send({ value: this.value + 1 })}>${this.label} ${this.value}</button>`;
  }
}

describe("a widget", () => {
  it("shows its traits and sends what a person sets", async () => {
    const it = await host(CounterElement, { traits: { value: 3, label: "Clicks" } });
    const button = it.element.shadowRoot!.querySelector("button")!;
    assert.equal(button.textContent, "Clicks 3");
    button.click();
    await it.settled();
    assert.equal(button.textContent, "Clicks 4");
    assert.deepEqual(it.sent, [{ value: 4 }]);
    assert.equal(it.model.get("_front"), "mounted");
    it.dispose();
  });
});
