import { mkdir, writeFile } from "node:fs/promises";
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Built, buildAll } from "../build/build.ts";
import { itemText } from "../build/item.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Builds the widgets in these folders and writes their items into `out`; what fails keeps nothing from being written.
 * `files` are the paths of the items by widget.
 */
export async function buildInto(
  paths: readonly string[],
  out: string,
  folder: string = process.cwd(),
): Promise<{ readonly built: readonly Built[]; readonly files: ReadonlyMap<string, string> }> {
  const widgets = widgetFolders(paths, folder);
  if (isFile(resolve(folder, out))) throw new UsageError(`--out expects a folder, and ${out} is a file.`);
  const built = await buildAll(widgets, folder);
  const items = built.flatMap((each) => ("item" in each ? [each.item] : []));
  const files = new Map(items.map(({ name }) => [name, join(out, `${name}.json`)]));
  if (items.length > 0) await mkdir(resolve(folder, out), { recursive: true });
  await Promise.all(items.map((item) => writeFile(resolve(folder, files.get(item.name)!), itemText(item))));
  return { built, files };
}

/**
 * The widget folders that paths mean: a widget's own, or each that stands in it.
 * @throws {UsageError} for a path that is none of both, and for two widgets of one name.
 */
export function widgetFolders(paths: readonly string[], folder: string = process.cwd()): readonly string[] {
  const found = paths.flatMap((path) => {
    const absolute = resolve(folder, path);
    if (isWidget(absolute)) return [path];
    if (isFile(absolute)) {
      const near = isWidget(dirname(absolute)) ? ` Did you mean ${dirname(path)}?` : "";
      throw new UsageError(`${path} is a file: expected a widget's folder, or one that holds some.${near}`);
    }
    const inside = existsSync(absolute) ? foldersIn(absolute).filter((name) => isWidget(join(absolute, name))) : [];
    if (inside.length > 0) return inside.map((name) => join(path, name));
    throw new UsageError(
      existsSync(absolute)
        ? `${path} is no widget's folder, and holds none: a widget has traits.ts, item.ts and index.ts. To begin one: inlay new NAME`
        : `There is no folder ${path}.`,
    );
  });
  const folders = [...new Map(found.map((path) => [resolve(folder, path), path])).values()];
  const names = folders.map((path) => basename(resolve(folder, path)));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`Two of the folders are named ${twice}: build them one by one.`);
  return folders;
}

/** One of its files is enough to be meant as a widget: the build says which are missing. */
function isWidget(folder: string): boolean {
  return ["traits.ts", "item.ts"].some((file) => existsSync(join(folder, file)));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && entry.name !== "node_modules" ? [entry.name] : []))
    .toSorted();
}
