import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

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

/** Where the build puts the items of earlier versions: a folder for each widget. */
export const releaseFolder: URL = new URL("dist/releases/", packageRoot);

/** What inlay keeps for a person from one run to the next: `$XDG_DATA_HOME/inlay`, by default in ~/.local/share. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const told = env["XDG_DATA_HOME"];
  // The base directory specification has a relative path ignored.
  return join(told && isAbsolute(told) ? told : join(homedir(), ".local", "share"), "inlay");
}
