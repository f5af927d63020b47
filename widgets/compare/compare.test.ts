import { assert } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { CompareElement } from "./element.ts";

type It = TestHost<CompareElement>;

const items = ["one", "two", "three"];
const named = { items, names: ["Ada", "Bo", "Cy"], blind: false };

describe("compare", () => {
  let open: It | undefined;
  const show = async (traits: HostOptions["traits"] = {}, options: HostOptions = {}) => {
    open = await host(CompareElement, { ...options, traits: { items, ...traits } });
    return open;
  };
  afterEach(() => {
    open?.dispose();
    open = undefined;
  });

  const all = (it: It, selector: string) => [...it.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const texts = (it: It) => all(it, ".item").map((each) => each.innerText.trim());
  const button = (it: It, text: string) => {
    const found = all(it, "button").find(
      (each) => each.ariaLabel?.endsWith(`candidate ${text}`) || each.innerText.trim().startsWith(text),
    );
    assert.isDefined(found, `there is no button ${text}`);
    return found!;
  };
  const click = async (it: It, text: string) => {
    button(it, text).click();
    await it.settled();
  };
  const press = async (it: It, ...keys: string[]) => {
    if (!it.element.renderRoot.activeElement) all(it, "[tabindex]")[0]!.focus();
    for (const key of keys) {
      await sendKeys({ press: key });
      await it.settled();
    }
  };
  const choices = (it: It) =>
    it.element.choices.map(({ pair, shown, winner, verdict }) => ({ pair, shown, winner, verdict }));
  const said = (it: It) => all(it, "[role=status]")[0]!.textContent;
  const count = (it: It) => all(it, ".count")[0]!.innerText;

  it("keeps who was shown where, who won and how long it took, and goes on", async () => {
    const it = await show(named);
    const [left, right] = texts(it);
    await press(it, "1");
    const [choice] = it.element.choices;
    assert.deepEqual(
      choice!.shown.map((each) => items[each]),
      [left, right],
    );
    assert.equal(items[choice!.winner!], left);
    assert.equal(choice!.verdict, "pick");
    assert.isTrue(Number.isInteger(choice!.ms) && choice!.ms >= 0);
    assert.deepEqual(it.sent, [{ choices: it.element.choices }]);
    assert.notDeepEqual(texts(it), [left, right]);
    assert.equal(count(it), "1 / 3");
    assert.match(said(it)!, /^Picked (Ada|Bo|Cy)\. Pair 2 of 3$/);
  });

  it("has a key and a button for each verdict", async () => {
    for (const [key, text, verdict] of [
      ["2", "2", "pick"],
      ["0", "Tie", "tie"],
      ["b", "Both bad", "bad"],
      ["s", "Skip", "skip"],
    ]) {
      const byKey = await show();
      await press(byKey, key!);
      const made = choices(byKey);
      byKey.dispose();
      const byHand = await show();
      await click(byHand, text!);
      assert.deepEqual(choices(byHand), made);
      assert.equal(made[0]!.verdict, verdict);
      assert.equal(made[0]!.winner, verdict === "pick" ? made[0]!.shown[1] : null);
      byHand.dispose();
    }
    open = undefined;
  });

  it("does nothing by a key whose button is not there", async () => {
    const it = await show({ allow_tie: false, allow_bad: false, allow_skip: false });
    await press(it, "0", "b", "s", "3", "9", "x");
    assert.deepEqual(it.sent, []);
    assert.deepEqual(
      all(it, ".tools button").map((each) => each.innerText.trim().slice(0, 4)),
      ["Undo"],
    );
  });

  it("takes back one choice after another, also of before a reload, and shows the pair again", async () => {
    const it = await show();
    const first = texts(it);
    await press(it, "1", "2");
    const kept = it.element.choices;
    it.dispose();
    const again = await show({ choices: kept });
    await press(again, "u");
    assert.deepEqual(again.element.choices, kept.slice(0, 1));
    await press(again, "u");
    assert.deepEqual(choices(again), []);
    assert.deepEqual(texts(again), first);
    await press(again, "u");
    assert.equal(said(again), "Nothing to undo");
  });

  it("undoes by Ctrl and Z", async () => {
    const it = await show();
    await press(it, "1");
    await sendKeys({ down: "Control" });
    await press(it, "z");
    await sendKeys({ up: "Control" });
    assert.deepEqual(choices(it), []);
  });

  it("ends with a summary, which takes up what was skipped", async () => {
    const it = await show();
    await press(it, "1", "s", "0");
    assert.equal(
      all(it, ".summary")[0]!.innerText.replace(/\s+/g, " "),
      "All done. 1 picked · 1 ties · 1 skipped Take up what was skipped",
    );
    assert.equal(all(it, "[aria-disabled=true]").length, 3);
    await press(it, "1");
    assert.equal(it.element.choices.length, 3);
    await click(it, "Take up");
    assert.deepEqual(
      choices(it).map(({ verdict }) => verdict),
      ["pick", "tie"],
    );
    assert.equal(count(it), "2 / 3");
    await press(it, "2");
    assert.equal(count(it), "3 / 3");
  });

  it("has keys that work on when the button that was pressed is gone", async () => {
    const it = await show();
    button(it, "1").focus();
    await press(it, "1", "1", "1");
    assert.equal(it.element.renderRoot.activeElement, all(it, ".summary")[0]);
    await press(it, "u");
    assert.equal(count(it), "2 / 3");
  });

  it("shows no names, and the same order again, while it is blind", async () => {
    const it = await show({ ...named, blind: true, seed: 3 });
    const order = texts(it);
    assert.notMatch(it.element.renderRoot.textContent!, /Ada|Bo\b|Cy/);
    it.dispose();
    const again = await show({ ...named, blind: true, seed: 3 });
    assert.deepEqual(texts(again), order);
    again.dispose();
    const orders = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const other = await show({ items, seed });
      orders.add(texts(other).join());
      other.dispose();
    }
    open = undefined;
    assert.equal(orders.size, 2);
  });

  it("shows names, in the order of the pair, where it is not blind", async () => {
    const it = await show({ ...named, names: ["Ada"], pairs: [[2, 0, 1]] });
    assert.deepEqual(texts(it), ["three", "one", "two"]);
    assert.deepEqual(
      all(it, ".panel button span").map((each) => each.innerText),
      ["Item 3", "Ada", "Item 2"],
    );
    assert.include(button(it, "2").getAttribute("aria-label")!, "Ada");
  });

  it("shows what a pair is about", async () => {
    const it = await show({ pairs: [{ items: [0, 1], context: "Why?\n<b>Now</b>" }] });
    assert.equal(all(it, ".context")[0]!.innerText, "Why?\n<b>Now</b>");
  });

  it("takes a key that is held down once, and the second click of a double click for a slip", async () => {
    const it = await show();
    all(it, ".item")[0]!.focus();
    await sendKeys({ down: "1" });
    await sendKeys({ down: "1" });
    await sendKeys({ up: "1" });
    await it.settled();
    assert.equal(it.element.choices.length, 1);
    for (const detail of [1, 2]) button(it, "2").dispatchEvent(new MouseEvent("click", { detail, bubbles: true }));
    await it.settled();
    assert.equal(it.element.choices.length, 2);
  });

  it("shows pictures of this page, records and markdown; and no picture of another machine", async () => {
    const image = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
    const it = await show({
      blind: false,
      items: [
        { image, alt: "Green", year: 2024 },
        { image: "//example.org/x.png" },
        { markdown: "**a**" },
        { a: [1], b: null },
      ],
      pairs: [[0, 1, 2, 3]],
    });
    const [picture] = all(it, "img") as HTMLImageElement[];
    assert.deepEqual([all(it, "img").length, picture!.alt], [1, "Green"]);
    assert.include(texts(it)[0]!.replace(/\s+/g, " "), "year 2024");
    assert.include(texts(it)[1]!, "Image not loaded");
    assert.equal(all(it, "b").at(-1)!.textContent, "a");
    assert.equal(texts(it)[3]!.replace(/\s+/g, " "), "a [1] b —");
  });

  it("follows choices that the kernel sets, and sends none back", async () => {
    const it = await show();
    await it.receive({ choices: [{ pair: 0, shown: [0, 1], winner: null, verdict: "tie", ms: 5 }] });
    assert.equal(count(it), "1 / 3");
    assert.deepEqual(it.sent, []);
  });

  it("starts each pair at its top", async () => {
    const it = await show({ items: ["long ".repeat(4000), "long ".repeat(4000), "long ".repeat(4000)] });
    all(it, ".item")[0]!.scrollTop = 400;
    await press(it, "1");
    assert.equal(all(it, ".item")[0]!.scrollTop, 0);
  });
});
