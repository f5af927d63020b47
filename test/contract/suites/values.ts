import { assert } from "@open-wc/testing";
import { wireDefaults } from "../../../widgets/kit/testing/index.ts";
import { errorsDuring, everything } from "../page.ts";
import type { Subject } from "../subject.ts";
import { type Flavour, generate, HOSTILE, wrongValues } from "../values.ts";

declare global {
  interface Window {
    ran?: boolean;
  }
}

/** Data of every size and strangeness, and traits that are missing or wrong. */
export function values(subject: () => Subject): void {
  const check = async (traits: Readonly<Record<string, unknown>>, what: string) => {
    const { show, samples } = subject();
    const errors = await errorsDuring(async () => {
      const it = await show(traits, { width: 700 });
      assert.isUndefined(it.error, what);
      assert.isAtMost(it.element.getBoundingClientRect().height, 610, what);
      assert.isAtMost(it.element.scrollWidth, 700, what);
      await it.receive(samples.typical);
      assert.isUndefined(it.error, `${what}, then typical`);
      await it.receive(traits);
      assert.isUndefined(it.error, `typical, then ${what}`);
      it.dispose();
    });
    assert.deepEqual(errors, [], what);
  };

  /** Each value alone among those of the typical sample, and back again. */
  const checkEach = async (all: Readonly<Record<string, unknown>>, what: string) => {
    const { schema, show, samples } = subject();
    const it = await show(samples.typical, { width: 700 });
    const typical: Record<string, unknown> = { ...wireDefaults(schema), ...samples.typical };
    const errors = await errorsDuring(async () => {
      for (const [name, value] of Object.entries(all)) {
        await it.receive({ [name]: value });
        assert.isUndefined(it.error, `${what}: ${name}`);
        assert.isAtMost(it.element.getBoundingClientRect().height, 610, `${what}: ${name}`);
        await it.receive({ [name]: typical[name] });
        assert.isUndefined(it.error, `${what}: ${name}, then right again`);
      }
    });
    it.dispose();
    assert.deepEqual(errors, [], what);
  };

  const flavours: Record<Flavour, string> = {
    none: "no data",
    one: "one item",
    many: "a few items, of no meaning",
    huge: "huge data",
    nan: "numbers that are none",
    infinite: "infinite numbers",
    hostile: "hostile texts",
  };
  for (const [flavour, title] of Object.entries(flavours) as [Flavour, string][]) {
    it(`shows ${title}`, async () => {
      const { schema } = subject();
      const all = generate(schema, flavour);
      await check(all, title);
      await checkEach(all, title);
    });
  }

  it("shows markup as text", async () => {
    const { schema, show } = subject();
    window.ran = false;
    const it = await show(generate(schema, "hostile"), { width: 700 });
    await it.settled();
    const elements = everything(it.el);
    const markup = elements.filter((each) => each.matches("script, [onerror], [onload], [src='/hostile.png']"));
    const links = elements.filter((each) => /^\s*javascript:/i.test(each.getAttribute("href") ?? ""));
    assert.deepEqual(markup, [], `made of data such as ${HOSTILE[0]}`);
    assert.deepEqual(links, [], "a link that would run");
    assert.isFalse(window.ran, "text of a trait has run");
    it.dispose();
  });

  it("shows its default for a trait that is missing or wrong", async () => {
    const { schema } = subject();
    for (const [what, wrong] of Object.entries(wrongValues())) {
      const all = Object.fromEntries(Object.keys(schema).map((name) => [name, wrong]));
      await check(all, what);
      await checkEach(all, what);
    }
  });
}
