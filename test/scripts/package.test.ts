import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "./python.ts";

/** What a package may hold, beside what npm always puts in. */
const HELD =
  /^(?:dist\/(?:inlay\.js|chunks\/[^/]+\.js|items\/[^/]+\.json|releases\/[^/]+\/[^/]+\.json\.gz|kit\/.+(?:\.js|\.d\.ts))|python\/inlay\/(?:(?:\w+\/)?\w+\.py|py\.typed)|scripts\/build\/(?:traits\/)?\w+\.py|scripts\/new\/templates\/.+|item\.schema\.json|README\.md|LICENSE|package\.json)$/;

const folder = mkdtempSync(join(tmpdir(), "inlay-package-"));
const project = join(folder, "project");
const inlay = join(project, "node_modules", "inlay", "dist", "inlay.js");
const env = { ...process.env, VIRTUAL_ENV: join(root, ".venv"), CHROME_PATH: process.env["CHROME_PATH"] ?? chromium() };
let files: readonly string[] = [];

before(() => {
  mkdirSync(project);
  const packed = run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root);
  const [{ filename, files: held }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  files = held.map(({ path }) => path);
  for (const [name, kind] of [
    ["my-dial", "control"],
    ["my-plot", "chart"],
  ] as const) {
    run(process.execPath, [join(root, "dist", "inlay.js"), "new", name, "--kind", kind]);
  }
  const manifest = join(project, "package.json");
  const needs = JSON.parse(readFileSync(manifest, "utf8")) as { devDependencies: Record<string, string> };
  needs.devDependencies["inlay"] = `file:../${filename}`;
  writeFileSync(manifest, JSON.stringify(needs));
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", "--loglevel=error"]);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("a package holds what its users need, and nothing else", () => {
  assert.deepEqual(
    files.filter((path) => !HELD.test(path)),
    [],
  );
  for (const path of [
    "dist/inlay.js",
    "dist/items/tangle.json",
    "dist/kit/index.d.ts",
    "dist/kit/adopt.js",
    "dist/kit/testing/index.js",
    "python/inlay/agent.py",
    "python/inlay/fingerprint.py",
    "scripts/build/split.py",
    "scripts/build/facts.py",
    "scripts/build/traits/plain.py",
    "scripts/new/templates/chart/element.ts",
    "item.schema.json",
  ]) {
    assert.ok(files.includes(path), `${path} is missing`);
  }
});

test("new widgets pass their types and their own tests in Chromium, with nothing but the package", () => {
  run(npx("tsc"), []);
  assert.match(run("npm", ["test"]), /\b0 failed[^]*all tests passed/);
});

test("the package's types say what the kit is, to a project that checks those of its libraries too", () => {
  const check = (text: string) => {
    writeFileSync(join(project, "check.ts"), text);
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom"];
    return run(
      npx("tsc"),
      [...options, "--ignoreConfig", "--types", "", "--skipLibCheck", "false", "check.ts"],
      project,
      1,
    );
  };
  const good = `
    import { data, defineTraits, html, mount, t, value, widgetElement, type ItemInfo } from "inlay/kit";
    import { host, type Samples } from "inlay/kit/testing";
    const traits = defineTraits({
      value: value(t.nullable(t.int()), "A number."),
      data: data(t.array("float32"), "Numbers."),
    });
    class DialElement extends widgetElement(traits) {
      override render() {
        const numbers: Float32Array = this.data;
        return html\`<button @click=\${() => this.send({ value: numbers.length })}>\${this.value}</button>\`;
      }
    }
    export default mount(DialElement);
    export const samples: Samples<typeof traits> = { typical: { value: 3 } };
    export const item: Pick<ItemInfo, "category"> = { category: "chart" };
    export const shown: Promise<number | null> = host(DialElement).then((it) => it.element.value);
  `;
  assert.equal(check(good), "");
  assert.match(
    check(good.replace("value: numbers.length", 'value: "x"')),
    /Type 'string' is not assignable to type 'number'/,
  );
  assert.match(check(good.replace("value: numbers.length", "data: numbers")), /'data' does not exist/);
  assert.match(check('import { bind } from "inlay/kit/model.js"; bind;'), /Cannot find module 'inlay\/kit\/model\.js'/);
});

test("a front end has the same bytes over the kit's sources, over the package, and in a folder without node_modules", () => {
  const bare = join(folder, "bare");
  cpSync(join(project, "widgets"), join(bare, "widgets"), { recursive: true });
  run(process.execPath, [join(root, "dist", "inlay.js"), "build", "widgets", "--out", "from-clone"], bare);
  run(process.execPath, [inlay, "build", "widgets", "--out", "from-package"], bare);
  run(process.execPath, [inlay, "build", "widgets"]);
  const read = (...path: string[]) => readFileSync(join(...path), "utf8");
  for (const name of ["my-dial.json", "my-plot.json"]) {
    const there = read(bare, "from-clone", name);
    assert.ok(read(bare, "from-package", name) === there, `${name} over the package`);
    assert.ok(read(project, "dist", "items", name) === there, `${name} in a project`);
  }
  assert.deepEqual(readdirSync(join(bare, "from-package")).toSorted(), ["my-dial.json", "my-plot.json"]);
  const said = run(process.execPath, [inlay, "validate", "dist/items", "--json"]);
  assert.equal((JSON.parse(said) as { ok: boolean }).ok, true);
});

test("a plain front end is made into a widget by the package as by the clone", () => {
  writeFileSync(join(project, "thing.js"), "export default { render({ model }) { model.get('n'); } };");
  const view = (command: string) => run(process.execPath, [command, "view", "thing.js", "--trait", "n:int", "--json"]);
  const seen = view(inlay);
  assert.match(seen, /"className": "Thing"/);
  assert.ok(seen === view(join(root, "dist", "inlay.js")));
});

test("the package's own command lists its widgets and checks them", () => {
  assert.match(run(process.execPath, [inlay, "list"]), /histogram-range/);
  assert.match(run(process.execPath, [inlay, "validate", "node_modules/inlay/dist/items"]), /sound .*tangle/);
  assert.match(
    run(process.execPath, [inlay, "new", "third"]),
    /wrote {2}widgets\/third\/traits\.ts[^]*kept {3}package\.json/,
  );
});

/** Runs a program; gives what it printed. Fails where it ends otherwise than with 0, or with what is `allowed`. */
function run(command: string, args: readonly string[], cwd = project, allowed = 0): string {
  const result = spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 });
  const said = `${result.stdout ?? ""}${result.status === 0 ? "" : (result.stderr ?? result.error?.message ?? "")}`;
  if (result.status !== 0 && result.status !== allowed) {
    throw new Error(`${command} ${args.join(" ")} ended with ${result.status}:\n${said}`);
  }
  return said;
}

function npx(name: string): string {
  return join(project, "node_modules", ".bin", name);
}

function chromium(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.find((each) => spawnSync(join(each, "chromium"), ["--version"]).status === 0);
  return join(found ?? "/usr/bin", "chromium");
}
