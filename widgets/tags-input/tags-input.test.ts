import { assert } from "@open-wc/testing";
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { TagsInputElement } from "./element.ts";

type Page = TestHost<TagsInputElement>;

const ABC = { value: ["alpha", "beta", "gamma"] };
const RULES = { pattern: "[a-z]+", pattern_message: "Small letters only.", max_length: 5 };
const find = <E extends HTMLElement = HTMLElement>(it: Page, selector: string): E => {
  const found = it.element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`Expected an element that fits ${selector}.`);
  return found;
};
const all = (it: Page, selector: string) => [...it.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
const field = (it: Page) => find<HTMLInputElement>(it, "input");
const chips = (it: Page) => all(it, "li").map((each) => each.textContent!.trim());
const wrong = (it: Page) => all(it, "li.wrong").map((each) => each.textContent!.trim());
const note = (it: Page) => find(it, "#note").textContent!.trim();
const lists = (it: Page) => it.sent.map(({ value }) => value);
const focused = (it: Page) => {
  const at = it.element.shadowRoot!.activeElement;
  return at?.localName === "li" ? at.textContent!.trim() : at?.localName;
};
const menu = (it: Page) => (find(it, ".menu").matches(":popover-open") ? all(it, ".menu span") : []);
const press = async (it: Page, ...chords: string[]) => {
  for (const chord of chords) {
    const held = chord.split("+");
    const key = held.pop() ?? "";
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: key });
    for (const each of held) await sendKeys({ up: each });
    await it.settled();
  }
};
const type = async (it: Page, text: string) => {
  await sendKeys({ type: text });
  await it.settled();
};
const paste = async (it: Page, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData, cancelable: true, bubbles: true });
  field(it).dispatchEvent(event);
  await it.settled();
  return event.defaultPrevented;
};
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
};
const at = ({ x, y }: { x: number; y: number }): [number, number] => [x, y];

