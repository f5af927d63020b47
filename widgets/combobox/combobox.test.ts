import { assert } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host } from "../kit/testing/index.ts";
import { ComboboxElement } from "./element.ts";

const CITIES = ["Amsterdam", "Berlin", "Bogotá", "Kraków", "Lima", "Łódź", "Oslo", "São Paulo"];
const COUNTRIES = {
  value: ["DE", "PL", "CO", "PE"],
  label: ["Germany", "Poland", "Colombia", "Peru"],
  groups: [
    ["Europe", 2],
    ["South America", 2],
  ],
};

async function combobox(traits: Record<string, unknown> = {}, options = {}) {
  const it = await host(ComboboxElement, { traits: { options: CITIES, ...traits }, width: 500, ...options });
  const root = it.element.shadowRoot!;
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const texts = (selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent!.trim());
  const field = find("input") as HTMLInputElement;
  const isOpen = () => find(".panel").matches(":popover-open");
  const active = () => root.getElementById(field.getAttribute("aria-activedescendant") ?? "");
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      const [mod, rest] = key.includes("+") ? key.split("+") : [undefined, key];
      if (mod) await sendKeys({ down: mod });
      await sendKeys({ press: rest! });
      if (mod) await sendKeys({ up: mod });
    }
    await it.settled();
  };
  const type = async (text: string) => {
    await sendKeys({ type: text });
    await it.settled();
  };
  const click = async (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: "click", position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await it.settled();
  };
  const paste = async (text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true });
    field.dispatchEvent(event);
    await it.settled();
    return event.defaultPrevented;
  };
  const button = (text: string) =>
    [...root.querySelectorAll("button")].find((each) => each.textContent!.includes(text))!;
  const note = () => find("#note").textContent;
  const focused = () => root.activeElement as HTMLElement;
  field.focus();
  return { it, root, find, texts, field, isOpen, active, press, type, click, paste, button, note, focused };
}

