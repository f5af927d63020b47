import { existsSync, readFileSync } from "node:fs";
import { basename, join, posix, resolve } from "node:path";
import { build } from "esbuild";
import type { ItemInfo } from "../../widgets/kit/item.ts";
import type { TraitSchema } from "../../widgets/kit/traits.ts";
import { bundleProblem } from "./front/bundle.ts";
import { TSCONFIG } from "./front/compiler-options.ts";
import { itemInfoSchema } from "./item.ts";
import { traitNameProblem } from "./names.ts";
import { ownPackages } from "./front/own-packages.ts";
import { BuildProblem, type Place, lineOf } from "./problem.ts";

/** What a widget says of itself in traits.ts and item.ts. */
export interface WidgetSource {
  readonly name: string;
  readonly traits: TraitSchema;
  readonly item: ItemInfo;
}

/**
 * Reads traits.ts and item.ts as they are now, however often they were read before. `folder` is relative to `root`.
 * @throws {BuildProblem} at the line of the trait or the field that is wrong.
 */
export async function readSource(folder: string, root: string): Promise<WidgetSource> {
  const name = basename(resolve(root, folder));
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new BuildProblem({ file: folder }, `a widget's folder has a kebab-case name such as "histogram-range".`);
  }
  for (const file of ["traits.ts", "item.ts"]) {
    if (!existsSync(join(root, folder, file))) {
      throw new BuildProblem(
        { file: posix.join(folder, file) },
        `there is no such file: a widget has traits.ts, item.ts and index.ts.`,
      );
    }
  }
  const { traits, item } = await evaluate(folder, root);
  return { name, traits: checkTraits(traits, folder, root), item: checkItem(item, traits, folder, root) };
}

async function evaluate(folder: string, root: string): Promise<{ traits: TraitSchema; item: unknown }> {
  const from = (file: string) => JSON.stringify(join(root, folder, file));
  const contents = `export { traits } from ${from("traits.ts")};\nexport { item } from ${from("item.ts")};\n`;
  const result = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: join(root, folder), loader: "ts", sourcefile: folder },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    charset: "utf8",
    plugins: [ownPackages],
    tsconfigRaw: TSCONFIG,
    logLevel: "silent",
  }).catch((error: { errors?: Parameters<typeof bundleProblem>[0] }) => {
    throw error.errors ? bundleProblem(error.errors, folder, root) : error;
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  try {
    return await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const trait = /^Trait "([^"]*)"/.exec(reason)?.[1];
    throw new BuildProblem(placeOfKey(folder, root, "traits.ts", trait), reason);
  }
}

function checkTraits(traits: TraitSchema, folder: string, root: string): TraitSchema {
  for (const [name, { type, default: initial }] of Object.entries(traits)) {
    const reason =
      traitNameProblem(name) ??
      (type.kind === "datetime" && typeof initial === "string" && !/(?:Z|[+-]\d\d:\d\d)$/.test(initial)
        ? `the default of "${name}" has no time zone: found ${initial}, expected an end such as Z or +02:00.`
        : undefined);
    if (reason !== undefined) throw new BuildProblem(placeOfKey(folder, root, "traits.ts", name), reason);
  }
  return traits;
}

function checkItem(item: unknown, traits: TraitSchema, folder: string, root: string): ItemInfo {
  const result = itemInfoSchema.safeParse(item);
  if (!result.success) {
    const { path, message } = result.error.issues[0] ?? { path: [], message: "it does not fit" };
    throw new BuildProblem(placeOfKey(folder, root, "item.ts", path.at(-1)), `${path.join(".") || "item"}: ${message}`);
  }
  for (const name of Object.keys(result.data.example.arguments)) {
    if (!Object.hasOwn(traits, name)) {
      const reason = `the example sets "${name}", which is no trait. Traits: ${Object.keys(traits).join(", ")}.`;
      throw new BuildProblem(placeOfKey(folder, root, "item.ts", name), reason);
    }
  }
  return result.data;
}

/** The line of a file in a widget's folder where a key is given, or the file where none is found. */
export function placeOfKey(folder: string, root: string, file: string, key: PropertyKey | undefined): Place {
  const place = { file: posix.join(folder, file) };
  if (typeof key !== "string") return place;
  const text = readFileSync(join(root, place.file), "utf8");
  return { ...place, line: lineOf(text, new RegExp(`\\b${key.replace(/\W/g, "\\$&")}["']?\\s*:`)) };
}
