import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./python.ts";

const read = (path: string) => readFileSync(join(root, "widgets", "kit", path), "utf8");
const guide = read("README.md");

/** The names that an index exports, types among them. */
function exported(path: string): string[] {
  return [...read(path).matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== "")
    .toSorted();
}

/** The names in backticks of a part of the guide; files apart. */
function named(from: string, to: string): string[] {
  const part = guide.slice(guide.indexOf(from), guide.indexOf(to));
  const names = [...part.matchAll(/`([A-Za-z]+)`/g)].map(([, name = ""]) => name);
  return [...new Set(names)].toSorted();
}

test("the author's guide names all that inlay/kit exports, and nothing else", () => {
  assert.deepEqual(named("| for | exports |", "`inlay/kit/testing` exports"), exported("index.ts"));
});

test("the author's guide names all that inlay/kit/testing exports, and nothing else", () => {
  assert.deepEqual(named("`inlay/kit/testing` exports", "It\nis for tests"), exported("testing/index.ts"));
});
