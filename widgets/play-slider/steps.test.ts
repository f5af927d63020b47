import { assert } from "@open-wc/testing";
import { type Plan, stepsOf } from "./steps.ts";

const plan: Plan = { options: [], first: 0, last: 10, step: 1, unit: "day", time_zone: "", format: {} };
const of = (some: Partial<Plan>, locale = "en") => stepsOf({ ...plan, ...some }, locale);
const all = (some: Partial<Plan>) => {
  const steps = of(some);
  return Array.from({ length: steps.count }, (_, index) => steps.at(index));
};

describe("steps of numbers", () => {
  it("go from the first to the last at most, without the noise of fractions", () => {
    assert.deepEqual(all({ first: 0, last: 0.35, step: 0.1 }), [0, 0.1, 0.2, 0.3]);
    assert.deepEqual(all({ first: -1.5, last: 1, step: 0.5 }), [-1.5, -1, -0.5, 0, 0.5, 1]);
    assert.deepEqual(all({ first: 3, last: 3 }), [3]);
    assert.deepEqual(all({ first: 3, last: 2 }), []);
    assert.equal(of({ first: 0, last: 1e308, step: 1 }).count, 1e6);
  });

  it("know the nearest to a number, and read what a person types", () => {
    const steps = of({ first: 0, last: 5000, step: 500 });
    assert.deepEqual([-9, 0, 249, 251, 9999].map(steps.indexOf), [0, 0, 0, 1, 10]);
    assert.deepEqual(["1,500", "1500", "1.6e3", "x", ""].map(steps.read), [3, 3, 3, undefined, undefined]);
    assert.equal(steps.text(3), "1,500");
    assert.equal(of({ last: 1, step: 0.25, format: { style: "percent" } }).text(1), "25%");
    assert.equal(of({ last: 1, step: 0.25, format: { style: "percent" } }).read("26 %"), 1);
    assert.equal(of({ last: 5, step: 0.5 }, "de").text(3), "1,5");
    assert.equal(of({ last: 5, step: 0.5 }, "de").read("1,6"), 3);
  });

  it("may be given one by one", () => {
    const steps = of({ options: [1, 10, 100, 1000] });
    assert.deepEqual([1, 40, 60, 1e9].map(steps.indexOf), [0, 1, 2, 3]);
    assert.equal(steps.read("90"), 2);
    assert.equal(of({ options: [0.125, 2] }).text(0), "0.125");
  });

  it("are written plainly where the format is none", () => {
    assert.equal(of({ format: { style: "currency", currency: "?" } }).text(2), "2");
  });
});

describe("steps of dates", () => {
  it("go on from the first, so that a short month changes no other", () => {
    const months = { first: "2024-01-31", last: "2024-05-30", unit: "month" } as const;
    assert.deepEqual(all(months), ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]);
    assert.deepEqual(all({ first: "2024-02-28", last: "2024-03-01" }), ["2024-02-28", "2024-02-29", "2024-03-01"]);
    assert.deepEqual(all({ first: "2020-02-29", last: "2022-03-01", unit: "year" }), [
      "2020-02-29",
      "2021-02-28",
      "2022-02-28",
    ]);
    assert.deepEqual(all({ first: "2024-01-01", last: "2024-02-01", unit: "week", step: 2 }), [
      "2024-01-01",
      "2024-01-15",
      "2024-01-29",
    ]);
    assert.deepEqual(all({ first: "2024-01-02", last: "2024-01-01" }), []);
  });

  it("have hours that are hours when clocks change, and say their zone", () => {
    const night = {
      first: "2024-03-31T00:30",
      last: "2024-03-31T04:30",
      unit: "hour",
      time_zone: "Europe/Berlin",
    } as const;
    assert.deepEqual(all(night), [
      "2024-03-31T00:30+01:00",
      "2024-03-31T01:30+01:00",
      "2024-03-31T03:30+02:00",
      "2024-03-31T04:30+02:00",
    ]);
    assert.equal(of(night).zone, "Europe/Berlin");
    assert.equal(of(night).text(2), "Sun, Mar 31, 2024, 3:30 AM");
    assert.equal(of({ first: "2024-03-31T00:00Z", last: "2024-04-01T00:00Z" }).zone, "UTC");
    assert.equal(of({ first: "2024-03-31", last: "2024-04-01" }).zone, "");
    assert.equal(of({ ...night, time_zone: "Mars/Olympus" }).count, 5);
  });

  it("know the nearest to a date, and read what a person types", () => {
    const steps = of({ first: "2024-01-01", last: "2024-12-01", unit: "month" }, "de");
    assert.deepEqual(
      ["2024-03-01", "2024-03-10", "2024-03-20", "1999-01-01", "x", 3].map(steps.indexOf),
      [2, 2, 3, 0, 0, 0],
    );
    assert.deepEqual(["1.3.2024", "28.3.24", "1. März", "März"].map(steps.read), [2, 3, 2, undefined]);
    assert.equal(of({ first: "2024-01-01", last: "2024-12-01", format: { month: "long" } }).text(0), "January");
  });
});

describe("steps of labels", () => {
  it("are found by their beginning, whatever the case", () => {
    const steps = of({ options: ["spring", "Summer", "sun", 3, "2024-01-01"] });
    assert.deepEqual([steps.count, steps.indexOf("sun"), steps.indexOf("none"), steps.indexOf(3)], [5, 2, 0, 3]);
    assert.deepEqual(["SU", "sun", "3", "z", " "].map(steps.read), [1, 2, 3, undefined, undefined]);
    assert.deepEqual([steps.text(0), steps.text(3)], ["spring", "3"]);
  });

  it("have a place of their own, where one comes twice the first", () => {
    const steps = of({ options: ["a", "b", "a", "c"] });
    assert.deepEqual([steps.count, steps.at(2)], [3, "c"]);
  });

  it("are none where the ends fit nothing", () => {
    for (const [first, last] of [
      ["a", "b"],
      [0, "2024-01-01"],
      [null, 3],
      [NaN, 1],
      [[], {}],
    ] as [never, never][]) {
      assert.equal(of({ first, last }).count, 0);
    }
  });
});