describe("the list of options", () => {
  afterEach(() => resetMouse());

  it("opens by a click, by arrows and by typing, not by focus alone", async () => {
    const { it, isOpen, click, press, type, find, texts, field } = await combobox();
    assert.isFalse(isOpen());
    await click(field);
    assert.isTrue(isOpen());
    assert.equal(field.ariaExpanded, "true");
    assert.deepEqual(texts(".row .text"), CITIES);
    await press("Escape");
    assert.isFalse(isOpen());
    await press("ArrowDown");
    assert.isTrue(isOpen());
    await press("Alt+ArrowUp");
    assert.isFalse(isOpen());
    await type("o");
    assert.isTrue(isOpen());
    await press("Escape");
    assert.equal(field.value, "", "what was typed goes with the list");
    await click(find(".open"));
    assert.isTrue(isOpen());
    await click(find(".open"));
    assert.isFalse(isOpen());
    it.dispose();
  });

  it("closes by a press elsewhere, and when Tab leaves its last button", async () => {
    const { it, isOpen, click, press, field } = await combobox();
    await click(field);
    await sendMouse({ type: "click", position: [innerWidth - 2, innerHeight - 2] });
    assert.isFalse(isOpen());
    const after = document.createElement("button");
    document.body.append(after);
    await click(field);
    await press("Tab", "Tab");
    assert.isTrue(isOpen(), "its buttons are reached by Tab");
    await press("Tab");
    assert.isFalse(isOpen());
    after.remove();
    it.dispose();
  });

  it("finds by a part, without accents, best first, and marks what it found", async () => {
    const { it, type, texts, active } = await combobox();
    await type("lo");
    assert.deepEqual(texts(".row .text"), ["Łódź", "Oslo", "São Paulo"]);
    assert.equal(texts("mark")[0], "Łó");
    assert.equal(active()!.textContent!.trim(), "Łódź");
    assert.deepEqual(it.sent, []);
    it.dispose();
  });

  it("says what it is: a combobox with a listbox, and which option of how many is active", async () => {
    const { it, press, active, field, find } = await combobox({ selected: ["Berlin"], label: "City" });
    await press("ArrowDown", "ArrowDown", "ArrowDown");
    assert.equal(field.getAttribute("role"), "combobox");
    assert.equal(field.ariaLabel, "City");
    assert.equal(field.getAttribute("aria-controls"), find("[role=listbox]").id);
    assert.equal(find("[role=listbox]").ariaMultiSelectable, "true");
    const { ariaSelected, ariaSetSize, ariaPosInSet } = active()!;
    assert.deepEqual([ariaSelected, ariaSetSize, ariaPosInSet], ["true", "8", "2"]);
    it.dispose();
  });

  it("is gone through by arrows, pages and ends, round and round", async () => {
    const { it, press, active } = await combobox({ options: Array.from({ length: 1000 }, (_, n) => `Row ${n}`) });
    const at = () => active()?.textContent!.trim();
    await press("ArrowDown", "ArrowDown");
    assert.equal(at(), "Row 0");
    await press("ArrowUp");
    assert.equal(at(), "Row 999");
    await press("ArrowDown", "PageDown");
    assert.notEqual(at(), "Row 0");
    await press("PageUp", "PageUp");
    assert.equal(at(), "Row 0");
    await press("Control+End");
    assert.equal(at(), "Row 999");
    await press("Control+Home");
    assert.equal(at(), "Row 0");
    it.dispose();
  });

  it("draws few of 100,000 rows, and those in sight", async () => {
    const options = Array.from({ length: 100_000 }, (_, n) => `Option ${n}`);
    const { it, press, active, root, find } = await combobox({ options });
    await press("ArrowDown", "Control+End");
    assert.isBelow(root.querySelectorAll(".row").length, 60);
    const [row, list] = [active()!.getBoundingClientRect(), find(".list").getBoundingClientRect()];
    assert.equal(active()!.textContent!.trim(), "Option 99999");
    assert.isAtMost(row.bottom, list.bottom + 1);
    assert.equal(active()!.ariaPosInSet, "100000");
    it.dispose();
  });

  it("shows groups under headings, which are no options", async () => {
    const { it, press, type, texts, active, find, field } = await combobox({ options: COUNTRIES });
    await press("ArrowDown");
    assert.deepEqual(texts(".group, .text"), ["Europe", "Germany", "Poland", "South America", "Colombia", "Peru"]);
    await press("ArrowDown", "ArrowDown", "ArrowDown");
    assert.include(active()!.textContent, "Colombia");
    assert.equal(active()!.getAttribute("aria-description"), "South America");
    assert.deepEqual([active()!.ariaPosInSet, active()!.ariaSetSize], ["3", "4"]);
    field.select();
    await type("pe");
    assert.deepEqual(texts(".group"), ["South America"]);
    field.select();
    await type("PL");
    assert.include(find("[role=option]").textContent, "Poland", "values are found too");
    it.dispose();
  });

  it("says that nothing was found", async () => {
    const { it, type, find, press } = await combobox();
    await type("xyz");
    assert.equal(find(".none").textContent, "Nothing found");
    await press("Enter", "ArrowDown", "PageUp", "Control+End");
    assert.deepEqual(it.sent, []);
    it.dispose();
  });
});

