import { readdir, readFile } from "node:fs/promises";
import { pythonFolder } from "./paths.ts";

/** The sources of the Python modules that run in the kernel, by name: `__init__`, `plan`, `update`, `update.plan`, … */
export async function kernelModules(): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(pythonFolder, { recursive: true })).filter((file) => file.endsWith(".py")).toSorted();
  const sources = await Promise.all(
    files.map(async (file) => [moduleName(file), await readFile(new URL(file, pythonFolder), "utf8")] as const),
  );
  return Object.fromEntries(sources);
}

function moduleName(file: string): string {
  const name = file.slice(0, -".py".length).split(/[\\/]/).join(".");
  return name.endsWith(".__init__") ? name.slice(0, -".__init__".length) : name;
}

/** Those of the modules that some of them need, themselves included: the less travels, the sooner it runs. */
export function modulesFor(
  entries: readonly string[],
  modules: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const needed = new Set(["__init__", ...entries]);
  for (const name of needed) {
    const folder = name.split(".").slice(0, -1);
    if (folder.length > 0) needed.add(folder.join("."));
    for (const [, dots = "", from = "", names = ""] of (modules[name] ?? "").matchAll(IMPORT)) {
      const base = folder.slice(0, folder.length - dots.length + 1);
      const imported = from === "" ? names.split(/[\s,]+/) : [from];
      for (const each of imported) {
        const module = [...base, each].join(".");
        if (Object.hasOwn(modules, module)) needed.add(module);
      }
    }
  }
  return Object.fromEntries([...needed].map((name) => [name, modules[name] ?? ""]));
}

/** A relative import: how far up it goes, the module it is from, and the names. */
const IMPORT = /^from (\.+)([\w.]*) import (.*)/gm;

/** The modules that carry out one request to the agent, which names the module of each of its commands. */
export function modulesOf(
  request: object,
  modules: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { command } = request as { command?: unknown };
  const lines = (modules["agent"] ?? "").matchAll(/^ {4}"(\w+)": "([\w.]+)\.\w+",$/gm);
  const [, , module] = [...lines].find(([, name]) => name === command) ?? [];
  return module === undefined ? modules : modulesFor(["agent", module], modules);
}
