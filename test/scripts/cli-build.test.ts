import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { registryItemSchema } from "../../scripts/build/item.ts";
import { scaffold } from "../../scripts/new/scaffold.ts";
import { inlay, inlayJson } from "../helpers/inlay.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "inlay-cli-build-")));
const at = { cwd: folder };

before(async () => {
  await scaffold({ name: "my-dial", kind: "control", parent: "widgets", folder });
  await scaffold({ name: "my-plot", kind: "chart", parent: "widgets", folder });
  const element = join(folder, "widgets", "my-plot", "element.ts");
  writeFileSync(element, readFileSync(element, "utf8").replace("override render()", "override render("));
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("widgets that fail are named with file, line and reason, and the others are built", async () => {
  const ran = await inlay(["build", "widgets", "--out", "items"], at);
  assert.equal(ran.code, 1);
  assert.match(ran.stdout, /^widget +ESM KiB +gzip +budget +cell KiB +ms\nmy-dial +\d+\.\d +\d+\.\d +40 +\d/);
  assert.match(ran.stdout, /\nwrote {2}items\/my-dial\.json\n$/);
  assert.match(
    ran.stderr,
    /1 of 2 widgets could not be built[^]*my-plot: widgets\/my-plot\/element\.ts:\d+:\d+: Expected/,
  );
  assert.deepEqual(readdirSync(join(folder, "items")), ["my-dial.json"]);
  registryItemSchema.parse(JSON.parse(readFileSync(join(folder, "items", "my-dial.json"), "utf8")));
});

test("programs get what was built, what was not and why", async () => {
  const ran = await inlay(["build", "widgets/my-dial", "widgets/my-plot", "--json"], at);
  assert.equal(ran.code, 1);
  const { items, failed } = JSON.parse(ran.stdout);
  assert.deepEqual([items.length, items[0].file], [1, "dist/items/my-dial.json"]);
  assert.deepEqual([failed[0].name, failed[0].file], ["my-plot", "widgets/my-plot/element.ts"]);
  assert.equal(JSON.parse(ran.stderr).error.code, "build-failed");
});

test("paths that are no widgets are wrong use", async () => {
  mkdirSync(join(folder, "nothing"));
  for (const [args, said] of [
    [["build", "nothing"], /nothing is no widget's folder, and holds none[^]*inlay new/],
    [["build", "gone"], /There is no folder gone/],
    [["build", "widgets/my-dial/index.ts"], /index\.ts is a file[^]*Did you mean widgets\/my-dial\?/],
    [["build", "widgets", "--out", "widgets/my-dial/index.ts"], /--out expects a folder/],
    [["build"], /expects PATH/],
    [["validate", "gone.json"], /There is no file or folder gone\.json/],
    [["validate", "nothing"], /holds no item/],
  ] as const) {
    const ran = await inlay(args, at);
    assert.equal(ran.code, 2, ran.stderr);
    assert.match(ran.stderr, said);
  }
});

test("items are checked in files, folders and on standard input, and problems name their place", async () => {
  await inlay(["build", "widgets/my-dial", "--out", "checked"], at);
  const file = join(folder, "checked", "my-dial.json");
  const text = readFileSync(file, "utf8");
  const sound = await inlay(["validate", "checked", "-"], { ...at, input: text });
  assert.equal(sound.code, 0, sound.stderr);
  assert.match(sound.stdout, /sound {2}checked\/my-dial\.json {2}my-dial 0\.1\.0\nsound {2}-/);
  const lie = text.replace("var ", "let ");
  writeFileSync(join(folder, "checked", "lie.json"), lie);
  const bad = await inlay(["validate", "checked"], at);
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /1 of 2 items [^]*checked\/lie\.json: fingerprint: it is \w{16}, the code's is \w{16}\./);
  const deep = await inlay(["validate", "-"], { ...at, input: '{"a":'.repeat(2e5) + "1" + "}".repeat(2e5) });
  assert.match(deep.stderr, /nested more than 40 deep/);
  const hostile = await inlay(["validate", "-"], { ...at, input: JSON.stringify({ name: "\u001b[2Jx\n" }) });
  assert.ok(!hostile.stderr.includes("\u001b"));
  await assert.rejects(inlayJson(["validate", "checked/lie.json"], at), /"code": "fingerprint"/);
});
