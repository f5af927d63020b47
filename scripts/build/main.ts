/**
 * `npm run build`: every widget into dist/items, the schema of items, the command line into dist/inlay.js, and
 * the kit's npm entry into dist/kit.
 * Exits with 1 when something could not be built; all else is built all the same.
 *
 * Flags: --json prints one JSON object.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Built, buildAll, discoverWidgets } from "./build.ts";
import { buildCommand } from "./command.ts";
import { type RegistryItem, itemSchemaText, itemText } from "./item.ts";
import { buildKit } from "./kit.ts";
import { copyReleases } from "./releases.ts";
import { repositoryRoot } from "./root.ts";
import { problems, table } from "./table.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let json: boolean;
  try {
    json = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } }).values.json;
  } catch (error) {
    console.error(`${reasonOf(error)}\nUsage: npm run build -- [--json]`);
    return 2;
  }
  const root = repositoryRoot();
  const hasCommand = existsSync(join(root, "scripts", "cli", "main.ts"));
  const [built, command, kit] = await Promise.allSettled([
    buildAll(undefined, root),
    hasCommand ? buildCommand(root) : undefined,
    buildKit(root),
  ]);
  const failures = [built, command, kit].flatMap((each) => (each.status === "rejected" ? [reasonOf(each.reason)] : []));
  const widgets = built.status === "fulfilled" ? built.value : [];
  if (built.status === "fulfilled") await writeItems(widgets, root);
  const names = discoverWidgets(root).map((folder) => folder.split("/").at(-1) ?? folder);
  await copyReleases(names, root);
  await writeFile(join(root, "item.schema.json"), itemSchemaText());
  report(widgets, command.status === "fulfilled" ? command.value : undefined, failures, json);
  return failures.length > 0 || widgets.some((each) => "problem" in each) ? 1 : 0;
}

/** Writes the items; those of widgets that are gone or failed do not stay behind. */
async function writeItems(built: readonly Built[], root: string): Promise<void> {
  const folder = join(root, "dist", "items");
  await mkdir(folder, { recursive: true });
  const files = new Map<string, RegistryItem>(
    built.flatMap((each) => ("item" in each ? [[`${each.name}.json`, each.item] as const] : [])),
  );
  const stale = (await readdir(folder)).filter((file) => !files.has(file));
  await Promise.all(stale.map((file) => rm(join(folder, file), { recursive: true })));
  await Promise.all([...files].map(([file, item]) => writeFile(join(folder, file), itemText(item))));
}

function report(
  built: readonly Built[],
  command: { bytes: number; ms: number } | undefined,
  failures: readonly string[],
  json: boolean,
): void {
  if (json) {
    const items = built.flatMap((each) =>
      "item" in each
        ? [{ name: each.name, version: each.item.version, sizes: each.item.sizes, budget: each.budget, ms: each.ms }]
        : [],
    );
    const failed = built.flatMap((each) =>
      "problem" in each ? [{ name: each.name, ...each.problem.place, reason: each.problem.reason }] : [],
    );
    console.log(JSON.stringify({ items, command: command ?? null, failed, errors: failures }));
    return;
  }
  console.log(table(built));
  if (command)
    console.log(
      `dist/inlay.js  ${(command.bytes / 1024).toFixed(1)} KiB with its chunks, ${Math.round(command.ms)} ms`,
    );
  for (const text of [problems(built), ...failures].filter((each) => each !== "")) console.error(text);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
