import { className, isKeyword, objectName } from "../build/names.ts";

/**
 * Why a widget cannot have this name, and the nearest that it can have; undefined where all is well.
 * `taken` are names of widgets that inlay itself brings: an update would take one for the other.
 */
export function widgetNameProblem(
  name: string,
  taken: readonly string[],
): { readonly reason: string; readonly nearest: string } | undefined {
  const nearest = nearestName(name, taken);
  if (nearest === name) return undefined;
  const kebab = kebabCase(name);
  if (kebab !== name) return { reason: "a widget's name is kebab-case: small letters, digits and hyphens", nearest };
  if (taken.includes(name)) return { reason: "a widget of inlay's own has this name", nearest };
  if (name.length > LONGEST) return { reason: `a name has at most ${LONGEST} characters`, nearest };
  return { reason: "Python has a keyword of this name", nearest };
}

const LONGEST = 40;

function nearestName(name: string, taken: readonly string[]): string {
  const kebab = kebabCase(name).slice(0, LONGEST).replace(/-+$/, "") || "my-widget";
  const isBad = taken.includes(kebab) || isKeyword(objectName(kebab)) || KEYWORDS.has(className(kebab));
  return isBad ? `my-${kebab}`.slice(0, LONGEST) : kebab;
}

/** @example kebabCase("Größe_2 Dial") // "grosse-2-dial" */
export function kebabCase(name: string): string {
  return name
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
}

/** Keywords that begin with a capital: a class cannot have their names. */
const KEYWORDS = new Set(["None", "True", "False"]);
