import { readdir, readFile } from "node:fs/promises";
import { pythonFolder } from "./paths.ts";

/** The sources of the Python modules that run in the kernel, by module name. */
export async function kernelModules(): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(pythonFolder)).filter((file) => file.endsWith(".py")).toSorted();
  const sources = await Promise.all(
    files.map(
      async (file) => [file.slice(0, -".py".length), await readFile(new URL(file, pythonFolder), "utf8")] as const,
    ),
  );
  return Object.fromEntries(sources);
}

/** Those of the modules that some of them need, themselves included: the less travels, the sooner it runs. */
export function modulesFor(
  entries: readonly string[],
  modules: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const needed = new Set(["__init__", ...entries]);
  for (const name of needed) {
    for (const [, from, names = ""] of (modules[name] ?? "").matchAll(/^from \.(\w*) import (.*)/gm)) {
      for (const each of from ? [from] : names.split(/[\s,]+/)) if (Object.hasOwn(modules, each)) needed.add(each);
    }
  }
  return Object.fromEntries([...needed].map((name) => [name, modules[name] ?? ""]));
}

/** The modules that carry out one request to the agent, which names the module of each of its commands. */
export function modulesOf(
  request: object,
  modules: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { command } = request as { command?: unknown };
  const lines = (modules["agent"] ?? "").matchAll(/^ {4}"(\w+)": "(\w+)\.\w+",$/gm);
  const [, , module] = [...lines].find(([, name]) => name === command) ?? [];
  return module === undefined ? modules : modulesFor(["agent", module], modules);
}
