import { assert } from "@open-wc/testing";
import { watchLeaks } from "../../../widgets/kit/testing/index.ts";
import { errorsDuring, textOf, valuesOf } from "../page.ts";
import type { Subject } from "../subject.ts";

const rendered = (element: HTMLElement) => textOf(element.shadowRoot!);

/** Instances, views, removal and mounting again. */
export function life(subject: () => Subject): void {
  for (const mode of ["edit", "jupyter"] as const) {
    it(`mounts, reports it, and leaves nothing behind (${mode})`, async () => {
      const { samples, show } = subject();
      (await show(samples.typical, { mode })).dispose();
      const watch = watchLeaks();
      try {
        const it = await show(samples.typical, { mode });
        assert.equal(it.model.get("_front"), "mounted");
        await it.view();
        it.dispose();
        assert.equal(it.el.childNodes.length, 0);
        assert.deepEqual(watch.left(), []);
      } finally {
        watch.end();
      }
    });
  }

  it("is moved in the page without harm", async () => {
    const { samples, show } = subject();
    const it = await show(samples.typical);
    const before = rendered(it.element);
    const errors = await errorsDuring(async () => {
      it.el.parentElement?.prepend(it.el);
      await it.settled();
    });
    assert.deepEqual(errors, []);
    assert.equal(rendered(it.element), before);
    it.dispose();
    assert.equal(it.model.listeners, 0);
  });

  it("keeps two instances apart", async () => {
    const { samples, show } = subject();
    const one = await show(samples.typical);
    const other = await show({});
    const before = valuesOf(other.element);
    const text = rendered(other.element);
    await one.receive(samples.typical);
    assert.deepEqual(valuesOf(other.element), before);
    assert.equal(rendered(other.element), text);
    one.dispose();
    other.dispose();
  });

  it("shows the same in two views of one model, before and after a change", async () => {
    const { samples, show } = subject();
    const it = await show({});
    const second = await it.view();
    assert.equal(rendered(second.element), rendered(it.element));
    await it.receive(samples.typical);
    await it.settled();
    assert.equal(rendered(second.element), rendered(it.element));
    it.dispose();
  });

  it("shows the same again when it is mounted again", async () => {
    const { samples, show } = subject();
    const it = await show(samples.typical);
    const before = rendered(it.element);
    it.remove();
    const again = await it.view();
    assert.equal(rendered(again.element), before);
    it.dispose();
  });
}
