import { assert } from "@open-wc/testing";
import type { Listed, Subject } from "../subject.ts";

/** KiB of minified ESM with Lit, by category. */
const LIMITS = { control: 40, chart: 90 } as const;

/** What it weighs, what it may not contain, and that it asks nobody for anything. */
export function safety(subject: () => Subject, { source, bundle }: Listed): void {
  it("keeps to its budget", () => {
    const { item, text } = subject();
    assert.isAtMost(item.budget, LIMITS[item.category], `budget of a ${item.category}, in KiB`);
    assert.isAtMost(new Blob([text]).size / 1024, item.budget, "KiB of its front end");
  });

  it("makes no request while it is shown", async () => {
    const { samples, show } = subject();
    const asked: string[] = [];
    const ours = /\/(?:__web|__wds|node_modules)|wtr-|\/test\/contract\//;
    const observer = new PerformanceObserver((list) => {
      asked.push(...list.getEntries().map((entry) => entry.name));
    });
    observer.observe({ type: "resource" });
    for (const traits of Object.values(samples)) {
      const it = await show(traits);
      await it.theme("dark");
      it.dispose();
    }
    asked.push(...observer.takeRecords().map((entry) => entry.name));
    observer.disconnect();
    assert.deepEqual(
      asked.filter((url) => !ours.test(url)),
      [],
    );
  });

  it("holds no eval and makes no markup of data", () => {
    assert.notMatch(subject().text, /\beval\(|\bnew Function\b|\bFunction\(["'`]|\bimport\(/);
    assert.notMatch(source, /unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/);
    assert.notMatch(source, /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|https?:\/\/(?!www\.w3\.org)/);
  });

  it("registers nothing at import, and works beside another version of itself", async () => {
    const { frontEnd, samples, schema, show } = subject();
    const { default: other } = (await import(`${bundle}?other`)) as { default: typeof frontEnd };
    assert.notEqual(other, frontEnd);
    const { host } = await import("../../../widgets/kit/testing/index.ts");
    const one = await show(samples.typical);
    const two = await host(other, { traits: samples.typical, schema });
    assert.notEqual(one.element.localName, two.element.localName);
    assert.isUndefined(two.error);
    one.dispose();
    two.dispose();
  });
}
