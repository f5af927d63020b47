import { assert } from "@open-wc/testing";
import { executeServerCommand, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { LabelerElement } from "./element.ts";

type It = TestHost<LabelerElement>;

const items = ["one", "two", "three", "four"];
const labels = ["spam", "ham"];

let it_: It | undefined;

async function show(traits: HostOptions["traits"] = {}, options: HostOptions = {}): Promise<It> {
  it_ = await host(LabelerElement, { ...options, traits: { items, labels, ...traits } });
  return it_;
}

const all = (it: { element: LabelerElement }, selector: string) => [
  ...it.element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (it: { element: LabelerElement }, selector: string) => {
  const [found] = all(it, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const words = (node: HTMLElement) => node.innerText.replace(/\s+/g, " ").trim();
const shown = (it: { element: LabelerElement }) => words(one(it, ".stage"));
const button = (it: { element: LabelerElement }, text: string | RegExp) => {
  const found = all(it, "button").find((each) => new RegExp(text).test(each.ariaLabel ?? each.textContent ?? ""));
  if (!found) throw new Error(`no button ${text}`);
  return found;
};
const labelButton = (it: { element: LabelerElement }, label: string) => {
  const found = all(it, "[aria-label=Labels] button").find((each) => each.querySelector("span")?.textContent === label);
  if (!found) throw new Error(`no label ${label}`);
  return found;
};
const said = (it: { element: LabelerElement }) => one(it, "[role=status]").textContent;
const decisions = (it: { element: LabelerElement }) => [...it.element.decisions];
const comment = (it: { element: LabelerElement }) => one(it, "textarea") as HTMLTextAreaElement;

async function press(it: It, ...keys: string[]): Promise<void> {
  if (!it.element.shadowRoot!.activeElement) one(it, ".stage").focus();
  for (const key of keys) {
    await sendKeys({ press: key });
    await it.settled();
  }
}

async function click(it: It, target: HTMLElement): Promise<void> {
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  await it.settled();
}

async function tap(it: It, target: HTMLElement): Promise<void> {
  const { left, top, width, height } = target.getBoundingClientRect();
  await executeServerCommand("inlay:touch", [{ x: left + width / 2, y: top + height / 2 }]);
  await it.settled();
}

/** As a page that was loaded again: it has what the kernel holds, and nothing else. */
async function reload(it: It): Promise<It> {
  const kept = Object.assign({}, ...it.sent) as Record<string, unknown>;
  it.dispose();
  return show(kept);
}

afterEach(() => {
  it_?.dispose();
  it_ = undefined;
});

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
    (it.element.shadowRoot!.activeElement as HTMLElement).blur();
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
    assert.equal(it.element.shadowRoot!.activeElement, one(it, ".stage"));
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
    assert.equal(it.element.shadowRoot!.activeElement, button(it, "Next item"));
  });
});

describe("labeler: comments", () => {
  it("are written after C, sent on leaving, and lead back to the item", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "s1 u 2" });
    await sendKeys({ press: "Enter" });
    await it.settled();
    assert.deepEqual(it.sent, [{ comments: { 0: "s1 u 2" } }]);
    assert.equal(it.element.shadowRoot!.activeElement, one(it, ".stage"));
    assert.deepEqual(decisions(it), []);
  });

  it("are sent after a pause in typing", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "why" });
    const deadline = performance.now() + 5000;
    while (it.sent.length === 0 && performance.now() < deadline) await it.settled();
    assert.deepEqual(it.sent, [{ comments: { 0: "why" } }]);
  });

  it("stay with their item when another one comes, and are gone when emptied", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "first" });
    await it.receive({ position: 2 });
    assert.equal(comment(it).value, "");
    assert.deepEqual(it.element.comments, { 0: "first" });
    await it.receive({ position: 0 });
    assert.equal(comment(it).value, "first");
    comment(it).select();
    await sendKeys({ press: "Backspace" });
    await sendKeys({ press: "Escape" });
    await it.settled();
    assert.deepEqual(it.element.comments, {});
  });

  it("keep what is being typed when others arrive, and merge with them", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "mine" });
    await it.receive({ comments: { 0: "theirs", 3: "other" } });
    assert.equal(comment(it).value, "mine");
    await press(it, "Escape");
    assert.deepEqual(it.element.comments, { 0: "mine", 3: "other" });
  });

  it("are not lost when the view goes away in the middle", async () => {
    const it = await show();
    await press(it, "c");
    await sendKeys({ type: "half a" });
    it.remove();
    assert.deepEqual(it.model.get("comments"), { 0: "half a" });
    assert.deepEqual(it.sent, [{ comments: { 0: "half a" } }]);
  });
});

describe("labeler: what lasts", () => {
  it("shows after a reload what it showed before, and still undoes", async () => {
    let it = await show();
    await press(it, "1", "s", "c");
    await sendKeys({ type: "odd" });
    await press(it, "Enter", "2", "ArrowLeft");
    it = await reload(it);
    assert.equal(shown(it), "three");
    assert.equal(comment(it).value, "odd");
    assert.deepEqual(decisions(it), [1, -1, 2]);
    await press(it, "u");
    assert.deepEqual(decisions(it), [1, -1]);
  });

  it("begins with the first open item where no position is known", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2) });
    assert.equal(shown(it), "three");
    assert.deepEqual(it.sent, []);
  });

  it("keeps two views in step, undo of the other's decision included", async () => {
    const it = await show();
    const second = await it.view();
    await press(it, "1");
    assert.equal(shown(second), "two");
    button(second, "Undo").click();
    await it.settled();
    assert.equal(shown(it), "one");
    assert.deepEqual(decisions(it), []);
  });

  it("takes in decisions from Python and goes on from there", async () => {
    const it = await show();
    await press(it, "1");
    await it.receive({ decisions: Int32Array.of(1, 2, 0, 2) });
    assert.equal(words(one(it, ".count")), "Summary 3 / 4");
    await press(it, "n", "1");
    assert.deepEqual(decisions(it), [1, 2, 1, 2]);
    assert.match(shown(it), /^All done/);
  });

  it("takes in more items behind the last, and their decisions stay", async () => {
    const it = await show({ decisions: Int32Array.of(1, 1, 1, 1) });
    assert.match(shown(it), /^All done/);
    await it.receive({ items: [...items, "five"] });
    assert.equal(shown(it), "five");
    assert.deepEqual(decisions(it), [1, 1, 1, 1]);
  });

  it("works in an export, for itself", async () => {
    const it = await show({}, { mode: "export" });
    await press(it, "1", "2", "u");
    assert.equal(shown(it), "two");
    assert.deepEqual(it.sent, []);
  });
});

