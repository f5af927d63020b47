import { assert } from "@open-wc/testing";
import { compile, faults, join, keyOf, type Rules, split } from "./tags.ts";

const FREE: Rules = { most: Infinity, longest: Infinity, pattern: undefined, message: "Not so." };

describe("tags", () => {
  it("are the same whatever their case and the encoding of accents", () => {
    assert.equal(keyOf("CAFÉ"), keyOf("cafe\u0301"));
    assert.notEqual(keyOf("cafe"), keyOf("café"));
  });

  it("are separated by commas, tabs and line ends, not by spaces", () => {
    assert.deepEqual(split("a, b c\td\r\n\n,e ,"), ["a", "b c", "d", "e"]);
    assert.deepEqual(split(" ,\n"), []);
  });

  it("fit a pattern as a whole; what is no pattern is none", () => {
    const pattern = compile("[a-z]+|\\d");
    assert.deepEqual(
      ["abc", "1", "abc1", "12", "Abc"].map((tag) => pattern!.test(tag)),
      [true, true, false, false, false],
    );
    assert.isTrue(compile("\\w+\\-\\d")!.test("ab-1"), "an escape that Python allows");
    assert.isUndefined(compile("("));
    assert.isUndefined(compile(""));
  });

  it("are told what is wrong with them", () => {
    const rules = { ...FREE, longest: 3, pattern: compile("\\p{L}+") };
    assert.deepEqual(faults(["abc", "abcde", "a1", "😀😀😀😀"], rules), [
      undefined,
      "Too long by 2: at most 3 characters.",
      "Not so.",
      "Too long by 1: at most 3 characters.",
    ]);
  });

  it("are too many from where the list is full; wrong ones take no room", () => {
    const rules = { ...FREE, most: 2, longest: 3 };
    assert.deepEqual(
      faults(["a", "wrong", "b", "c"], rules).map((each) => each?.slice(0, 4)),
      [undefined, "Too ", undefined, "Full"],
    );
  });

  it("are joined at a place, each once", () => {
    assert.deepEqual(join(["a", "b"], ["C", "B", "c", "d"], 1), { tags: ["a", "C", "d", "b"], known: ["B", "c"] });
  });
});
