import { assert, expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "inlay/kit/testing";
import { WidgetNameElement } from "./element.ts";

describe("widget-name", () => {
  let shown: TestHost<WidgetNameElement>;
  const find = (selector: string) => shown.element.renderRoot.querySelector<HTMLElement>(selector)!;
  const show = async (options: HostOptions) => {
    shown = await host(WidgetNameElement, options);
  };
  const press = async (key: string) => {
    find(".number").focus();
    await sendKeys({ press: key });
    await shown.settled();
  };
  afterEach(() => shown.dispose());

  it("goes up and down by its step with the buttons", async () => {
    await show({ traits: { value: 0.2, step: 0.1 } });
    find("button:last-of-type").click();
    find("button").click();
    find("button").click();
    await shown.settled();
    assert.deepEqual(shown.sent.at(-1), { value: 0.1 });
  });

  it("moves with the keys, and stays within its limits", async () => {
    await show({ traits: { value: 3, min: 0, max: 12 } });
    await press("ArrowUp");
    assert.equal(shown.element.value, 4);
    await press("PageUp");
    assert.equal(shown.element.value, 12);
    await press("Home");
    assert.equal(shown.element.value, 0);
    await press("ArrowLeft");
    assert.equal(shown.element.value, 0);
    assert.equal(find("button").ariaDisabled, "true");
  });

  it("shows what the kernel sets, and sends nothing back", async () => {
    await show({ traits: { value: 3 } });
    await shown.receive({ value: 7, label: "Cups" });
    assert.equal(find(".number").textContent, "7");
    assert.equal(find(".number").ariaLabel, "Cups");
    assert.deepEqual(shown.sent, []);
  });

  it("shows its label as text", async () => {
    await show({ traits: { label: "<b>bold</b>" } });
    assert.equal(find(".label").textContent, "<b>bold</b>");
  });

  for (const scheme of ["light", "dark"] as const) {
    it(`is accessible in ${scheme} mode`, async () => {
      await show({ traits: { value: 0 }, scheme });
      await expect(shown.el).to.be.accessible();
    });
  }
});
