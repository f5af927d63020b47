import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildItem, discoverWidgets } from "../../scripts/build/build.ts";
import { bundleOptions } from "../../scripts/build/front/bundle.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";
import { figure, inTurn, timed, type Figure } from "./measure.ts";

const CHILD = fileURLToPath(new URL("build-child.ts", import.meta.url));

/** Cold: a process that builds all items, beside one that runs esbuild on the same entries. One file: both in a warm process. */
export async function benchBuild(): Promise<readonly Figure[]> {
  const root = repositoryRoot();
  const folders = discoverWidgets(root);
  const cold = await inTurn({ inlay: () => child("inlay"), "esbuild alone": () => child("esbuild") }, 5);
  const folder = folders[0] ?? "";
  const plain = { ...bundleOptions(`${folder}/index.ts`, root), plugins: [] };
  const context = await esbuild.context(plain);
  const warm = await inTurn(
    { inlay: () => timed(() => buildItem(folder)), "esbuild rebuild": () => timed(() => context.rebuild()) },
    10,
  );
  await context.dispose();
  return [figure("cold build of all widgets", "inlay", cold), figure(`one-file rebuild (${folder})`, "inlay", warm)];
}

function child(what: string): Promise<number> {
  return timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const builder = spawn(process.execPath, ["--import", "tsx", CHILD, what], {
          stdio: ["ignore", "ignore", "inherit"],
        });
        builder.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${what} ended with ${code}`))));
      }),
  );
}
