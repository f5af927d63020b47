import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { checkDefinitions } from "../build/check/definition.ts";
import { checkItem, type ItemProblem, parseItem } from "../build/check/item.ts";
import { findPython } from "../build/python/interpreter.ts";
import type { RegistryItem } from "../build/item.ts";
import { UsageError } from "./usage-error.ts";

/** One file that was checked; name and version where it has got so far. */
export interface CheckedFile {
  readonly file: string;
  readonly name?: string;
  readonly version?: string;
  readonly problems: readonly ItemProblem[];
}

/** Checks the items in files, in folders, and on standard input (`-`); nothing of them runs. */
export async function checkFiles(paths: readonly string[]): Promise<readonly CheckedFile[]> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  const read = await Promise.all(files.map(readItem));
  const sound = read.flatMap(({ item }) => (item ? [item] : []));
  const deep = sound.length > 0 ? await checkDefinitions(sound, await findPython(process.cwd())) : [];
  return read.map(({ file, item, problems }) => {
    if (!item) return { file, problems };
    return { file, name: item.name, version: item.version, problems: deep[sound.indexOf(item)] ?? [] };
  });
}

async function readItem(
  file: string,
): Promise<{ readonly file: string; readonly item?: RegistryItem; readonly problems: readonly ItemProblem[] }> {
  const { json, problems } = parseItem(file === "-" ? await text(process.stdin) : await readFile(file, "utf8"));
  if (problems.length > 0) return { file, problems };
  const found = checkItem(json);
  return found.length > 0 ? { file, problems: found } : { file, item: json as RegistryItem, problems: [] };
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (path === "-") return [path];
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return [path];
  const items = (await readdir(path)).filter((name) => name.endsWith(".json")).toSorted();
  if (items.length === 0) throw new UsageError(`${path} holds no item: expected files such as my-dial.json.`);
  return items.map((name) => join(path, name));
}
