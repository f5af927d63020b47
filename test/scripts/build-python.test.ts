import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { bundle } from "../../scripts/build/front/bundle.ts";
import { buildItem, discoverWidgets } from "../../scripts/build/build.ts";
import { pythonOf, root } from "./python.ts";

const FIXTURE = "test/scripts/fixtures/kitchen-sink";
let folder = "";
let cell = "";

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "inlay-python-"));
  cell = join(folder, "cell.py");
  const item = await buildItem(FIXTURE);
  writeFileSync(cell, `${item.cells.definition}\n`);
  writeFileSync(join(folder, "esm.js"), (await bundle(`${FIXTURE}/index.ts`, root)).text);
});

after(() => rmSync(folder, { recursive: true, force: true }));

function python(...args: string[]): string {
  const env = { ...process.env, CELL: cell, ESM: join(folder, "esm.js"), PYTHONDONTWRITEBYTECODE: "1" };
  const { status, stdout, stderr } = spawnSync(pythonOf(), ["-m", ...args], { encoding: "utf8", cwd: folder, env });
  return status === 0 ? "" : `${args.join(" ")} → ${status}\n${stdout}${stderr}`;
}

test("a definition with every type is as ruff leaves it", () => {
  assert.equal(python("ruff", "format", "--isolated", "--line-length", "100", "--diff", cell), "");
});

test("a definition with every type passes ruff", () => {
  assert.equal(
    python("ruff", "check", "--isolated", "--line-length", "100", "--select", "E4,E7,E9,F,I,UP,B", cell),
    "",
  );
});

test("a definition with every type passes mypy, strictly", () => {
  assert.equal(python("mypy", "--strict", "--python-version", "3.10", "--cache-dir", join(folder, "mypy"), cell), "");
});

for (const widget of discoverWidgets(root)) {
  test(`the definition of ${widget} is as ruff leaves it, passes ruff and mypy, and runs`, async () => {
    const { cells, className } = await buildItem(widget);
    const path = join(folder, `${className}.py`);
    writeFileSync(path, `${cells.definition}\n`);
    assert.equal(python("ruff", "format", "--isolated", "--line-length", "100", "--diff", path), "");
    assert.equal(python("ruff", "check", "--isolated", "--line-length", "100", "--select", "E4,E7,E9,F,I,B", path), "");
    assert.equal(python("mypy", "--strict", "--python-version", "3.10", "--cache-dir", join(folder, "mypy"), path), "");
    const run = `import sys\nfrom ${className} import ${className}\nsys.exit(not ${className}().get_state())`;
    writeFileSync(join(folder, "run.py"), run);
    assert.equal(python("run"), "");
  });
}

test("methods.py passes ruff and mypy alone", () => {
  const methods = join(root, FIXTURE, "methods.py");
  assert.equal(python("ruff", "check", "--isolated", methods), "");
  assert.equal(
    python("mypy", "--strict", "--ignore-missing-imports", "--cache-dir", join(folder, "mypy"), methods),
    "",
  );
});

test("the class keeps, refuses, sends and reads as its schema says", () => {
  assert.equal(
    python("pytest", "-q", "-p", "no:cacheprovider", join(root, "test/scripts/python/test_kitchen_sink.py")),
    "",
  );
});
