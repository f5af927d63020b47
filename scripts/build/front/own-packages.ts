import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { OnResolveArgs, Plugin, PluginBuild, ResolveResult } from "esbuild";
import { above, ownPath } from "../root.ts";

/**
 * Gives a front end the kit and Lit. `inlay/kit` and `lit` come from the widget's nearest node_modules, as every bare
 * import does; where it has none, from inlay's own package, so that a folder without node_modules builds too. The kit
 * takes the widget's Lit, so that a module never holds two. What is not used of the kit is left out.
 */
export const ownPackages: Plugin = {
  name: "the kit and Lit",
  setup(build) {
    const folder = entryFolder(build);
    build.onResolve({ filter: /^inlay\/kit$/ }, async (args) => {
      if (args.pluginData === LOOKED) return undefined;
      const theirs = await resolveFrom(build, args, args.resolveDir);
      return { path: theirs && !isOwn(theirs.path) ? theirs.path : ownKit(), sideEffects: false };
    });
    // By whatever way a module of the kit is reached: told in two ways, it would depend on which comes first.
    build.onResolve({ filter: /^(?:\.{0,2}|[a-z]:)[\\/]/i }, ({ path, importer }) => {
      const target = resolve(dirname(importer), path);
      return isKit(target) && existsSync(target) ? { path: target, sideEffects: false } : undefined;
    });
    build.onResolve({ filter: /^(?:lit|lit-html|lit-element|@lit\/reactive-element)(?:\/|$)/ }, async (args) => {
      if (args.pluginData === LOOKED) return undefined;
      if (!isKit(args.importer)) {
        return (await resolveFrom(build, args, args.resolveDir)) ?? (await resolveFrom(build, args, ownPath()));
      }
      const theirs = await resolveFrom(build, args, folder);
      return theirs && hasMajor(theirs.path, "3") ? theirs : resolveFrom(build, args, ownPath());
    });
  },
};

/** Marks a look-up of our own, so that it is not looked up again. */
const LOOKED = { looked: true };

async function resolveFrom(
  build: PluginBuild,
  { path, kind, importer, namespace }: OnResolveArgs,
  resolveDir: string,
): Promise<Pick<ResolveResult, "path" | "namespace" | "sideEffects" | "suffix"> | undefined> {
  const options = { kind, importer, namespace, resolveDir, pluginData: LOOKED };
  const { errors, path: found, namespace: space, sideEffects, suffix } = await build.resolve(path, options);
  return errors.length > 0 ? undefined : { path: found, namespace: space, sideEffects, suffix };
}

function entryFolder({ initialOptions: { entryPoints, stdin } }: PluginBuild): string {
  const first = Array.isArray(entryPoints) ? entryPoints[0] : undefined;
  return typeof first === "string" ? dirname(first) : (stdin?.resolveDir ?? ownPath());
}

/** A module of inlay's own kit: in a clone its source, in a package what was built from it. */
export function ownKit(name = "index"): string {
  const source = ownPath("widgets", "kit", `${name}.ts`);
  return existsSync(source) ? source : ownPath("dist", "kit", `${name}.js`);
}

/** Whether a file is of the kit: of a clone, or of any installed inlay. */
export function isKit(file: string): boolean {
  return isOwn(file) || INSTALLED.test(file);
}

function isOwn(file: string): boolean {
  return OWN.some((each) => file.startsWith(each));
}

const OWN = [ownPath("widgets", "kit") + sep, ownPath("dist", "kit") + sep];
const INSTALLED = /[\\/]node_modules[\\/]inlay[\\/]dist[\\/]kit[\\/]/;

function hasMajor(file: string, major: string): boolean {
  const folder = above(dirname(file), (each) => existsSync(join(each, "package.json")));
  if (folder === undefined) return false;
  const { version = "" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version?: string };
  return version.startsWith(`${major}.`);
}
