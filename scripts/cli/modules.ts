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
