import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The clone that holds `folder` (by default: this module), found by its `widgets/kit`.
 * @throws {Error} outside of a clone.
 */
export function repositoryRoot(folder: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, "widgets", "kit", "traits.ts"))) return each;
    if (each === dirname(each)) {
      throw new Error(`${folder} is not inside a clone of inlay: found no widgets/kit above it. Clone the repository.`);
    }
  }
}
