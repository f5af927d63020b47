import { build, type BuildFailure, type Plugin } from "esbuild";
import { type ItemProblem, problem, quoted } from "./item.ts";

/**
 * What is wrong with a front end as it stands in an item: no ES module, another export than the default, an import of
 * any kind, a style sheet that loads another. It is parsed and never run.
 */
export async function checkFrontEnd(esm: string, css: string | null): Promise<readonly ItemProblem[]> {
  const found = await imported(esm);
  const remote = [esm, css ?? ""].flatMap((text) => /@import\b[^;]{0,20}\/\/[^;"')]*/i.exec(text)?.[0] ?? []);
  return [...found, ...remote.map((text) => wrong(`a style sheet loads another: ${quoted(text)}.`))];
}

async function imported(esm: string): Promise<ItemProblem[]> {
  try {
    const { metafile, warnings } = await build({
      stdin: { contents: esm, loader: "js" },
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
      logOverride: { "unsupported-dynamic-import": "warning" },
      plugins: [outside],
    });
    const [output] = Object.values(metafile.outputs);
    const exported = output?.exports ?? [];
    const left = (output?.imports ?? []).map(({ path }) =>
      wrong(`it imports ${quoted(path)}: a front end carries all that it uses.`),
    );
    const computed = warnings.filter(({ id }) => id === "unsupported-dynamic-import");
    return [
      ...left,
      ...computed.map(() => wrong("it imports what it works out when it runs: a front end carries all that it uses.")),
      ...(exported.length === 1 && exported[0] === "default"
        ? []
        : [wrong(`expected a default export and no other, found ${exported.map(quoted).join(", ") || "none"}.`)]),
    ];
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    return [wrong(`it is no ES module: line ${first.location?.line ?? 1}: ${first.text}`)];
  }
}

const outside: Plugin = {
  name: "nothing is read",
  setup({ onResolve }) {
    onResolve({ filter: /^/ }, ({ kind, path }) => (kind === "entry-point" ? undefined : { path, external: true }));
  },
};

function wrong(message: string): ItemProblem {
  return problem("front-end", "cells.definition", message);
}
