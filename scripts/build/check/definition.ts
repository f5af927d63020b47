import { fingerprints } from "../python/cell.ts";
import { checkFrontEnd } from "./front-end.ts";
import { type ItemProblem, problem, quoted } from "./item.ts";
import { askPython } from "../python/interpreter.ts";
import type { RegistryItem } from "../item.ts";
import { ownPath } from "../root.ts";

/** What scripts/build/facts.py says of a definition cell; nothing of the cell has run. */
export type DefinitionFacts =
  | { readonly error: { readonly line: number; readonly message: string } }
  | {
      /** What is imported when the cell runs; imports inside of functions are left out. */
      readonly imports: readonly { readonly module: string; readonly line: number; readonly standard: boolean }[];
      /** Names of the classes at the top level. */
      readonly classes: readonly string[];
      /** The front end and the style sheet of the item's class, where they are plain texts. */
      readonly esm: string | null;
      readonly css: string | null;
      /** Traits of the example whose argument is not one Python expression. */
      readonly wrong: readonly string[];
    };

/**
 * The other half of {@link checkItem}, for items that passed it: the fingerprint is the code's own, the class is there,
 * imports are of what the item requires, the front end stands alone. One list of problems an item, in their order.
 * @throws {Error} when Python fails.
 */
export async function checkDefinitions(
  items: readonly RegistryItem[],
  python: string,
): Promise<readonly (readonly ItemProblem[])[]> {
  if (items.length === 0) return [];
  const facts = await definitionFacts(items, python);
  const sound = items.filter((_, index) => !("error" in (facts[index] ?? {})));
  const prints = await fingerprints(
    sound.map(({ cells }) => cells.definition),
    python,
  );
  return Promise.all(
    items.map((item, index) => judgeDefinition(item, facts[index]!, prints[sound.indexOf(item)] ?? "")),
  );
}

/** Asks the Python at hand; the kernel's own may be asked in the same way with scripts/build/facts.py. */
async function definitionFacts(items: readonly RegistryItem[], python: string): Promise<readonly DefinitionFacts[]> {
  const asked = items.map(({ className, cells, example }) => ({
    source: cells.definition,
    class: className,
    expressions: example.arguments,
  }));
  return (await askPython(python, ownPath("scripts", "build", "facts.py"), JSON.stringify(asked))) as DefinitionFacts[];
}

/** What facts and the true fingerprint say against an item. */
export async function judgeDefinition(
  item: RegistryItem,
  facts: DefinitionFacts,
  fingerprint: string,
): Promise<readonly ItemProblem[]> {
  const wrong = (code: ItemProblem["code"], message: string) => problem(code, "cells.definition", message);
  if ("error" in facts) {
    return [wrong("python", `Python cannot read it: line ${facts.error.line}: ${facts.error.message}.`)];
  }
  const allowed = new Set(["anywidget", "traitlets", ...item.requires.python.map(moduleOf)]);
  const strange = facts.imports.filter(
    ({ module, standard }) => !standard && !allowed.has((module.split(".")[0] ?? "").toLowerCase()),
  );
  return [
    ...(fingerprint === item.fingerprint
      ? []
      : [problem("fingerprint", "fingerprint", `it is ${item.fingerprint}, the code's is ${fingerprint}.`)]),
    ...(facts.classes.includes(item.className)
      ? []
      : [wrong("class", `it defines no class ${item.className}; found ${facts.classes.join(", ") || "none"}.`)]),
    ...strange.map(({ module, line }) =>
      wrong("import", `line ${line} imports ${quoted(module)}, which "requires" does not name.`),
    ),
    ...facts.wrong.map((name) =>
      problem("python", `example.arguments.${name}`, "it is not one Python expression, and so could be more code."),
    ),
    ...(facts.esm === null
      ? facts.classes.includes(item.className)
        ? [wrong("front-end", `${item.className}._esm is no plain text.`)]
        : []
      : await frontEndProblems(item, facts.esm, facts.css)),
  ];
}

async function frontEndProblems({ sizes }: RegistryItem, esm: string, css: string | null): Promise<ItemProblem[]> {
  const raw = Buffer.byteLength(esm);
  const size = `found ${sizes.esm.raw}, the front end has ${raw} bytes.`;
  return [
    ...(raw === sizes.esm.raw ? [] : [problem("size", "sizes.esm.raw", size)]),
    ...(await checkFrontEnd(esm, css)),
  ];
}

/** The module that a requirement brings: mostly its own name, in lower case. */
function moduleOf(requirement: string): string {
  const name = (/^[\w.-]+/.exec(requirement.trim())?.[0] ?? "").toLowerCase().replace(/[-.]/g, "_");
  return MODULES[name] ?? name;
}

const MODULES: Readonly<Record<string, string>> = {
  beautifulsoup4: "bs4",
  opencv_python: "cv2",
  pillow: "pil",
  python_dateutil: "dateutil",
  pyyaml: "yaml",
  scikit_image: "skimage",
  scikit_learn: "sklearn",
};
