import { assert } from "@open-wc/testing";
import { formats, marksOf, readTime, writeTime } from "./format.ts";
import { scaleOf } from "./scale.ts";

const circle = scaleOf(0, 360, null, 1);
const day = scaleOf(0, 1440, null, 5);

describe("the formats of a dial", () => {
  it("writes times as a locale does", () => {
    const plain = (text: string) => text.replaceAll("\u202f", " ");
    assert.equal(plain(writeTime(870, "en-US")), "2:30 PM");
    assert.equal(writeTime(870, "de"), "14:30");
    assert.equal(writeTime(1440, "de"), "00:00");
  });

  for (const locale of ["en-US", "en-GB", "de", "fr-CA", "fi", "ar-EG", "ko", "ja-JP-u-ca-japanese"]) {
    it(`reads what it writes in ${locale}`, () => {
      for (const minutes of [0, 5, 390, 720, 725, 870, 1439])
        assert.equal(readTime(writeTime(minutes, locale), locale), minutes);
    });
  }

  it("reads times as people type them", () => {
    const read = (text: string) => readTime(text, "en-US");
    assert.deepEqual(["14:30", "2:30 pm", "2.30pm", "1430", "14h30", "2:30 P.M."].map(read), Array(6).fill(870));
    assert.deepEqual(["12 am", "24:00", "0", "12 pm", "7", "930"].map(read), [0, 0, 0, 720, 420, 570]);
    assert.deepEqual(["25:00", "12:60", "24:01", "noon", "", "99999"].map(read), Array(6).fill(undefined));
  });

  it("writes and reads points of the compass", () => {
    const { compass } = formats;
    const read = (text: string) => compass!.read(text, circle, "");
    assert.equal(compass!.write(225, circle, ""), "225° SW");
    assert.equal(compass!.write(350, circle, ""), "350° N");
    assert.deepEqual(["NE", "nnw", "45", "45° NE", "100° N"].map(read), [45, 337.5, 45, 45, 100]);
    assert.isUndefined(read("up"));
  });

  it("writes numbers with their unit, and takes them so", () => {
    const { number, degrees } = formats;
    const knob = scaleOf(0, 100, 0.5, 0);
    assert.equal(number!.write(62.5, knob, "%"), "62.5\u202f%");
    assert.equal(number!.read("62.5 %", knob, "%"), 62.5);
    assert.equal(degrees!.write(90, circle, ""), "90°");
    assert.equal(degrees!.read("-90°", circle, ""), -90);
    assert.isUndefined(degrees!.read("right", circle, ""));
  });

  it("marks round numbers, and texts where there is room", () => {
    const texts = (name: string, ...args: Parameters<typeof scaleOf>) =>
      marksOf(formats[name]!, scaleOf(...args), []).flatMap(({ text }) => (text ? [text] : []));
    assert.deepEqual(texts("compass", 0, 360, null, 1), ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]);
    assert.deepEqual(texts("degrees", 0, 360, null, 1)[2], "90°");
    assert.lengthOf(texts("time", 0, 1440, null, 5), 8);
    assert.lengthOf(marksOf(formats.time!, day, []), 24);
    assert.deepEqual(texts("number", 0, 100, null, 0, false), ["0", "20", "40", "60", "80", "100"]);
    assert.deepEqual(texts("number", 0, 100, null, 0, true), ["0", "20", "40", "60", "80"], "the end is the start");
    assert.isAtMost(marksOf(formats.degrees!, scaleOf(0, 1e12, null, 1), []).length, 25);
  });

  it("marks detents instead, where there are some", () => {
    assert.deepEqual(marksOf(formats.degrees!, circle, [0, 45.5]), [
      { n: 0, text: "0°" },
      { n: 45.5, text: "45.5°" },
    ]);
    assert.isUndefined(marksOf(formats.degrees!, circle, Array(50).fill(3))[0]!.text);
  });
});
