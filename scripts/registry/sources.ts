import { statSync } from "node:fs";
import { homedir } from "node:os";
import { extname, join, resolve } from "node:path";
import { FRONT_ENDS } from "../build/plain/bundle.ts";
import { InlayError } from "../client/errors.ts";

/** Where a widget is to come from, as a word of the command line says it. */
export type Source =
  | { readonly kind: "kit"; readonly name: string }
  /** A plain anywidget front end. */
  | { readonly kind: "front-end"; readonly path: string }
  /** A widget's folder, as in the kit. */
  | { readonly kind: "folder"; readonly path: string }
  /** A registry item in a file. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "registry"; readonly scope: string; readonly name: string };

/**
 * What a word means: an address, `@scope/name`, a path (it begins with `.`, `/` or `~`, holds a slash, or ends as a
 * front end or an item does), or else a widget of the kit. Paths are absolute in the answer.
 * @throws {InlayError} "no-such-file" for a path that leads nowhere, "wrong-use" for one that is no widget.
 */
export function sourceOf(word: string, cwd: string): Source {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(word)) return { kind: "address", url: word };
  if (word.startsWith("@")) return registrySource(word);
  if (!isPath(word)) return { kind: "kit", name: word };
  const path = resolve(cwd, word.startsWith("~/") ? join(homedir(), word.slice(2)) : word);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    throw new InlayError({ code: "no-such-file", message: `There is no file or folder ${word}.`, found: path });
  }
  if (stats.isDirectory()) return folderSource(path, word);
  const ending = extname(path).toLowerCase();
  if (ending === ".json") return { kind: "file", path };
  if (FRONT_ENDS.includes(ending)) return { kind: "front-end", path };
  throw wrong(`${word} is no widget.`, `a front end (${FRONT_ENDS.join(", ")}), an item (.json) or a folder`);
}

function isPath(word: string): boolean {
  return /^(?:\.{1,2}$|[./~]|[A-Za-z]:\\)|[/\\]/.test(word) || [...FRONT_ENDS, ".json"].includes(extname(word));
}

/** A folder with an item.ts is a widget of the kit's kind; one with an index alone is a plain front end. */
function folderSource(path: string, word: string): Source {
  const exists = (file: string) => statSync(join(path, file), { throwIfNoEntry: false })?.isFile() === true;
  if (exists("item.ts")) return { kind: "folder", path };
  const index = FRONT_ENDS.map((ending) => `index${ending}`).find(exists);
  if (index !== undefined) return { kind: "front-end", path: join(path, index) };
  throw wrong(`${word} is no widget's folder.`, "a folder with traits.ts, item.ts and index.ts, or with an index.js");
}

function registrySource(word: string): Source {
  const [, scope, name] = /^(@[a-z0-9][a-z0-9-]*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(word) ?? [];
  if (scope === undefined || name === undefined) {
    throw wrong(`${JSON.stringify(word)} names no widget of a registry.`, "@scope/name, in small letters");
  }
  return { kind: "registry", scope, name };
}

function wrong(message: string, expected: string): InlayError {
  return new InlayError({ code: "wrong-use", message, expected, cure: "Run: inlay add --help", usage: true });
}
