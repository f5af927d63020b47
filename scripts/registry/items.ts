import { readdir, readFile } from "node:fs/promises";
import type { RegistryItem } from "../build/item.ts";
import { InlayError } from "../client/errors.ts";
import { didYouMean } from "./nearest.ts";
import { itemFolder } from "./paths.ts";

/** The names of the widgets that were built, in order. */
export async function itemNames(): Promise<readonly string[]> {
  const files = await readdir(itemFolder).catch(() => []);
  const names = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));
  if (names.length > 0) return names.toSorted();
  throw new InlayError({
    code: "not-built",
    message: "There are no built widgets.",
    expected: "registry items beside the command",
    cure: "In a clone of the repository run: npm ci && npm run build",
  });
}

/** One built widget; a mistyped name gets the nearest right one. */
export async function loadItem(name: string): Promise<RegistryItem> {
  const names = await itemNames();
  if (!names.includes(name)) {
    throw new InlayError({
      code: "wrong-use",
      message: `There is no widget "${name}".${didYouMean(name, names)} There are: ${names.join(", ")}.`,
      cure: "Run: inlay list",
      usage: true,
    });
  }
  return JSON.parse(await readFile(new URL(`${name}.json`, itemFolder), "utf8")) as RegistryItem;
}

/** All built widgets, in order of their names. */
export async function loadItems(): Promise<readonly RegistryItem[]> {
  return Promise.all((await itemNames()).map(loadItem));
}
