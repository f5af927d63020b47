import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { widgetElement } from "./element.ts";
import { html } from "./lit.ts";
import { fitNumber, numberField, numberFields } from "./number-field.ts";
import { host } from "./testing/index.ts";
import { fields } from "./theme.ts";
import { defineTraits, option, t, value } from "./traits.ts";

const traits = defineTraits({
  value: value(t.float(), "A number."),
  kind: option(t.enum("plain", "time"), "How it is written."),
});

class FieldElement extends widgetElement(traits) {
  static override styles = [fields, numberFields];
  override render() {
    const time = {
      text: `${Math.floor(this.value / 60)}:${String(this.value % 60).padStart(2, "0")}`,
      parse: (text: string) => {
        const found = /^(\d+):(\d\d)$/.exec(text);
        return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
      },
      move: (from: number, steps: number) => (from + steps + 1440) % 1440,
      expected: "Expected a time such as 14:30.",
      max: 1439,
    };
    const commit = (n: number) => this.send({ value: n });
    const common = { host: this, label: "Rate", value: this.value, min: 0, max: 10, step: 0.5, affixes: ["%"], commit };
    return html`${numberField(this.kind === "time" ? { ...common, ...time, step: 1 } : common)}<button>next</button>`;
  }
}

describe("the number field", () => {
  const show = async (n: number, kind: "plain" | "time" = "plain") => {
    const it = await host(FieldElement, { traits: { value: n, kind } });
    const input = it.element.shadowRoot!.querySelector("input")!;
    const type = async (text: string, ...keys: string[]) => {
      input.focus();
      input.select();
      if (text) await sendKeys({ type: text });
      for (const chord of keys) {
        const [key = "", modifier] = chord.split("+").toReversed();
        if (modifier) await sendKeys({ down: modifier });
        await sendKeys({ press: key });
        if (modifier) await sendKeys({ up: modifier });
      }
      await it.settled();
    };
    const wrong = () => it.element.shadowRoot!.querySelector("[role=alert]")?.textContent;
    return { it, input, type, wrong };
  };

  it("commits on Enter, and on leaving", async () => {
    const { it, input, type } = await show(3);
    await type("4.5", "Enter");
    assert.deepEqual(it.sent, [{ value: 4.5 }]);
    await type("7", "Tab");
    assert.deepEqual(it.sent, [{ value: 4.5 }, { value: 7 }]);
    assert.equal(input.value, "7");
    it.dispose();
  });

  it("sends nothing where nothing was changed", async () => {
    const { it, type } = await show(3);
    await type("", "Enter", "Tab");
    await type("3", "Enter");
    assert.deepEqual(it.sent, []);
    it.dispose();
  });

  it("becomes the nearest number that is allowed", async () => {
    const { it, input, type } = await show(3);
    await type("99", "Enter");
    assert.equal(input.value, "10");
    await type("99", "Enter");
    assert.equal(input.value, "10", "also where it is that number already");
    await type("4.6 %", "Enter");
    assert.equal(input.value, "4.5");
    await type("-3", "Enter");
    assert.deepEqual(it.sent, [{ value: 10 }, { value: 4.5 }, { value: 0 }]);
    it.dispose();
  });

  it("takes back on Escape", async () => {
    const { it, input, type } = await show(3);
    await type("8", "Escape");
    assert.equal(input.value, "3");
    await sendKeys({ press: "Tab" });
    assert.deepEqual(it.sent, []);
    it.dispose();
  });

  it("steps with arrows from what stands there, and by ten with Page Up or Shift", async () => {
    const { it, input, type } = await show(3);
    await type("", "ArrowUp", "ArrowUp", "ArrowDown");
    assert.deepEqual(it.sent.at(-1), { value: 3.5 });
    await type("1", "PageUp");
    assert.deepEqual(it.sent.at(-1), { value: 6 });
    await type("", "Shift+ArrowDown");
    assert.deepEqual(it.sent.at(-1), { value: 1 });
    await type("", "ArrowDown", "ArrowDown", "ArrowDown");
    assert.equal(input.value, "0");
    it.dispose();
  });

  it("keeps what is no number, and says so, until it is put right", async () => {
    const { it, input, type, wrong } = await show(3);
    await type("a lot", "Enter");
    assert.equal(wrong(), "Expected a number.");
    assert.equal(input.ariaInvalid, "true");
    await sendKeys({ press: "Tab" });
    await it.settled();
    assert.equal(input.value, "a lot");
    assert.deepEqual(it.sent, []);
    await type("4", "Enter");
    assert.isUndefined(wrong());
    assert.equal(input.ariaInvalid, "false");
    assert.deepEqual(it.sent, [{ value: 4 }]);
    it.dispose();
  });

  it("forgets a wrong text that was left when the number changes", async () => {
    const { it, input, type, wrong } = await show(3);
    await type("a lot", "Tab");
    await it.receive({ value: 5 });
    assert.equal(input.value, "5");
    assert.isUndefined(wrong());
    it.dispose();
  });

  it("is not torn by what the kernel sends while a person types", async () => {
    const { it, input, type } = await show(3);
    await type("4");
    await it.receive({ value: 9 });
    assert.equal(input.value, "4");
    await sendKeys({ type: ".5" });
    await sendKeys({ press: "Enter" });
    assert.deepEqual(it.sent, [{ value: 4.5 }]);
    it.dispose();
  });

  it("writes other things than numbers where it is told how", async () => {
    const { it, input, type, wrong } = await show(870, "time");
    assert.equal(input.value, "14:30");
    await type("23:59", "ArrowUp");
    assert.equal(input.value, "0:00");
    await type("noon", "Enter");
    assert.equal(wrong(), "Expected a time such as 14:30.");
    it.dispose();
  });

  it("fits to limits and steps without noise", () => {
    assert.equal(fitNumber(0.30000000000000004, 0, 1, 0.1), 0.3);
    assert.equal(fitNumber(4, 1, 10, 2), 5);
    assert.equal(fitNumber(99, 0, 10, 4), 8, "the last whole step");
    assert.equal(fitNumber(-99, 0.5, 10, 4), 0.5);
    assert.equal(fitNumber(7.3), 7.3);
    assert.equal(fitNumber(7.3, -Infinity, Infinity, 2), 8);
  });
});
