import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { at, inlay, inlayJson, type RunOptions } from "../helpers/inlay.ts";
import { startServer, type TestServer } from "../helpers/marimo.ts";

const PACKAGE = {
  "__init__.py": `import pathlib
import anywidget
import traitlets

HERE = pathlib.Path(__file__).parent


def double(value):
    return 2 * value


class Turner(anywidget.AnyWidget):
    _esm = HERE / "turner.js"
    value = traitlets.Int(0).tag(sync=True)
    step = traitlets.Int(1).tag(sync=True)

    def turn(self):
        self.value = double(self.value)


class Reader(Turner):
    def notes(self):
        return (pathlib.Path(__file__).parent / "notes.txt").read_text()
`,
  "turner.js": 'export default { render({ model }) { model.set("value", 1); } };\n',
  "notes.txt": "notes",
};

describe("inlay eject", () => {
  let server: TestServer;
  let here: RunOptions;
  before(async () => {
    server = await startServer();
    here = at(server);
    for (const [name, text] of Object.entries(PACKAGE)) {
      const file = join(dirname(server.notebook), "turners", name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await inlayJson(
      ["exec", "-c", `import sys; sys.path.insert(0, ${JSON.stringify(dirname(server.notebook))})`],
      here,
    );
  });
  after(() => server.stop());

  it("shows the cell that a class would become, and changes nothing", async () => {
    const source = await readFile(server.notebook, "utf8");
    const { code, stdout } = await inlay(["eject", "turners:Turner", "--diff"], here);
    assert.equal(code, 0);
    assert.match(stdout, /Nothing was changed/);
    assert.match(stdout, /\+ # inlay: turners:Turner 0\.0\.0 [0-9a-f]{16}/);
    assert.match(stdout, /\+ def _double\(value\):/);
    assert.match(stdout, /with double, from turners/);
    assert.equal(await readFile(server.notebook, "utf8"), source);
  });

  it("writes a cell that needs the package no more", async () => {
    const { code, stdout, stderr } = await inlay(["eject", "turners:Turner", "--as", "wheel"], here);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /✓ wheel {2}Turner 0\.0\.0, from turners:Turner/);
    assert.match(stdout, /read value: get_wheel\(\)/);
    assert.match(stdout, /the cell needs turners no more/);
    await rm(join(dirname(server.notebook), "turners"), { recursive: true });
    const probe = "for name in [n for n in sys.modules if n.startswith('turners')]: del sys.modules[name]\n";
    const turned = "wheel.value = 4; wheel.turn(); print(get_wheel(), type(wheel).__module__)";
    const ran = await inlay(["exec", "-c", `import sys\n${probe}${turned}`], here);
    assert.equal(ran.stdout, "8 __main__\n", ran.stderr);
    for (const [name, text] of Object.entries(PACKAGE)) {
      await mkdir(join(dirname(server.notebook), "turners"), { recursive: true });
      await writeFile(join(dirname(server.notebook), "turners", name), text);
    }
  });

  it("names every line that cannot be carried, and takes --partial for an answer", async () => {
    const refused = await inlay(["eject", "turners:Reader"], here);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /cannot be carried as a whole\. \(cannot-carry\)/);
    assert.match(refused.stderr, /__init__\.py:23: return \(pathlib\.Path\(__file__\)/);
    assert.match(refused.stderr, /__file__ says where the package is installed/);
    assert.match(refused.stderr, /neither turners nor the network[\s\S]*--partial/);
    const { warnings, ejected } = await inlayJson<{
      warnings: string[];
      ejected: { class: string; problems: { line: number }[] };
    }>(["eject", "turners:Reader", "--partial", "--class", "Notes", "--no-instance"], here);
    assert.equal(ejected.class, "Notes");
    assert.deepEqual(
      ejected.problems.map(({ line }) => line),
      [23],
    );
    assert.match(warnings.join("\n"), /not-carried: .*:23: /);
  });

  it("says what is wrong with a class's name", async () => {
    for (const [words, exit, pattern] of [
      [["turners"], 2, /expects MODULE:CLASS, such as wigglystuff:Slider2D; found "turners"/],
      [["turners:Turner:x"], 2, /expects MODULE:CLASS/],
      [["turners:Turnr"], 1, /Did you mean turners:Turner\?/],
      [["nowhere:Turner"], 1, /The kernel cannot import nowhere/],
      [["json:JSONDecoder"], 1, /is no anywidget/],
      [["turners:Turner", "--wire", "steps"], 1, /has no trait 'steps'/],
    ] as const) {
      const { code, stderr } = await inlay(["eject", ...words], here);
      assert.equal(code, exit, stderr);
      assert.match(stderr, pattern);
    }
  });
});