describe("many", () => {
  afterEach(() => resetMouse());

  it("are chosen and taken back by Enter; the list stays, the next word replaces the last", async () => {
    const { it, type, press, isOpen, texts } = await combobox();
    await type("osl");
    await press("Enter");
    assert.isTrue(isOpen());
    await type("lim");
    await press("Enter");
    await press("Enter");
    assert.deepEqual(it.sent, [{ selected: ["Oslo"] }, { selected: ["Oslo", "Lima"] }, { selected: ["Oslo"] }]);
    assert.deepEqual(texts(".chip > span:first-child"), ["Oslo"]);
    it.dispose();
  });

  it("are chosen by clicks, which leave the focus in the field", async () => {
    const { it, click, field, root, focused } = await combobox();
    await click(field);
    await click(root.querySelectorAll<HTMLElement>("[role=option]")[1]!);
    assert.deepEqual(it.sent, [{ selected: ["Berlin"] }]);
    assert.equal(focused(), field);
    it.dispose();
  });

  it("are removed by Backspace in the empty field, by Delete on a chip, and by a click on it", async () => {
    const { it, press, focused, field, find, click } = await combobox({ selected: CITIES.slice(0, 5) });
    await press("Backspace");
    assert.deepEqual(it.element.selected, CITIES.slice(0, 4));
    await press("ArrowLeft", "ArrowLeft");
    assert.equal(focused().ariaLabel, "Remove Bogotá");
    await press("Delete");
    assert.deepEqual(it.element.selected, ["Amsterdam", "Berlin", "Kraków"]);
    assert.equal(focused().ariaLabel, "Remove Kraków", "the next one has the focus");
    await press("Delete");
    assert.equal(focused(), field);
    await press("ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowRight");
    assert.equal(focused(), field);
    await click(find(".chip"));
    assert.deepEqual(it.element.selected, ["Berlin"]);
    it.dispose();
  });

  it("of what is found are chosen and removed all at once, and that can be undone", async () => {
    const { it, type, button, click, press, focused, field, note } = await combobox({ selected: ["Lima"] });
    await type("o");
    await click(button("Choose all"));
    assert.isAbove(it.element.selected.length, 1);
    assert.include(note(), "added");
    assert.include(button("all").textContent, "Remove");
    await click(button("Remove all"));
    assert.deepEqual(it.element.selected, ["Lima"]);
    await click(button("Undo"));
    assert.isAbove(it.element.selected.length, 1);
    field.focus();
    await press("Escape");
    await press("Control+z");
    assert.deepEqual(it.element.selected, ["Lima"]);
    await press("Control+y");
    assert.isAbove(it.element.selected.length, 1);
    assert.equal(focused(), field);
    it.dispose();
  });

  it("are cleared at once, and that can be undone", async () => {
    const { it, find, click, button, note, texts } = await combobox({ selected: ["Lima", "Oslo"] });
    await click(find("[aria-label=Clear]"));
    assert.deepEqual(it.element.selected, []);
    assert.equal(note(), "2 removed.");
    await click(button("Undo"));
    assert.deepEqual(texts(".chip > span:first-child"), ["Lima", "Oslo"]);
    it.dispose();
  });

  it("stop at the limit, and say so", async () => {
    const { it, type, press, note, root } = await combobox({ selected: ["Lima"], max_selected: 2 });
    assert.equal(note(), "1 of 8 chosen · at most 2");
    await type("os");
    await press("Enter");
    await type("ber");
    assert.equal(root.querySelector("[role=option]")!.ariaDisabled, "true");
    await press("Enter");
    assert.deepEqual(it.element.selected, ["Lima", "Oslo"]);
    assert.equal(note(), "2 at most.");
    it.dispose();
  });

  it("are asked for while they are too few", async () => {
    const { it, note, type, press } = await combobox({ min_selected: 2, selected: ["Lima"] });
    assert.equal(note(), "1 of 8 chosen · at least 2");
    await type("os");
    await press("Enter");
    assert.equal(note(), "2 of 8 chosen");
    it.dispose();
  });

  it("show those that are no option any more, and can list what is chosen alone", async () => {
    const { it, find, button, click, field, texts } = await combobox({ selected: ["Gone", "Lima"] });
    assert.include(find(".gone").textContent, "Gone");
    await click(field);
    await click(button("Chosen"));
    assert.deepEqual(texts(".row .text"), ["Lima"]);
    it.dispose();
  });

  it("beyond forty are counted", async () => {
    const selected = Array.from({ length: 50 }, (_, n) => `Row ${n}`);
    const { it, root, button, click, texts } = await combobox({ options: [...selected, "Other"], selected });
    assert.lengthOf(root.querySelectorAll(".chip"), 41);
    await it.settled();
    button("+10").scrollIntoView();
    await click(button("+10"));
    assert.notInclude(texts(".row .text"), "Other");
    it.dispose();
  });
});

