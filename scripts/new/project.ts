import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ownPath } from "../build/root.ts";
import { InlayError } from "../client/errors.ts";
import { kebabCase } from "./name.ts";
import type { NewFile } from "./widget-files.ts";

/** What a package.json must have for widgets to be tested and built. */
export interface Needs {
  readonly type: "module";
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Test tools of a project, at the versions that this package itself is tested with. */
const TOOLS = [
  "@open-wc/testing",
  "@types/mocha",
  "@web/dev-server-esbuild",
  "@web/test-runner",
  "@web/test-runner-chrome",
  "@web/test-runner-commands",
  "lit",
  "typescript",
];

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Scripts and packages for widgets in `folder`, which is relative to the project; `widget` is one of them. */
export async function projectNeeds(folder: string, widget: string): Promise<Needs> {
  const own = JSON.parse(await readFile(ownPath("package.json"), "utf8")) as PackageJson;
  const versions = { ...own.devDependencies, ...own.dependencies };
  const tools = TOOLS.flatMap((tool) => (versions[tool] === undefined ? [] : [[tool, versions[tool]] as const]));
  const inlay = isClone() ? `file:${ownPath()}` : (own.version ?? "latest");
  return {
    type: "module",
    scripts: {
      build: `inlay build ${quote(folder)}`,
      dev: `inlay dev ${quote(widget)}`,
      test: "wtr",
      types: "tsc",
    },
    devDependencies: Object.fromEntries([...tools, ["inlay", inlay] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Files of a project that are the same for each; a project keeps those that it has. */
export async function projectFiles(root: string, needs: Needs): Promise<readonly NewFile[]> {
  const name = kebabCase(basename(root)) || "widgets";
  const template = (file: string) => readFile(ownPath("scripts", "new", "templates", "project", file), "utf8");
  return [
    { path: "package.json", text: `${JSON.stringify({ name, private: true, ...needs }, null, 2)}\n` },
    { path: "tsconfig.json", text: await template("tsconfig.json") },
    { path: "web-test-runner.config.mjs", text: await template("web-test-runner.config.mjs") },
    // npm takes a file named .gitignore for its own.
    { path: ".gitignore", text: await template("gitignore") },
  ];
}

/**
 * What a package.json that is there lacks, undefined where it lacks nothing; and what runs the tests of widgets.
 * @throws {InlayError} "bad-json" for one that cannot be read.
 */
export async function lookAt(
  file: string,
  needs: Needs,
): Promise<{ readonly lacks: Partial<Needs> | undefined; readonly tests: string }> {
  const there = readPackage(await readFile(file, "utf8"), file);
  const has = { ...there.dependencies, ...there.devDependencies, ...(there.name === "inlay" ? { inlay: "." } : {}) };
  const without = (wanted: Readonly<Record<string, string>>, present: object = {}) =>
    Object.fromEntries(Object.entries(wanted).filter(([name]) => !Object.hasOwn(present, name)));
  const scripts = without(needs.scripts, ownScripts(there.scripts));
  const devDependencies = without(needs.devDependencies, has);
  const found: Partial<Needs> = {
    ...(there.type === "module" ? {} : { type: "module" }),
    ...(Object.keys(scripts).length > 0 ? { scripts } : {}),
    ...(Object.keys(devDependencies).length > 0 ? { devDependencies } : {}),
  };
  const { test = needs.scripts["test"] } = ownScripts(there.scripts);
  return {
    lacks: Object.keys(found).length > 0 ? found : undefined,
    tests: test === needs.scripts["test"] ? "npm test" : `npx ${needs.scripts["test"]}`,
  };
}

function readPackage(text: string, file: string): PackageJson {
  try {
    return (JSON.parse(text) ?? {}) as PackageJson;
  } catch (error) {
    throw new InlayError({
      code: "bad-json",
      message: `${file} is no JSON.`,
      found: error instanceof Error ? error.message : String(error),
      expected: "a package.json that npm can read",
      cure: "Mend it, or make a new one: npm init -y",
    });
  }
}

/** The scripts that somebody wrote: `npm init` puts one there that only fails. */
function ownScripts(scripts: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scripts).filter(([, line]) => !line.includes("no test specified")));
}

/** Whether inlay runs from a clone, and not from an installed package, which has no sources. */
function isClone(): boolean {
  return existsSync(join(ownPath(), "scripts", "build", "main.ts"));
}

/** A path as a shell takes it for one word. */
export function quote(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `"${path}"`;
}
