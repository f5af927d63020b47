import { readdir, readFile } from "node:fs/promises";
import { className, objectName } from "../build/names.ts";
import { ownPath } from "../build/root.ts";

/** What a new widget can be: the folders of templates. */
export const KINDS = ["control", "chart"] as const;
export type Kind = (typeof KINDS)[number];

/** A file that is to be made; `path` is relative to where it goes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a widget: those of the template, with the name in place of the one that stands there. */
export async function widgetFiles(kind: Kind, name: string): Promise<readonly NewFile[]> {
  const folder = ownPath("scripts", "new", "templates", kind);
  const paths = (await readdir(folder)).filter((path) => /\.(?:ts|py)$/.test(path)).toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      path: renamed(path, name),
      text: renamed(await readFile(`${folder}/${path}`, "utf8"), name),
    })),
  );
}

/** The template's name in the ways it is written: a folder, a class, an object, words. */
function renamed(text: string, name: string): string {
  const words = name.replaceAll("-", " ");
  const names: Readonly<Record<string, string>> = {
    "widget-name": name,
    WidgetName: className(name),
    widget_name: objectName(name),
    "Widget name": words.charAt(0).toUpperCase() + words.slice(1),
  };
  return text.replace(/widget-name|WidgetName|widget_name|Widget name/g, (found) => names[found] ?? found);
}
