import type { ItemProblem } from "./item.ts";
import type { RegistryItem } from "../item.ts";
import { isKeyword } from "../names.ts";

/** What is wrong with the names that an item brings into a notebook. */
export function nameProblems({ className, objectName }: RegistryItem): ItemProblem[] {
  return [
    ...(["None", "True", "False"].includes(className) ? [keyword("className", className)] : []),
    ...(isKeyword(objectName) ? [keyword("objectName", objectName)] : []),
  ];
}

function keyword(path: string, name: string): ItemProblem {
  return { code: "class", path, message: `"${name}" is a keyword of Python.` };
}

/** A name with extras, versions and a marker: nothing that an installer would take for a flag, a file or an address. */
function isRequirement(text: string): boolean {
  const [before = "", ...marker] = text.split(";");
  const [, name, versions = ""] = /^([A-Za-z0-9][\w.-]*(?:\[[\w.,\s-]*\])?)\s*(.*)$/s.exec(before) ?? [];
  return (
    text.length <= 200 &&
    name !== undefined &&
    (versions.trim() === "" ||
      versions.split(",").every((each) => /^(?:[<>]=?|[!=~]=|===)\s*[\w.*+!-]+$/.test(each.trim()))) &&
    /^[\w\s.<>=!~"'()]*$/.test(marker.join(";"))
  );
}

/** Requirements that would make an installer do more than install a package by its name. */
export function requirementProblems({ requires }: RegistryItem): ItemProblem[] {
  return requires.python.flatMap((text, index) => {
    if (isRequirement(text)) return [];
    const path = `requires.python[${index}]`;
    const message = `${JSON.stringify(text.slice(0, 100))} is no requirement such as "pandas>=2".`;
    return [{ code: "requirement" as const, path, message }];
  });
}
