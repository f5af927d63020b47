// One cold build, as `benchBuild` times it: `inlay` builds items, `esbuild` bundles the same entries.
import * as esbuild from "esbuild";
import { buildAll, discoverWidgets } from "../../scripts/build/build.ts";
import { bundleOptions } from "../../scripts/build/front/bundle.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";

if (process.argv[2] === "inlay") {
  await buildAll();
} else {
  const root = repositoryRoot();
  await Promise.all(
    discoverWidgets(root).map((folder) => esbuild.build({ ...bundleOptions(`${folder}/index.ts`, root), plugins: [] })),
  );
}
