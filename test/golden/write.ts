/** `npm run golden [-- NAME…]`: writes the golden cells of all widgets, or of those named; stale ones go. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../../scripts/build/build.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";
import { GOLDEN_FOLDER, goldenCell, goldenFolders } from "./cells.ts";

const names = process.argv.slice(2);
const folders = goldenFolders().filter((folder) => names.length === 0 || names.some((name) => folder.endsWith(`/${name}`)));
const built = await buildAll(folders, repositoryRoot());

for (const each of built) {
  if ("problem" in each) {
    process.stderr.write(`${each.name}: ${each.problem.message}\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(GOLDEN_FOLDER, `${each.name}.py`), goldenCell(each.item));
    process.stdout.write(`test/golden/${each.name}.py\n`);
  }
}

if (names.length === 0) {
  const kept = new Set(built.map(({ name }) => `${name}.py`));
  for (const file of readdirSync(GOLDEN_FOLDER)) {
    if (file.endsWith(".py") && !kept.has(file)) rmSync(join(GOLDEN_FOLDER, file));
  }
}
