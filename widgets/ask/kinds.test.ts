import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { Json } from "../kit/traits.ts";
import { all, body, choose, clean, click, ended, one, press, problem, show, tick, write } from "./driver.ts";

describe("a question of ask", () => {
  afterEach(clean);

  it("says what is missing, and stays", async () => {
    const it = await show([choose]);
    await click(it, "Submit");
    assert.deepEqual([problem(it), ended(it)], ["An answer is needed.", []]);
    assert.equal(one(it, "[role=status]").textContent, "An answer is needed.");
    await tick(it, 0);
    assert.equal(problem(it), "");
  });

  it("takes several options in their order, within its limits", async () => {
    const it = await show([{ ...choose, options: ["a", "b", "c"], many: true, min: 2, max: 2, required: false }]);
    assert.include(body(it), "Which join? optional, at least 2, at most 2");
    await tick(it, 2);
    await click(it, "Submit");
    assert.equal(problem(it), "Choose at least 2.");
    await tick(it, 1, 0);
    await click(it, "Submit");
    assert.equal(problem(it), "Choose at most 2.");
    await tick(it, 0);
    await click(it, "Submit");
    assert.deepEqual(it.element.answers, { join: ["b", "c"] });
  });

  it("takes a text of the person's own", async () => {
    const it = await show([{ ...choose, other: true }]);
    await tick(it, 2);
    await click(it, "Submit");
    assert.equal(problem(it), "Write what you would choose.");
    await write(it, "cross ");
    assert.isTrue((all(it, "[type=radio]")[2] as HTMLInputElement).checked);
    await press(it, "Enter");
    assert.deepEqual(it.element.answers, { join: "cross" });
  });

  it("takes a text of the person's own beside ticked options", async () => {
    const it = await show([{ ...choose, other: true, many: true }]);
    await tick(it, 0);
    await write(it, "cross", ".other > input");
    await press(it, "Enter");
    assert.deepEqual(it.element.answers, { join: ["left", "cross"] });
  });

  it("gives options their values, whatever they are called", async () => {
    const options: readonly Record<string, Json>[] = [
      { value: 0, label: "None", detail: "Keep all" },
      { value: false, label: "Off" },
    ];
    const it = await show([{ ...choose, options }]);
    assert.include(body(it), "None Keep all");
    await tick(it, 0);
    await click(it, "Submit");
    assert.deepEqual(it.element.answers, { join: 0 });
    assert.include(body(it), "None");
  });

  it("rates", async () => {
    const it = await show([{ id: "r", kind: "rate", text: "How good?", min: 0, max: 3, ends: ["bad", "good"] }]);
    assert.deepEqual(
      all(it, ".options label").map((each) => each.innerText.replace(/\s+/g, " ").trim()),
      ["0 bad", "1", "2", "3 good"],
    );
    await tick(it, 0);
    await click(it, "Submit");
    assert.deepEqual(it.element.answers, { r: 0 });
    assert.include(body(it), "0 / 3");
  });

  it("takes numbers as the reader's language writes them, within limits", async () => {
    const it = await show([
      { id: "n", kind: "number", text: "How many?", min: 1, max: 2000, whole: true, unit: "rows" },
    ]);
    const field = () => one(it, "input") as HTMLInputElement;
    for (const [text, said] of [
      ["many", "“many” is not a number."],
      ["0", "At least 1."],
      ["2,001", "At most 2,000."],
      ["1.5", "A whole number, please."],
      ["", "An answer is needed."],
    ]) {
      field().focus();
      field().select();
      await (text ? sendKeys({ type: text }) : sendKeys({ press: "Delete" }));
      await press(it, "Enter");
      assert.equal(problem(it), said);
      assert.equal(field().ariaInvalid, "true");
    }
    await write(it, "1,250");
    await press(it, "Enter");
    assert.deepEqual(it.element.answers, { n: 1250 });
    assert.include(body(it), "1,250 rows");
  });
});
