import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { makeProject, startDev } from "../helpers/dev.ts";
import { startServer } from "../helpers/marimo.ts";
import { openNotebook } from "../helpers/notebook-page.ts";
import { figure, inTurn, type Figure } from "./measure.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const RUNS = 21;

/** Theirs is an anywidget that follows a file, with the same front end, which `esbuild --watch` writes. */
const notebookWith = (file: string) => `import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    return (mo,)


@app.cell
def _():
    import pathlib as _pathlib

    import anywidget as _anywidget
    import traitlets as _traitlets
    import watchfiles as _needed


    class Theirs(_anywidget.AnyWidget):
        value = _traitlets.Int(3).tag(sync=True)
        label = _traitlets.Unicode("Press").tag(sync=True)
        _esm = _pathlib.Path(${JSON.stringify(file)})


    theirs = Theirs()
    theirs
    return (theirs,)


if __name__ == "__main__":
    app.run()
`;

/**
 * From a save to new pixels in one page: `inlay dev` beside anywidget's own reload of a file that `esbuild --watch`
 * writes, for the same widget and the same change, in turn. The kernel's environment needs the package watchfiles.
 */
export async function benchDev(browser: Browser): Promise<readonly Figure[]> {
  const ours = await makeProject("dial");
  const folder = await mkdtemp(join(tmpdir(), "inlay-bench-dev-"));
  await cp(ours.folder, join(folder, "theirs"), { recursive: true });
  const output = join(folder, "theirs.js");
  const bundler = spawn(join(ROOT, "node_modules", ".bin", "esbuild"), [
    join(folder, "theirs", "index.ts"),
    "--bundle",
    "--format=esm",
    "--minify",
    "--watch=forever",
    "--log-level=error",
    `--outfile=${output}`,
    `--alias:inlay/kit=${join(ROOT, "widgets", "kit", "index.ts")}`,
  ]);
  const notebook = join(folder, "notebook.py");
  await writeFile(notebook, notebookWith(output));
  const server = await startServer({ notebook, env: { ANYWIDGET_HMR: "1" } });
  const { page } = await openNotebook(browser, server.url);
  const dev = startDev([ours.folder, "--url", server.url, "--no-types", "--file", notebook], {
    env: server.env,
    cwd: ours.root,
  });
  try {
    await dev.next("ready");
    // Theirs may wait for a person to run it.
    await page.keyboard.press("Control+Shift+r");
    await page.getByRole("note").nth(1).waitFor();
    const save = (file: string, name: string) => async (run: number) => {
      const word = `${name} ${run + 1}`;
      const seen = pixels(page, word);
      const start = performance.now();
      await writeFile(file, `export const WORD = ${JSON.stringify(word)};\n`);
      const time = (await seen) - start;
      // Both have come to rest before the next one.
      await page.waitForTimeout(400);
      return time;
    };
    const times = await inTurn(
      {
        "inlay dev": save(join(ours.folder, "words.ts"), "ours"),
        "anywidget, esbuild --watch": save(join(folder, "theirs", "words.ts"), "theirs"),
      },
      RUNS,
    );
    return [figure("from a save to new pixels", "inlay dev", times)];
  } finally {
    await dev.stop();
    bundler.kill();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    await ours.remove();
  }
}

/** When a frame first shows a word in a widget's note. */
async function pixels(page: Page, word: string): Promise<number> {
  await page.evaluate(`new Promise((done) => requestAnimationFrame(function look() {
    const shown = (root) => [...root.querySelectorAll("*")].some((each) =>
      (each.role === "note" && each.textContent === ${JSON.stringify(word)}) || (each.shadowRoot && shown(each.shadowRoot)));
    if ([...document.querySelectorAll("marimo-anywidget")].some((each) => each.shadowRoot && shown(each.shadowRoot)))
      requestAnimationFrame(done);
    else requestAnimationFrame(look);
  }))`);
  return performance.now();
}
