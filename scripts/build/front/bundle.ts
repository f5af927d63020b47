import { relative, resolve, sep } from "node:path";
import { type BuildFailure, type BuildOptions, type BuildResult, type Message, type Plugin, build } from "esbuild";
import { TSCONFIG } from "./compiler-options.ts";
import { lean } from "./lean.ts";
import { ownPackages } from "./own-packages.ts";
import { BuildProblem, type Place } from "../problem.ts";

/** A front end as one ES module, and the files that went into it (relative to `root`, sorted). */
export interface Bundle {
  readonly text: string;
  readonly inputs: readonly string[];
}

/**
 * Bundles one entry into one ES module that has a default export only and imports nothing.
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function bundle(entry: string, root: string): Promise<Bundle> {
  try {
    return readBundle(await build(bundleOptions(entry, root)), entry, root);
  } catch (error) {
    throw isBuildFailure(error) ? bundleProblem(error.errors, entry, root) : error;
  }
}

/** The esbuild options of a front end: for `build`, or for a context that rebuilds as files change. */
export function bundleOptions(entry: string, root: string) {
  return {
    absWorkingDir: root,
    entryPoints: [resolve(root, entry)],
    outfile: "front.js",
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    charset: "ascii",
    lineLimit: 180,
    legalComments: "none",
    sourcemap: false,
    define: { "process.env.NODE_ENV": '"production"' },
    conditions: ["production"],
    plugins: [noRemoteImport, ownPackages, lean],
    tsconfigRaw: TSCONFIG,
    logLevel: "silent",
  } as const satisfies BuildOptions;
}

/**
 * Checks what esbuild made and takes the module out of it.
 * @throws {BuildProblem} when it exports more than a default, or still imports something.
 */
export function readBundle(result: BuildResult<{ write: false; metafile: true }>, entry: string, root: string): Bundle {
  const file = posix(relative(root, resolve(root, entry)));
  const [output, ...others] = result.outputFiles;
  const meta = Object.values(result.metafile.outputs)[0];
  if (output === undefined || meta === undefined || others.length > 0) {
    const found = result.outputFiles.map((each) => posix(relative(root, each.path))).join(", ");
    throw new BuildProblem(
      { file },
      `expected one ES module, found ${found}. Styles belong into css\`…\` in styles.ts.`,
    );
  }
  if (meta.exports.length !== 1 || meta.exports[0] !== "default") {
    const found = meta.exports.length === 0 ? "no export" : `the exports ${meta.exports.join(", ")}`;
    throw new BuildProblem({ file }, `expected a default export and no other, found ${found}.`);
  }
  const left = meta.imports.find((each) => each.external === true);
  if (left !== undefined) {
    throw new BuildProblem(
      { file },
      `the module still imports "${left.path}" when it runs: a widget carries all it uses.`,
    );
  }
  const warning = result.warnings[0];
  if (warning !== undefined) throw bundleProblem([warning], entry, root);
  const raw = /\.raw\s*`[^`]*?[^\0-\x7f]/.exec(output.text)?.[0].slice(-1);
  if (raw !== undefined) {
    throw new BuildProblem(
      { file },
      `String.raw\`…\` holds "${raw}", which ASCII cannot say there. Use a plain string.`,
    );
  }
  return { text: asciiTemplates(output.text), inputs: Object.keys(result.metafile.inputs).toSorted() };
}

/** esbuild leaves tagged templates as they are, as their raw text would change. lit reads the cooked text. */
function asciiTemplates(text: string): string {
  return text.replace(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return slashes.slice(slashes.length % 2) + escape;
  });
}

/** The first of esbuild's messages as a problem of ours. */
export function bundleProblem(messages: readonly Message[], entry: string, root: string): BuildProblem {
  const message = messages[0];
  const place: Place = message?.location
    ? { file: posix(message.location.file), line: message.location.line, column: message.location.column + 1 }
    : { file: posix(relative(root, resolve(root, entry))) };
  return new BuildProblem(place, reasonOf(message));
}

function reasonOf(message: Message | undefined): string {
  const text = message?.text ?? "esbuild failed without a message.";
  const bare = /^Could not resolve "((?:@[^/"]+\/)?[^./"][^/"]*)(?:\/[^"]*)?"$/.exec(text)?.[1];
  if (bare === undefined) return text;
  if (bare.startsWith("node:")) return `${text}: a front end runs in a page, which has no ${bare}.`;
  return `${text}: no such npm package is installed. To add it: npm i ${bare}`;
}

/** Refuses to import a URL, wherever it stands. */
export const noRemoteImport: Plugin = {
  name: "no remote import",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:[a-z][a-z0-9+.-]+:)?\/\//i }, ({ path, kind }) => {
      if (kind === "url-token" || kind === "entry-point") return undefined;
      const text = `"${path}" is a URL: a widget carries all that it uses and loads nothing. Import the npm package by its name.`;
      return { errors: [{ text }] };
    });
  },
};

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
