import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import {
  all,
  button,
  clean,
  click,
  decisions,
  focused,
  labelButton,
  labels,
  one,
  press,
  said,
  show,
  shown,
  tap,
} from "./driver.ts";

afterEach(clean);

describe("labeler: keys", () => {
  it("gives a label by its key, goes on to the next open item, and sends both in one message", async () => {
    const it = await show();
    assert.equal(shown(it), "one");
    await press(it, "2");
    assert.equal(shown(it), "two");
    assert.deepEqual(it.sent, [
      { decisions: Int32Array.of(2), position: 1, history: Int32Array.of(0, 0) } as Record<string, unknown>,
    ]);
    assert.equal(said(it), "ham. Item 2 of 4. two");
  });

  it("passes over what is labelled already, and ends in a summary", async () => {
    const it = await show({ decisions: Int32Array.of(0, 1, 2) });
    await press(it, "1");
    assert.equal(shown(it), "four");
    await press(it, "1");
    assert.match(shown(it), /^All done\. .*all 4 .*spam 3 .*ham 1/);
    assert.deepEqual(decisions(it), [1, 1, 2, 1]);
  });

  it("skips with S", async () => {
    const it = await show();
    await press(it, "s");
    assert.deepEqual(decisions(it), [-1]);
    assert.equal(said(it), "skipped. Item 2 of 4. two");
  });

  it("walks with the arrows, without deciding", async () => {
    const it = await show();
    await press(it, "ArrowRight", "ArrowRight", "ArrowLeft");
    assert.equal(shown(it), "two");
    await press(it, "ArrowLeft", "ArrowLeft");
    assert.equal(shown(it), "one");
    assert.deepEqual(decisions(it), []);
    assert.equal(it.element.position, 0);
  });

  it("walks the other way where text runs from right to left", async () => {
    const it = await show();
    it.el.dir = "rtl";
    await press(it, "ArrowLeft");
    assert.equal(shown(it), "two");
  });

  it("finds the next open item with N, round the end too", async () => {
    const it = await show({ decisions: Int32Array.of(1, 0, 1, 0), position: 2 });
    await press(it, "n");
    assert.equal(shown(it), "four");
    await press(it, "n");
    assert.equal(shown(it), "two");
  });

  for (const key of ["u", "Control+z", "Meta+z"]) {
    it(`undoes with ${key}, as often as there is something`, async () => {
      const it = await show();
      await press(it, "1", "2", "s");
      const [modifier, letter] = key.split("+") as [string, string?];
      for (let n = 0; n < 4; n++) {
        if (letter) await sendKeys({ down: modifier });
        await press(it, letter ?? key);
        if (letter) await sendKeys({ up: modifier });
      }
      assert.deepEqual(decisions(it), []);
      assert.equal(shown(it), "one");
      assert.equal(said(it), "Nothing to undo");
    });
  }

  it("takes a label away with Backspace, and stays", async () => {
    const it = await show({ decisions: Int32Array.of(1), position: 0 });
    await press(it, "Backspace");
    assert.deepEqual(decisions(it), []);
    assert.equal(shown(it), "one");
    await press(it, "u");
    assert.deepEqual(decisions(it), [1]);
  });

  it("labels anew on the way back, then returns to what is open", async () => {
    const it = await show();
    await press(it, "1", "1", "ArrowLeft", "ArrowLeft", "2");
    assert.deepEqual(decisions(it), [2, 1]);
    assert.equal(shown(it), "three");
  });

  it("confirms a label by its own key without a step to undo", async () => {
    const it = await show({ decisions: Int32Array.of(1), position: 0 });
    await press(it, "1");
    assert.deepEqual(decisions(it), [1]);
    assert.equal(shown(it), "two");
    assert.lengthOf(it.element.history, 0);
  });

  it("takes the person's own shortcuts, before a command's", async () => {
    const it = await show({ shortcuts: { spam: "s" } });
    await press(it, "s");
    assert.deepEqual(decisions(it), [1]);
    assert.isNull(button(it, "Skip").getAttribute("aria-keyshortcuts"));
  });

  it("acts once while a key is held down", async () => {
    const it = await show();
    one(it, ".stage").focus();
    for (const repeat of [false, true, true]) {
      one(it, ".stage").dispatchEvent(
        new KeyboardEvent("keydown", { key: "1", code: "Digit1", repeat, bubbles: true, composed: true }),
      );
    }
    await it.settled();
    assert.deepEqual(decisions(it), [1]);
  });

  it("lets no key out to the notebook, and takes none from it", async () => {
    const it = await show();
    const leaked: string[] = [];
    const note = ({ key }: KeyboardEvent) => leaked.push(key);
    document.addEventListener("keydown", note);
    await press(it, "1", "u", "s", "n", "c", "x", "Escape", "ArrowLeft", "Backspace", "Enter");
    assert.deepEqual(leaked, []);
    (focused(it) as HTMLElement).blur();
    const before = decisions(it);
    await sendKeys({ press: "2" });
    document.removeEventListener("keydown", note);
    assert.deepEqual(leaked, ["2"]);
    assert.deepEqual(decisions(it), before);
  });

  it("leaves the browser's own shortcuts alone", async () => {
    const it = await show();
    const event = new KeyboardEvent("keydown", {
      key: "1",
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    one(it, ".stage").dispatchEvent(event);
    assert.isFalse(event.defaultPrevented);
    assert.deepEqual(decisions(it), []);
  });
});

describe("labeler: several labels", () => {
  it("adds and removes by key and stays; Enter goes on", async () => {
    const it = await show({ multi: true });
    await press(it, "1", "2", "1", "1");
    assert.deepEqual(decisions(it), [3]);
    assert.equal(shown(it), "one");
    assert.deepEqual(
      all(it, ".labels [aria-pressed=true] span").map((each) => each.textContent),
      labels,
    );
    assert.equal(said(it), "spam, ham. Item 1 of 4, spam, ham. one");
    await press(it, "Enter");
    assert.equal(shown(it), "two");
  });

  it("opens an item again with its last label gone", async () => {
    const it = await show({ multi: true });
    await press(it, "1", "1");
    assert.deepEqual(decisions(it), []);
  });

  it("undoes label by label", async () => {
    const it = await show({ multi: true });
    await press(it, "1", "2", "u");
    assert.deepEqual(decisions(it), [1]);
  });

  it("turns a skipped item into a labelled one", async () => {
    const it = await show({ multi: true, decisions: Int32Array.of(-1), position: 0 });
    await press(it, "2");
    assert.deepEqual(decisions(it), [2]);
  });
});

describe("labeler: pointer and touch", () => {
  it("gives a label by a click, and its keys work from then on", async () => {
    const it = await show();
    await click(it, labelButton(it, "ham"));
    await press(it, "1");
    assert.deepEqual(decisions(it), [2, 1]);
  });

  it("takes the focus by a click on the item, and says before how", async () => {
    const it = await show();
    assert.equal(getComputedStyle(one(it, ".idle")).visibility, "visible");
    await click(it, one(it, ".stage"));
    assert.equal(focused(it), one(it, ".stage"));
    assert.equal(getComputedStyle(one(it, ".idle")).visibility, "hidden");
  });

  it("labels one item by a double click", async () => {
    const it = await show();
    const spam = labelButton(it, "spam");
    for (const detail of [1, 2]) spam.dispatchEvent(new MouseEvent("click", { detail, bubbles: true, composed: true }));
    await it.settled();
    assert.deepEqual(decisions(it), [1]);
  });

  it("works with one finger alone", async () => {
    const it = await show();
    await tap(it, labelButton(it, "ham"));
    await tap(it, button(it, "Skip"));
    await tap(it, button(it, "Next item"));
    await tap(it, labelButton(it, "spam"));
    assert.deepEqual(decisions(it), [2, -1, 0, 1]);
    await tap(it, button(it, "Undo"));
    assert.deepEqual(decisions(it), [2, -1]);
    await tap(it, button(it, "Previous item"));
    await tap(it, button(it, "Next open"));
    assert.equal(shown(it), "four");
    await tap(it, button(it, "Previous item"));
    await tap(it, button(it, "Previous item"));
    await tap(it, button(it, "Clear"));
    assert.deepEqual(decisions(it), [2]);
  });

  it("has targets of 24 pixels and more", async () => {
    const it = await show({ multi: true });
    for (const each of all(it, "button, textarea")) {
      const { width, height } = each.getBoundingClientRect();
      assert.isAtLeast(Math.min(width, height), 24, each.textContent ?? "");
    }
  });

  it("does nothing by a button that is off", async () => {
    const it = await show({ decisions: Int32Array.of(1, 1, 1, 1) });
    await click(it, labelButton(it, "spam"));
    for (const name of ["Skip", "Clear", "Undo", "Next item"]) await click(it, button(it, name));
    assert.deepEqual(it.sent, []);
    assert.equal(focused(it), button(it, "Next item"));
  });
});
