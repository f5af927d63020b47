import { type Trait, problem } from "../../widgets/kit/traits.ts";
import { traitNameProblem } from "./names.ts";

/** Why a trait cannot be one of a widget, as a sentence; undefined where it can. */
export function traitProblem(
  name: string,
  { type, default: initial }: Pick<Trait, "type" | "default">,
): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
    return `the trait ${JSON.stringify(name)} is not snake_case, such as "bar_color", as a name of Python is.`;
  }
  const taken = traitNameProblem(name);
  if (taken !== undefined) return taken;
  const found = problem(type, initial);
  if (found !== undefined) return `the default of "${name}" does not fit: ${found}`;
  if (type.kind === "datetime" && typeof initial === "string" && !/(?:Z|[+-]\d\d:\d\d)$/.test(initial)) {
    return `the default of "${name}" has no time zone: found ${initial}, expected an end such as Z or +02:00.`;
  }
  return undefined;
}
