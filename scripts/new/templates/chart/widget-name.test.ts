import { assert, expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "inlay/kit/testing";
import { WidgetNameElement } from "./element.ts";

describe("widget-name", () => {
  let shown: TestHost<WidgetNameElement>;
  const show = async (options: HostOptions) => {
    shown = await host(WidgetNameElement, options);
  };
  const bars = () => [...shown.element.renderRoot.querySelectorAll<HTMLElement>("[role=option]")];
  const text = (selector: string) => shown.element.renderRoot.querySelector(selector)!.textContent;
  afterEach(() => shown.dispose());

  it("draws a bar for each number, above and below zero, and none where there is no number", async () => {
    await show({ traits: { data: Float64Array.of(3, NaN, -1) } });
    assert.deepEqual(
      bars().map((bar) => bar.ariaLabel),
      ["Row 0: 3", "Row 2: -1"],
    );
    assert.deepEqual(
      bars().map((bar) => bar.querySelector("i")!.style.cssText),
      ["bottom: 25%; height: 75%;", "bottom: 0%; height: 25%;"],
    );
  });

  it("selects a bar with a click, and takes it back with another", async () => {
    await show({ traits: { data: Float64Array.of(3, 1) } });
    bars()[1]!.click();
    assert.equal(shown.element.selected, 1);
    bars()[1]!.click();
    assert.deepEqual(shown.sent, [{ selected: 1 }, { selected: null }]);
  });

  it("goes from bar to bar with the keys, and selects with Enter", async () => {
    await show({ traits: { data: Float64Array.of(3, 1, 2) } });
    bars()[0]!.focus();
    await sendKeys({ press: "ArrowRight" });
    await sendKeys({ press: "Enter" });
    await shown.settled();
    assert.equal(text(".hint"), "Row 1: 1");
    assert.deepEqual(shown.sent, [{ selected: 1 }]);
  });

  it("shows what the kernel sets, and sends nothing back", async () => {
    await show({});
    assert.equal(text(".chart"), "No numbers yet");
    await shown.receive({ data: Float64Array.of(1, 2), selected: 1 });
    assert.equal(bars()[1]!.ariaSelected, "true");
    assert.deepEqual(shown.sent, []);
  });

  it("draws the first 500 of many, and says so", async () => {
    await show({ traits: { data: new Float64Array(501).fill(1) } });
    assert.equal(bars().length, 500);
    assert.include(text(".label"), "the first 500 of 501");
  });

  for (const scheme of ["light", "dark"] as const) {
    it(`is accessible in ${scheme} mode`, async () => {
      await show({ traits: { data: Float64Array.of(3, 1), selected: 0 }, scheme });
      await expect(shown.el).to.be.accessible();
    });
  }
});
