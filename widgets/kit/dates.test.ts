import { assert } from "@open-wc/testing";
import {
  dateFormat,
  type DateUnit,
  instantOf,
  numeric,
  offsetAt,
  readDate,
  readISO,
  stepDate,
  writeISO,
} from "./dates.ts";

const BERLIN = "Europe/Berlin";
const utc = (text: string) => Date.parse(`${text}Z`);
const near = utc("2024-06-15T00:00");

describe("ISO dates", () => {
  it("are read with a time or not, of a zone or with an offset", () => {
    assert.deepEqual(readISO("2024-03-01"), { at: utc("2024-03-01T00:00"), hasTime: false, hasOffset: false });
    assert.equal(readISO("2024-07-01T12:00", BERLIN)?.at, utc("2024-07-01T10:00"));
    assert.equal(readISO("2024-07-01", BERLIN)?.at, utc("2024-06-30T22:00"));
    assert.deepEqual(readISO("2024-07-01 12:00:00.123456+05:30", BERLIN), {
      at: utc("2024-07-01T06:30:00.123"),
      hasTime: true,
      hasOffset: true,
    });
    for (const text of ["", "2024", "2024-02-30", "2024-13-01", "2024-03-01T25:00", "2024-03-01T", "1.3.2024", "x"]) {
      assert.isUndefined(readISO(text), text);
    }
    assert.equal(readISO("0001-01-01")?.at, Date.parse("0001-01-01T00:00:00Z"));
  });

  it("are written as they were read", () => {
    for (const text of ["2024-02-29", "2024-07-01T12:00", "2024-07-01T12:00:05", "2024-07-01T12:00:05.250"]) {
      const moment = readISO(text, BERLIN)!;
      assert.equal(writeISO(moment.at, moment, BERLIN), text);
    }
    const at = utc("2024-07-01T12:00");
    const shape = { hasTime: true, hasOffset: true };
    assert.equal(writeISO(at, shape), "2024-07-01T12:00+00:00");
    assert.equal(writeISO(at, shape, BERLIN), "2024-07-01T14:00+02:00");
    assert.equal(writeISO(at, shape, "America/St_Johns"), "2024-07-01T09:30-02:30");
    assert.equal(writeISO(at, shape, "Asia/Kolkata"), "2024-07-01T17:30+05:30");
  });
});

describe("time zones", () => {
  it("have the offset of the season, and of times before they had hours", () => {
    assert.equal(offsetAt(utc("2024-01-01T00:00"), BERLIN), 36e5);
    assert.equal(offsetAt(utc("2024-07-01T00:00"), BERLIN), 72e5);
    assert.equal(offsetAt(utc("1800-01-01T00:00"), BERLIN), 53 * 6e4 + 28e3);
    assert.throws(() => offsetAt(0, "Mars/Olympus"), RangeError);
  });

  it("show some times twice, of which the first is meant, and jump over others", () => {
    assert.equal(instantOf(utc("2024-10-27T02:30"), BERLIN), utc("2024-10-27T00:30"));
    assert.equal(instantOf(utc("2024-03-31T02:30"), BERLIN), utc("2024-03-31T01:30"));
    assert.equal(instantOf(utc("2024-03-31T03:30"), BERLIN), utc("2024-03-31T01:30"));
    assert.equal(instantOf(utc("2024-03-31T01:59"), BERLIN), utc("2024-03-31T00:59"));
  });
});

describe("steps on the calendar", () => {
  const step = (from: string, count: number, unit: DateUnit, zone?: string) =>
    writeISO(stepDate(readISO(from, zone)!.at, count, unit, zone), readISO(from)!, zone);

  it("end with a month that is shorter", () => {
    assert.equal(step("2024-01-31", 1, "month"), "2024-02-29");
    assert.equal(step("2024-01-31", 2, "month"), "2024-03-31");
    assert.equal(step("2024-01-31", -11, "month"), "2023-02-28");
    assert.equal(step("2024-02-29", 1, "year"), "2025-02-28");
    assert.equal(step("2024-01-31T23:59", 1, "month"), "2024-02-29T23:59");
    assert.equal(step("1969-12-31T12:00", 2, "month"), "1970-02-28T12:00");
    assert.equal(step("2024-02-26", 1, "week"), "2024-03-04");
  });

  it("keep the time of day over a change of the clocks, while hours are hours", () => {
    assert.equal(step("2024-03-30T12:00", 1, "day", BERLIN), "2024-03-31T12:00");
    assert.equal(step("2024-03-30", 2, "day", BERLIN), "2024-04-01");
    assert.equal(step("2024-03-31T01:30", 1, "hour", BERLIN), "2024-03-31T03:30");
    assert.equal(step("2024-10-27T02:30", 1, "hour", BERLIN), "2024-10-27T02:30");
  });
});

describe("dates as a person writes them", () => {
  const read = (text: string, locale: string) => {
    const at = readDate(text, near, "UTC", locale);
    return at === undefined ? undefined : writeISO(at, { hasTime: true, hasOffset: false });
  };

  it("are read back from what any locale writes, in its own digits", () => {
    for (const locale of [
      "en-US",
      "en-GB",
      "de",
      "fr",
      "sv",
      "ja",
      "ar-EG",
      "fa-IR",
      "th-TH",
      "hu",
      "ko",
      "fi",
      "vi",
    ]) {
      for (const hasTime of [false, true]) {
        const at = utc(hasTime ? "2024-03-01T15:45" : "2024-03-01T00:00");
        const text = dateFormat(numeric(hasTime), "UTC", locale).format(at);
        assert.equal(readDate(text, near, "UTC", locale), at, `${locale}: ${text}`);
      }
    }
  });

  it("have day and month in the order of the locale", () => {
    assert.equal(read("3/4/2024", "en-US"), "2024-03-04T00:00");
    assert.equal(read("3/4/2024", "en-GB"), "2024-04-03T00:00");
    assert.equal(read("3.4.24", "de"), "2024-04-03T00:00");
    assert.equal(read("3.4.", "de"), "2024-04-03T00:00");
    assert.equal(read("2024/3/4", "en-GB"), "2024-03-04T00:00");
    assert.equal(read("2024-03-04", "en-US"), "2024-03-04T00:00");
  });

  it("have months in words, short or long, with or without a year", () => {
    assert.equal(read("March 1, 2024", "en"), "2024-03-01T00:00");
    assert.equal(read("1 mar 2023", "en-GB"), "2023-03-01T00:00");
    assert.equal(read("1. März 2024", "de"), "2024-03-01T00:00");
    assert.equal(read("1 marz", "de"), "2024-03-01T00:00");
    assert.equal(read("14 août 2022", "fr"), "2022-08-14T00:00");
  });

  it("have a time of day by the clock of 12 or 24 hours", () => {
    assert.equal(read("3/4/2024, 12:05 AM", "en-US"), "2024-03-04T00:05");
    assert.equal(read("3/4/2024 5:30 pm", "en-US"), "2024-03-04T17:30");
    assert.equal(read("4.3.2024 17.30", "fi"), "2024-03-04T17:30");
    assert.equal(readDate("4.7.2024, 12:00", near, BERLIN, "de"), utc("2024-07-04T10:00"));
  });

  it("are nothing where no such day is", () => {
    for (const text of ["", "x", "31/2/2024", "2024-02-30", "1", "3/4/2024 25:00", "March", "1 2 3 4 5 6 7", "0/0/0"]) {
      assert.isUndefined(read(text, "en-GB"), text);
    }
  });
});
