import { existsSync } from "node:fs";
import { build } from "esbuild";
import { ownPath } from "../build/root.ts";
import { type Problem, whereOf } from "./problem.ts";

const TITLES: Readonly<Record<Problem["kind"], string>> = {
  build: "This widget does not build",
  types: "This widget has a type error",
  kernel: "The kernel refused this widget",
};

/**
 * A front end that shows the last good one with a problem laid over it; without a good one the problem alone. What the
 * problem says stays text all the way.
 */
export async function overlayEsm(good: string | undefined, problem: Problem): Promise<string> {
  const { kind, reason, frame = "", more = 0 } = problem;
  const message = {
    title: more > 0 ? `${TITLES[kind]} (and ${more} more)` : TITLES[kind],
    place: whereOf(problem),
    reason,
    frame,
  };
  const contents = `import front from "good";
import { overlaid } from ${JSON.stringify(overlayModule())};
export default overlaid(front, ${JSON.stringify(message)});`;
  const { outputFiles } = await build({
    stdin: { contents, loader: "js", resolveDir: ownPath() },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    charset: "ascii",
    lineLimit: 120,
    legalComments: "none",
    tsconfigRaw: {},
    logLevel: "silent",
    plugins: [
      {
        name: "the last good front end",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^good$/ }, () => ({ path: "good", namespace: "good" }));
          onLoad({ filter: /.*/, namespace: "good" }, () => ({
            contents: good ?? "export default undefined;",
            loader: "js",
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

/** In a clone the module's source, in a package what was built from it. */
function overlayModule(): string {
  const source = ownPath("widgets", "kit", "dev", "overlay.ts");
  return existsSync(source) ? source : ownPath("dist", "kit", "dev", "overlay.js");
}
