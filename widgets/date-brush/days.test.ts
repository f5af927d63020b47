import { assert } from "@open-wc/testing";
import { levels, sum } from "./counts.ts";
import { dayOf, isoOf, later, since, type Span, type Unit, weekOf, weekStart, wholeOf } from "./days.ts";
import { calendar, type Layout, timeline, TOP } from "./layout.ts";
import { PRESETS, within } from "./spans.ts";

const day = (text: string): number => dayOf(text)!;
const written = (span: Span) => span.map(isoOf);

describe("days", () => {
  it("are numbered from 1970, back and forth", () => {
    assert.equal(day("1970-01-02"), 1);
    for (const text of ["0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31"]) assert.equal(isoOf(day(text)), text);
    for (const text of [null, "", "x", "2024-02-30"]) assert.isUndefined(dayOf(text));
  });

  it("are parts of weeks, months, quarters and years", () => {
    const whole = (text: string, unit: Unit) => written(wholeOf(day(text), unit));
    assert.deepEqual(whole("2024-03-03", "week"), ["2024-02-26", "2024-03-03"]);
    assert.deepEqual(whole("1969-12-31", "week"), ["1969-12-29", "1970-01-04"]);
    assert.deepEqual(whole("2024-02-29", "month"), ["2024-02-01", "2024-02-29"]);
    assert.deepEqual(whole("2024-05-31", "quarter"), ["2024-04-01", "2024-06-30"]);
    assert.deepEqual(whole("2023-12-31", "year"), ["2023-01-01", "2023-12-31"]);
    assert.deepEqual(whole("2024-03-03", "day"), ["2024-03-03", "2024-03-03"]);
  });

  it("are in the weeks that ISO 8601 says, in years that begin with any weekday", () => {
    const week = (text: string) => Object.values(weekOf(day(text))).join("-");
    assert.deepEqual(
      ["2024-01-01", "2023-01-01", "2020-12-31", "2021-01-03", "2026-12-31", "2024-12-30", "2024-03-04"].map(week),
      ["2024-1", "2022-52", "2020-53", "2020-53", "2026-53", "2025-1", "2024-10"],
    );
  });

  it("step on by calendar months, ending with a month that is shorter", () => {
    assert.equal(isoOf(later(day("2024-01-31"), 1, "month")), "2024-02-29");
    assert.equal(isoOf(later(day("2024-03-31"), -1, "quarter")), "2023-12-31");
    assert.equal(isoOf(later(day("2024-02-29"), 1, "year")), "2025-02-28");
    assert.equal(isoOf(later(day("2024-02-29"), 1, "week")), "2024-03-07");
  });

  it("have weeks that begin as they do where a locale is spoken", () => {
    assert.deepEqual(["de-DE", "en-US", "en-GB", "ar-EG"].map(weekStart), [1, 7, 1, 6]);
    assert.equal(since(day("2024-03-03"), 7), 0);
    assert.equal(since(day("2024-03-03"), 1), 6);
    assert.equal(since(day("1969-12-28"), 7), 0);
  });

  it("are chosen by spans up to a day, within those that there are", () => {
    const all: Span = [day("2024-01-10"), day("2024-12-31")];
    const spans = Object.fromEntries(
      PRESETS.map(([name, span]) => [name, written(within(span(day("2024-02-20")), all))]),
    );
    assert.deepEqual(spans, {
      "Last 7 days": ["2024-02-14", "2024-02-20"],
      "Last 30 days": ["2024-01-22", "2024-02-20"],
      "This month": ["2024-02-01", "2024-02-29"],
      "This quarter": ["2024-01-10", "2024-03-31"],
      "This year": ["2024-01-10", "2024-12-31"],
      All: ["2024-01-10", "2024-12-31"],
    });
  });
});

