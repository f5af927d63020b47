import { assert } from "@open-wc/testing";
import { executeServerCommand, resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { host, type HostOptions, type TestHost } from "../kit/testing/index.ts";
import { dayOf } from "./days.ts";
import { DateBrushElement } from "./element.ts";
import { calendar, timeline, TOP } from "./layout.ts";

type Brush = TestHost<DateBrushElement>;

/** 2024 by weeks from Monday, 884 pixels wide: a day is 16 pixels. */
const YEAR = {
  first_day: "2024-01-01",
  counts: Float64Array.from({ length: 366 }, (_, i) => i % 5),
  start: "2024-01-01",
  end: "2024-12-31",
  label: "Visits",
  week_start: 1,
};
const WIDTH = 848 + 36;

const find = <E extends HTMLElement>(it: Brush, selector: string) => it.element.renderRoot.querySelector<E>(selector)!;
const grid = (it: Brush) => find(it, "[role=grid]");
const cell = (it: Brush) => find(it, "[role=gridcell]");
const field = (it: Brush, end: "first" | "last") => find<HTMLInputElement>(it, `[aria-label$="${end} day"]`);
const preset = (it: Brush, name: string) =>
  [...it.element.renderRoot.querySelectorAll("button")].find((each) => each.textContent!.trim() === name)!;
const text = (it: Brush) => it.element.renderRoot.textContent!.replace(/\s+/g, " ");
const range = (it: Brush) => [it.element.start, it.element.end];

describe("date-brush", () => {
  let open: Brush | undefined;
  const show = async (traits: HostOptions["traits"] = {}, options: HostOptions = {}): Promise<Brush> =>
    (open = await host(DateBrushElement, { width: WIDTH, ...options, traits: { ...YEAR, ...traits } }));
  const press = async (it: Brush, ...keys: string[]) => {
    for (const key of keys) {
      const parts = key.split("+");
      for (const down of parts.slice(0, -1)) await sendKeys({ down });
      await sendKeys({ press: parts.at(-1)! });
      for (const up of parts.slice(0, -1)) await sendKeys({ up });
    }
    await it.settled();
  };
  /** The middle of a day in the page. */
  const at = (it: Brush, day: string, y?: number): [number, number] => {
    const span = [dayOf(YEAR.first_day)!, dayOf(YEAR.first_day)! + it.element.counts.length - 1] as const;
    const draw = it.element.view === "calendar" ? calendar : timeline;
    const box = draw(it.element.counts, span, 848, 1).box([dayOf(day)!, dayOf(day)!]);
    const { left, top } = grid(it).getBoundingClientRect();
    return [Math.round(left + box.x + box.width / 2), Math.round(top + (y ?? box.y + box.height / 2))];
  };
  const drag = async (it: Brush, from: [number, number], to: [number, number], drop = true) => {
    await sendMouse({ type: "move", position: from });
    await sendMouse({ type: "down" });
    await sendMouse({ type: "move", position: to });
    if (drop) await sendMouse({ type: "up" });
    await it.settled();
  };
  afterEach(async () => {
    await resetMouse();
    open?.dispose();
    open = undefined;
  });

  it("says the range with its ISO weeks, days, counts and zone", async () => {
    const it = await show({ start: "2024-03-04", end: "2024-03-17", time_zone: "Asia/Tokyo" });
    assert.match(text(it), /Mar 4 – 17, 2024 · W10–W11 · 14 days · 28 of 730/);
    assert.include(text(it), "Days in Asia/Tokyo");
    assert.deepEqual([field(it, "first").value, field(it, "last").value], ["2024-03-04", "2024-03-17"]);
  });

  it("is a grid of weeks by days, whose active cell is told with its week and count", async () => {
    const it = await show({ start: "2024-03-04", end: "2024-03-17" });
    grid(it).focus();
    await it.settled();
    assert.equal(grid(it).getAttribute("aria-activedescendant"), cell(it).id);
    assert.match(cell(it).ariaLabel!, /Sun, Mar 17, 2024 · W11 · 1/);
    assert.deepEqual(
      ["aria-rowcount", "aria-colcount"].map((name) => grid(it).getAttribute(name)),
      ["7", "53"],
    );
    assert.deepEqual(
      [cell(it).parentElement!.ariaRowIndex, cell(it).ariaColIndex, cell(it).ariaSelected],
      ["7", "11", "true"],
    );
  });

  describe("with keys", () => {
    const start = async (traits: HostOptions["traits"] = {}) => {
      const it = await show({ start: "2024-03-13", end: "2024-03-13", ...traits });
      grid(it).focus();
      await it.settled();
      return it;
    };
    const active = (it: Brush) => cell(it).ariaLabel!.split(" · ")[0];

    it("walks by days, weeks and months without choosing", async () => {
      const it = await start();
      const seen: unknown[] = [];
      for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]) {
        await press(it, key);
        seen.push(active(it)!.slice(5, -6));
      }
      assert.deepEqual(seen, ["Mar 20", "Mar 13", "Mar 14", "Mar 13", "Mar 11", "Mar 17", "Apr 17", "Mar 17"]);
      await press(it, "Control+Home");
      assert.equal(active(it), "Mon, Jan 1, 2024");
      await press(it, "ArrowUp", "ArrowLeft");
      assert.equal(active(it), "Mon, Jan 1, 2024");
      await press(it, "Control+End");
      assert.equal(active(it), "Tue, Dec 31, 2024");
      assert.deepEqual(it.sent, []);
    });

    it("chooses a day, and extends from it both ways", async () => {
      const it = await start();
      await press(it, "ArrowDown", "Enter");
      assert.deepEqual(range(it), ["2024-03-14", "2024-03-14"]);
      await press(it, "Shift+ArrowRight");
      assert.deepEqual(range(it), ["2024-03-14", "2024-03-21"]);
      await press(it, "Shift+PageUp", "Shift+ArrowUp");
      assert.deepEqual(range(it), ["2024-02-20", "2024-03-14"]);
      await press(it, "ArrowDown", "Shift+Enter");
      assert.deepEqual(range(it), ["2024-02-21", "2024-02-21"]);
    });

    it("chooses the ISO week, month, quarter and year of a day", async () => {
      const it = await start({ week_start: 7 });
      const seen: unknown[] = [];
      for (const key of ["w", "m", "q", "y"]) {
        await press(it, key);
        seen.push(range(it));
      }
      assert.deepEqual(seen, [
        ["2024-03-11", "2024-03-17"],
        ["2024-03-01", "2024-03-31"],
        ["2024-01-01", "2024-03-31"],
        ["2024-01-01", "2024-12-31"],
      ]);
      assert.match(active(it)!, /Mar 13/);
    });

    it("goes back to all with Escape, and to what was before with undo", async () => {
      const it = await start();
      await press(it, "Escape");
      assert.deepEqual(range(it), ["2024-01-01", "2024-12-31"]);
      await press(it, "Control+z");
      assert.deepEqual(range(it), ["2024-03-13", "2024-03-13"]);
    });

    it("walks along the bars of a timeline", async () => {
      const it = await start({ view: "timeline" });
      assert.match(active(it)!, /Mar 11 – 17/);
      await press(it, "ArrowRight", "Enter", "Shift+ArrowRight");
      assert.deepEqual(range(it), ["2024-03-18", "2024-03-31"]);
      await press(it, "End", "Enter");
      assert.deepEqual(range(it), ["2024-12-30", "2024-12-31"]);
    });
  });

  describe("with the pointer", () => {
    it("chooses the days that it is drawn over, in either direction, live", async () => {
      const it = await show();
      await drag(it, at(it, "2024-05-14"), at(it, "2024-04-08"), false);
      assert.deepEqual(range(it), ["2024-04-08", "2024-05-14"]);
      assert.deepEqual(it.sent.at(-1), { start: "2024-04-08", end: "2024-05-14" });
      await press(it, "Escape");
      await sendMouse({ type: "up" });
      assert.deepEqual(range(it), ["2024-01-01", "2024-12-31"]);
    });

    it("chooses a day, a week by its number, a month by its name", async () => {
      const it = await show();
      await sendMouse({ type: "click", position: at(it, "2024-05-14") });
      assert.deepEqual(range(it), ["2024-05-14", "2024-05-14"]);
      await sendMouse({ type: "click", position: at(it, "2024-05-14", TOP + 7 * 16 + 8) });
      assert.deepEqual(range(it), ["2024-05-13", "2024-05-19"]);
      await sendMouse({ type: "click", position: at(it, "2024-05-14", 6) });
      assert.deepEqual(range(it), ["2024-05-01", "2024-05-31"]);
      await drag(it, at(it, "2024-05-14", TOP + 7 * 16 + 8), at(it, "2024-06-05", 300));
      assert.deepEqual(range(it), ["2024-05-13", "2024-06-09"]);
    });

    it("extends with Shift, and moves the end that it takes hold of", async () => {
      const it = await show();
      await sendMouse({ type: "click", position: at(it, "2024-05-14") });
      await sendKeys({ down: "Shift" });
      await sendMouse({ type: "click", position: at(it, "2024-05-30") });
      await sendKeys({ up: "Shift" });
      assert.deepEqual(range(it), ["2024-05-14", "2024-05-30"]);
      await drag(it, at(it, "2024-05-30"), at(it, "2024-06-20"));
      assert.deepEqual(range(it), ["2024-05-14", "2024-06-20"]);
      await drag(it, at(it, "2024-05-14"), at(it, "2024-06-01"));
      assert.deepEqual(range(it), ["2024-06-01", "2024-06-20"]);
    });

    it("tells the day that it points at", async () => {
      const it = await show();
      await sendMouse({ type: "move", position: at(it, "2024-05-14") });
      await it.settled();
      assert.include(text(it), "Tue, May 14, 2024 · W20 · 4");
      await resetMouse();
      await it.settled();
      assert.notInclude(text(it), "May 14");
    });

    it("goes back to all with a double click", async () => {
      const it = await show({ start: "2024-03-04", end: "2024-03-17" });
      const position = at(it, "2024-05-14");
      await sendMouse({ type: "click", position });
      grid(it).dispatchEvent(new MouseEvent("dblclick"));
      assert.deepEqual(range(it), ["2024-01-01", "2024-12-31"]);
    });

    it("moves an edge of a timeline", async () => {
      const it = await show({ view: "timeline", start: "2024-03-04", end: "2024-03-31" });
      const [x, y] = at(it, "2024-04-01");
      await drag(it, [x, y], at(it, "2024-05-01"));
      assert.deepEqual(range(it), ["2024-03-04", "2024-05-05"]);
    });

    it("takes a finger's tap", async () => {
      const it = await show();
      const [x, y] = at(it, "2024-05-14");
      await executeServerCommand("inlay:touch", [{ x, y }]);
      await it.settled();
      assert.deepEqual(range(it), ["2024-05-14", "2024-05-14"]);
    });
  });

  describe("with fields", () => {
    it("takes what is typed with Enter or as it is left, not each figure", async () => {
      const it = await show({ start: "2024-03-04", end: "2024-03-17" });
      field(it, "last").focus();
      await sendKeys({ type: "12" });
      await it.settled();
      assert.deepEqual(it.sent, []);
      await press(it, "Enter");
      assert.deepEqual(range(it), ["2024-03-04", "2024-12-17"]);
      field(it, "first").focus();
      await sendKeys({ type: "06" });
      field(it, "first").blur();
      await it.settled();
      assert.deepEqual(range(it), ["2024-06-04", "2024-12-17"]);
    });

    it("leaves the range where what is typed is no day of these, or with Escape", async () => {
      const it = await show({ start: "2024-03-04", end: "2024-03-17" });
      const first = field(it, "first");
      first.focus();
      await sendKeys({ type: "03042031" });
      assert.isFalse(first.validity.valid);
      await it.receive({ start: "2024-02-01" });
      assert.equal(first.value, "2031-03-04", "what the notebook sets meanwhile tears nothing");
      await press(it, "Enter");
      assert.equal(first.value, "2031-03-04");
      await press(it, "Escape");
      assert.equal(first.value, "2024-02-01");
      assert.deepEqual(it.sent, []);
    });

    it("takes a day of the browser's own calendar at once", async () => {
      const it = await show({ start: "2024-03-04", end: "2024-03-17" });
      field(it, "first").value = "2024-05-01";
      field(it, "first").dispatchEvent(new Event("change"));
      assert.deepEqual(it.sent, [{ start: "2024-05-01", end: "2024-05-01" }]);
    });
  });

  it("offers spans up to the last day of the data, and says which is chosen", async () => {
    const it = await show();
    assert.equal(preset(it, "All").ariaPressed, "true");
    preset(it, "Last 30 days").click();
    await it.settled();
    assert.deepEqual(range(it), ["2024-12-02", "2024-12-31"]);
    assert.equal(preset(it, "Last 30 days").ariaPressed, "true");
    preset(it, "This quarter").click();
    assert.deepEqual(it.sent.at(-1), { start: "2024-10-01", end: "2024-12-31" });
  });

  it("draws a timeline where a person wants one, and where the days are too many", async () => {
    const it = await show();
    const view = find<HTMLSelectElement>(it, "select");
    view.selectedIndex = 1;
    view.dispatchEvent(new Event("change"));
    await it.settled();
    assert.deepEqual(it.sent, [{ view: "timeline" }]);
    assert.equal(grid(it).getAttribute("aria-rowcount"), "1");
    await it.receive({ view: "calendar", counts: new Float64Array(5000) });
    assert.equal(grid(it).getAttribute("aria-rowcount"), "1");
    assert.isTrue(view.disabled);
  });

  it("shows the range of the notebook, in order and within the days", async () => {
    const it = await show({ start: "2024-05-01", end: "2023-01-01" });
    assert.match(text(it), /Jan 1 – May 1, 2024/);
    await it.receive({ start: null, end: "x" });
    assert.match(text(it), /Jan 1 – Dec 31, 2024/);
  });

  it("keeps both views of one model in step, and works in an export", async () => {
    const it = await show();
    const second = await it.view();
    preset(it, "This year").click();
    preset(it, "Last 7 days").click();
    await it.settled();
    assert.deepEqual([second.element.start, second.element.end], ["2024-12-25", "2024-12-31"]);
    it.dispose();
    const alone = await show({}, { mode: "export" });
    preset(alone, "Last 7 days").click();
    await alone.settled();
    assert.match(text(alone), /Dec 25 – 31, 2024/);
  });
});
