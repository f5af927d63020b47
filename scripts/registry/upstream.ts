import { dirname, resolve } from "node:path";
import type { RegistryItem } from "../build/item.ts";
import { itemNames, loadItem } from "./items.ts";
import { load, type Loaded, type LoadOptions } from "./load.ts";
import { lockPath, readLock, type Pin } from "./lock.ts";
import { findBase } from "./releases.ts";
import { sourceOf } from "./sources.ts";

/** Where a widget that is not the kit's came from. */
export interface Upstream {
  /** What was accepted last; undefined for what was made from the person's own files. */
  readonly pin?: Pin;
  /** Whether loading it asks a network. */
  readonly network: boolean;
  /** The widget as it is now. Rejects as `load` does. */
  load(): Promise<Loaded>;
}

/** What {@link findOrigin} knows: the item as it is now, or why it is not known. */
export interface Found {
  readonly item?: RegistryItem;
  /** What was loaded, where the item is none of the kit. */
  readonly loaded?: Loaded;
  /** Why what the lock file names could not be loaded. */
  readonly problem?: string;
}

export interface FindOptions extends Pick<LoadOptions, "fingerprint"> {
  /** Folders whose lock files may know the name, in order. */
  readonly folders: readonly string[];
  /** Whether a network may be asked; else an item of one is what it was when it was accepted. */
  readonly fetch: boolean;
}

/**
 * The item of a name: the kit's as it is now, or what was accepted last of one from elsewhere. Undefined where none of
 * that name is known. Nothing is built and nothing is fetched.
 */
export async function findUpstream(name: string): Promise<RegistryItem | undefined> {
  if ((await itemNames()).includes(name)) return loadItem(name);
  const found = await upstreamOf(name, { cwd: process.cwd() }).catch(() => undefined);
  return found?.pin && findBase({ ...found.pin, name });
}

/** The item of a name as it is now: the kit's, or what a lock file leads to. Empty where none of that name is known. */
export async function findOrigin(name: string, { folders, fetch, fingerprint }: FindOptions): Promise<Found> {
  if ((await itemNames()).includes(name)) return { item: await loadItem(name) };
  try {
    for (const folder of folders) {
      const found = await upstreamOf(name, { cwd: folder, ...(fingerprint ? { fingerprint } : {}) });
      if (!found) continue;
      if (found.network && !fetch) {
        const item = found.pin && (await findBase({ ...found.pin, name }));
        return item ? { item } : {};
      }
      const loaded = await found.load();
      if (loaded.item.name === name) return { item: loaded.item, loaded };
      return { problem: `${loaded.origin} is now named ${loaded.item.name}` };
    }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  return {};
}

/** What the lock file of a folder says of a widget's origin; undefined where it says nothing. */
export async function upstreamOf(name: string, options: LoadOptions): Promise<Upstream | undefined> {
  const path = lockPath(options.cwd);
  const { items, own } = await readLock(path);
  const folder = dirname(path);
  const mine = Object.hasOwn(own, name) ? own[name] : undefined;
  if (mine) {
    const made = { ...options, cwd: folder, traits: mine.traits };
    return { network: false, load: async () => load(sourceOf(resolve(folder, mine.source), folder), made) };
  }
  const pin = Object.hasOwn(items, name) ? items[name] : undefined;
  if (!pin) return undefined;
  const network = /^(?:https?:|@)/.test(pin.origin);
  const word = network ? pin.origin : resolve(folder, pin.origin);
  return { pin, network, load: async () => load(sourceOf(word, folder), { ...options, cwd: folder }) };
}