describe("counts", () => {
  it("are summed without what is no number", () => {
    const counts = Float64Array.of(1, NaN, 2, -5, 4);
    assert.deepEqual([sum(counts), sum(counts, 1, 2), sum(counts, -5, 99), sum(counts, 3, 3)], [7, 2, 7, 0]);
  });

  it("are of four levels with as many days each, so that one large count makes no other pale", () => {
    assert.deepEqual([...levels(Float64Array.of(0, 1, 2, 3, 4, 1e9, NaN))], [0, 1, 1, 2, 3, 4, 0]);
    assert.deepEqual([...levels(Float64Array.of(7, 7, 0))], [1, 1, 0]);
    assert.deepEqual([...levels(new Float64Array())], []);
  });
});

describe("layouts", () => {
  const days: Span = [day("2024-01-03"), day("2024-12-31")];
  const counts = new Float64Array(days[1] - days[0] + 1).fill(1);

  it("of a calendar have weeks as columns, beginning with a weekday", () => {
    const at = calendar(counts, days, 848, 1);
    assert.equal(at.columns, 53);
    assert.deepEqual(at.place(day("2024-01-03")), [2, 0]);
    assert.deepEqual(at.place(day("2024-01-08")), [0, 1]);
    assert.deepEqual(calendar(counts, days, 848, 7).place(day("2024-01-07")), [0, 1]);
  });

  it("find each day where they show it, and weeks and months in the bands", () => {
    for (const at of [calendar(counts, days, 848, 7), calendar(counts, days, 300, 1), timeline(counts, days, 2000)]) {
      for (let each = days[0]; each <= days[1]; each++) {
        const { x, y, width, height } = at.box([each, each]);
        assert.deepEqual(at.spot(x + width / 2, y + height / 2), { day: each, unit: "day" });
      }
    }
    const at = calendar(counts, days, 848, 1);
    assert.deepEqual(at.spot(17, 3), { day: day("2024-01-14"), unit: "month" });
    assert.deepEqual(at.spot(17, TOP + 7 * 16 + 3), { day: day("2024-01-11"), unit: "week" });
    assert.equal(at.spot(-50, TOP + 5).day, days[0]);
    assert.equal(at.spot(9e9, TOP + 100).day, days[1]);
  });

  it("number columns by their Thursday, whatever day they begin with", () => {
    const numbers = (at: Layout) => at.labels.filter(({ y }) => y > 100).map(({ text }) => Number(text));
    for (const weekday of [1, 6, 7]) {
      const found = numbers(calendar(counts, days, 848, weekday));
      assert.deepEqual(found.slice(0, 3), [1, 2, 3], `weekday ${weekday}`);
    }
  });

  it("outline a range over columns as one shape", () => {
    const at = calendar(counts, days, 848, 1);
    assert.equal(at.outline([day("2024-01-09"), day("2024-01-10")]), "M16 36h16v32h-16z");
    assert.equal(at.outline([day("2024-01-10"), day("2024-01-23")]), "M16 52H32V20H64V52H48V132H16z");
  });

  it("of a timeline have bars that are wide enough, each day in one of them", () => {
    const units = [3000, 1000, 300, 60, 20, 10].map((width) => timeline(counts, days, width).unit);
    assert.deepEqual(units, ["day", "week", "week", "month", "quarter", "year"]);
    const at = timeline(counts, days, 700);
    assert.equal(at.columns, 53);
    assert.deepEqual(at.place(day("2024-01-08")), [0, 1]);
  });

  it("label months or years without touching", () => {
    for (const width of [240, 700, 1200]) {
      for (const at of [calendar(counts, days, width, 1), timeline(counts, days, width)]) {
        const xs = at.labels.filter(({ y, text }) => !/^\d\d?$/.test(text) && y !== TOP).map(({ x }) => x);
        assert.isTrue(
          xs.every((x, i) => i === 0 || x - xs[i - 1]! >= 36),
          `${width}: ${xs}`,
        );
      }
    }
  });
});
