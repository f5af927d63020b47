import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assert as check, asyncProperty, dictionary, record as recordOf, string } from "fast-check";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { readConfig, resolveRegistry } from "../../scripts/registry/config.ts";
import type { Loaded } from "../../scripts/registry/load.ts";
import { integrityOf, lockPath, readLock, writeLock } from "../../scripts/registry/lock.ts";
import { foreignItems, record } from "../../scripts/registry/record.ts";
import { findBase } from "../../scripts/registry/releases.ts";
import { acceptanceOf, pinOf } from "../../scripts/registry/trust.ts";
import { dialCode, dialItem } from "../helpers/registry.ts";

const source = { code: dialCode(), fingerprint: "0123456789abcdef" };
const item = dialItem(source);
const origin = "https://widgets.example/dial.json";

let root: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), "inlay-lock-"));
});
after(() => rm(root, { recursive: true, force: true }));

async function folder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = await mkdtemp(join(root, "project-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

const loaded = (more: Partial<Loaded> = {}): Loaded => ({
  item,
  from: "elsewhere",
  origin,
  told: [],
  warnings: [],
  ...more,
});

describe("a lock file", () => {
  it("stands beside the nearest inlay.json or lock file, else in the folder", async () => {
    const project = await folder({ "inlay.json": "{}" });
    await mkdir(join(project, "a", "b"), { recursive: true });
    assert.equal(lockPath(join(project, "a", "b")), join(project, "inlay.lock.json"));
    await writeFile(join(project, "a", "inlay.lock.json"), '{"lock": 1}');
    assert.equal(lockPath(join(project, "a", "b")), join(project, "a", "inlay.lock.json"));
    assert.equal(lockPath(root), join(root, "inlay.lock.json"));
  });

  it("has what was installed, sorted, and is not written where it says so already", async () => {
    const cwd = await folder();
    const env = { XDG_DATA_HOME: join(cwd, "data") };
    const own = loaded({ from: "own", origin: join(cwd, "src", "thing.js"), told: ["count:int=0"] });
    await record([loaded({ item: dialItem(source, { name: "zoom" }) }), loaded(), own], cwd, env);
    const path = join(cwd, "inlay.lock.json");
    assert.deepEqual(JSON.parse(await readFile(path, "utf8")), {
      lock: 1,
      items: {
        dial: { version: "1.0.0", fingerprint: source.fingerprint, integrity: integrityOf(item), origin },
        zoom: pinOf(dialItem(source, { name: "zoom" }), origin),
      },
      own: { dial: { source: "./src/thing.js", traits: ["count:int=0"] } },
    });
    assert.deepEqual(Object.keys((await readLock(path)).items), ["dial", "zoom"]);
    const { mtimeMs } = await stat(path);
    await record([loaded()], cwd, env);
    assert.equal((await stat(path)).mtimeMs, mtimeMs);
    const base = await findBase({ name: "dial", version: "1.0.0", fingerprint: source.fingerprint }, env);
    assert.equal(base?.version, "1.0.0");
  });

  it("is not made for widgets of the kit", async () => {
    const cwd = await folder();
    await record([loaded({ from: "kit" })], cwd, {});
    assert.deepEqual(await readdir(cwd), []);
  });

  it("reads back what was written, in any order, whatever the texts", async () => {
    const pins = dictionary(
      string({ maxLength: 12 }),
      recordOf({ version: string(), fingerprint: string(), integrity: string(), origin: string() }),
      { noNullPrototype: true, maxKeys: 5 },
    );
    const cwd = await folder();
    let run = 0;
    await check(
      asyncProperty(pins, pins, async (first, second) => {
        const path = join(cwd, `${run++}.json`);
        await writeLock(path, { items: first });
        await writeLock(path, { items: second });
        const { items } = await readLock(path);
        assert.deepEqual(JSON.parse(JSON.stringify(items)), JSON.parse(JSON.stringify({ ...first, ...second })));
      }),
      { numRuns: 40 },
    );
  });

  it("loses nothing where many write at once, and leaves no draft behind", async () => {
    const cwd = await folder();
    const path = join(cwd, "inlay.lock.json");
    const names = Array.from({ length: 20 }, (_, index) => `dial-${index}`);
    await Promise.all(names.map((name) => writeLock(path, { items: { [name]: pinOf(item, origin) } })));
    assert.deepEqual(Object.keys((await readLock(path)).items).toSorted(), names.toSorted());
    assert.deepEqual(await readdir(cwd), ["inlay.lock.json"]);
  });

  it("is refused where it is broken: what was pinned is not forgotten in silence", async () => {
    for (const text of ["{", '{"lock": 2}', '{"lock": 1, "items": {"dial": {"version": 1}}}']) {
      const cwd = await folder({ "inlay.lock.json": text });
      await assert.rejects(foreignItems([loaded()], cwd), (error: { code: string }) =>
        ["bad-lock", "bad-json"].includes(error.code),
      );
    }
  });
});

describe("an item from elsewhere", () => {
  const pin = pinOf(item, origin);

  it("is new, pinned, or another version", () => {
    assert.equal(acceptanceOf(item, origin, undefined).kind, "new");
    assert.equal(acceptanceOf(item, origin, pin).kind, "pinned");
    assert.equal(acceptanceOf(dialItem(source, { version: "1.1.0" }), origin, pin).kind, "other-version");
  });

  it("is refused where anything that becomes code is another under the same version", () => {
    const changes: Partial<RegistryItem>[] = [
      { fingerprint: "ffffffffffffffff" },
      { cells: { definition: `${item.cells.definition}\nimport os` } },
      { example: { arguments: { value: "__import__('os').getpid()" }, reader: "{get}()" } },
      { example: { arguments: {}, reader: "print({get}())" } },
      { requires: { python: ["evil"], marimo: ">=0.21.1" } },
      { traits: [] },
    ];
    for (const change of changes) {
      assert.throws(() => acceptanceOf({ ...item, ...change }, origin, pin), { code: "fingerprint-changed" });
    }
    assert.equal(acceptanceOf({ ...item, docs: "More of it.", title: "A dial" }, origin, pin).kind, "pinned");
  });

  it("is not known by a name that every object has", async () => {
    const cwd = await folder({ "inlay.lock.json": '{"lock": 1}' });
    const odd = loaded({ item: { ...item, name: "constructor" } });
    assert.deepEqual(
      (await foreignItems([odd], cwd)).map(({ acceptance }) => acceptance.kind),
      ["new"],
    );
  });
});

describe("inlay.json", () => {
  it("is the nearest upwards, and names registries with headers from the environment", async () => {
    const headers = { Authorization: "Bearer ${ACME_TOKEN}", "X-Team": "${A}-${B}" };
    const registries = {
      "@acme": { url: "https://acme.example/{name}.json", headers },
      "@b": "https://b.example/{name}",
    };
    const cwd = await folder({ "inlay.json": JSON.stringify({ registries }) });
    await mkdir(join(cwd, "deep"));
    const config = await readConfig(join(cwd, "deep"));
    assert.deepEqual(resolveRegistry(config, "@acme", "dial", { ACME_TOKEN: "t", A: "1", B: "2" }), {
      url: "https://acme.example/dial.json",
      headers: { Authorization: "Bearer t", "X-Team": "1-2" },
    });
    assert.deepEqual(resolveRegistry(config, "@b", "x-y", {}), { url: "https://b.example/x-y", headers: {} });
    assert.throws(
      () => resolveRegistry(config, "@acme", "dial", { ACME_TOKEN: "t", A: "s3cret" }),
      (error: Error) => {
        assert.match(error.message, /has no B\./);
        assert.doesNotMatch(JSON.stringify(error), /s3cret/);
        return true;
      },
    );
    assert.throws(() => resolveRegistry(config, "@other", "dial", {}), { code: "unknown-registry" });
    assert.throws(() => resolveRegistry(config, "@constructor", "dial", {}), { code: "unknown-registry" });
  });

  it("is refused with what is wrong in it", async () => {
    for (const [registries, found] of [
      [{ acme: "https://x/{name}" }, /expected a name such as @acme/],
      [{ "@acme": "https://x/" }, /registries.@acme/],
      [{ "@acme": { url: "https://x/{name}", header: {} } }, /registries.@acme/],
    ] as const) {
      const cwd = await folder({ "inlay.json": JSON.stringify({ registries }) });
      await assert.rejects(readConfig(cwd), (error: { code: string; found: string }) => {
        assert.equal(error.code, "bad-config");
        assert.match(error.found, found);
        return true;
      });
    }
  });
});