describe("a pasted list", () => {
  it("is chosen, and what is no option is named", async () => {
    const { it, paste, note, button } = await combobox({ selected: ["Lima"] });
    assert.isTrue(await paste("oslo, lodz; Atlantis\nBERLIN"));
    assert.deepEqual(it.sent, [{ selected: ["Lima", "Oslo", "Łódź", "Berlin"] }]);
    assert.equal(note(), "3 added. Not among the options: “Atlantis”.");
    await paste("Lima\nKraków");
    assert.equal(note(), "1 added.");
    button("Undo").click();
    assert.deepEqual(it.element.selected, ["Lima", "Oslo", "Łódź", "Berlin"]);
    it.dispose();
  });

  it("is cut at the limit", async () => {
    const { it, paste, note } = await combobox({ max_selected: 2 });
    await paste("Lima, Oslo, Berlin");
    assert.deepEqual(it.element.selected, ["Lima", "Oslo"]);
    assert.equal(note(), "2 added. 1 left out: 2 at most.");
    it.dispose();
  });

  it("creates what is no option where that is wanted", async () => {
    const { it, paste } = await combobox({ creatable: true });
    await paste("Lima\nAtlantis");
    assert.deepEqual(it.element.selected, ["Lima", "Atlantis"]);
    it.dispose();
  });

  it("of one text is left to the field, as in a single choice", async () => {
    const { it, paste } = await combobox();
    assert.isFalse(await paste("Lima"));
    it.dispose();
    const single = await combobox({ multiple: false });
    assert.isFalse(await single.paste("Lima, Oslo"));
    single.it.dispose();
  });
});

describe("what is no option", () => {
  it("is created by the last row, unless it is one", async () => {
    const { it, type, press, texts, field } = await combobox({ creatable: true });
    await type("Lim");
    assert.equal(texts("[role=option]").at(-1)!.replace(/\s+/g, " "), "+ Add “Lim”");
    await press("ArrowUp", "Enter");
    assert.deepEqual(it.sent, [{ selected: ["Lim"] }]);
    assert.equal(field.value, "");
    await type("Lima");
    assert.notInclude(texts("[role=option]").join(), "Add");
    it.dispose();
  });
});

describe("one", () => {
  afterEach(() => resetMouse());

  it("is shown in the field, replaced by another, and closes the list", async () => {
    const { it, field, click, type, press, isOpen, active } = await combobox({ multiple: false, selected: ["Lima"] });
    assert.equal(field.value, "Lima");
    await click(field);
    assert.equal(active()!.textContent!.trim().replace(/\s+/g, " "), "✓ Lima");
    await type("os");
    await press("Enter");
    assert.isFalse(isOpen());
    assert.equal(field.value, "Oslo");
    assert.deepEqual(it.sent, [{ selected: ["Oslo"] }]);
    it.dispose();
  });

  it("is shown by its label, and back after Escape", async () => {
    const { it, field, type, press } = await combobox({ multiple: false, options: COUNTRIES, selected: ["PL"] });
    assert.equal(field.value, "Poland");
    field.select();
    await type("xyz");
    await press("Escape");
    assert.equal(field.value, "Poland");
    assert.deepEqual(it.sent, []);
    it.dispose();
  });

  it("is taken back by emptying the field and Enter, or by the cross", async () => {
    const { it, field, press, find, click } = await combobox({ multiple: false, selected: ["Lima"] });
    field.select();
    await press("Backspace", "Enter");
    assert.deepEqual(it.sent, [{ selected: [] }]);
    await it.receive({ selected: ["Oslo"] });
    await click(find("[aria-label=Clear]"));
    assert.deepEqual(it.element.selected, []);
    assert.equal(field.value, "");
    it.dispose();
  });
});

describe("what the kernel sends", () => {
  it("changes options and choice while the list is open, and what is typed stays", async () => {
    const { it, type, texts, field } = await combobox();
    await type("li");
    await it.receive({ options: ["Lisbon", "Lille"], selected: ["Lille"] });
    assert.deepEqual(texts(".row .text"), ["Lisbon", "Lille"]);
    assert.equal(field.value, "li");
    assert.deepEqual(it.sent, []);
    it.dispose();
  });

  it("that cannot be read is no option", async () => {
    for (const options of [null, 5, [1, 2], { value: "x" }, { value: ["a"], label: [1], groups: "no" }, [["a"]]]) {
      const { it, press, root } = await combobox({ options });
      await press("ArrowDown");
      assert.isAtMost(root.querySelectorAll("[role=option]").length, 1, JSON.stringify(options));
      it.dispose();
    }
  });
});
