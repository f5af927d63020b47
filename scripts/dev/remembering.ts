import { statSync } from "node:fs";
import type { OnLoadResult, OnResolveResult, Plugin } from "esbuild";

/**
 * Plugins whose answers are kept from one rebuild to the next: a file's as long as it is not written, a name's until
 * `forget`. What they do with a bundle at its end is done each time.
 */
export function remembering(plugins: readonly Plugin[]): { readonly plugins: Plugin[]; forget(): void } {
  const loaded = new Map<string, { readonly stamp: string; readonly result: Answer<OnLoadResult> }>();
  const resolved = new Map<string, Answer<OnResolveResult>>();
  const wrapped = plugins.map((plugin, index): Plugin => ({
    name: plugin.name,
    setup: (build) =>
      plugin.setup({
        ...build,
        onLoad: (options, load) =>
          build.onLoad(options, async (args) => {
            const key = `${index} ${options.filter} ${args.path}${args.suffix}`;
            const stamp = stampOf(args.path);
            const kept = loaded.get(key);
            if (kept && stamp !== undefined && kept.stamp === stamp) return kept.result;
            const result = await load(args);
            if (stamp !== undefined && !result?.errors?.length) loaded.set(key, { stamp, result });
            return result;
          }),
        onResolve: (options, resolve) =>
          build.onResolve(options, async (args) => {
            // A look-up that a plugin makes itself is a part of an answer.
            if (args.pluginData !== undefined) return resolve(args);
            const key = [index, options.filter, args.path, args.importer, args.kind, args.resolveDir].join("\n");
            if (resolved.has(key)) return resolved.get(key);
            const result = await resolve(args);
            if (!result?.errors?.length) resolved.set(key, result);
            return result;
          }),
      }),
  }));
  return {
    plugins: wrapped,
    forget() {
      loaded.clear();
      resolved.clear();
    },
  };
}

type Answer<R> = R | null | undefined;

function stampOf(path: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}
