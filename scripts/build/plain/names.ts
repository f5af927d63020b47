import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type Loader, transform } from "esbuild";

/** The traits that a front end names in its sources. */
export interface Named {
  readonly read: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
}

/** Which traits somebody's own modules (absolute paths) read and write, as far as they say so by name. */
export async function namedTraits(files: readonly string[]): Promise<Named> {
  const texts = await Promise.all(files.filter((file) => LOADERS.has(extname(file))).map(withoutComments));
  const read = new Set<string>();
  const written = new Set<string>();
  for (const text of texts) {
    for (const [, verb, , name = ""] of text.matchAll(CALL)) {
      if (!name.startsWith("_")) (verb === "get" ? read : written).add(name);
    }
    for (const [, , name = ""] of text.matchAll(HOOK)) written.add(name);
  }
  return { read, written };
}

/** `model.get("x")`, by whatever path one comes to a model. */
const CALL = /[mM]odel\??\.(get|set)\(\s*(["'`])([^"'`$\n]+)\2/g;
/** The hook of @anywidget/react and its like. */
const HOOK = /\buseModelState\(\s*(["'`])([^"'`$\n]+)\1/g;

const LOADERS = new Map<string, Loader>([
  [".ts", "ts"],
  [".mts", "ts"],
  [".tsx", "tsx"],
  [".js", "jsx"],
  [".mjs", "jsx"],
  [".jsx", "jsx"],
]);

async function withoutComments(file: string): Promise<string> {
  const source = await readFile(file, "utf8");
  const { code } = await transform(source, {
    loader: LOADERS.get(extname(file)) ?? "js",
    jsx: "preserve",
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return code;
}
