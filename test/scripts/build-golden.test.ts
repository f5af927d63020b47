import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildAll } from "../../scripts/build/build.ts";
import { GOLDEN_FOLDER, goldenCell, goldenFolders } from "../golden/cells.ts";

const built = await buildAll(goldenFolders());

for (const each of built) {
  test(`the definition cell of ${each.name} is the golden one`, () => {
    if ("problem" in each) assert.fail(each.problem.message);
    const path = join(GOLDEN_FOLDER, `${each.name}.py`);
    const write = `npm run golden -- ${each.name}`;
    assert.ok(existsSync(path), `test/golden/${each.name}.py is missing. To write it: ${write}`);
    const golden = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
    if (goldenCell(each.item) === golden) return;
    assert.equal(goldenCell(each.item), golden, `The cell has drifted. Where the difference is meant: ${write}`);
  });
}

test("no golden cell stays behind its widget", () => {
  const names = new Set(built.map(({ name }) => `${name}.py`));
  const stale = readdirSync(GOLDEN_FOLDER).filter((file) => file.endsWith(".py") && !names.has(file));
  assert.deepEqual(stale, [], "Golden cells without a widget. To take them away: npm run golden");
});
