import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BuildFailure, type BuildOptions, build } from "esbuild";
import { bundleProblem } from "./front/bundle.ts";

const ENTRY = "scripts/cli/main.ts";

/** The esbuild options of the command: packages inside, each command a chunk of its own, esbuild itself outside. */
function commandOptions(root: string) {
  return {
    absWorkingDir: root,
    entryPoints: { inlay: ENTRY },
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: ["esbuild", "fsevents"],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "eof",
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    logLevel: "silent",
  } as const satisfies BuildOptions;
}

/**
 * Bundles the command line into dist/inlay.js and dist/chunks, so that it runs with Node alone.
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function buildCommand(root: string): Promise<{ readonly bytes: number; readonly ms: number }> {
  const start = performance.now();
  const result = await build(commandOptions(root)).catch((error: Partial<BuildFailure>) => {
    throw error.errors ? bundleProblem(error.errors, ENTRY, root) : error;
  });
  const command = join(root, "dist", "inlay.js");
  // The command last, and what it needed before after that: one that starts meanwhile finds all its chunks.
  const chunks = result.outputFiles.filter(({ path }) => path !== command);
  await mkdir(join(root, "dist", "chunks"), { recursive: true });
  await Promise.all(chunks.map(({ path, contents }) => writeFile(path, contents)));
  for (const { path, text } of result.outputFiles) {
    if (path !== command) continue;
    const next = `${path}.${process.pid}`;
    await writeFile(next, text.startsWith("#!") ? text : `#!/usr/bin/env node\n${text}`, { mode: 0o755 });
    await rename(next, path);
  }
  const current = new Set(chunks.map(({ path }) => basename(path)));
  const stale = (await readdir(join(root, "dist", "chunks"))).filter((name) => !current.has(name));
  await Promise.all(stale.map((name) => rm(join(root, "dist", "chunks", name), { force: true })));
  const bytes = result.outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  return { bytes, ms: performance.now() - start };
}
