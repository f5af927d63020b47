import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * The clone that holds `folder` (by default: this module), found by its `widgets/kit`.
 * @throws {Error} outside of a clone.
 */
export function repositoryRoot(folder: string = here): string {
  const found = above(folder, (each) => existsSync(join(each, "widgets", "kit", "traits.ts")));
  if (found !== undefined) return found;
  throw new Error(`${folder} is not inside a clone of inlay: found no widgets/kit above it. Clone the repository.`);
}

/**
 * A file of inlay's own that a build reads while it runs: Python sources, the kit. It is there in a clone and in an
 * installed package alike.
 */
export function ownPath(...parts: readonly string[]): string {
  return join(packageFolder, ...parts);
}

/** The nearest folder, from `folder` upwards, for which `test` holds. */
export function above(folder: string, test: (folder: string) => boolean): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (test(each)) return each;
    if (each === dirname(each)) return undefined;
  }
}

const packageFolder = above(here, (each) => existsSync(join(each, "package.json"))) ?? here;
