import { assert } from "@open-wc/testing";
import { fold, marks, prepare, search } from "./fuzzy.ts";

const found = (texts: readonly string[], query: string, limit?: number) =>
  search(prepare(texts), query, limit).map((index) => texts[index]);

const marked = (text: string, query: string) =>
  marks(text, query)
    .toReversed()
    .reduce((out, [from, to]) => `${out.slice(0, from)}[${out.slice(from, to)}]${out.slice(to)}`, text);

describe("fuzzy search", () => {
  it("ranks the text itself, beginnings, words, what is within, all words, letters in order", () => {
    const texts = ["t-a-r", "art star", "guitar", "star tar", "tar pit", "tar"];
    assert.deepEqual(found(texts, "tar"), ["tar", "tar pit", "star tar", "art star", "guitar", "t-a-r"]);
    assert.deepEqual(found(["New York", "York, the new"], "new york"), ["New York", "York, the new"]);
  });

  it("ranks letters that are closer together first, and keeps the order of equals", () => {
    assert.deepEqual(found(["abcccd", "abcd e", "abbd"], "ad"), ["abcd e", "abbd", "abcccd"]);
    assert.deepEqual(found(["March", "May", "Mai"], "ma"), ["March", "May", "Mai"]);
  });

  it("wants the first letter at the start of a word", () => {
    assert.deepEqual(found(["New York City", "any icy"], "nyc"), ["New York City"]);
    assert.deepEqual(found(["user_name", "username"], "nm"), ["user_name"]);
  });

  it("knows neither case nor accents, in texts or queries", () => {
    assert.deepEqual(found(["Łódź", "Lodz"], "lodz"), ["Łódź", "Lodz"]);
    assert.deepEqual(found(["Straße"], "STRASSE"), ["Straße"]);
    assert.deepEqual(found(["Café", "Cafe\u0301"], "cafe"), ["Café", "Cafe\u0301"]);
    assert.deepEqual(found(["ΟΔΟΣ", "İstanbul"], "οδοσ"), ["ΟΔΟΣ"]);
    assert.deepEqual(found(["İstanbul"], "ist"), ["İstanbul"]);
    assert.deepEqual(found(["Inlay™"], "inlaytm"), ["Inlay™"]);
  });

  it("finds all with an empty query, at most as many as asked for, and nothing of what is not there", () => {
    assert.deepEqual(found(["b", "a", ""], " "), ["b", "a", ""]);
    assert.deepEqual(found(["ab", "abc", "a"], "a", 2), ["a", "ab"]);
    assert.deepEqual(found(["ab", ""], "abc"), []);
    assert.deepEqual(found([], "x"), []);
  });

  it("takes texts of several lines, and anything else, as they are", () => {
    const texts = ["one\ntwo", "TWO", "\u0000\uFFFF", "👩‍👩‍👧 family", "\ud800"];
    assert.deepEqual(found(texts, "two"), ["TWO", "one\ntwo"]);
    assert.deepEqual(found(texts, "fam"), ["👩‍👩‍👧 family"]);
    assert.deepEqual(found(texts, "\u0000"), ["\u0000\uFFFF"]);
  });

  it("compares what is shown alone: one text folded by itself is the same as among others", () => {
    const texts = ["Ünï", "Σίσυφος", "ﬁne", "Ǆ", "한글"];
    assert.deepEqual(prepare(texts).folded(), texts.map(fold));
  });
});

describe("marks", () => {
  it("show where a query was found, at the start of a word rather than before", () => {
    assert.equal(marked("star tar", "tar"), "star [tar]");
    assert.equal(marked("guitar", "TAR"), "gui[tar]");
    assert.equal(marked("York, the new", "new york"), "[York], the [new]");
    assert.equal(marked("New York City", "nyc"), "[N]ew [Y]ork [C]ity");
    assert.equal(marked("username", "usn"), "[us]er[n]ame");
  });

  it("stand in the text as it is written", () => {
    assert.equal(marked("Große Straße", "strasse"), "Große [Straße]");
    assert.equal(marked("Cafe\u0301s", "cafe"), "[Cafe\u0301]s");
    assert.equal(marked("👩‍👩‍👧 Łódź", "lod"), "👩‍👩‍👧 [Łód]ź");
  });

  it("are none for an empty query, and for a text that does not fit", () => {
    assert.deepEqual(marks("abc", ""), []);
    assert.deepEqual(marks("abc", "x"), []);
    assert.deepEqual(marks("", "x"), []);
  });
});
