import { assert } from "@open-wc/testing";
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { TangleElement } from "./element.ts";

type Tangle = TestHost<TangleElement>;

const find = <E extends HTMLElement = HTMLElement>(it: Tangle, selector: string): E => {
  const found = it.element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`Expected an element that fits ${selector}.`);
  return found;
};
const text = (it: Tangle): string => find(it, "p").textContent ?? "";
const hint = (it: Tangle): string => find(it, "#hint").textContent ?? "";
const values = (it: Tangle): unknown[] => it.sent.map(({ value }) => value);
const last = (it: Tangle): unknown => values(it).at(-1);
const press = async (it: Tangle, ...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
  await it.settled();
};
const middle = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

const ROWS = { text: "Show {n} rows", value: { n: 10 } };
const RANGE = { ...ROWS, numbers: { n: { min: 0, max: 100 } } };

describe("tangle", () => {
  let open: Tangle | undefined;
  const at = async (traits: HostOptions["traits"], options: HostOptions = {}): Promise<Tangle> => {
    open = await host(TangleElement, { ...options, traits });
    open.element.renderRoot.querySelector<HTMLElement>(".number")?.focus();
    return open;
  };
  afterEach(async () => {
    await resetMouse();
    open?.dispose();
    open = undefined;
  });

  it("shows a number in its sentence as a spin button with name, value and limits", async () => {
    const it = await at({ ...RANGE, numbers: { n: { min: 0, max: 100, suffix: " rows", label: "how many" } } });
    const number = find(it, ".number");
    assert.equal(text(it), "Show 10 rows rows");
    assert.equal(number.role, "spinbutton");
    assert.equal(number.ariaLabel, "how many");
    assert.deepEqual(
      ["valuenow", "valuetext", "valuemin", "valuemax"].map((name) => number.getAttribute(`aria-${name}`)),
      ["10", "10 rows", "0", "100"],
    );
  });

  it("takes back what one hand has changed, place by place, and keeps the key from the page", async () => {
    const it = await at({
      text: "{n} of {m} in {size:small|large}",
      value: { n: 10, m: 5 },
    });
    const leaked: string[] = [];
    const note = ({ key, ctrlKey }: KeyboardEvent) => void (ctrlKey && leaked.push(key));
    document.addEventListener("keydown", note);
    const undo = async () => {
      await sendKeys({ down: "Control" });
      await press(it, "z");
      await sendKeys({ up: "Control" });
    };
    await press(it, "ArrowUp", "ArrowUp", "Tab", "ArrowUp", "Tab", "ArrowDown");
    assert.deepEqual(it.element.value, { n: 12, m: 6, size: "large" });
    await undo();
    assert.deepEqual(it.element.value, { n: 12, m: 6 });
    await undo();
    assert.deepEqual(it.element.value, { n: 12, m: 5 });
    await undo();
    await undo();
    assert.deepEqual(last(it), { n: 10, m: 5 });
    document.removeEventListener("keydown", note);
    assert.notInclude(leaked, "z");
  });

  describe("with the pointer", () => {
    const draw = async (it: Tangle, dx: number, { drop = true, key }: { drop?: boolean; key?: string } = {}) => {
      const [x, y] = middle(find(it, ".number"));
      await sendMouse({ type: "move", position: [x, y] });
      await sendMouse({ type: "down" });
      if (key) await sendKeys({ down: key });
      await sendMouse({ type: "move", position: [x + dx, y] });
      if (drop) await sendMouse({ type: "up" });
      if (key) await sendKeys({ up: key });
      await it.settled();
    };

    it("changes while it is drawn sideways, live", async () => {
      const it = await at(RANGE);
      await draw(it, 80, { drop: false });
      assert.equal(text(it), "Show 30 rows");
      assert.deepEqual(last(it), { n: 30 });
      assert.include(find(it, ".number").className, "held");
      await sendMouse({ type: "up" });
    });

    it("is ten times finer with Shift, ten times coarser with Alt", async () => {
      const it = await at({ ...ROWS, value: { n: 50 }, numbers: { n: { min: 0, max: 400 } } });
      await draw(it, 40, { key: "Shift" });
      assert.deepEqual(last(it), { n: 54 });
      await draw(it, 10, { key: "Alt" });
      assert.deepEqual(last(it), { n: 154 });
    });

    it("stops at a limit, and turns back at once", async () => {
      const it = await at(RANGE);
      await draw(it, -300, { drop: false });
      assert.deepEqual(last(it), { n: 0 });
      const [x, y] = middle(find(it, ".number"));
      await sendMouse({ type: "move", position: [x - 260, y] });
      await sendMouse({ type: "up" });
      await it.settled();
      assert.isAbove((last(it) as { n: number }).n, 4);
    });

    it("goes back to where it was with Escape", async () => {
      const it = await at(RANGE);
      await draw(it, 80, { drop: false });
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(last(it), { n: 10 });
      assert.equal(text(it), "Show 10 rows");
    });

    it("turns to a field with a click", async () => {
      const it = await at(RANGE);
      await sendMouse({ type: "click", position: middle(find(it, ".number")) });
      await it.settled();
      const field = find<HTMLInputElement>(it, "input");
      assert.equal(field.value, "10");
      assert.equal(it.element.renderRoot.querySelector("input:focus"), field);
      assert.deepEqual(it.sent, []);
    });

    it("goes back to the first value with a double click", async () => {
      const it = await at(RANGE);
      await press(it, "ArrowUp", "ArrowUp");
      assert.deepEqual(last(it), { n: 12 });
      const position = middle(find(it, ".number"));
      await sendMouse({ type: "click", position });
      await sendMouse({ type: "click", position });
      await it.settled();
      assert.deepEqual(last(it), { n: 10 });
      assert.isNull(it.element.renderRoot.querySelector("input"));
    });

    it("keeps the number in the hand, and the others as the notebook sets them", async () => {
      const it = await at({ text: "{n} of {m}", value: { n: 10, m: 1 }, numbers: { n: { min: 0, max: 100 } } });
      await draw(it, 40, { drop: false });
      await it.receive({ value: { n: 99, m: 2 } });
      assert.equal(text(it), "20 of 2");
      const [x, y] = middle(find(it, ".number"));
      await sendMouse({ type: "move", position: [x + 80, y] });
      await sendMouse({ type: "up" });
      await it.settled();
      assert.equal((last(it) as { m: number }).m, 2);
    });

    it("is drawn the other way in text from right to left", async () => {
      const it = await at(RANGE);
      it.element.dir = "rtl";
      await draw(it, 40);
      assert.deepEqual(last(it), { n: 0 });
    });

    it("follows a finger that draws it sideways", async () => {
      const it = await at(RANGE);
      const [x, y] = middle(find(it, ".number"));
      await executeServerCommand("inlay:touch", [
        { x, y },
        { x: x + 30, y },
        { x: x + 60, y },
      ]);
      await it.settled();
      assert.deepEqual(last(it), { n: 25 });
    });
  });

  describe("with keys", () => {
    it("steps with arrows, pages, and goes to the limits", async () => {
      const it = await at(RANGE);
      const seen: unknown[] = [];
      for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft", "PageUp", "PageDown", "End", "Home"]) {
        await press(it, key);
        seen.push((last(it) as { n: number }).n);
      }
      assert.deepEqual(seen, [11, 12, 11, 10, 20, 10, 100, 0]);
    });

    it("stays where it is at End without a limit, and sends nothing", async () => {
      const it = await at(ROWS);
      await press(it, "End", "Home");
      assert.deepEqual(it.sent, []);
    });

    it("goes back to the first value with Delete, to what `initial` says where it says it", async () => {
      const it = await at({ ...RANGE, initial: { n: 7 } });
      await press(it, "Delete");
      assert.deepEqual(last(it), { n: 7 });
    });
  });

  describe("typing", () => {
    it("takes a number with Enter and comes back to it", async () => {
      const it = await at(RANGE);
      await press(it, "Enter");
      await sendKeys({ type: "42" });
      await press(it, "Enter");
      assert.deepEqual(last(it), { n: 42 });
      assert.isNotNull(it.element.renderRoot.querySelector(".number:focus"));
    });

    it("begins with a digit", async () => {
      const it = await at(RANGE);
      await sendKeys({ type: "73" });
      await press(it, "Enter");
      assert.deepEqual(last(it), { n: 73 });
    });

    it("leaves the number as it was with Escape", async () => {
      const it = await at(RANGE);
      await press(it, "F2", "9", "Escape");
      assert.equal(text(it), "Show 10 rows");
      assert.deepEqual(it.sent, []);
    });

    it("says what is wrong, and stays in the field", async () => {
      const it = await at(RANGE);
      await press(it, "Enter");
      await sendKeys({ type: "ten" });
      await press(it, "Enter");
      assert.equal(hint(it), "“ten” is not a number.");
      assert.equal(find(it, "input").ariaInvalid, "true");
      find<HTMLInputElement>(it, "input").select();
      await sendKeys({ type: "101" });
      await press(it, "Enter");
      assert.equal(hint(it), "Expected a number from 0 to 100.");
      assert.equal(find(it, "[role=status]").textContent, "Expected a number from 0 to 100.");
      assert.deepEqual(it.sent, []);
    });

    it("takes a right number, and leaves a wrong one, when the focus goes", async () => {
      const it = await at(RANGE);
      await press(it, "Enter");
      await sendKeys({ type: "5" });
      await press(it, "Tab");
      assert.deepEqual(values(it), [{ n: 5 }]);
      find(it, ".number").focus();
      await press(it, "Enter", "x", "Tab");
      assert.equal(text(it), "Show 5 rows");
      assert.lengthOf(it.sent, 1);
    });

    it("keeps the field open while the notebook changes values and text", async () => {
      const it = await at(RANGE);
      await press(it, "Enter");
      await sendKeys({ type: "42" });
      await it.receive({ value: { n: 3 }, text: "Draw {n} rows" });
      assert.equal(find<HTMLInputElement>(it, "input").value, "42");
      await press(it, "Enter");
      assert.equal(text(it), "Draw 42 rows");
    });
  });

  it("offers the words of a choice, and sends the word", async () => {
    const it = await at({ text: "A {size:small|large} cup", value: { size: "large" } });
    const select = find<HTMLSelectElement>(it, "select");
    assert.equal(select.value, "large");
    assert.equal(select.ariaLabel, "size");
    select.focus();
    await press(it, "ArrowUp");
    assert.deepEqual(last(it), { size: "small" });
    await it.receive({ value: { size: "large" } });
    assert.equal(select.value, "large");
  });

  it("shows results and texts of the notebook, not for changing", async () => {
    const it = await at({ ...ROWS, text: "{n} of {total} {unit}", results: { total: 1234.567, unit: "<b>rows</b>" } });
    assert.equal(text(it), `10 of ${(1234.57).toLocaleString()} <b>rows</b>`);
    assert.lengthOf(it.element.renderRoot.querySelectorAll("[tabindex]"), 1);
    await it.receive({ results: { total: 5, unit: "" } });
    assert.equal(find(it, "[role=status]").textContent, "total: 5. unit: ");
  });

  it("keeps the step of the first value when a drag ends on a whole number", async () => {
    const it = await at({ text: "{n}", value: { n: 2.9 } });
    await press(it, "ArrowUp", "ArrowUp");
    assert.deepEqual(last(it), { n: 3.1 });
  });

  it("changes every place of one name, and both views of one model", async () => {
    const it = await at({ text: "{n} and {n}", value: { n: 1 } });
    const second = await it.view();
    await press(it, "ArrowUp");
    assert.equal(text(it), "2 and 2");
    assert.equal(second.element.renderRoot.querySelector("p")?.textContent, "2 and 2");
  });

  it("works in an export", async () => {
    const it = await at(RANGE, { mode: "export" });
    await press(it, "ArrowUp");
    assert.equal(text(it), "Show 11 rows");
  });
});
