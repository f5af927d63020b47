import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Marker } from "../build/python/cell.ts";
import type { RegistryItem } from "../build/item.ts";
import { dataFolder, itemFolder, releaseFolder } from "./paths.ts";

const NAME = /^(?:@[a-z0-9][a-z0-9-]*\/)?[a-z][a-z0-9-]*$/;
const FINGERPRINT = /^[0-9a-f]{16}$/;

/**
 * The item that a cell with this marker was installed from: one that was built, one of an earlier release, or one from
 * elsewhere that was remembered. Undefined where none of them has its fingerprint. Nothing is fetched.
 */
export async function findBase(
  { name, version, fingerprint }: Marker,
  env: NodeJS.ProcessEnv = process.env,
): Promise<RegistryItem | undefined> {
  // They come from a notebook, and name files.
  if (!NAME.test(name) || !FINGERPRINT.test(fingerprint)) return undefined;
  let found: RegistryItem | undefined;
  for await (const item of candidates({ name, fingerprint }, env)) {
    if (item?.name !== name || item.fingerprint !== fingerprint) continue;
    if (item.version === version) return item;
    // Another version with the same code may differ in comments, which a merge goes by.
    found ??= item;
  }
  return found;
}

/** Keeps an item that comes from elsewhere, so that a later update knows what its cell was installed with. */
export async function remember(item: RegistryItem, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (!NAME.test(item.name) || !FINGERPRINT.test(item.fingerprint)) return;
  const path = basePath(item, env);
  if (await readItem(path)) return;
  await mkdir(join(path, ".."), { recursive: true });
  const bytes = await promisify(gzip)(JSON.stringify(item));
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

async function* candidates({ name, fingerprint }: Key, env: NodeJS.ProcessEnv) {
  yield await readItem(fileURLToPath(new URL(`${name}.json`, itemFolder)));
  const folder = fileURLToPath(new URL(`${name}/`, releaseFolder));
  const files = await readdir(folder).catch(() => []);
  for (const file of files.filter((each) => each.endsWith(".json.gz"))) yield await readItem(join(folder, file));
  yield await readItem(basePath({ name, fingerprint }, env));
}

type Key = Pick<Marker, "name" | "fingerprint">;

function basePath({ name, fingerprint }: Key, env: NodeJS.ProcessEnv): string {
  return join(dataFolder(env), "bases", name, `${fingerprint}.json.gz`);
}

/** An item from its file; one that is missing or broken is no item. */
async function readItem(path: string): Promise<RegistryItem | undefined> {
  try {
    const bytes = await readFile(path);
    const text = path.endsWith(".gz") ? await promisify(gunzip)(bytes) : bytes;
    return JSON.parse(text.toString("utf8")) as RegistryItem;
  } catch {
    return undefined;
  }
}
