import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { TraitSchema } from "../../../widgets/kit/traits.ts";
import { askPython } from "./interpreter.ts";
import { isTaken } from "../names.ts";
import { BuildProblem } from "../problem.ts";
import { ownPath } from "../root.ts";

/** What methods.py gives to a class: import statements with private names, and lines for its body. */
export interface Methods {
  readonly imports: readonly string[];
  readonly body: string;
}

interface Split extends Methods {
  readonly names: Readonly<Record<string, number>>;
}

/**
 * Reads the methods.py of a widget; undefined where there is none. `folder` is relative to `root`.
 * @throws {BuildProblem} when it holds more than private imports and one class, or hides a trait or an attribute.
 */
export async function readMethods(
  folder: string,
  root: string,
  traits: TraitSchema,
  python: string,
): Promise<Methods | undefined> {
  const file = posix.join(folder, "methods.py");
  if (!existsSync(join(root, file))) return undefined;
  const source = readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");
  const answer = await askPython(python, ownPath("scripts", "build", "split.py"), source);
  if (isRefusal(answer)) throw new BuildProblem({ file, line: answer.line }, answer.reason);
  const { imports, body, names } = answer as Split;
  for (const [name, line] of Object.entries(names)) {
    const isTrait = Object.hasOwn(traits, name) || name === "_front";
    if (isTrait || isTaken(name)) {
      const hidden = isTrait ? "the trait of that name" : "an attribute of anywidget.AnyWidget";
      throw new BuildProblem({ file, line }, `"${name}" would hide ${hidden}. Choose another name.`);
    }
  }
  return { imports, body };
}

function isRefusal(answer: unknown): answer is { line: number; reason: string } {
  return typeof answer === "object" && answer !== null && "reason" in answer;
}
