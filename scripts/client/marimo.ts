import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { InlayError } from "./errors.ts";

/** A command line that runs marimo. */
export interface MarimoCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** Where it comes from, for messages: `uv run in DIR`, `DIR/.venv`, `the path`. */
  readonly origin: string;
}

/**
 * marimo from the project's own environment: going up from `folder`, `uv run` where there is a `uv.lock`, else a
 * `.venv` that has marimo; where there is neither, `marimo` on the path.
 * Throws `marimo-not-found` with the places that were looked at.
 */
export function findMarimo(folder: string, env: NodeJS.ProcessEnv = process.env): MarimoCommand {
  const looked: string[] = [];
  for (const place of upward(folder)) {
    if (existsSync(join(place, "uv.lock"))) {
      const uv = onPath("uv", env);
      if (uv !== undefined)
        return { file: uv, args: ["run", "--project", place, "marimo"], origin: `uv run in ${place}` };
      looked.push(`${join(place, "uv.lock")}, but no uv on the path`);
    }
    const venv = join(place, ".venv");
    if (!existsSync(venv)) continue;
    const marimo = executable(join(venv, process.platform === "win32" ? "Scripts" : "bin"), "marimo");
    if (marimo !== undefined) return { file: marimo, args: [], origin: venv };
    looked.push(`${venv}, but no marimo in it`);
  }
  const marimo = onPath("marimo", env);
  if (marimo !== undefined) return { file: marimo, args: [], origin: "the path" };
  throw new InlayError({
    code: "marimo-not-found",
    message: "marimo was not found.",
    found: [...looked, "no marimo on the path"].join("; "),
    expected: `marimo in the environment of ${folder} (a uv.lock or a .venv there or above), or on the path`,
    cure: "Run: uv add marimo anywidget (or: pip install marimo anywidget)",
  });
}

function* upward(folder: string): Generator<string> {
  for (let place = folder; ; place = dirname(place)) {
    yield place;
    if (dirname(place) === place) return;
  }
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => executable(folder, name)).find((file) => file !== undefined);
}

function executable(folder: string, name: string): string | undefined {
  const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
}
