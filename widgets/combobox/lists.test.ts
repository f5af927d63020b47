import { assert } from "@open-wc/testing";
import { marked } from "./marked.ts";
import { readOptions } from "./options.ts";
import { readList } from "./pasted.ts";
import { arrange, CREATE, heading, landing, position } from "./rows.ts";
import { summary, taken } from "./words.ts";

const GROUPED = readOptions({
  value: ["none", "DE", "PL", "KR"],
  label: ["None", "Germany", "Poland", "Korea, Republic of"],
  groups: [
    ["", 1],
    ["Europe", 2],
    ["Asia", 1],
  ],
});

describe("options", () => {
  it("are found by value, and read by value, label, and either without case and accents", () => {
    const options = readOptions({ value: ["lodz", "x"], label: ["Łódź", "LODZ"] });
    assert.equal(options.find("lodz"), 0);
    assert.equal(options.find("Łódź"), -1);
    assert.equal(options.read("ŁÓDŹ"), 0);
    assert.equal(options.read("X"), 1);
    assert.equal(options.read("nothing"), -1);
  });

  it("know their group", () => {
    assert.deepEqual([0, 1, 2, 3].map(GROUPED.group), [0, 1, 1, 2]);
    assert.equal(readOptions(["a"]).group(0), -1);
  });

  it("that are wrong are none, and labels or groups that do not fit are left out", () => {
    for (const wrong of [null, "x", 3, [1], {}, { value: ["a", 1] }]) assert.lengthOf(readOptions(wrong).values, 0);
    assert.deepEqual(readOptions({ value: ["a", "b"], label: ["A"] }).labels, ["a", "b"]);
    assert.equal(readOptions({ value: ["a"], groups: [["g", 99]] }).groups[0]!.end, 1);
  });
});

describe("rows", () => {
  it("stand under headings, but for options without a group", () => {
    const { rows, found, headings } = arrange(GROUPED, "");
    assert.deepEqual(rows, [0, heading(1), 1, 2, heading(2), 3]);
    assert.deepEqual(found, [0, 1, 2, 3]);
    assert.deepEqual(headings, [1, 4]);
  });

  it("begin with the group of what fits best, and end with what creates", () => {
    const { rows, found } = arrange(GROUPED, "re", undefined, true);
    assert.deepEqual(rows.at(-1), CREATE);
    assert.deepEqual(found, [3]);
    const only = arrange(GROUPED, "", (index) => index === 2);
    assert.deepEqual(only.rows, [heading(1), 2]);
  });

  it("are landed on past headings, round the ends", () => {
    const rows = arrange(GROUPED, "");
    assert.equal(landing(rows, 1, 1), 2);
    assert.equal(landing(rows, 1, -1), 0);
    assert.equal(landing(rows, 6, 1), 0);
    assert.equal(landing(rows, -1, -1), 5);
    assert.equal(landing(arrange(GROUPED, "zzz"), 0, 1), -1);
    assert.equal(position(rows, 5), 4);
  });
});

describe("a list of texts", () => {
  const read = (text: string, options = GROUPED) => readList(text, options);

  it("has one text a line, tab, comma or semicolon", () => {
    assert.deepEqual(read("poland; KR\nDE\tnone"), { values: ["PL", "KR", "DE", "none"], unknown: [] });
    assert.isUndefined(read("poland"));
    assert.isUndefined(read(""));
  });

  it("keeps commas of an option together", () => {
    assert.deepEqual(read("Poland, Korea, Republic of, Mars")!.values, ["PL", "KR"]);
    assert.deepEqual(read("Poland, Korea, Republic of, Mars")!.unknown, ["Mars"]);
    assert.isUndefined(read("Korea, Republic of"), "one option is no list");
  });

  it("takes quotes off, repeats nothing, and leaves empty parts out", () => {
    assert.deepEqual(read(`"Poland", 'DE', , PL,\n\n"x y"`), { values: ["PL", "DE"], unknown: ["x y"] });
  });

  it("may be long, in one line too", () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `Name ${n}`);
    assert.lengthOf(read(names.join(","), readOptions(names))!.values, 20_000);
  });
});

describe("words", () => {
  it("name a few unknown texts and count the rest", () => {
    const unknown = Array.from({ length: 9 }, (_, n) => `${n}`);
    assert.include(taken(0, unknown, 0, 9).text, "“4”, and 4 more.");
    assert.equal(taken(0, ["a"], 0, 9).kind, "wrong");
    assert.equal(taken(2, [], 0, 9).kind, "undo");
  });

  it("say the state and its limits", () => {
    assert.deepEqual(summary(0, 1200, 2, 5), { text: "0 of 1,200 chosen · at least 2", kind: "plain" });
    assert.equal(summary(3, 9, 2, 5).text, "3 of 9 chosen · at most 5");
  });

  it("are marked as data: markup stays text", () => {
    assert.deepEqual(
      marked("<b>x", "").filter((part) => part !== ""),
      ["<b>x"],
    );
  });
});
