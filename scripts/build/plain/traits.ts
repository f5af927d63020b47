import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { z } from "zod";
import { type Role, type Trait, type TraitSchema, naturalDefault } from "../../../widgets/kit/traits.ts";
import { bundleProblem } from "../front/bundle.ts";
import { registryItemSchema } from "../item.ts";
import { ownPackages } from "../front/own-packages.ts";
import type { Named } from "./names.ts";
import { BuildProblem, lineOf } from "../problem.ts";
import { traitProblem } from "../trait-problem.ts";
import { type TraitText, TRAIT_TYPES } from "./trait-text.ts";

/**
 * The traits of a plain front end: from the schema beside it (thing.traits.ts, thing.traits.json, traits.ts) and from
 * what was told in words. A trait with no role is a `value` where the front end sets it, else `data`.
 * @throws {BuildProblem} for a trait that cannot be, that is given twice, or that the front end uses and nobody gives.
 */
export async function plainTraits(
  file: string,
  root: string,
  told: readonly TraitText[],
  named: Named,
): Promise<TraitSchema> {
  const schema = schemaBeside(file);
  const traits: Record<string, Trait> = schema ? { ...(await readSchema(schema, root, named)) } : {};
  for (const { name, type, default: initial, role } of told) {
    if (Object.hasOwn(traits, name)) {
      const where = schema ? `in ${shown(schema, root)} or in another --trait` : "in another --trait";
      throw new BuildProblem({ file: `--trait ${name}` }, `it is there already, ${where}. Give each trait once.`);
    }
    traits[name] = traitOf(name, { type, default: initial, role }, named);
    checkTrait(name, traits, { file: `--trait ${name}` });
  }
  checkNames(traits, told, named, shown(file, root));
  return traits;
}

/** The file that holds the schema of a front end, where there is one. */
export function schemaBeside(file: string): string | undefined {
  const stem = file.slice(0, -extname(file).length);
  const files = [`${stem}.traits.ts`, `${stem}.traits.json`, join(dirname(file), "traits.ts")];
  return files.find((each) => existsSync(each));
}

async function readSchema(path: string, root: string, named: Named): Promise<TraitSchema> {
  const text = await readFile(path, "utf8");
  const traits = path.endsWith(".json") ? readJson(text, path, root, named) : await evaluate(path, root, text);
  for (const name of Object.keys(traits)) {
    checkTrait(name, traits, { file: shown(path, root), ...lineIn(text, name) });
  }
  return traits;
}

/** Traits in the form that a registry item has them; role, default and doc may be left out. */
const traitsFile = z.array(registryItemSchema.shape.traits.element.partial({ role: true, default: true, doc: true }));

function readJson(text: string, path: string, root: string, named: Named): TraitSchema {
  const file = shown(path, root);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BuildProblem({ file }, `it is no JSON: ${String(error)}`);
  }
  const read = traitsFile.safeParse(json);
  if (!read.success) {
    const { path: where, message } = read.error.issues[0] ?? { path: [], message: "it does not fit" };
    throw new BuildProblem({ file }, `${where.join(".") || "the whole"}: ${message}. Expected a list of traits.`);
  }
  return Object.fromEntries(
    read.data.map(({ name, ...trait }) => [name, traitOf(name, trait as Partial<Trait>, named)]),
  );
}

async function evaluate(path: string, root: string, text: string): Promise<TraitSchema> {
  const file = shown(path, root);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    plugins: [ownPackages],
    logLevel: "silent",
  }).catch((error: { errors?: Parameters<typeof bundleProblem>[0] }) => {
    throw error.errors ? bundleProblem(error.errors, path, root) : error;
  });
  try {
    const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`;
    const { traits } = (await import(url)) as { traits?: TraitSchema };
    if (!traits) throw new TypeError("it exports no traits: expected export const traits = defineTraits({…}).");
    return traits;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BuildProblem({ file, ...lineIn(text, /^Trait "([^"]*)"/.exec(reason)?.[1]) }, reason);
  }
}

type Loose = { readonly [Key in keyof Trait]?: Trait[Key] | undefined };

function traitOf(name: string, { type, role, doc, default: initial, send, wired }: Loose, named: Named): Trait {
  const part: Role = role ?? (named.written.has(name) ? "value" : "data");
  if (!type) throw new TypeError(`The trait ${name} has no type.`);
  return {
    type,
    role: part,
    doc: doc ?? DOCS[part],
    default: initial === undefined ? naturalDefault(type) : initial,
    ...(part === "value" ? { send: send ?? "settle" } : {}),
    ...(wired === undefined ? {} : { wired }),
  };
}

const DOCS: Readonly<Record<Role, string>> = {
  value: "What the front end sets.",
  data: "What the front end shows.",
  option: "How the front end looks or behaves.",
};

function checkTrait(name: string, traits: TraitSchema, place: { file: string; line?: number }): void {
  const trait = traits[name];
  const reason = trait && traitProblem(name, trait);
  if (reason !== undefined) throw new BuildProblem(place, reason);
}

function checkNames(traits: TraitSchema, told: readonly TraitText[], named: Named, file: string): void {
  const used = [...new Set([...named.written, ...named.read])];
  const missing = used.filter((name) => !Object.hasOwn(traits, name)).toSorted();
  if (missing.length === 0) return;
  const [first = ""] = missing;
  const each = missing.length === 1 ? `the trait "${first}"` : `the traits ${missing.join(", ")}`;
  const flags = missing.map((name) => `--trait ${name}:json`).join(" ");
  const strange = told.map(({ name }) => name).filter((name) => !used.includes(name));
  const spelt = strange.length > 0 ? ` It does not use ${strange.join(", ")}: is that another spelling?` : "";
  throw new BuildProblem(
    { file },
    `it uses ${each} of its model, which nothing declares.${spelt} ` +
      `Say what ${missing.length === 1 ? "it holds" : "they hold"}, in ${schemaName(file)} or so: ${flags}\nTypes: ${TRAIT_TYPES}.`,
  );
}

function schemaName(file: string): string {
  return `${file.slice(0, -extname(file).length)}.traits.ts`;
}

function lineIn(text: string, name: string | undefined): { line?: number } {
  if (name === undefined) return {};
  const line = lineOf(text, new RegExp(`\\b${name.replace(/\W/g, "\\$&")}["']?\\s*[:,]`));
  return line === undefined ? {} : { line };
}

/** A path as the person would write it. */
function shown(path: string, root: string): string {
  return relative(root, path).split(sep).join("/");
}
