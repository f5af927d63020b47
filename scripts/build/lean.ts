import { readFile } from "node:fs/promises";
import { build, type Plugin } from "esbuild";
import type { TraitSchema } from "../../widgets/kit/traits.ts";
import { isKit, ownPackages } from "./own-packages.ts";

/**
 * Makes a front end lighter without changing what it does: the trait schema goes in as plain data without its
 * documentation (the checks of `defineTraits` have been made by then), and style sheets lose their white space.
 */
export const lean: Plugin = {
  name: "lean front end",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]traits\.ts$/ }, async ({ path }) => {
      const contents = await schemaAsData(path);
      return contents === undefined ? undefined : { contents, loader: "js", watchFiles: [path] };
    });
    onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
      const typed = path.endsWith(".ts");
      if (!typed && !isKit(path)) return undefined;
      return { contents: minifyStyles(await readFile(path, "utf8")), loader: typed ? "ts" : "js", watchFiles: [path] };
    });
  },
};

/** The module as data, where `traits` is all that it exports. */
async function schemaAsData(path: string): Promise<string | undefined> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    plugins: [ownPackages],
    logLevel: "silent",
  }).catch(() => ({ outputFiles: [] }));
  const [file] = outputFiles;
  if (!file) return undefined;
  const url = `data:text/javascript;base64,${Buffer.from(file.contents).toString("base64")}`;
  const exported = (await import(url)) as { traits?: TraitSchema };
  if (!exported.traits || Object.keys(exported).length > 1) return undefined;
  const kept = Object.entries(exported.traits).map(([name, trait]) => [name, { ...trait, doc: undefined }]);
  return `export const traits = ${JSON.stringify(Object.fromEntries(kept))};`;
}

/** Takes comments and white space out of css`…` templates that hold no other template; their strings stay. */
export function minifyStyles(source: string): string {
  return source.replace(/\bcss`([^`]*)`/g, (_, css: string) => {
    const parts = css.split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{[^}]*\})/);
    const squeezed = parts.map((part, index) => (index % 2 ? part : squeeze(part)));
    // Line breaks go behind the template, so that messages still name the right line.
    return `css\`${squeezed.join("").trim()}\`${"\n".repeat(css.split("\n").length - 1)}`;
  });
}

function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/([{;][\w-]+): /g, "$1:")
    .replace(/;}/g, "}");
}
