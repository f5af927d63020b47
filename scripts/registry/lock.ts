import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import type { RegistryItem } from "../build/item.ts";
import { above } from "../build/root.ts";
import { InlayError } from "../client/errors.ts";
import { readJson } from "./json.ts";

/** An item from elsewhere, as it was accepted. */
export interface Pin {
  readonly version: string;
  readonly fingerprint: string;
  /** Of all that an install writes or runs: the definition, the example, what it needs. */
  readonly integrity: string;
  /** An address, a path from the lock file's folder, or `@scope/name`. */
  readonly origin: string;
}

/** A widget made from the person's own files. */
export interface Own {
  /** A path from the lock file's folder. */
  readonly source: string;
  /** What was told with --trait. */
  readonly traits: readonly string[];
}

/** What inlay.lock.json says. */
export interface Lock {
  readonly items: Readonly<Record<string, Pin>>;
  readonly own: Readonly<Record<string, Own>>;
}

const FILE = "inlay.lock.json";

const lockFile = z.object({
  lock: z.literal(1),
  items: z
    .record(
      z.string(),
      z.object({ version: z.string(), fingerprint: z.string(), integrity: z.string(), origin: z.string() }),
    )
    .default({}),
  own: z.record(z.string(), z.object({ source: z.string(), traits: z.array(z.string()).default([]) })).default({}),
});

/** Where the lock file of a folder is: beside the nearest inlay.json or lock file upwards, else in the folder. */
export function lockPath(cwd: string): string {
  const folder = above(cwd, (each) => existsSync(join(each, FILE)) || existsSync(join(each, "inlay.json")));
  return join(folder ?? cwd, FILE);
}

/**
 * What was accepted before; empty where there is no lock file.
 * @throws {InlayError} "bad-lock" where it cannot be read: what was pinned must not be forgotten in silence.
 */
export async function readLock(path: string): Promise<Lock> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return { items: {}, own: {} };
  const read = lockFile.safeParse(readJson(text, path));
  if (read.success) return read.data;
  const { path: where, message } = read.error.issues[0] ?? { path: [], message: "it does not fit" };
  throw new InlayError({
    code: "bad-lock",
    message: `${path} is not as inlay writes it.`,
    found: `${where.map(String).join(".") || "the whole"}: ${message}`,
    cure: "Take it from version control, or delete it: items are then asked about anew.",
  });
}

/**
 * Adds to a lock file; nobody sees it half written, and two that write at once do not lose each other's entries. A
 * name has one origin: what is added takes the place of what was there.
 */
export async function writeLock(path: string, { items = {}, own = {} }: Partial<Lock>): Promise<void> {
  const guard = `${path}.writing`;
  await enter(guard);
  try {
    const before = await readLock(path);
    const after = {
      lock: 1,
      items: sorted({ ...without(before.items, own), ...items }),
      own: sorted({ ...without(before.own, items), ...own }),
    };
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify(after, null, 2)}\n`);
    await rename(draft, path);
  } finally {
    await rm(guard, { force: true });
  }
}

/** What stands for all of an item that becomes code or chooses code. */
export function integrityOf(item: RegistryItem): string {
  const { name, version, className, objectName, traits, cells, requires, example } = item;
  const text = JSON.stringify({ name, version, className, objectName, traits, cells, requires, example });
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A path as the lock file keeps it, so that it holds wherever the project is: from the lock file's folder. */
export function portable(path: string, lock: string): string {
  const found = relative(resolve(lock, ".."), path).split(sep).join("/");
  return found.startsWith("..") || isAbsolute(found) ? found : `./${found}`;
}

function without<T>(entries: Readonly<Record<string, T>>, names: object): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !Object.hasOwn(names, name)));
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** A writer that died is waited for no longer than this. */
const STALE = 10_000;

async function enter(guard: string): Promise<void> {
  for (;;) {
    try {
      return await writeFile(guard, String(process.pid), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const { mtimeMs } = await stat(guard).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE) await rm(guard, { force: true });
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
