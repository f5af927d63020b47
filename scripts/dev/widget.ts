import { realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type BuildContext, type BuildFailure, build, context, type Plugin } from "esbuild";
import { buildAll } from "../build/build.ts";
import { bundleOptions, bundleProblem, readBundle } from "../build/front/bundle.ts";
import { TSCONFIG } from "../build/front/compiler-options.ts";
import { ownPackages } from "../build/front/own-packages.ts";
import { BuildProblem } from "../build/problem.ts";
import { framed, type Problem } from "./problem.ts";
import { remembering } from "./remembering.ts";
import { type Version, versionOf } from "./version.ts";

/** How one build of a widget went. */
export type Outcome = { readonly version: Version } | { readonly problem: Problem };

/** What speaks of the class: a change here is more than another front end. */
const DEFINITION = ["traits.ts", "item.ts", "methods.py"];

/** The sources of one widget, built again and again. */
export class WidgetSources {
  readonly name: string;
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly #root: string;
  readonly #entry: string;
  readonly #memory: ReturnType<typeof remembering>;
  readonly #bundler: ReturnType<typeof bundlerOf>;
  #context: BuildContext<ReturnType<typeof bundlerOf>> | undefined;
  #version: Version | undefined;
  #budget = Infinity;
  #definition: ReadonlySet<string>;
  #inputs: ReadonlySet<string>;

  /** @param root where the person is: problems name files from there */
  constructor(folder: string, root: string) {
    this.#root = realpathSync(root);
    this.folder = realpathSync(resolve(root, folder));
    this.name = basename(this.folder);
    this.#entry = join(this.folder, "index.ts");
    this.#definition = new Set(DEFINITION.map((file) => join(this.folder, file)));
    this.#inputs = new Set([this.#entry]);
    const options = bundleOptions(this.#entry, this.#root);
    this.#memory = remembering(options.plugins);
    this.#bundler = bundlerOf(options, this.#memory.plugins);
  }

  /** Absolute paths of what goes into the widget, packages of node_modules left out. */
  get files(): ReadonlySet<string> {
    const own = [...this.#inputs].filter((file) => !/[\\/]node_modules[\\/]/.test(file));
    return new Set([...own, ...this.#definition]);
  }

  /**
   * Builds what is saved now. Where only files of the front end were written, the front end alone is built, which
   * needs no Python; where that is not known, everything is.
   */
  async build(written?: ReadonlySet<string>): Promise<Outcome> {
    try {
      const kept = this.#version;
      const whole = !kept || !written || [...written].some((file) => this.#definition.has(file));
      const version = whole ? await this.#whole() : { ...kept, esm: this.#within(await this.#bundle()) };
      this.#version = version;
      return { version };
    } catch (error) {
      // What was left out because of the problem has to be made up for.
      this.#version = undefined;
      if (!(error instanceof BuildProblem)) throw error;
      return { problem: await framed({ kind: "build", ...error.place, reason: error.reason }, this.#root) };
    }
  }

  /** Ends what esbuild holds for this widget. */
  async dispose(): Promise<void> {
    await this.#context?.dispose();
  }

  async #whole(): Promise<Version> {
    this.#memory.forget();
    const [[built], esm] = await Promise.all([
      buildAll([this.folder], this.#root),
      this.#bundle().catch((error: unknown) => error as Error),
      this.#readDefinition(),
    ]);
    if (built === undefined || "problem" in built) throw built?.problem ?? new Error("Nothing was built.");
    if (typeof esm !== "string") throw esm;
    this.#budget = built.budget;
    // A file that was written between the two bundles: what comes of it is built once more.
    return versionOf(built.item, esm) ?? this.#whole();
  }

  async #bundle(): Promise<string> {
    try {
      this.#context ??= await context(this.#bundler);
      const { text, inputs } = readBundle(await this.#context.rebuild(), this.#entry, this.#root);
      this.#inputs = new Set(inputs.map((file) => resolve(this.#root, file)));
      return text;
    } catch (error) {
      throw isBuildFailure(error) ? bundleProblem(error.errors, this.#entry, this.#root) : error;
    }
  }

  /** What traits.ts and item.ts import counts as they do. */
  async #readDefinition(): Promise<void> {
    const entryPoints = DEFINITION.slice(0, 2).map((file) => join(this.folder, file));
    const { metafile } = await build({
      absWorkingDir: this.#root,
      entryPoints,
      outdir: "definition",
      bundle: true,
      write: false,
      metafile: true,
      plugins: [ownPackages],
      tsconfigRaw: TSCONFIG,
      logLevel: "silent",
    }).catch(() => ({ metafile: { inputs: {} } }));
    const read = Object.keys(metafile.inputs).map((file) => resolve(this.#root, file));
    this.#definition = new Set([...DEFINITION.map((file) => join(this.folder, file)), ...read]);
  }

  #within(esm: string): string {
    if (esm.length <= this.#budget * 1024) return esm;
    const found = `${(esm.length / 1024).toFixed(1)} KiB`;
    throw new BuildProblem(
      { file: join(this.folder, "item.ts") },
      `the front end has ${found} minified; the budget is ${this.#budget} KiB.`,
    );
  }
}

function bundlerOf(options: ReturnType<typeof bundleOptions>, plugins: Plugin[]) {
  return { ...options, plugins };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}
