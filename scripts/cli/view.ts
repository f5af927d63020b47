import { describe } from "../../widgets/kit/traits.ts";
import type { RegistryItem } from "../build/item.ts";
import type { Command } from "./command.ts";
import { plain } from "./output.ts";
import { load } from "../registry/load.ts";
import { sourceOf } from "../registry/sources.ts";
import { TRAIT_FLAG } from "./add-sources.ts";

export const view: Command = {
  name: "view",
  summary: "one widget: its traits, sizes, wiring and an example",
  positionals: [
    {
      name: "WIDGET",
      description: "A widget's name, as `inlay list` prints it, or anything else that `inlay add` takes.",
      required: true,
    },
  ],
  flags: {
    code: { type: "boolean", description: "Print the definition cell instead: all the code there is." },
    trait: TRAIT_FLAG,
  },
  examples: [
    ["inlay view histogram-range", "what it can do, before it is added"],
    ["inlay view @acme/dial --code", "what would run, before it is trusted"],
  ],
  run: async ({ words: [name = ""], flags, out }) => {
    const cwd = process.cwd();
    const { item, warnings } = await load(sourceOf(name, cwd), { cwd, traits: flags.texts("trait") });
    for (const warning of warnings) out.warn(warning);
    out.result(item);
    if (flags.boolean("code")) return out.line(plain(item.cells.definition));
    const { bold, dim } = out.style;
    out.line(
      `${bold(plain(item.title))}  ${dim(`${item.name} ${item.version} · ${item.category} · ${item.fingerprint}`)}`,
    );
    out.line(plain(item.summary));
    out.line();
    for (const { name: trait, role, send, type, default: initial, doc } of item.traits) {
      const facts = [send ? `${role}, ${send}` : role, describe(type), `default ${JSON.stringify(initial)}`];
      out.line(`${bold(trait)}  ${dim(plain(facts.join(" · ")))}`);
      out.line(`    ${plain(doc)}`);
    }
    const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
    out.line();
    out.line(
      `${bold("Size")}      front end ${kib(item.sizes.esm.raw)} (${kib(item.sizes.esm.gzip)} gzipped), cell ${kib(item.sizes.definition.raw)}`,
    );
    out.line(`${bold("Needs")}     ${item.requires.python.join(", ")}; marimo ${item.requires.marimo}`);
    const wired = item.traits.filter((trait) => trait.role === "value").map((trait) => trait.name);
    out.line(`${bold("Wired")}     ${wired.join(", ") || "nothing"}`);
    out.line();
    out.line(bold("Example"));
    out.line(`  inlay add ${name} --as ${item.objectName} --reader`);
    for (const line of readerOf(item, wired).split("\n")) out.line(`  ${plain(line)}`);
    out.line();
    out.line(plain(item.docs.trim()));
  },
};

/** The example's reader with the names that an install gives: `{get}` is the getter of the first wired trait. */
function readerOf({ objectName, example }: RegistryItem, wired: readonly string[]): string {
  const getter = (trait: string) => (wired.length > 1 ? `get_${objectName}_${trait}` : `get_${objectName}`);
  const names: Record<string, string> = {
    get: getter(wired[0] ?? ""),
    object: objectName,
    mo: "mo",
    ...Object.fromEntries(wired.map((trait) => [`get_${trait}`, getter(trait)])),
  };
  return example.reader.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(names, name) ? `${names[name]}` : all,
  );
}
