import { existsSync } from "node:fs";

/** The package's root: the nearest folder above this module that holds a package.json. */
export const packageRoot: URL = (() => {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) throw new Error("inlay's own package.json is missing: install the package again.");
    folder = above;
  }
  return folder;
})();

/** Where the build puts registry items. */
export const itemFolder: URL = new URL("dist/items/", packageRoot);

/** Where the modules stand that run in the kernel. */
export const pythonFolder: URL = new URL("python/inlay/", packageRoot);
