// oxlint-disable-next-line import/no-unassigned-import -- a script that makes a global.
import "axe-core/axe.min.js";
import { assert } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { AxeResults, RunOptions } from "axe-core";
import { emulate, everything } from "../page.ts";
import type { Subject } from "../subject.ts";

declare global {
  interface Window {
    readonly axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  }
}

const MAX_HEIGHT = 610;

/** Accessible names and contrast, the room it takes, and the media settings that a person may have. */
export function looks(subject: () => Subject): void {
  for (const scheme of ["light", "dark"] as const) {
    for (const page of ["marimo", "jupyter", "bare"] as const) {
      it(`passes axe with every sample in ${scheme} on a page of ${page}`, async () => {
        const { samples, show } = subject();
        for (const [name, traits] of Object.entries(samples)) {
          if (page !== "marimo" && name !== "typical") continue;
          const it = await show(traits, { scheme, page });
          const { violations } = await window.axe.run(it.element, { resultTypes: ["violations"] });
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
          );
          assert.deepEqual(found, [], `sample "${name}"`);
          it.dispose();
        }
      });
    }
  }

  it("follows the host's scheme when it changes", async () => {
    const { show, samples } = subject();
    const it = await show(samples.typical, { scheme: "light" });
    const light = getComputedStyle(it.element).color;
    await it.theme("dark");
    assert.notEqual(getComputedStyle(it.element).color, light);
    assert.equal(getComputedStyle(it.element).colorScheme, "dark");
    it.dispose();
  });

  for (const width of [320, 480, 768, 1200]) {
    it(`fits ${width} pixels and a height of ${MAX_HEIGHT}`, async () => {
      const { samples, show } = subject();
      await setViewport({ width: width + 100, height: 800 });
      for (const [name, traits] of Object.entries(samples)) {
        const it = await show(traits, { width });
        await it.settled();
        const { width: wide, height } = it.element.getBoundingClientRect();
        assert.isAtMost(wide, width, `sample "${name}" is wider than its place`);
        assert.isAtMost(it.element.scrollWidth, width, `sample "${name}" sticks out sideways`);
        assert.isAtMost(height, MAX_HEIGHT, `sample "${name}" is higher than a cell's output shows`);
        it.dispose();
      }
      await setViewport({ width: 1280, height: 800 });
    });
  }

  it("shifts nothing below it when data arrives", async () => {
    const { samples, schema, show } = subject();
    const split = (data: boolean) =>
      Object.fromEntries(
        Object.entries(samples.typical).filter(([name]) => (schema[name]?.role !== "option") === data),
      );
    const it = await show(split(false), { width: 700 });
    const before = it.element.getBoundingClientRect().height;
    assert.isAbove(before, 0);
    await it.receive(split(true));
    await it.settled();
    assert.closeTo(it.element.getBoundingClientRect().height, before, 1);
    it.dispose();
  });

  it("is there in forced colours, and moves nothing under reduced motion", async () => {
    const { samples, show } = subject();
    await emulate({ "forced-colors": "active", "prefers-reduced-motion": "reduce" });
    try {
      const it = await show(samples.typical);
      assert.equal(getComputedStyle(it.element).getPropertyValue("--bg").trim(), "Canvas");
      const forced = everything(it.el).filter((each) => getComputedStyle(each).forcedColorAdjust === "none");
      const unmarked = forced.filter((each) => !each.closest("svg, canvas, [data-forced-colors]"));
      assert.deepEqual(unmarked, [], "only drawings, or what has data-forced-colors, may keep their own colours");
      assert.deepEqual(it.element.shadowRoot?.getAnimations(), []);
      it.dispose();
    } finally {
      await emulate({ "forced-colors": "", "prefers-reduced-motion": "" });
    }
  });
}
