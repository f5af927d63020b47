import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kebabCase, widgetNameProblem } from "../../scripts/new/name.ts";
import { scaffold } from "../../scripts/new/scaffold.ts";
import { KINDS } from "../../scripts/new/widget-files.ts";
import { type Ran, inlay } from "../helpers/inlay.ts";
import { pythonOf, root } from "./python.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "inlay-new-")));
const bin = (name: string) => join(root, "node_modules", ".bin", name);
/** A folder of its own for one test. */
const place = (name: string) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};
const LONG = "a-name-as-long-as-a-name-may-ever-be-xxx";

before(async () => {
  place("made");
  for (const kind of KINDS) {
    for (const name of ["q", `my-${kind}`, `${LONG.slice(0, 33)}-${kind}`]) {
      await scaffold({ name, kind, parent: kind, folder: join(folder, "made") });
    }
  }
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("names with odd characters lead to the nearest kebab-case name", () => {
  for (const [given, expected] of [
    ["MyDial", "my-dial"],
    ["my_dial", "my-dial"],
    ["Größe 2 (neu)", "grosse-2-neu"],
    ["3d-plot", "d-plot"],
    ["../evil", "evil"],
    ["--x--y--", "x-y"],
    ["Été", "ete"],
    ["日本", ""],
  ] as const) {
    assert.equal(kebabCase(given), expected);
    assert.equal(widgetNameProblem(given, [])?.nearest, expected || "my-widget");
  }
  assert.equal(widgetNameProblem("my-dial", []), undefined);
  assert.equal(widgetNameProblem("tangle", ["tangle"])?.nearest, "my-tangle");
  assert.equal(widgetNameProblem("class", [])?.nearest, "my-class");
  assert.equal(widgetNameProblem("none", [])?.nearest, "my-none");
  assert.equal(widgetNameProblem(`${LONG}y`, [])?.nearest, LONG);
});

test("no trace of the template's name is left, and each file is where it belongs", () => {
  for (const kind of KINDS) {
    const made = join(folder, "made", kind, `my-${kind}`);
    const files = readdirSync(made).toSorted();
    for (const file of [
      "demo.py",
      "element.ts",
      "index.ts",
      "item.ts",
      "styles.ts",
      "traits.ts",
      `my-${kind}.test.ts`,
    ]) {
      assert.ok(files.includes(file), `${file} in ${files.join(", ")}`);
    }
    const all = files.map((file) => readFileSync(join(made, file), "utf8")).join("\n");
    assert.doesNotMatch(all, /widget-name|WidgetName|widget_name|Widget name/);
    assert.match(all, new RegExp(`class My${kind === "chart" ? "Chart" : "Control"}Element`));
  }
});

test("what is made is formatted and passes the linter, whatever the length of its name", () => {
  const made = join(folder, "made");
  const format = spawnSync(bin("oxfmt"), ["-c", join(root, ".oxfmtrc.json"), "--check", "made"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(format.status, 0, format.stdout + format.stderr);
  const rules = ["-A", "import/no-default-export", "-A", "no-restricted-imports"];
  const lint = spawnSync(bin("oxlint"), ["-c", join(root, ".oxlintrc.json"), ...rules, made], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(lint.status, 0, lint.stdout + lint.stderr);
});

test("the demo is a notebook that marimo has nothing against", () => {
  const demos = KINDS.map((kind) => join(folder, "made", kind, `my-${kind}`, "demo.py"));
  const checked = spawnSync(pythonOf(), ["-m", "marimo", "check", "--strict", ...demos], { encoding: "utf8" });
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
});

test("an empty folder becomes a project, whose tools have the versions that this package is tested with", async () => {
  const here = place("empty");
  const { written, kept, lacks, hints } = await scaffold({
    name: "my-dial",
    kind: "control",
    parent: "widgets",
    folder: here,
  });
  assert.ok(written.includes("widgets/my-dial/traits.ts") && written.includes(".gitignore"));
  assert.deepEqual([kept, lacks, hints], [[], undefined, []]);
  const made = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(made.devDependencies["@web/test-runner"], own.devDependencies["@web/test-runner"]);
  assert.equal(made.devDependencies.lit, own.dependencies.lit);
  assert.equal(made.devDependencies.inlay, `file:${root}`);
  assert.deepEqual([made.type, made.scripts.test, made.scripts.build], ["module", "wtr", "inlay build widgets"]);
});

test("files that are there stay as they are, and what a package.json lacks is told", async () => {
  const here = place("project");
  const texts = {
    "package.json": '{"type":"module","scripts":{"test":"mine"},"dependencies":{"lit":"3.0.0"}}',
    "tsconfig.json": "{}",
  };
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(here, file), text);
  mkdirSync(join(here, "deep"));
  const made = await scaffold({ name: "my-dial", kind: "chart", parent: "parts", folder: join(here, "deep") });
  for (const [file, text] of Object.entries(texts)) assert.equal(readFileSync(join(here, file), "utf8"), text);
  assert.deepEqual([made.project, made.kept], ["..", ["../package.json", "../tsconfig.json"]]);
  assert.ok(made.written.includes("parts/my-dial/bars.ts") && made.written.includes("../.gitignore"));
  assert.equal(made.lacks?.type, undefined);
  assert.deepEqual(Object.keys(made.lacks?.scripts ?? {}), ["build", "dev", "types"]);
  assert.equal(made.lacks?.scripts?.["dev"], "inlay dev deep/parts/my-dial");
  assert.ok(!Object.hasOwn(made.lacks?.devDependencies ?? {}, "lit"));
  assert.equal(made.tests, "npx wtr");
  assert.deepEqual(made.hints.length, 1);
  assert.match(made.hints[0] ?? "", /^tsconfig\.json: .*allowImportingTsExtensions/);
});

test("what npm init writes is no test script, and the next steps begin with what is missing", async () => {
  const here = place("npm-init");
  const script = 'echo "Error: no test specified" && exit 1';
  writeFileSync(join(here, "package.json"), JSON.stringify({ name: "x", scripts: { test: script } }));
  const ran = await run(["new", "my-dial"], here);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(
    ran.stdout,
    /"test": "wtr"[^]*Next\n {2}put the lines above into package\.json[^]*npm install[^]*npm test/,
  );
  writeFileSync(join(here, "package.json"), "{");
  const broken = await run(["new", "my-knob"], here);
  assert.deepEqual([broken.code, existsSync(join(here, "widgets", "my-knob"))], [1, false]);
  assert.match(broken.stderr, /package\.json is no JSON\. \(bad-json\)/);
});

test("a folder with something in it is refused, and nothing is written", async () => {
  const here = place("taken");
  mkdirSync(join(here, "widgets", "my-dial"), { recursive: true });
  writeFileSync(join(here, "widgets", "my-dial", "mine.txt"), "mine");
  const wish = { name: "my-dial", kind: "control", parent: "widgets", folder: here } as const;
  await assert.rejects(scaffold(wish), { code: "exists" });
  const ran = await run(["new", "my-dial"], here);
  assert.equal(ran.code, 1);
  assert.match(ran.stderr, /something in widgets\/my-dial already/);
  assert.deepEqual([readdirSync(here), readdirSync(join(here, "widgets", "my-dial"))], [["widgets"], ["mine.txt"]]);
});

test("the command says what it wrote and what comes next, or why it did not", async () => {
  const here = place("command");
  const made = await run(["new", "my-plot", "--kind", "chart", "--dir", "."], here);
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /wrote {2}my-plot\/traits\.ts\n[^]*\nNext\n {2}npm install[^]*inlay dev my-plot/);
  for (const [args, said] of [
    [["new", "My Plot"], /"My Plot" is no name for a widget: [^]*Run: inlay new my-plot\n/],
    [["new", "tangle"], /inlay's own has this name[^]*Run: inlay new my-tangle/],
    [["new", "x", "--kind", "dial"], /--kind is control or chart, found "dial"/],
    [["new"], /expects NAME/],
  ] as const) {
    const refused = await run(args, here);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, said);
  }
  const json = await run(["new", "third", "--json"], here);
  assert.equal((JSON.parse(json.stdout) as { widget: string }).widget, "widgets/third");
  assert.ok(existsSync(join(here, "widgets", "third", "third.test.ts")));
});

function run(args: readonly string[], cwd: string): Promise<Ran> {
  return inlay(args, { cwd });
}