describe("labeler: summary and review", () => {
  it("is reached by the count, at any time", async () => {
    const it = await show({ decisions: Int32Array.of(1, -1) });
    await click(it, one(it, ".count"));
    assert.match(shown(it), /^2 still open\. .*all 2 .*spam 1 .*skipped 1/);
    assert.match(said(it) ?? "", /^Summary: 2 of 4 done, 1 of them skipped/);
  });

  it("walks through the items of one label, relabels, and ends in the summary", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2, 1, 2) });
    await click(it, button(it, "Review\\s*spam"));
    assert.equal(shown(it), "one");
    assert.equal(it.element.shadowRoot!.activeElement, one(it, ".stage"));
    await press(it, "2");
    assert.equal(shown(it), "three");
    await press(it, "ArrowRight");
    assert.match(shown(it), /^All done/);
    assert.deepEqual(decisions(it), [2, 2, 1, 2]);
  });

  it("ends when asked to", async () => {
    const it = await show({ decisions: Int32Array.of(1, 2, 1, 2) });
    await click(it, button(it, "Review\\s*spam"));
    await click(it, button(it, "End review"));
    await press(it, "ArrowRight");
    assert.equal(shown(it), "two");
  });
});

describe("labeler: what it shows", () => {
  it("has words for an empty queue and for no labels", async () => {
    const it = await show({ items: [], labels: [] });
    assert.equal(shown(it), "Nothing to label yet: items is empty.");
    assert.match(words(one(it, ".labels")), /labels is empty/);
    await press(it, "1", "s", "u", "n", "ArrowLeft", "ArrowRight", "Backspace", "Enter");
    assert.deepEqual(it.sent, []);
  });

  it("shows a record as a list of its fields", async () => {
    const it = await show({ items: [{ from: "Ann", text: "<b>Hello</b>" }] });
    assert.deepEqual(
      all(it, "dt, dd").map((each) => each.textContent),
      ["from", "Ann", "text", "<b>Hello</b>"],
    );
  });

  it("shows an image, and says when it is none", async () => {
    const canvas = document.createElement("canvas");
    const it = await show({ items: [{ image: canvas.toDataURL(), alt: "Nothing" }, { image: "data:image/png,x" }] });
    const image = one(it, "img") as HTMLImageElement;
    await image.decode();
    assert.equal(image.alt, "Nothing");
    const broken = new Promise((resolve) => image.addEventListener("error", resolve, { once: true }));
    await press(it, "ArrowRight");
    await broken;
    assert.equal(shown(it), "This image cannot be decoded.");
    await press(it, "ArrowLeft");
    await (one(it, "img") as HTMLImageElement).decode();
    await it.settled();
    assert.equal(getComputedStyle(one(it, "img")).display, "block");
  });

  it("says that it loads nothing from other machines", async () => {
    const it = await show({ items: [{ image: "//example.org/a.png" }] });
    assert.match(shown(it), /not loaded.*\/\/example.org\/a.png/);
    assert.lengthOf(all(it, "img"), 0);
  });

  it("tells the progress in words and by label", async () => {
    const it = await show({ decisions: Int32Array.of(1, -1, 1) });
    const bar = one(it, "[role=progressbar]");
    assert.equal(bar.getAttribute("aria-valuetext"), "3 of 4 done, 1 of them skipped");
    assert.equal(bar.getAttribute("aria-valuenow"), "3");
    assert.deepEqual(
      all(it, ".labels small").map((each) => each.textContent),
      ["2", "0"],
    );
  });

  it("answers a key in 100,000 items within 100 ms", async () => {
    const it = await show({
      items: Array.from({ length: 100_000 }, (_, n) => `item ${n}`),
      decisions: new Int32Array(99_000).fill(1),
    });
    assert.equal(shown(it), "item 99000");
    one(it, ".stage").focus();
    const started = performance.now();
    one(it, ".stage").dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, composed: true }));
    await it.element.updateComplete;
    assert.isBelow(performance.now() - started, 100);
    assert.equal(shown(it), "item 99001");
  });

  it("begins each item at its top", async () => {
    const it = await show({ items: ["long ".repeat(2000), "longer ".repeat(2000)] });
    await press(it, "End");
    one(it, ".stage").scrollTop = 500;
    await press(it, "1");
    assert.equal(one(it, ".stage").scrollTop, 0);
    assert.equal(it.element.shadowRoot!.activeElement, one(it, ".stage"));
  });

  it("leaves out what is not allowed", async () => {
    const it = await show({ allow_skip: false, allow_comment: false });
    await press(it, "s", "c");
    assert.deepEqual(it.sent, []);
    assert.lengthOf(all(it, "textarea, .skip"), 0);
  });

  it("says which trait is wrong", async () => {
    const it = await show({ labels: 7 });
    assert.match(words(one(it, ".problem")), /labels/);
  });
});
