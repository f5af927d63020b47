import { readFile, stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { buildItem } from "../build/build.ts";
import { findPython } from "../build/python/interpreter.ts";
import { fingerprints } from "../build/python/cell.ts";
import type { RegistryItem } from "../build/item.ts";
import { buildPlain } from "../build/plain/plain.ts";
import { BuildProblem } from "../build/problem.ts";
import { readTrait } from "../build/plain/trait-text.ts";
import { InlayError } from "../client/errors.ts";
import { acceptItem } from "./check.ts";
import { readConfig, resolveRegistry } from "./config.ts";
import { download, shownAddress } from "./download.ts";
import { itemNames, loadItem } from "./items.ts";
import { readJson } from "./json.ts";
import { packageRoot } from "./paths.ts";
import type { Source } from "./sources.ts";

/** A widget that was found, with where it comes from. */
export interface Loaded {
  readonly item: RegistryItem;
  /** `kit`: comes with inlay · `own`: made from the person's files · `elsewhere`: made by somebody else. */
  readonly from: "kit" | "own" | "elsewhere";
  /** The kit's name, an absolute path, an address, or `@scope/name`. */
  readonly origin: string;
  /** What was told with --trait. */
  readonly told: readonly string[];
  readonly warnings: readonly string[];
}

export interface LoadOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Traits of a plain front end, as texts. */
  readonly traits?: readonly string[];
  /** Takes the fingerprint of a source: with the Python of this machine unless told. */
  readonly fingerprint?: (source: string) => Promise<string>;
}

/** No item is as large; it keeps a wrong path from filling the memory. */
const LARGEST_FILE = 4 << 20;

/**
 * Loads what a source leads to: reads, builds or fetches it, and checks its form.
 * @throws {InlayError} that says what was found: "build-failed", "bad-item", "download-failed", …
 */
export async function load(source: Source, options: LoadOptions): Promise<Loaded> {
  const { cwd, env = process.env, traits: told = [] } = options;
  if (told.length > 0 && source.kind !== "front-end") {
    throw new InlayError({
      code: "wrong-use",
      message: "--trait speaks of a plain front end, such as ./thing.js; any other widget has its traits already.",
      cure: "Run: inlay add --help",
      usage: true,
    });
  }
  const plain = { told: [], warnings: [] };
  switch (source.kind) {
    case "kit":
      return { item: await loadItem(source.name), from: "kit", origin: source.name, ...plain };
    case "front-end": {
      const { item, warnings } = await loadFrontEnd(source.path, options);
      return { item: await apart(item, source.path), from: "own", origin: source.path, told, warnings };
    }
    case "folder": {
      const item = await building(() => buildItem(source.path, cwd));
      return { item: await apart(item, source.path), from: "own", origin: source.path, ...plain };
    }
    case "file": {
      const item = acceptItem(readJson(await readItemFile(source.path), source.path), source.path);
      return { item: await apart(item, source.path), from: "elsewhere", origin: source.path, ...plain };
    }
    case "address": {
      refuseSecrets(source.url);
      const text = await download(source.url);
      const origin = shownAddress(new URL(source.url));
      const item = await apart(acceptItem(readJson(text, origin), origin), origin);
      return { item, from: "elsewhere", origin: source.url, ...plain };
    }
    case "registry": {
      const { url, headers } = resolveRegistry(await readConfig(cwd), source.scope, source.name, env);
      const origin = `${source.scope}/${source.name}`;
      const item = acceptItem(readJson(await download(url, { headers }), origin), origin);
      return { item: scoped(item, source), from: "elsewhere", origin, ...plain };
    }
  }
}

/** An address is kept in the lock file, with its query: no place for a secret. */
function refuseSecrets(address: string): void {
  const keys = URL.canParse(address) ? [...new URL(address).searchParams.keys()] : [];
  const secret = keys.find((key) =>
    /token|secret|passw|signature|credential|^sig$|^(?:api|access)?[-_]?key$/i.test(key),
  );
  if (secret === undefined) return;
  throw new InlayError({
    code: "download-failed",
    message: "An address with a secret in it would end in the lock file.",
    found: `a query with ${secret}=…`,
    expected: "an address that anybody may see",
    cure: "Name the registry in inlay.json, with a header from the environment.",
  });
}

async function loadFrontEnd(
  path: string,
  { cwd, traits = [], fingerprint = localFingerprint(cwd) }: LoadOptions,
): Promise<{ item: RegistryItem; warnings: readonly string[] }> {
  const told = traits.map((text) => {
    try {
      return readTrait(text);
    } catch (error) {
      const message = `--trait: ${error instanceof Error ? error.message : String(error)}`;
      throw new InlayError({ code: "wrong-use", message, cure: "Run: inlay add --help", usage: true });
    }
  });
  const plain = await building(() => buildPlain(path, cwd, told));
  return { item: plain.item(await fingerprint(plain.source)), warnings: plain.warnings };
}

function localFingerprint(cwd: string): (source: string) => Promise<string> {
  return async (source) => {
    const [found = ""] = await fingerprints([source], await findPython(cwd));
    return found;
  };
}

async function building<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BuildProblem)) throw error;
    const { message, place, reason } = error;
    throw new InlayError({ code: "build-failed", message, details: { ...place, reason }, cause: error });
  }
}

/** The item under its registry's scope: the marker of its cells says it too, so that it mixes with no other. */
function scoped(item: RegistryItem, { scope, name }: { scope: string; name: string }): RegistryItem {
  if (item.name !== name) {
    throw new InlayError({
      code: "bad-item",
      message: `${scope}/${name} is another widget than was asked for.`,
      found: item.name,
      expected: name,
    });
  }
  const full = `${scope}/${name}`;
  const marker = `# inlay: ${full} ${item.version} ${item.fingerprint}`;
  return { ...item, name: full, cells: { definition: item.cells.definition.replace(/^.*/, () => marker) } };
}

/**
 * Keeps widgets from elsewhere, and a person's own, from passing for one of the kit.
 * @throws {InlayError} "name-of-the-kit"
 */
async function apart(item: RegistryItem, origin: string): Promise<RegistryItem> {
  const kit = await itemNames().catch((): readonly string[] => []);
  if (!kit.includes(item.name) || isInPackage(origin)) return item;
  if ((await loadItem(item.name)).fingerprint === item.fingerprint) return item;
  throw new InlayError({
    code: "name-of-the-kit",
    message: `The kit has a widget ${item.name} already; cells of two would be mixed up.`,
    found: `another ${item.name}, from ${origin}`,
    expected: "a name of its own",
    cure: "Rename it, or have it in a registry: it is @scope/name then.",
  });
}

function isInPackage(path: string): boolean {
  const found = relative(fileURLToPath(new URL("widgets/", packageRoot)), path);
  return !found.startsWith("..") && !/^(?:[A-Za-z]:)?[\\/]/.test(found) && !found.includes(`node_modules${sep}`);
}

async function readItemFile(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size <= LARGEST_FILE) return readFile(path, "utf8");
  throw new InlayError({
    code: "bad-item",
    message: `${path} is too large for an item.`,
    found: `${Math.round(size / 1024)} KiB`,
    expected: `at most ${LARGEST_FILE / 1024} KiB`,
  });
}
