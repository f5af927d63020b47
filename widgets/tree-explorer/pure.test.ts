import { assert } from "@open-wc/testing";
import type { Json } from "../kit/traits.ts";
import { adding, changed, moved, removing, renaming, replace } from "./changes.ts";
import { choose, stateOf, toggle } from "./choice.ts";
import { childOf, keysOf, leavesIn, step } from "./nodes.ts";
import { locate, pointerOf, pythonOf, type Row, searched, textsOf, unfolded } from "./rows.ts";
import { draftOf, meant } from "./typing.ts";

const data: Json = { a: [1, { b: true, c: null }], "x/y~z": "text", empty: {}, "": [] };
const all = { depth: 99, flips: new Set<string>() };
const rowsOf = (value: Json = data, fold = all): Row[] => unfolded(value, "data", fold);
const pointers = (rows: readonly Row[]): string[] => rows.map(pointerOf);
const at = (value: Json, pointer: string): Row => rowsOf(value).find((row) => pointerOf(row) === pointer)!;

describe("paths of a tree", () => {
  it("are JSON pointers with escapes, and Python", () => {
    const rows = rowsOf();
    assert.deepEqual(pointers(rows), ["", "/a", "/a/0", "/a/1", "/a/1/b", "/a/1/c", "/x~1y~0z", "/empty", "/"]);
    assert.deepEqual(rows.slice(4, 7).map(pythonOf), ['data["a"][1]["b"]', 'data["a"][1]["c"]', 'data["x/y~z"]']);
    assert.deepEqual(keysOf("/x~1y~0z/~01"), ["x/y~z", "~1"]);
    assert.equal(step("~1"), "/~01");
  });

  it("find own children only", () => {
    assert.equal(childOf({ a: 1 }, "a"), 1);
    assert.isUndefined(childOf({ a: 1 }, "toString"));
    assert.isUndefined(childOf([1], "length"));
    assert.isUndefined(childOf([1], "1"));
    assert.isUndefined(childOf("text", "0"));
    assert.equal(childOf(JSON.parse('{"__proto__": 3}'), "__proto__"), 3);
  });
});

describe("rows of a tree", () => {
  it("are only what is unfolded, with levels and places", () => {
    const rows = rowsOf(data, { depth: 1, flips: new Set(["/a"]) });
    assert.deepEqual(pointers(rows), ["", "/a", "/a/0", "/a/1", "/x~1y~0z", "/empty", "/"]);
    assert.deepEqual(
      rows.map(({ level, place, siblings }) => [level, place, siblings]),
      [
        [1, 1, 1],
        [2, 1, 4],
        [3, 1, 2],
        [3, 2, 2],
        [2, 2, 4],
        [2, 3, 4],
        [2, 4, 4],
      ],
    );
    assert.deepEqual(
      rows.map(({ open }) => open),
      [true, true, undefined, false, undefined, undefined, undefined],
    );
  });

  it("are found again by their path, or the nearest above that is left", () => {
    const rows = rowsOf();
    assert.equal(locate(rowsOf(), rows[5]), 5);
    assert.equal(locate(rowsOf(data, { depth: 2, flips: new Set() }), rows[5]), 3);
    assert.equal(locate(rowsOf({ a: 5 }), rows[5]), 1);
    assert.equal(locate(rowsOf(3), rows[5]), 0);
  });

  const search = (query: string, flips: readonly string[] = [], value: Json = data) => {
    const texts = textsOf(value, "data");
    const { rows, count } = searched(value, "data", (index) => texts[index]!.includes(query), new Set(flips));
    return { paths: pointers(rows), found: pointers(rows.filter(({ found }) => found)), count };
  };

  it("of a search are what it has found and all above it", () => {
    assert.deepEqual(search("true"), { paths: ["", "/a", "/a/1", "/a/1/b"], found: ["/a/1/b"], count: 1 });
    assert.deepEqual(search("c: null").found, ["/a/1/c"]);
    assert.deepEqual(search("nothing"), { paths: [""], found: [], count: 0 });
    assert.equal(search("a").count, 2);
  });

  it("of a search can be folded, and unfolded where nothing is found inside", () => {
    assert.deepEqual(search("true", ["/a/1"]), { paths: ["", "/a", "/a/1"], found: [], count: 1 });
    const value = { box: { one: 1, two: { three: 3 } } };
    assert.deepEqual(search("box", [], value).paths, ["", "/box"]);
    assert.deepEqual(search("box", ["/box"], value).paths, ["", "/box", "/box/one", "/box/two"]);
    assert.deepEqual(search("box", ["/box", "/box/two"], value).paths.at(-1), "/box/two/three");
  });
});

