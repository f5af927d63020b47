import type { Loaded } from "./load.ts";
import { type Lock, lockPath, portable, readLock, writeLock } from "./lock.ts";
import { remember } from "./releases.ts";
import { type Acceptance, acceptanceOf, pinOf } from "./trust.ts";

/** An item from elsewhere, and whether it was accepted before. */
export interface Foreign {
  readonly loaded: Loaded;
  readonly acceptance: Acceptance;
}

/**
 * The items from elsewhere among those that were loaded, with what the lock file of `cwd` says of each.
 * @throws {InlayError} "fingerprint-changed" for one whose code is another under the version that was accepted.
 */
export async function foreignItems(loaded: readonly Loaded[], cwd: string): Promise<readonly Foreign[]> {
  const foreign = loaded.filter(({ from }) => from === "elsewhere");
  if (foreign.length === 0) return [];
  const { items } = await readLock(lockPath(cwd));
  return foreign.map((each) => {
    const { name } = each.item;
    const pin = Object.hasOwn(items, name) ? items[name] : undefined;
    return { loaded: each, acceptance: acceptanceOf(each.item, each.origin, pin) };
  });
}

/**
 * Writes down what was installed: the pins of items from elsewhere and the sources of the person's own go into the
 * lock file of `cwd`; each is also kept as a base for later updates. Widgets of the kit need none of it.
 */
export async function record(loaded: readonly Loaded[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const kept = loaded.filter(({ from }) => from !== "kit");
  if (kept.length === 0) return;
  const path = lockPath(cwd);
  const entries = (from: Loaded["from"]) => kept.filter((each) => each.from === from);
  const items = entries("elsewhere").map(
    (each) => [each.item.name, pinOf(each.item, shownOrigin(each, path))] as const,
  );
  const own = entries("own").map(
    ({ item, origin, told }) => [item.name, { source: portable(origin, path), traits: told }] as const,
  );
  const news: Lock = { items: Object.fromEntries(items), own: Object.fromEntries(own) };
  const before = await readLock(path);
  if (!holds(before, news)) await writeLock(path, news);
  for (const { item } of kept) await remember(item, env);
}

function shownOrigin({ origin }: Loaded, lock: string): string {
  return /^(?:https?:|@)/.test(origin) ? origin : portable(origin, lock);
}

/** A lock file that says it all already is left alone, so that its time does not change. */
function holds(lock: Lock, news: Lock): boolean {
  const same = <T>(old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>) =>
    Object.entries(now).every(([name, entry]) => JSON.stringify(old[name]) === JSON.stringify(entry));
  return same(lock.items, news.items) && same(lock.own, news.own);
}
