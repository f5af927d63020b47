import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, join, posix, relative, resolve, sep } from "node:path";
import { type Made, assemble } from "./assemble.ts";
import { bundle } from "./front/bundle.ts";
import { fingerprints } from "./python/cell.ts";
import { findPython } from "./python/interpreter.ts";
import type { RegistryItem } from "./item.ts";
import { readMethods } from "./python/methods.ts";
import { className } from "./names.ts";
import { BuildProblem } from "./problem.ts";
import { pythonSource } from "./python/class.ts";
import { repositoryRoot } from "./root.ts";
import { placeOfKey, readSource } from "./source.ts";

/** One widget of a build: the item, or why there is none. `ms` leaves out the fingerprint, which is taken once for all. */
export type Built = { readonly name: string; readonly ms: number } & (
  | { readonly item: RegistryItem; readonly budget: number }
  | { readonly problem: BuildProblem }
);

/** The folders of all widgets, sorted, relative to the root: those in `widgets` that have an index.ts. */
export function discoverWidgets(root: string = repositoryRoot()): string[] {
  return readdirSync(join(root, "widgets"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "kit")
    .map((entry) => `widgets/${entry.name}`)
    .filter((folder) => existsSync(join(root, folder, "index.ts")))
    .toSorted();
}

/**
 * Builds the widget in a folder, which may be anywhere: absolute, or relative to `root` (see {@link buildAll}).
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function buildItem(folder: string, root?: string): Promise<RegistryItem> {
  const [built] = await buildAll([folder], root);
  if (built === undefined || "problem" in built) throw built?.problem ?? new Error(`${folder}: nothing was built.`);
  return built.item;
}

/**
 * Builds widgets side by side; one that fails does not keep the others from being built. Same order as `folders`.
 * `root` is where the person is, by default the clone: relative folders start there, problems name files from there,
 * and its `.venv` has the Python, where there is one. All else that a build needs is found in inlay's own package.
 * @throws {Error} where there is no Python.
 */
export async function buildAll(folders?: readonly string[], root: string = repositoryRoot()): Promise<Built[]> {
  const python = await findPython(root);
  const base = realpathSync(root);
  const paths = (folders ?? discoverWidgets(root)).map((folder) => relativeTo(base, real(resolve(base, folder))));
  const prepared = await Promise.all(paths.map((path) => prepareOrProblem(path, base, python)));
  const sources = prepared.flatMap((each) => ("source" in each ? [each.source] : []));
  const prints = await fingerprints(sources, python);
  let next = 0;
  return prepared.map((each) => ("problem" in each ? each : finish(each, prints[next++] ?? "")));
}

/** Links resolved, as esbuild names files; a folder that is not there is told of later, with its name. */
function real(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function relativeTo(base: string, folder: string): string {
  return relative(base, folder).split(sep).join("/") || ".";
}

interface Prepared extends Made {
  readonly ms: number;
}

type Failed = { readonly name: string; readonly ms: number; readonly problem: BuildProblem };

async function prepareOrProblem(folder: string, root: string, python: string): Promise<Prepared | Failed> {
  const start = performance.now();
  try {
    return { ...(await prepare(folder, root, python)), ms: performance.now() - start };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = error instanceof BuildProblem ? error : new BuildProblem({ file: folder }, reason);
    return { name: basename(resolve(root, folder)), ms: performance.now() - start, problem };
  }
}

async function prepare(folder: string, root: string, python: string): Promise<Omit<Prepared, "ms">> {
  const [widget, { text: esm }] = await Promise.all([
    readSource(folder, root),
    bundle(posix.join(folder, "index.ts"), root),
  ]);
  const { name, traits, item } = widget;
  if (esm.length > item.budget * 1024) {
    const found = `${(esm.length / 1024).toFixed(1)} KiB`;
    throw new BuildProblem(
      placeOfKey(folder, root, "item.ts", "budget"),
      `its front end has ${found} minified; the budget is ${item.budget} KiB.`,
    );
  }
  const methods = await readMethods(folder, root, traits, python);
  const source = pythonSource({ className: className(name), summary: item.summary, traits, methods, esm });
  return { ...widget, esm, source };
}

function finish({ ms, ...made }: Prepared, fingerprint: string): Built {
  return { name: made.name, ms, item: assemble(made, fingerprint), budget: made.item.budget };
}