describe("a selection in a tree", () => {
  const list = (...wanted: string[]) => choose(data, wanted).list;

  it("is in order, without what is in it already or nowhere", () => {
    assert.deepEqual(list("/x~1y~0z", "/a/1/b", "/a/1", "/gone", "no pointer", "/a/9"), ["/a/1", "/x~1y~0z"]);
  });

  it("makes a parent of all its children, up to the top", () => {
    assert.deepEqual(list("/a/1/b", "/a/1/c"), ["/a/1"]);
    assert.deepEqual(list("/a/0", "/a/1/b", "/a/1/c"), ["/a"]);
    assert.deepEqual(list("/a", "/x~1y~0z", "/empty", "/"), [""]);
  });

  it("knows three states, and counts values", () => {
    const choice = choose(data, ["/a/1"]);
    assert.equal(stateOf(choice, "/a/1/b"), true);
    assert.equal(stateOf(choice, "/a/1"), true);
    assert.equal(stateOf(choice, "/a"), "mixed");
    assert.equal(stateOf(choice, ""), "mixed");
    assert.equal(stateOf(choice, "/a/0"), false);
    assert.equal(stateOf(choose(data, [""]), "/a/1/c"), true);
    assert.equal(choice.count, 2);
    assert.equal(choose(data, [""]).count, 6);
    assert.equal(leavesIn({}), 1);
  });

  it("takes one out of a selected parent and leaves the others", () => {
    assert.deepEqual(toggle(data, choose(data, [""]), "/a/1/b").list, ["/a/0", "/a/1/c", "/x~1y~0z", "/empty", "/"]);
    assert.deepEqual(toggle(data, choose(data, ["/a"]), "/a").list, []);
  });

  it("takes a mixed parent as a whole", () => {
    assert.deepEqual(toggle(data, choose(data, ["/a/1/b"]), "/a").list, ["/a"]);
  });
});

describe("changes of a tree", () => {
  it("replace a value and share all the rest", () => {
    const next = replace(data, "/a/1/b", 7) as Record<string, Json>;
    assert.deepEqual(next["a"], [1, { b: 7, c: null }]);
    assert.strictEqual(next["empty"], (data as Record<string, Json>)["empty"]);
    assert.deepEqual(data["a" as never], [1, { b: true, c: null }]);
    assert.equal(replace(data, "", 5), 5);
  });

  const apply = (value: Json, change: ReturnType<typeof removing> | undefined) => {
    const [made, move] = changed(change!.parent.value, change!.make);
    return { made, move, key: change!.key };
  };

  it("rename a key in its place", () => {
    const value: Json = { a: 1, b: 2, c: 3 };
    const { made, move, key } = apply(value, renaming(at(value, "/b"), "z"));
    assert.equal(JSON.stringify(made), '{"a":1,"z":2,"c":3}');
    assert.deepEqual([move("a"), move("b"), key], ["a", "z", "z"]);
  });

  it("add into an open container, else after the row", () => {
    const list: Json = [[1, 2], 3];
    assert.deepEqual(apply(list, adding(at(list, "/0"))).made, [1, 2, null]);
    const after = apply(list, adding(at(list, "/0/0")));
    assert.deepEqual([after.made, after.key, after.move("1")], [[1, null, 2], 1, 2]);
    const object: Json = { key: 1, "key 2": {} };
    assert.deepEqual(apply(object, adding(at(object, ""))).made, { key: 1, "key 2": {}, "key 3": null });
    assert.deepEqual(apply(object, adding(at(object, "/key 2"))).made, { key: null });
    assert.isUndefined(adding(at(5, "")));
  });

  it("remove a row and go to the next one, or the one before", () => {
    const list: Json = [1, 2, 3];
    const first = apply(list, removing(at(list, "/0")));
    assert.deepEqual([first.made, first.key, first.move("0"), first.move("2")], [[2, 3], 0, undefined, 1]);
    assert.equal(apply(list, removing(at(list, "/2"))).key, 1);
    assert.isUndefined(apply([1], removing(at([1], "/0"))).key);
    const object: Json = { a: 1, b: 2 };
    assert.equal(apply(object, removing(at(object, "/a"))).key, "b");
    assert.equal(apply(object, removing(at(object, "/b"))).key, "a");
  });

  it("take pointers along", () => {
    const move = (key: string) => (key === "0" ? undefined : Number(key) - 1);
    assert.deepEqual(moved(["", "/a", "/a/0", "/a/2/b", "/ab/0"], "/a", move), ["", "/a", "/a/1/b", "/ab/0"]);
  });

  it("keep a key called __proto__", () => {
    const value = JSON.parse('{"__proto__": 1, "a": 2}') as Json;
    assert.equal(JSON.stringify(replace(value, "/a", 3)), '{"__proto__":1,"a":3}');
  });
});

describe("typed values", () => {
  it("are JSON, or texts without quotes", () => {
    assert.deepEqual(["5", "true", "null", '"5"', "[1]", "word", "1,5", ""].map(meant), [
      5,
      true,
      null,
      "5",
      [1],
      "word",
      "1,5",
      "",
    ]);
    for (const wrong of ['"open', "[1,", "{a: 1}"]) assert.throws(() => meant(wrong));
  });

  it("come back as they were", () => {
    for (const value of ["word", "5", "true", '"', "[1", " x ", "two\nlines", "", 5, null, { a: [1] }]) {
      assert.deepEqual(meant(draftOf(value)), value, draftOf(value));
    }
    assert.equal(draftOf("plain"), "plain");
    assert.equal(draftOf("5"), '"5"');
  });
});
