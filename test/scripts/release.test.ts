import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildAll, discoverWidgets } from "../../scripts/build/build.ts";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { copyReleases, readRelease, release, releaseBytes, releaseProblem } from "../../scripts/build/releases.ts";
import { findBase, remember } from "../../scripts/registry/releases.ts";
import { Clone } from "./clone.ts";
import { askPython, root } from "./python.ts";

const clone = new Clone();
const home = mkdtempSync(join(tmpdir(), "inlay-data-"));
const env = { XDG_DATA_HOME: home };
let tiny: RegistryItem;

before(async () => {
  await clone.addFixture("tiny");
  const [built] = await buildAll(["widgets/tiny"], clone.root);
  assert.ok(built && "item" in built);
  tiny = built.item;
});

after(() => {
  clone.remove();
  rmSync(home, { recursive: true, force: true });
});

test("no widget goes out as a version that is out already with another cell", async () => {
  for (const built of await buildAll()) {
    if ("problem" in built) assert.fail(built.problem.message);
    const problem = await releaseProblem(built.item, root);
    assert.equal(problem?.message, undefined);
  }
});

test("every release holds the item that its name says, in the bytes that this item gives anywhere", async () => {
  let count = 0;
  for (const folder of discoverWidgets()) {
    const name = folder.split("/").at(-1) ?? "";
    // A widget that has not been released has none.
    const releases = join(root, folder, "releases");
    for (const file of existsSync(releases) ? readdirSync(releases) : []) {
      const item = await readRelease(name, file.replace(/\.json\.gz$/, ""), root);
      assert.ok(item, file);
      assert.equal(`${item.name} ${item.version}.json.gz`, `${name} ${file}`);
      assert.ok(readFileSync(join(root, folder, "releases", file)).equals(releaseBytes(item)), `${name} ${file}`);
      const prints = askPython(["-I", "-S", "python/inlay/fingerprint.py"], [item.cells.definition]);
      assert.deepEqual(prints, [item.fingerprint]);
      count += 1;
    }
  }
  assert.ok(count >= 5);
});

test("a release is written once, and never with another cell", async () => {
  assert.equal(await release(tiny, clone.root), true);
  assert.equal(await release(tiny, clone.root), false);
  const other = { ...tiny, fingerprint: "f".repeat(16) };
  await assert.rejects(
    release(other, clone.root),
    /widgets\/tiny\/item\.ts:\d+: .* is released already.*bump the version/,
  );
  assert.equal(await release({ ...other, version: "9.0.0" }, clone.root), true);
  assert.deepEqual(await readRelease("tiny", tiny.version, clone.root), tiny);
  assert.equal(await readRelease("tiny", "8.0.0", clone.root), undefined);
});

test("releases travel with the package, and those that are gone do not", async () => {
  await copyReleases(["tiny"], clone.root);
  const shown = () => readdirSync(join(clone.root, "dist", "releases"), { recursive: true }).toSorted();
  assert.deepEqual(shown(), ["tiny", "tiny/9.0.0.json.gz", `tiny/${tiny.version}.json.gz`].toSorted());
  rmSync(join(clone.root, "widgets/tiny/releases/9.0.0.json.gz"));
  await copyReleases(["tiny"], clone.root);
  assert.deepEqual(shown(), ["tiny", `tiny/${tiny.version}.json.gz`].toSorted());
  await copyReleases([], clone.root);
  assert.deepEqual(shown(), []);
});

test("the base of a cell is found among releases and among what was remembered, and nowhere else", async () => {
  const released = await readRelease("tangle", "0.1.0", root);
  assert.ok(released);
  const marker = { name: "tangle", version: "0.1.0", fingerprint: released.fingerprint };
  assert.deepEqual(await findBase(marker, env), released);
  assert.equal((await findBase({ ...marker, version: "0.0.1" }, env))?.fingerprint, released.fingerprint);
  assert.equal(await findBase({ ...marker, name: "labeler" }, env), undefined);
  assert.equal(await findBase(tiny, env), undefined);
  await remember(tiny, env);
  assert.deepEqual(await findBase(tiny, env), tiny);
  for (const [name, fingerprint] of [
    ["../tiny", tiny.fingerprint],
    ["tiny", "../../../../etc/passwd"],
    ["tiny", "0".repeat(16)],
  ] as const) {
    assert.equal(await findBase({ name, version: tiny.version, fingerprint }, env), undefined);
  }
});
