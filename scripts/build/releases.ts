import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync, strFromU8, strToU8 } from "fflate";
import { type RegistryItem, itemText } from "./item.ts";
import { BuildProblem, lineOf } from "./problem.ts";

/** A released item as the bytes of its file: equal items give equal bytes, on every machine. */
export function releaseBytes(item: RegistryItem): Uint8Array {
  return gzipSync(strToU8(itemText(item)), { level: 9, mtime: 1 });
}

/** Where the releases of a widget stand in a clone, a file for each version. */
export function releasesOf(name: string, root: string): string {
  return join(root, "widgets", name, "releases");
}

/** The item that was released as its version; undefined where that version has not been released. */
export async function readRelease(name: string, version: string, root: string): Promise<RegistryItem | undefined> {
  const path = join(releasesOf(name, root), `${version}.json.gz`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return bytes && (JSON.parse(strFromU8(gunzipSync(bytes))) as RegistryItem);
}

/**
 * Why an item cannot go out as the version that it says: that version is out already, with another cell. Undefined
 * where nothing speaks against it.
 */
export async function releaseProblem(item: RegistryItem, root: string): Promise<BuildProblem | undefined> {
  const { name, version, fingerprint } = item;
  const released = await readRelease(name, version, root);
  if (released === undefined || released.fingerprint === fingerprint) return undefined;
  const file = `widgets/${name}/item.ts`;
  const line = lineOf(await readFile(join(root, file), "utf8"), /\bversion\s*:/);
  return new BuildProblem(
    { file, ...(line === undefined ? {} : { line }) },
    `${version} is released already with the fingerprint ${released.fingerprint}, found ${fingerprint}: ` +
      `bump the version, so that no two cells go by one.`,
  );
}

/**
 * Writes the release of an item that has none yet; gives whether it wrote.
 * @throws {BuildProblem} where the version is out already with another cell.
 */
export async function release(item: RegistryItem, root: string): Promise<boolean> {
  const problem = await releaseProblem(item, root);
  if (problem) throw problem;
  const folder = releasesOf(item.name, root);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(join(folder, `${item.version}.json.gz`), releaseBytes(item), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Copies all releases to dist/releases/<name>, so that they travel with the package; what is gone there goes here. */
export async function copyReleases(names: readonly string[], root: string): Promise<void> {
  const target = join(root, "dist", "releases");
  await mkdir(target, { recursive: true });
  await Promise.all(
    (await readdir(target)).filter((each) => !names.includes(each)).map((each) => remove(join(target, each))),
  );
  await Promise.all(names.map((name) => copyFolder(releasesOf(name, root), join(target, name))));
}

async function copyFolder(from: string, to: string): Promise<void> {
  const files = (await readdir(from).catch(() => [])).filter((file) => file.endsWith(".json.gz"));
  if (files.length === 0) return remove(to);
  await mkdir(to, { recursive: true });
  const stale = (await readdir(to)).filter((file) => !files.includes(file));
  await Promise.all(stale.map((file) => remove(join(to, file))));
  await Promise.all(files.map(async (file) => writeFile(join(to, file), await readFile(join(from, file)))));
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}
