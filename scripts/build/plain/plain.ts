import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import type { ItemInfo } from "../../../widgets/kit/item.ts";
import type { TraitSchema } from "../../../widgets/kit/traits.ts";
import { assemble } from "../assemble.ts";
import type { RegistryItem } from "../item.ts";
import { className } from "../names.ts";
import { bundlePlain } from "./bundle.ts";
import { namedTraits } from "./names.ts";
import { plainTraits, schemaBeside } from "./traits.ts";
import { BuildProblem } from "../problem.ts";
import { pythonSource } from "../python/class.ts";
import type { TraitText } from "./trait-text.ts";

/** A plain front end made into a class; what is missing is the fingerprint of its source. */
export interface Plain {
  /** The source of the class, as the fingerprint is taken of it. */
  readonly source: string;
  /** The person's own files that went into it, as absolute paths. */
  readonly files: readonly string[];
  readonly warnings: readonly string[];
  /** The registry item, once the fingerprint of `source` is known. */
  item(fingerprint: string): RegistryItem;
}

/**
 * Makes a widget of an anywidget front end that is not the kit's: a module (absolute path), the style sheet and the
 * schema beside it, and the traits that were told in words. `root` is where the person is.
 * @throws {BuildProblem} with the file, the line and the reason.
 */
export async function buildPlain(file: string, root: string, told: readonly TraitText[] = []): Promise<Plain> {
  const name = plainName(file, root);
  const { esm, css, files, warnings } = await bundlePlain(file, root);
  const traits = await plainTraits(file, root, told, await namedTraits(files));
  const strange = told.flatMap(({ name: trait }) =>
    esm.includes(trait) ? [] : [`${basename(file)} says nothing of the trait ${trait}: is it misspelt?`],
  );
  const item = itemInfo(name, file, traits);
  const { summary } = item;
  const source = pythonSource({ className: className(name), summary, traits, esm, ...(css ? { css } : {}) });
  const schema = schemaBeside(file);
  return {
    source,
    files: [...new Set([file, ...files, ...(schema ? [schema] : [])])],
    warnings: [...warnings, ...strange],
    item: (fingerprint) => assemble({ name, traits, item, esm, source }, fingerprint),
  };
}

/** A widget's name from that of its file: `MyThing.ts` → `my-thing`; an index.ts goes by its folder. */
function plainName(file: string, root: string): string {
  const stem = basename(file, extname(file));
  const word = stem === "index" ? basename(dirname(file)) : stem;
  const name = word
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .toLowerCase();
  if (name !== "") return name;
  const place = { file: relative(root, file).split(sep).join("/") };
  throw new BuildProblem(place, `a widget is named after its file, and "${word}" holds no letter from a to z.`);
}

function itemInfo(name: string, file: string, traits: TraitSchema): ItemInfo {
  const { version = "0.0.0", description } = packageBeside(file);
  const words = name.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const values = Object.keys(traits).filter(
    (trait) => traits[trait]?.role === "value" && traits[trait].wired !== false,
  );
  return {
    version,
    title,
    summary: description ?? `${title}: the front end of ${basename(file)}.`,
    category: "control",
    budget: Number.MAX_SAFE_INTEGER,
    example: { arguments: {}, reader: reader(values) },
    docs: `Made from \`${basename(file)}\`, a plain anywidget front end.`,
  };
}

function reader(values: readonly string[]): string {
  if (values.length === 0) return "{object}";
  return values.length === 1 ? "{get}()" : `(${values.map((name) => `{get_${name}}()`).join(", ")})`;
}

/** What a package.json in the same folder says, as far as it can be used. */
function packageBeside(file: string): { version?: string; description?: string } {
  const path = join(dirname(file), "package.json");
  if (!existsSync(path)) return {};
  let told: { version?: unknown; description?: unknown };
  try {
    told = JSON.parse(readFileSync(path, "utf8")) as typeof told;
  } catch {
    return {};
  }
  const { version, description } = told;
  const line = typeof description === "string" ? description.split(/\s+/).join(" ").trim() : "";
  return {
    ...(typeof version === "string" && /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version) ? { version } : {}),
    ...(line === "" ? {} : { description: line }),
  };
}
