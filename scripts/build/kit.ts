import { execFile } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Writes the kit's public modules and their types into dist/kit: what `inlay/kit` is for those who install the package.
 * Types are taken off and nothing else, so that a front end built over it has the same bytes as one over the sources.
 * @throws {Error} with what the compiler said.
 */
export async function buildKit(root: string): Promise<void> {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  try {
    await run(process.execPath, [compiler, "-p", join("scripts", "build", "kit.tsconfig.json")], { cwd: root });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`dist/kit could not be built:\n${stdout || stderr || String(error)}`, { cause: error });
  }
  await removeStale(join(root, "dist", "kit"), join(root, "widgets", "kit"));
}

/** Modules whose source has gone do not stay behind. */
async function removeStale(built: string, sources: string): Promise<void> {
  const there = new Set((await readdir(sources, { recursive: true })).map((file) => file.replace(/\.ts$/, "")));
  const files = await readdir(built, { recursive: true, withFileTypes: true });
  const stale = files
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((file) => !there.has(relative(built, file).replace(/(?:\.d\.ts|\.js)$/, "")));
  await Promise.all(stale.map((file) => rm(file)));
}
