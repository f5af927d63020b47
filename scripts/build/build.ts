import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { bundle } from "./bundle.ts";
import { definitionCell, fingerprints } from "./cell.ts";
import { findPython } from "./interpreter.ts";
import { type RegistryItem, sizesOf } from "./item.ts";
import { readMethods } from "./methods.ts";
import { className, objectName } from "./names.ts";
import { BuildProblem } from "./problem.ts";
import { pythonSource } from "./python.ts";
import { repositoryRoot } from "./root.ts";
import { type WidgetSource, placeOfKey, readSource } from "./source.ts";

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
 * Builds the widget in a folder (absolute, or relative to the clone).
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function buildItem(folder: string): Promise<RegistryItem> {
  const [built] = await buildAll([folder]);
  if (built === undefined || "problem" in built) throw built?.problem ?? new Error(`${folder}: nothing was built.`);
  return built.item;
}

/** Builds widgets side by side; one that fails does not keep the others from being built. Same order as `folders`. */
export async function buildAll(folders?: readonly string[], root: string = repositoryRoot()): Promise<Built[]> {
  const python = await findPython(root);
  const paths = (folders ?? discoverWidgets(root)).map((folder) =>
    relative(root, resolve(root, folder)).split(sep).join("/"),
  );
  const prepared = await Promise.all(paths.map((path) => prepareOrProblem(path, root, python)));
  const sources = prepared.flatMap((each) => ("source" in each ? [each.source] : []));
  const prints = await fingerprints(sources, root, python);
  let next = 0;
  return prepared.map((each) => ("problem" in each ? each : finish(each, prints[next++] ?? "")));
}

interface Prepared extends WidgetSource {
  readonly esm: string;
  readonly source: string;
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
    return { name: folder.split("/").at(-1) ?? folder, ms: performance.now() - start, problem };
  }
}

async function prepare(folder: string, root: string, python: string): Promise<Omit<Prepared, "ms">> {
  const [widget, { text: esm }] = await Promise.all([readSource(folder, root), bundle(`${folder}/index.ts`, root)]);
  const { name, traits, item } = widget;
  if (esm.length > item.budget * 1024) {
    const found = `${(esm.length / 1024).toFixed(1)} KiB`;
    throw new BuildProblem(
      placeOfKey(folder, root, "item.ts", "budget"),
      `its front end has ${found} minified; the budget is ${item.budget} KiB.`,
    );
  }
  const methods = await readMethods(folder, root, traits, python);
  const source = pythonSource({ className: className(name), summary: item.summary, traits, methods, esm }, root);
  return { ...widget, esm, source };
}

function finish({ name, traits, item, esm, source, ms }: Prepared, fingerprint: string): Built {
  const { version, title, summary, category, budget, requires = [], example, docs } = item;
  const definition = definitionCell(source, { name, version, fingerprint });
  const built: RegistryItem = {
    schema: 1,
    name,
    version,
    title,
    summary,
    category,
    className: className(name),
    objectName: objectName(name),
    traits: Object.entries(traits).map(([trait, { type, role, default: initial, doc, send, wired }]) => ({
      name: trait,
      type,
      role,
      default: initial,
      doc,
      ...(send === undefined ? {} : { send }),
      ...(wired === undefined ? {} : { wired }),
    })),
    cells: { definition },
    requires: { python: ["anywidget>=0.9.18", ...requires], marimo: ">=0.21.1" },
    fingerprint,
    sizes: { esm: sizesOf(esm), definition: sizesOf(definition) },
    example,
    docs,
  };
  return { name, ms, item: built, budget };
}