describe("tags input", () => {
  let open: Page | undefined;
  const show = async (traits: HostOptions["traits"], options: HostOptions = {}) => {
    open = await host(TagsInputElement, { width: 600, ...options, traits });
    field(open).focus();
    return open;
  };
  afterEach(async () => {
    await resetMouse();
    open?.dispose();
    open = undefined;
  });

  describe("typing", () => {
    it("takes a tag with Enter, and with a comma", async () => {
      const it = await show(ABC);
      await type(it, " delta ");
      await press(it, "Enter");
      await type(it, "two words,");
      assert.deepEqual(lists(it), [
        ["alpha", "beta", "gamma", "delta"],
        ["alpha", "beta", "gamma", "delta", "two words"],
      ]);
      assert.equal(field(it).value, "");
      assert.equal(focused(it), "input");
    });

    it("takes it when the focus goes elsewhere in the page", async () => {
      const it = await show(ABC);
      await type(it, "delta");
      await press(it, "Tab");
      assert.deepEqual(lists(it), [["alpha", "beta", "gamma", "delta"]]);
    });

    it("keeps what is half typed when another window takes the focus", async () => {
      const it = await show(ABC);
      await type(it, "delt");
      const { hasFocus } = document;
      document.hasFocus = () => false;
      try {
        field(it).dispatchEvent(new FocusEvent("blur"));
        await it.settled();
      } finally {
        document.hasFocus = hasFocus;
      }
      assert.equal(field(it).value, "delt");
      assert.deepEqual(it.sent, []);
    });

    it("says how many there are, and that a pattern is unknown to browsers", async () => {
      const it = await show({ value: ["a"] });
      assert.equal(note(it), "1 tag");
      await it.receive({ value: ["a", "B"], pattern: "[a-z]" });
      assert.equal(note(it), "1 tag, 1 to correct");
      await it.receive({ value: ["a", "b"], max_tags: 3, pattern: "(?P<x>a)" });
      assert.equal(note(it), "2 of 3 tags. Browsers do not know the pattern: it is not checked here.");
    });

    it("keeps a wrong one for correction, says why, and takes it once it is right", async () => {
      const it = await show({ ...ABC, ...RULES });
      for (const [text, why] of [
        ["Nope", "Small letters only."],
        ["toolong", "Too long by 2: at most 5 characters."],
        ["BETA", "“BETA” is there already."],
      ] as const) {
        field(it).select();
        await type(it, text);
        await press(it, "Enter");
        assert.equal(note(it), why);
        assert.equal(field(it).ariaInvalid, "true");
        await press(it, "Tab");
        assert.equal(field(it).value, text);
        field(it).focus();
      }
      assert.deepEqual(it.sent, []);
      await it.receive({ value: ["other"] });
      assert.equal(field(it).value, "BETA");
      field(it).select();
      await type(it, "right");
      assert.equal(field(it).ariaInvalid, "false");
      await press(it, "Enter");
      assert.deepEqual(lists(it), [["other", "right"]]);
    });

    it("keeps one that there is no room for", async () => {
      const it = await show({ ...ABC, max_tags: 3 });
      await type(it, "delta");
      await press(it, "Enter");
      assert.equal(note(it), "Full: at most 3 tags.");
      assert.equal(field(it).value, "delta");
      assert.deepEqual(it.sent, []);
    });
  });

  describe("pasting", () => {
    it("takes what commas, tabs and line ends separate, in one step", async () => {
      const it = await show(ABC);
      assert.isTrue(await paste(it, "one, two words\tthree\nfour\n"));
      assert.deepEqual(lists(it), [["alpha", "beta", "gamma", "one", "two words", "three", "four"]]);
      await press(it, "Control+z");
      assert.deepEqual(lists(it).at(-1), ABC.value);
    });

    it("leaves a single text to the field, and what is half typed in it", async () => {
      const it = await show(ABC);
      assert.isFalse(await paste(it, "one two"));
      await type(it, "half");
      await paste(it, "one,two");
      assert.equal(field(it).value, "half");
      assert.lengthOf(lists(it).at(-1) as string[], 5);
    });

    it("keeps wrong ones as chips that are not sent, and says which are there already", async () => {
      const it = await show({ ...ABC, ...RULES });
      await paste(it, "one,NO,toolong,Beta");
      assert.deepEqual(lists(it), [["alpha", "beta", "gamma", "one"]]);
      assert.deepEqual(wrong(it), ["NO", "toolong"]);
      assert.equal(note(it), "“Beta” there already.");
      assert.equal(all(it, "li.wrong")[0]!.ariaLabel, "NO. Wrong: Small letters only.");
    });

    it("keeps wrong ones when the notebook sets other tags", async () => {
      const it = await show({ ...ABC, ...RULES });
      await paste(it, "NO,nope nope");
      await it.receive({ value: ["new", "no"] });
      assert.deepEqual(chips(it), ["new", "no", "nope nope"]);
    });

    it("corrects a wrong chip in its place", async () => {
      const it = await show({ ...ABC, ...RULES });
      await paste(it, "NO,one");
      await press(it, "ArrowLeft", "ArrowLeft");
      assert.equal(focused(it), "NO");
      assert.equal(note(it), "Small letters only.");
      await press(it, "Enter");
      assert.equal(field(it).value, "NO");
      await type(it, "yes");
      await press(it, "Enter");
      assert.deepEqual(lists(it).at(-1), ["alpha", "beta", "gamma", "yes", "one"]);
      assert.deepEqual(wrong(it), []);
    });

    it("takes what was one too many as soon as there is room", async () => {
      const it = await show({ ...ABC, max_tags: 4 });
      await paste(it, "one,two");
      assert.deepEqual(lists(it).at(-1), ["alpha", "beta", "gamma", "one"]);
      assert.deepEqual(wrong(it), ["two"]);
      await press(it, "ArrowLeft", "Home", "Delete");
      assert.deepEqual(lists(it).at(-1), ["beta", "gamma", "one", "two"]);
      assert.deepEqual(wrong(it), []);
    });
  });

  describe("with keys on the tags", () => {
    it("comes from the field with Backspace or Left, removes with the next Backspace, and goes back", async () => {
      const it = await show(ABC);
      await press(it, "Backspace");
      assert.equal(focused(it), "gamma");
      assert.deepEqual(it.sent, []);
      await press(it, "Backspace");
      assert.equal(focused(it), "beta");
      assert.deepEqual(lists(it), [["alpha", "beta"]]);
      assert.equal(note(it), "Removed “gamma”. Undo brings it back.");
      await press(it, "ArrowRight");
      assert.equal(focused(it), "input");
      await press(it, "ArrowLeft", "Home");
      assert.equal(focused(it), "alpha");
      await press(it, "End", "Escape");
      assert.equal(focused(it), "input");
    });

    it("stops a held Backspace at the empty field", async () => {
      const it = await show(ABC);
      await type(it, "x");
      const hold = (repeat: boolean) =>
        field(it).dispatchEvent(
          new KeyboardEvent("keydown", { key: "Backspace", repeat, bubbles: true, composed: true }),
        );
      await press(it, "Backspace");
      hold(true);
      await it.settled();
      assert.equal(focused(it), "input");
      hold(false);
      await it.settled();
      assert.equal(focused(it), "gamma");
    });

    it("removes with Delete and stays at the place; the last one leaves the field", async () => {
      const it = await show({ value: ["a", "b"] });
      await press(it, "ArrowLeft", "Home", "Delete");
      assert.equal(focused(it), "b");
      await press(it, "Delete");
      assert.equal(focused(it), "input");
      assert.deepEqual(lists(it), [["b"], []]);
    });

    it("moves with Alt and arrows, stops at the ends, and says the place", async () => {
      const it = await show(ABC);
      await press(it, "ArrowLeft", "Alt+ArrowLeft", "Alt+ArrowLeft", "Alt+ArrowLeft");
      assert.deepEqual(lists(it), [
        ["alpha", "gamma", "beta"],
        ["gamma", "alpha", "beta"],
      ]);
      assert.equal(focused(it), "gamma");
      assert.equal(note(it), "Place 1 of 3.");
    });

    it("corrects in place with F2, leaves it with Escape, removes it without text", async () => {
      const it = await show(ABC);
      await press(it, "ArrowLeft", "ArrowLeft", "F2");
      await type(it, "changed");
      await press(it, "Escape");
      assert.deepEqual(chips(it), ABC.value);
      assert.equal(focused(it), "beta");
      await press(it, "Enter");
      await type(it, "Beta");
      await press(it, "Enter");
      assert.deepEqual(lists(it), [["alpha", "Beta", "gamma"]]);
      await press(it, "ArrowLeft", "Home", "Enter", "Backspace", "Enter");
      assert.deepEqual(lists(it).at(-1), ["Beta", "gamma"]);
    });

    it("takes steps back and does them again", async () => {
      const it = await show(ABC);
      await press(it, "Backspace", "Backspace", "Alt+ArrowLeft", "Control+z", "Control+z");
      assert.deepEqual(lists(it).at(-1), ABC.value);
      await press(it, "Control+y");
      assert.deepEqual(lists(it).at(-1), ["alpha", "beta"]);
    });

    it("types into the field from a tag", async () => {
      const it = await show(ABC);
      await press(it, "ArrowLeft");
      await type(it, "new");
      assert.equal(field(it).value, "new");
    });

    it("copies all tags", async () => {
      const it = await show(ABC);
      const clipboardData = new DataTransfer();
      find(it, "li").dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
      assert.equal(clipboardData.getData("text/plain"), "alpha, beta, gamma");
    });
  });

  describe("with a pointer", () => {
    const carry = async (it: Page, from: number, to: number, drop = true) => {
      const [start, end] = [from, to].map((n) => middle(all(it, "li")[n]!)) as [Spot, Spot];
      await sendMouse({ type: "move", position: at(start) });
      await sendMouse({ type: "down" });
      await sendMouse({ type: "move", position: [end.x + (to > from ? 8 : -8), end.y] });
      if (drop) await sendMouse({ type: "up" });
      await it.settled();
    };
    type Spot = { x: number; y: number };

    it("carries a tag to another place and sends when it is dropped", async () => {
      const it = await show(ABC);
      await carry(it, 0, 2, false);
      assert.deepEqual(chips(it), ["beta", "gamma", "alpha"]);
      assert.deepEqual(it.sent, []);
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(lists(it), [["beta", "gamma", "alpha"]]);
      assert.equal(focused(it), "alpha");
    });

    it("keeps a tag in the hand while the notebook sets others", async () => {
      const it = await show(ABC);
      await carry(it, 0, 2, false);
      await it.receive({ value: ["other"] });
      assert.deepEqual(chips(it), ["beta", "gamma", "alpha"]);
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      await it.settled();
      assert.deepEqual(chips(it), ["other"]);
      assert.deepEqual(it.sent, []);
    });

    it("puts it back with Escape", async () => {
      const it = await show(ABC);
      await carry(it, 2, 0, false);
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(chips(it), ABC.value);
      assert.deepEqual(it.sent, []);
    });

    it("is carried by a finger", async () => {
      const it = await show(ABC);
      const [a, b, c] = [0, 1, 2].map((n) => middle(all(it, "li")[n]!));
      await executeServerCommand("inlay:touch", [a, b, { x: c!.x + 8, y: c!.y }]);
      await it.settled();
      assert.deepEqual(lists(it), [["beta", "gamma", "alpha"]]);
    });

    it("removes with a click on the cross, corrects with a double click", async () => {
      const it = await show(ABC);
      await sendMouse({ type: "click", position: at(middle(all(it, ".x")[1]!)) });
      await it.settled();
      assert.deepEqual(lists(it), [["alpha", "gamma"]]);
      const spot = at(middle(all(it, "li span")[0]!));
      await sendMouse({ type: "click", position: spot });
      await sendMouse({ type: "click", position: spot });
      all(it, "li")[0]!.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
      await it.settled();
      assert.equal(field(it).value, "alpha");
    });

    it("clears all, and brings all back", async () => {
      const it = await show(ABC);
      find(it, '[aria-label="Remove all"]').click();
      await it.settled();
      assert.deepEqual(lists(it), [[]]);
      find(it, '[aria-label="Undo"]').click();
      await it.settled();
      assert.deepEqual(chips(it), ABC.value);
    });
  });

  describe("suggestions", () => {
    const SOME = { value: ["python"], suggestions: ["Python", "pandas", "Polars", "SQL", "Öl"] };

    it("are found while typing, without case and accents, and without tags that are there", async () => {
      const it = await show(SOME);
      await type(it, "p");
      assert.deepEqual(
        menu(it).map((each) => each.textContent),
        ["pandas", "Polars"],
      );
      assert.equal(note(it), "2 suggestions");
      assert.equal(field(it).ariaExpanded, "true");
      await press(it, "Backspace");
      await type(it, "ol");
      assert.equal(menu(it)[0]!.textContent, "Öl");
    });

    it("are chosen with arrows and Enter; Enter alone takes what is typed", async () => {
      const it = await show(SOME);
      await type(it, "p");
      await press(it, "ArrowDown", "ArrowDown");
      assert.equal(field(it).getAttribute("aria-activedescendant"), "hit-1");
      await press(it, "Enter");
      await type(it, "pand");
      await press(it, "Enter");
      assert.deepEqual(lists(it).at(-1), ["python", "Polars", "pand"]);
      assert.deepEqual(menu(it), []);
    });

    it("are opened with Down or a click, closed with Escape, taken with a click", async () => {
      const it = await show(SOME);
      await press(it, "ArrowDown");
      assert.lengthOf(menu(it), 4);
      await press(it, "Escape");
      assert.deepEqual(menu(it), []);
      await sendMouse({ type: "click", position: at(middle(field(it))) });
      await it.settled();
      await sendMouse({ type: "click", position: at(middle(menu(it)[2]!)) });
      await it.settled();
      assert.deepEqual(lists(it), [["python", "SQL"]]);
      assert.equal(focused(it), "input");
    });

    it("give a tag its spelling, typed or pasted", async () => {
      const it = await show({ suggestions: SOME.suggestions });
      await type(it, "sql");
      await press(it, "Enter");
      await paste(it, "POLARS,other");
      assert.deepEqual(lists(it).at(-1), ["SQL", "Polars", "other"]);
    });

    it("may be 100,000", async () => {
      const it = await show({ suggestions: Array.from({ length: 100_000 }, (_, n) => `tag ${n}`) });
      await type(it, "99999");
      assert.equal(menu(it)[0]!.textContent, "tag 99999");
      await press(it, "ArrowDown", "Enter");
      assert.deepEqual(lists(it), [["tag 99999"]]);
    });
  });

  it("shows the same in two views", async () => {
    const it = await show(ABC);
    const second = await it.view();
    await press(it, "Backspace", "Delete");
    assert.deepEqual(
      [...second.element.renderRoot.querySelectorAll("li")].map((each) => each.textContent?.trim()),
      ["alpha", "beta"],
    );
  });
});
