import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { readRelease } from "../../scripts/build/releases.ts";
import { repositoryRoot } from "../../scripts/build/root.ts";
import { kernelModules } from "../../scripts/cli/modules.ts";
import { accepted } from "../../scripts/client/accepted.ts";
import { resolveTarget, runProgram } from "../../scripts/client/index.ts";
import { install, type Installed } from "../../scripts/client/install.ts";
import type { BaseReport } from "../../scripts/client/protocol.ts";
import { at, inlayJson } from "./inlay.ts";
import type { TestServer } from "./marimo.ts";

const FINGERPRINT = fileURLToPath(new URL("../../python/inlay/fingerprint.py", import.meta.url));

/** A widget as it was released. @throws where that version was never released. */
export async function releasedItem(name: string, version: string): Promise<RegistryItem> {
  const item = await readRelease(name, version, repositoryRoot());
  if (item === undefined) throw new Error(`${name} ${version} has no release`);
  return item;
}

/** The same widget as another version with another definition cell would have it. */
export function changedItem(item: RegistryItem, version: string, change: (code: string) => string): RegistryItem {
  const before = item.cells.definition.split("\n").slice(1).join("\n");
  const source = change(before);
  if (source === before) throw new Error(`the change of ${item.name} changes nothing`);
  const input = JSON.stringify([source]);
  const [fingerprint = ""] = JSON.parse(
    execFileSync("python3", ["-I", "-S", FINGERPRINT], { input, encoding: "utf8" }),
  ) as string[];
  const definition = `# inlay: ${item.name} ${version} ${fingerprint}\n${source}`;
  return { ...item, version, fingerprint, cells: { ...item.cells, definition } };
}

/** Installs items into the server's notebook, each with its example and under its own name. */
export async function installItems(server: TestServer, items: readonly RegistryItem[]): Promise<Installed["added"]> {
  const { transport, target } = await resolveTarget({ url: server.url, env: server.env });
  const modules = await kernelModules();
  const ask = <R extends BaseReport>(request: object) => runProgram<R>(transport, modules, request);
  const { added, verified } = await install(
    ask,
    {
      command: "add",
      items: items.map((item) => ({ item, as: null, arguments: {}, expressions: {}, wire: null, reader: false })),
      place: { after: null, before: null },
      show_code: false,
      dry_run: false,
      yes: false,
      auto_name: false,
      quiet: true,
    },
    { pageConnected: target.pageConnected, save: transport.save },
  );
  accepted(added);
  if (verified) accepted(verified);
  return added;
}

/** Changes a cell as a person does who edits its code and runs it. */
export async function editCell(server: TestServer, cell: string, from: string, to: string): Promise<void> {
  const code = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    _code = _ctx.cells[${JSON.stringify(cell)}].code
    assert ${JSON.stringify(from)} in _code
    _ctx.edit_cell(${JSON.stringify(cell)}, code=_code.replace(${JSON.stringify(from)}, ${JSON.stringify(to)}, 1))
    _ctx.run_cell(${JSON.stringify(cell)})
`;
  await inlayJson(["exec", "-c", code], at(server));
}

/** The value of a Python expression over the notebook's names, by way of JSON. */
export async function valueOf<T>(server: TestServer, expression: string): Promise<T> {
  const code = `import json as _json\nprint(_json.dumps(${expression}))`;
  const { stdout } = await inlayJson<{ stdout: string }>(["exec", "-c", code], at(server));
  return JSON.parse(stdout) as T;
}
