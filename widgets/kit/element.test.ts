import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { html } from "./lit.ts";
import { widgetElement } from "./element.ts";
import { host } from "./testing/index.ts";
import { data, defineTraits, option, t, value } from "./traits.ts";

const traits = defineTraits({
  value: value(t.tuple(t.float(), t.float()), "Low and high."),
  names: data(t.list(t.string()), "Names."),
  kind: option(t.enum("bar", "line"), "How it is drawn."),
  until: value(t.nullable(t.datetime()), "A moment or none."),
  rows: data(t.array("int32"), "Numbers."),
});

class TypedElement extends widgetElement(traits) {
  override render() {
    return html`<input /><button>go</button><input type="checkbox" />`;
  }
}

/** Two types are the same, at compile time. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(proof: Same<A, B>): void => assert.isTrue(proof);

describe("an element", () => {
  it("has a property of the right type for each trait", () => {
    same<TypedElement["value"], readonly [number, number]>(true);
    same<TypedElement["names"], readonly string[]>(true);
    same<TypedElement["kind"], "bar" | "line">(true);
    same<TypedElement["until"], Date | null>(true);
    same<TypedElement["rows"], Int32Array>(true);
  });

  it("lets only value traits be sent, and no property be written", () => {
    const wrong = (element: TypedElement) => {
      element.send({ value: [1, 2], until: null });
      // @ts-expect-error -- data is the notebook's.
      element.send({ names: [] });
      // @ts-expect-error -- a tuple of two numbers.
      element.send({ value: [1] });
      // @ts-expect-error -- readonly.
      element.value = [1, 2];
      // @ts-expect-error -- only value traits are held.
      element.hold("kind");
    };
    assert.isFunction(wrong);
    assert.isTrue(TypedElement.traits === traits);
  });

  for (const name of ["title", "hidden", "style", "id", "render", "send", "scheme", "lang"]) {
    it(`refuses a trait called ${name}, which every element has`, () => {
      const clash = { [name]: data(t.string(), "Something.") };
      assert.throws(() => widgetElement(clash), `Rename the trait "${name}"`);
    });
  }

  it("keeps keys that a person types from the notebook, and lets others pass", async () => {
    const it = await host(TypedElement);
    const leaked: string[] = [];
    const note = (event: KeyboardEvent) => leaked.push(event.key);
    document.addEventListener("keydown", note);
    const press = async (selector: string, ...keys: string[]) => {
      leaked.length = 0;
      it.element.shadowRoot!.querySelector<HTMLElement>(selector)!.focus();
      for (const key of keys) await sendKeys({ press: key });
      return leaked;
    };
    assert.deepEqual(await press("input", "a", "Enter", "Escape", "ArrowUp", "Backspace"), []);
    assert.deepEqual(await press("button", "d", "d", "ArrowDown"), []);
    assert.deepEqual(await press("button", "Escape", "F2"), ["Escape", "F2"]);
    assert.deepEqual(await press("[type=checkbox]", "x"), []);
    document.removeEventListener("keydown", note);
    it.dispose();
  });
});
