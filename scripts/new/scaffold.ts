import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { above } from "../build/root.ts";
import { InlayError } from "../client/errors.ts";
import { lookAt, type Needs, projectFiles, projectNeeds } from "./project.ts";
import { type Kind, type NewFile, widgetFiles } from "./widget-files.ts";

/** What is to be made. `folder` is where the person is; `parent` is the folder of widgets, relative to it. */
export interface Wish {
  readonly name: string;
  readonly kind: Kind;
  readonly parent: string;
  readonly folder: string;
}

/** What was made; paths are relative to where the person is. */
export interface Scaffold {
  readonly widget: string;
  /** The project's folder, with the package.json. */
  readonly project: string;
  readonly written: readonly string[];
  /** Files that were there, and stay as they are. */
  readonly kept: readonly string[];
  /** What the project's own package.json lacks. */
  readonly lacks?: Partial<Needs>;
  /** The line that runs the tests of widgets: a project may have a test script for something else. */
  readonly tests: string;
  /** What files that stay as they are may have to say besides, one sentence each. */
  readonly hints: readonly string[];
}

/**
 * Makes a widget's folder, and of the project around it what is missing. No file is ever written over.
 * @throws {InlayError} "exists" where the widget's folder is there and has something in it.
 */
export async function scaffold({ name, kind, parent, folder }: Wish): Promise<Scaffold> {
  const widget = resolve(folder, parent, name);
  if (existsSync(widget) && readdirSync(widget).length > 0) {
    throw new InlayError({
      code: "exists",
      message: `There is something in ${posix(relative(folder, widget))} already.`,
      expected: "a name that no folder has there",
      cure: "Choose another name, or another folder with --dir.",
    });
  }
  const project = projectOf(widget, folder);
  const needs = await projectNeeds(posix(relative(project, dirname(widget))) || ".", posix(relative(project, widget)));
  const wanted = await projectFiles(project, needs);
  const [there, missing] = [true, false].map((is) =>
    wanted.filter(({ path }) => existsSync(join(project, path)) === is),
  );
  const { lacks, tests } = there?.some(({ path }) => path === "package.json")
    ? await lookAt(join(project, "package.json"), needs)
    : { tests: "npm test" };
  const shown = (base: string, files: readonly NewFile[] = []) =>
    files.map(({ path }) => posix(relative(folder, join(base, path))));
  const files = await widgetFiles(kind, name);
  await write(widget, files);
  await write(project, missing ?? []);
  return {
    widget: posix(relative(folder, widget)),
    project: posix(relative(folder, project)) || ".",
    written: [...shown(widget, files), ...shown(project, missing)],
    kept: shown(project, there),
    ...(lacks ? { lacks } : {}),
    tests,
    hints: await hintsFor(project, there),
  };
}

/** What widgets and their tests ask of two files that a project may have of its own. */
const ASKED: Readonly<Record<string, readonly [sign: string, hint: string]>> = {
  "tsconfig.json": [
    "allowImportingTsExtensions",
    'widgets import each other\'s files as ./name.ts: set "allowImportingTsExtensions" and "noEmit", and "types": ["mocha"] for tests.',
  ],
  "web-test-runner.config.mjs": [
    "esbuildPlugin",
    "tests are TypeScript: it needs esbuildPlugin({ ts: true }), nodeResolve, and *.test.ts among its files.",
  ],
};

async function hintsFor(project: string, kept: readonly NewFile[] = []): Promise<readonly string[]> {
  const hints = await Promise.all(
    kept.map(async ({ path }) => {
      const [sign, hint] = ASKED[path] ?? [];
      const lacks = sign !== undefined && !(await readFile(join(project, path), "utf8")).includes(sign);
      return lacks ? [`${path}: ${hint}`] : [];
    }),
  );
  return hints.flat();
}

/** The nearest folder with a package.json around the widget; else where the person is, if that is around it. */
function projectOf(widget: string, folder: string): string {
  const found = above(dirname(widget), (each) => existsSync(join(each, "package.json")));
  if (found !== undefined) return found;
  return widget.startsWith(folder + sep) ? folder : dirname(widget);
}

async function write(base: string, files: readonly NewFile[]): Promise<void> {
  for (const { path, text } of files) {
    const file = join(base, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  }
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
