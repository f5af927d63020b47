import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { resolveTarget } from "../../scripts/client/index.ts";
import { inlayJson } from "../helpers/inlay.ts";
import { marimoPath, startServer } from "../helpers/marimo.ts";
import { openNotebook, shownIn } from "../helpers/notebook-page.ts";
import { figure, inTurn, timed, type Figure } from "./measure.ts";

const execute = promisify(execFile);
const WIDGET = "tangle";

/** `inlay add` as a whole process, and until the widget is visible, beside the same two cells sent raw and by `marimo pair`. */
export async function benchAdd(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    const notebook = await openNotebook(browser, server.url);
    const { transport, target } = await resolveTarget({ port: server.port, env: server.env });
    const code = await cellsAsCode(server.env);
    const file = join(server.stateHome, "cells.py");
    await writeFile(file, code);
    await clear();

    const visible = () => shownIn(notebook.page.locator("body")).waitFor();
    async function clear(): Promise<void> {
      await transport.execute(CLEAR);
      await shownIn(notebook.page.locator("body")).waitFor({ state: "detached" });
    }
    const session = target.session.stableId ?? target.session.key;
    const commands: Readonly<Record<string, () => Promise<unknown>>> = {
      "inlay add": () => inlayJson(["add", WIDGET, "--as", "it", "--quiet"], { env: server.env }),
      "marimo pair execute": () =>
        execute(marimoPath(), ["pair", "execute", "--url", server.url, "--session", session, "--code-file", file], {
          env: server.env,
        }),
      "raw execute": () => transport.execute(code),
    };
    const whole = await inTurn(
      Object.fromEntries(
        Object.entries(commands).map(([name, command]) => [name, () => timed(command).finally(clear)]),
      ),
      10,
    );
    const seen = await inTurn(
      Object.fromEntries(
        Object.entries(commands).map(([name, command]) => [
          name,
          async () => {
            let done: Promise<unknown> = Promise.resolve();
            const time = await timed(() => {
              done = command();
              return visible();
            });
            await done;
            await clear();
            return time;
          },
        ]),
      ),
      10,
    );
    return [
      figure(`add ${WIDGET}, whole process`, "inlay add", whole),
      figure(`add ${WIDGET}, until visible`, "inlay add", seen),
    ];
  } finally {
    await server.stop();
  }
}

/** The definition and the instance that `add` writes, as a program that a person would write for code mode. */
async function cellsAsCode(env: NodeJS.ProcessEnv): Promise<string> {
  const added = await inlayJson<{ objects: { definition_cell: string; instance_cell: string }[] }>(
    ["add", WIDGET, "--as", "it", "--quiet"],
    { env },
  );
  const { definition_cell, instance_cell } = added.objects[0]!;
  const read = `import json as _json\nimport marimo._code_mode as _cm\nprint(_json.dumps([_cm.get_context().cells[_id].code for _id in ("${definition_cell}", "${instance_cell}")]))`;
  const { stdout } = await inlayJson<{ stdout: string }>(["exec", "-c", read], { env });
  const sources = JSON.parse(stdout) as string[];
  return [
    "import marimo._code_mode as _cm",
    "async with _cm.get_context() as _ctx:",
    ...sources.map((source) => `    _ctx.run_cell(_ctx.create_cell(${JSON.stringify(source)}, hide_code=True))`),
  ].join("\n");
}

const CLEAR = `import marimo._code_mode as _cm
async with _cm.get_context() as _ctx:
    for _cell in list(_cm.get_context().cells):
        if "Tangle" in _cell.code:
            _ctx.delete_cell(str(_cell.id))
`;
