import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import type { Trait, TraitSchema, TypeSpec } from "../../../widgets/kit/traits.ts";
import { TSCONFIG } from "./compiler-options.ts";
import { isKit, ownPackages } from "./own-packages.ts";
import { minifyStyles } from "./styles.ts";
import { minifyTemplates } from "./templates.ts";
import { dropUnusedTokens } from "./tokens.ts";

/**
 * Makes a front end lighter without changing what it does: the trait schema goes in as plain data without its
 * documentation (the checks of `defineTraits` have been made by then), style sheets and templates lose what says nothing,
 * and design tokens that nothing uses are left out.
 */
export const lean: Plugin = {
  name: "lean front end",
  setup({ onLoad, onEnd }) {
    onLoad({ filter: /[\\/]traits\.ts$/ }, async ({ path }) => {
      const contents = await schemaAsData(path);
      return contents === undefined ? undefined : { contents, loader: "js", watchFiles: [path] };
    });
    onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
      const typed = path.endsWith(".ts");
      if (!typed && !isKit(path)) return undefined;
      const text = minifyTemplates(minifyStyles(asWritten(await readFile(path, "utf8"))));
      const plain = isKit(path) ? await withoutTypes(text, typed) : undefined;
      return { contents: plain ?? text, loader: plain === undefined ? "ts" : "js", watchFiles: [path] };
    });
    onEnd(({ outputFiles = [] }) => {
      for (const [index, file] of outputFiles.entries()) {
        const text = dropUnusedTokens(joinStrings(file.text));
        outputFiles[index] = { ...file, contents: Buffer.from(text), text };
      }
    });
  },
};

/** TypeScript puts a blank between a tag and its template. */
const asWritten = (source: string): string => source.replace(/\b(css|html|svg) (?=`)/g, "$1");

/**
 * The kit as plain JavaScript in one layout, from its sources and from the package alike: esbuild chooses short names by
 * how often each letter stands in a text, types and all. Undefined for what does not parse, as the bundler will say.
 */
export async function withoutTypes(text: string, typed: boolean): Promise<string | undefined> {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const options = { loader: typed ? "ts" : "js", target: "esnext", tsconfigRaw: TSCONFIG, logLevel: "silent" } as const;
  const { code } = await transform(text, options).catch(() => ({ code: undefined }));
  if (code !== undefined) plainTexts.set(text, code);
  return code;
}

const plainTexts = new Map<string, string>();

/** Strings that esbuild has wrapped into lines, in one again: names in style sheets must not be broken. */
const joinStrings = (text: string): string => text.replace(/(?<!\\)((?:\\\\)*)\\\n/g, "$1");

/** The module as data, where `traits` is all that it exports; it teaches the kit's codec the kinds that it has. */
async function schemaAsData(path: string): Promise<string | undefined> {
  const result = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    plugins: [ownPackages],
    tsconfigRaw: TSCONFIG,
    logLevel: "silent",
  }).catch(() => undefined);
  const file = result?.outputFiles[0];
  // The kit that the widget itself takes, of which the module must not get a second copy.
  const kinds = Object.keys(result?.metafile.inputs ?? {})
    .map((input) => resolve(input))
    .find((input) => isKit(input) && /^kinds\.[jt]s$/.test(basename(input)));
  if (!file || !kinds) return undefined;
  const url = `data:text/javascript;base64,${Buffer.from(file.contents).toString("base64")}`;
  const exported = (await import(url)) as { traits?: TraitSchema };
  if (!exported.traits || Object.keys(exported).length > 1) return undefined;
  const kept = Object.entries(exported.traits).map(([name, trait]) => [name, atRunTime(trait)]);
  const used = kindsOf(Object.values(exported.traits)).map((kind) => [kind, `as_${kind}`] as const);
  return `
    import { ${used.map(([kind, name]) => `${kind} as ${name}`).join(", ")} } from ${JSON.stringify(kinds)};
    import { teach } from ${JSON.stringify(kinds.replace("kinds.", "codec."))};
    teach({ ${used.map(([kind, name]) => `${kind}: ${name}`).join(", ")} });
    export const traits = ${JSON.stringify(Object.fromEntries(kept))};`;
}

/** What a front end asks of a trait while it runs. */
const atRunTime = ({ type, default: initial, role, send }: Trait) => ({
  type,
  default: initial,
  ...(role === "value" ? { role } : {}),
  ...(send === "live" ? { send } : {}),
});

/** What a codec must know for these traits: exports of the kit's `kinds.ts`. */
function kindsOf(traits: readonly Trait[]): string[] {
  const kinds = new Set<string>();
  const add = (type: TypeSpec): void => {
    kinds.add(type.kind);
    if (type.kind === "tuple") type.items.forEach(add);
    if (type.kind === "list") add(type.items);
    if (type.kind === "dict") [...Object.values(type.fields ?? {}), ...(type.values ? [type.values] : [])].forEach(add);
  };
  for (const { type } of traits) add(type);
  // Compares what a person's own writes come back as.
  const isBinary = ["array", "bytes", "table"].some((kind) => kinds.has(kind));
  return [...kinds, ...(isBinary && traits.some(({ role }) => role === "value") ? ["same"] : [])].toSorted();
}
