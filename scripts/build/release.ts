/**
 * `npm run release`: keeps the built item of each widget whose version has not been released yet, as
 * widgets/<name>/releases/<version>.json.gz, for git. Updates find in it what a cell was installed with.
 * Exits with 1 when a widget cannot be built, or its version is out already with another cell.
 */
import { buildAll } from "./build.ts";
import { release } from "./releases.ts";
import { repositoryRoot } from "./root.ts";

const root = repositoryRoot();
for (const built of await buildAll(undefined, root)) {
  try {
    if ("problem" in built) throw built.problem;
    const { name, version } = built.item;
    const wrote = await release(built.item, root);
    console.log(wrote ? `widgets/${name}/releases/${version}.json.gz` : `${name} ${version} is released already`);
  } catch (error) {
    console.error(`${built.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
