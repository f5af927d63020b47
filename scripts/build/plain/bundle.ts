import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { type BuildFailure, type BuildResult, type Message, type Plugin, build } from "esbuild";
import { bundleOptions, bundleProblem, noRemoteImport, readBundle } from "../front/bundle.ts";
import { withoutTypes } from "../front/lean.ts";
import { isKit, ownKit, ownPackages } from "../front/own-packages.ts";
import { BuildProblem, placeText } from "../problem.ts";

/** A plain front end as one ES module and its style sheet, with the person's own files that went into it. */
export interface PlainBundle {
  readonly esm: string;
  readonly css?: string;
  /** Absolute paths; those of npm packages are left out. */
  readonly files: readonly string[];
  /** What esbuild thinks of the sources, one text each. */
  readonly warnings: readonly string[];
}

/** File endings that a plain front end can have. */
export const FRONT_ENDS: readonly string[] = [".ts", ".js", ".tsx", ".jsx", ".mts", ".mjs"];

/** What the module that ties all together is called: no file. */
const WRAPPER = "<inlay>";

/**
 * Bundles an anywidget front end (absolute path) with its npm packages, the style sheet of the same name beside it,
 * and the style sheets that it imports. `root` is where the person is: problems name files from there.
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function bundlePlain(file: string, root: string): Promise<PlainBundle> {
  try {
    const contents = await entryOf(file, root);
    const stdin = { contents, resolveDir: dirname(file), sourcefile: WRAPPER, loader: "js" } as const;
    const result = await build({ ...optionsOf(file, root), entryPoints: undefined, stdin });
    return await readPlain(result, file, root);
  } catch (error) {
    throw isFailure(error) ? bundleProblem(error.errors, file, root) : error;
  }
}

/** The style sheet that goes with a front end by its name. */
export function styleBeside(file: string): string | undefined {
  const style = `${file.slice(0, -extname(file).length)}.css`;
  return existsSync(style) ? style : undefined;
}

async function entryOf(file: string, root: string): Promise<string> {
  const found = await exportsOf(file, root);
  const hooks = ["initialize", "render"].filter((name) => found.includes(name));
  if (!found.includes("default") && hooks.length === 0) {
    const exports = found.length === 0 ? "nothing" : found.join(", ");
    const reason = `it exports ${exports}; an anywidget front end has export default { render }, or a function that gives it.`;
    throw new BuildProblem({ file: relative(root, file).split(sep).join("/") }, reason);
  }
  const from = JSON.stringify(`./${basename(file)}`);
  const style = styleBeside(file);
  return [
    found.includes("default") ? `import own from ${from};` : `import { ${hooks.join(", ")} } from ${from};`,
    ...(style ? [`import ${JSON.stringify(`./${basename(style)}`)};`] : []),
    `import { adopt } from ${JSON.stringify(ownKit("adopt").split(sep).join("/"))};`,
    `export default adopt(${found.includes("default") ? "own" : `{ ${hooks.join(", ")} }`});`,
  ].join("\n");
}

/** What a module exports by name, by way of its own files too. */
async function exportsOf(file: string, root: string): Promise<readonly string[]> {
  const { metafile } = await build({ ...optionsOf(file, root), packages: "external", minify: false });
  return Object.values(metafile.outputs).flatMap((each) => each.exports);
}

function optionsOf(file: string, root: string) {
  return {
    ...bundleOptions(file, root),
    plugins: [noRemoteImport, noRemoteStyle, ownPackages, kitText],
    // The nearest tsconfig.json says how JSX is meant.
    tsconfigRaw: undefined,
    loader: Object.fromEntries(INLINED.map((ending) => [ending, "dataurl" as const])),
  };
}

/** Files that a module or a style sheet may name; they become part of it. */
const INLINED = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".woff", ".woff2", ".ttf", ".otf", ".wasm"];

const noRemoteStyle: Plugin = {
  name: "no remote style",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:https?:)?\/\//i }, ({ path, kind }) => {
      if (kind !== "url-token") return undefined;
      const text = `url(${path}) would be loaded from a network: a widget carries all that it uses. Put the file beside the style sheet.`;
      return { errors: [{ text }] };
    });
  },
};

/** The kit in one layout, from its sources and from the package alike. */
const kitText: Plugin = {
  name: "the kit's text",
  setup({ onLoad }) {
    onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
      if (!isKit(path)) return undefined;
      const contents = await withoutTypes(await readFile(path, "utf8"), path.endsWith(".ts"));
      return contents === undefined ? undefined : { contents, loader: "js" };
    });
  },
};

/** As large as an item from elsewhere may be, in MiB: the notebook's file carries it, and each open page. */
const LARGEST = 4;

function checkSize(size: number, file: string): void {
  const mib = size / 2 ** 20;
  if (mib <= LARGEST) return;
  const found = `its front end has ${mib.toFixed(1)} MiB minified`;
  throw new BuildProblem(
    { file },
    `${found}, and a notebook carries all of it: expected at most ${LARGEST} MiB. Send large data as a trait: --trait data:bytes`,
  );
}

type Result = BuildResult<{ write: false; metafile: true }>;

async function readPlain(result: Result, file: string, root: string): Promise<PlainBundle> {
  const scripts = result.outputFiles.filter(({ path }) => path.endsWith(".js"));
  const style = result.outputFiles.find(({ path }) => path.endsWith(".css"))?.text;
  const outputs = Object.fromEntries(Object.entries(result.metafile.outputs).filter(([path]) => path.endsWith(".js")));
  const checked = { ...result, outputFiles: scripts, metafile: { ...result.metafile, outputs }, warnings: [] };
  const { text } = readBundle(checked, file, root);
  checkSize(text.length + (style?.length ?? 0), relative(root, file).split(sep).join("/"));
  const files = Object.keys(result.metafile.inputs).filter((path) => !path.endsWith(WRAPPER) && !isForeign(path));
  return {
    esm: text,
    ...(style === undefined ? {} : { css: style }),
    files: files.map((path) => join(root, path)).filter((path) => !isKit(path)),
    warnings: result.warnings.map(warningText),
  };
}

/** @example "thing.css:1:63: All \"@import\" rules must come first" */
function warningText({ text, location }: Message): string {
  if (!location) return text;
  const { file, line, column } = location;
  return `${placeText({ file, line, column: column + 1 })}: ${text}`;
}

function isForeign(path: string): boolean {
  return /(?:^|\/)node_modules\//.test(path) || /^[\w-]+:/.test(path);
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}
