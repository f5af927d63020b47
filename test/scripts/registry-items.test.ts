import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assert as check, constantFrom, oneof, property, string } from "fast-check";
import { fingerprints } from "../../scripts/build/python/cell.ts";
import { findPython } from "../../scripts/build/python/interpreter.ts";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { acceptItem } from "../../scripts/registry/check.ts";
import { inspectEsm } from "../../scripts/registry/inspect-esm.ts";
import { loadItems } from "../../scripts/registry/items.ts";
import { load } from "../../scripts/registry/load.ts";
import { sourceOf } from "../../scripts/registry/sources.ts";
import { inlay } from "../helpers/inlay.ts";
import { dialCode, dialItem, startRegistry } from "../helpers/registry.ts";

let cwd: string;
let item: RegistryItem;
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), "inlay-items-"));
  const code = dialCode();
  const [fingerprint = ""] = await fingerprints([code], await findPython(process.cwd()));
  item = dialItem({ code, fingerprint });
});
after(() => rm(cwd, { recursive: true, force: true }));

const file = async (name: string, text: string): Promise<string> => {
  await mkdir(join(cwd, name, ".."), { recursive: true });
  await writeFile(join(cwd, name), text);
  return join(cwd, name);
};

describe("a word of the command line", () => {
  it("is a widget of the kit, a path, an address, or a widget of a registry", async () => {
    for (const name of ["thing.js", "index.tsx", "dir/item.json", "plain/index.js", "ours/item.ts"])
      await file(name, "");
    const meant = (word: string) => ({ ...sourceOf(word, cwd) }) as Record<string, string>;
    assert.deepEqual(meant("tangle"), { kind: "kit", name: "tangle" });
    assert.deepEqual(meant("@acme/dial-2"), { kind: "registry", scope: "@acme", name: "dial-2" });
    assert.deepEqual(meant("https://x.example/a.json"), { kind: "address", url: "https://x.example/a.json" });
    assert.deepEqual(meant("thing.js"), { kind: "front-end", path: join(cwd, "thing.js") });
    assert.deepEqual(meant("."), { kind: "front-end", path: join(cwd, "index.tsx") });
    assert.deepEqual(meant("dir/item.json"), { kind: "file", path: join(cwd, "dir", "item.json") });
    assert.deepEqual(meant("./plain"), { kind: "front-end", path: join(cwd, "plain", "index.js") });
    assert.deepEqual(meant("ours/"), { kind: "folder", path: join(cwd, "ours") });
  });

  it("is refused where it leads nowhere", () => {
    for (const word of [
      "./gone.js",
      "gone/thing",
      "@acme",
      "@acme/../x",
      "@Acme/x",
      "@acme/x/y",
      "@acme/%2e",
      "dir/",
    ]) {
      assert.throws(
        () => sourceOf(word, cwd),
        (error: { code: string }) => ["no-such-file", "wrong-use"].includes(error.code),
      );
    }
  });
});

describe("an item", () => {
  it("is taken where it is sound", () => {
    assert.deepEqual(acceptItem(item, "here"), item);
  });

  it("is refused with a reason, whatever is wrong in it", () => {
    const trait = item.traits[0]!;
    const named = (name: string) => ({ traits: [{ ...trait, name }] });
    const hostile: readonly (readonly [change: object, where: RegExp])[] = [
      [{ name: "../../etc" }, /name/],
      [{ name: 'dial"; import os' }, /name/],
      [{ name: "dial\nimport os" }, /name/],
      [{ version: "1.0.0 \n#" }, /version/],
      [{ className: "Dial(x)" }, /className/],
      [{ className: "None" }, /keyword/],
      [{ objectName: "lambda" }, /keyword/],
      [{ objectName: "a; b" }, /objectName/],
      [named("__class__"), /traits/],
      [named("_esm"), /traits/],
      [named("comm"), /attribute of anywidget/],
      [named('a"b'), /traits/],
      [named("a\nb"), /traits/],
      [{ traits: [trait, trait] }, /another trait/],
      [{ traits: [{ ...trait, default: "x" }] }, /default/],
      [{ requires: { python: ["--index-url=http://x"], marimo: "" } }, /requires/],
      [{ requires: { python: ["x @ https://e/x.whl"], marimo: "" } }, /requires/],
      [{ fingerprint: "ffffffffffffffff" }, /first line/],
      [{ cells: { definition: `\n${item.cells.definition}` } }, /definition/],
      [{ example: { arguments: { ghost: "1" }, reader: "1" } }, /ghost/],
      [{ more: 1 }, /more/],
    ];
    for (const [change, where] of hostile) {
      assert.throws(
        () => acceptItem({ ...item, ...change }, "here"),
        (error: { code: string; found: string }) => {
          assert.equal(error.code, "bad-item");
          assert.match(error.found, where, JSON.stringify(change));
          return true;
        },
      );
    }
    for (const json of [null, [], 3, "item", {}]) assert.throws(() => acceptItem(json, "here"), { code: "bad-item" });
    assert.throws(() => acceptItem(JSON.parse('{"__proto__": {"schema": 1}}'), "here"), { code: "bad-item" });
  });

  it("has no name of any text but a plain one", () => {
    const text = oneof(
      string({ unit: "binary", maxLength: 20 }),
      string({ unit: constantFrom(..."ab_-.@/\\'\"\n #;()[]{}$\u202e\0"), maxLength: 12 }),
    );
    check(
      property(text, constantFrom("name", "version", "className", "objectName", "trait"), (name, key) => {
        const changed =
          key === "trait"
            ? { ...item, traits: [{ ...item.traits[0]!, name }] }
            : { ...item, [key]: name, cells: { definition: item.cells.definition.replace(/^.*/, () => `# ${name}`) } };
        try {
          acceptItem(changed, "here");
        } catch (error) {
          return (error as { code?: string }).code === "bad-item";
        }
        return /^[A-Za-z0-9_.-]+$/.test(name);
      }),
      { numRuns: 500 },
    );
  });

  it("from a file keeps apart from the kit", async () => {
    const path = await file(
      "tangle.json",
      JSON.stringify(dialItem({ code: dialCode(), fingerprint: item.fingerprint }, { name: "tangle" })),
    );
    await assert.rejects(load(sourceOf(path, cwd), { cwd }), { code: "name-of-the-kit" });
    const [kit] = await loadItems();
    const copy = await file("kit.json", JSON.stringify(kit));
    assert.equal((await load(sourceOf(copy, cwd), { cwd })).from, "elsewhere");
  });

  it("takes no traits of a plain front end", async () => {
    const path = await file("dial.json", JSON.stringify(item));
    await assert.rejects(load(sourceOf(path, cwd), { cwd, traits: ["a:int"] }), { code: "wrong-use" });
  });
});

describe("what a front end touches", () => {
  it("is nothing for what draws, and named for what reaches out", async () => {
    assert.deepEqual(
      inspectEsm(
        'el.append("prefetch"); o.fetcher(); important(x); svg.setAttribute("xmlns", "http://www.w3.org/2000/svg")',
      ),
      [],
    );
    const text = `fetch("https://evil.example/x?a"); new WebSocket(u); eval (c); import("./x"); localStorage.a;
      document.cookie; navigator.sendBeacon(x); window.parent.postMessage(1); new Function ("x")`;
    const found = inspectEsm(text).map(({ kind, what }) => `${kind} ${what}`);
    const expected = `code Function, code eval, code import, network WebSocket, network fetch,
      network https://evil.example/x?a, network sendBeacon, page postMessage, page window.parent,
      storage cookie, storage localStorage`;
    assert.deepEqual(found.toSorted(), expected.split(/,\s+/));
    for (const each of await loadItems()) {
      // Its keys and buttons copy paths, where a person asks for it.
      const asked = each.name === "tree-explorer" ? [{ kind: "page", what: "navigator.clipboard" }] : [];
      assert.deepEqual(inspectEsm(each.cells.definition), asked, each.name);
    }
  });
});

describe("a registry over https", () => {
  const view = async (
    words: readonly string[],
    answer: RequestListener,
    options: { trusted?: boolean; config?: boolean } = {},
  ) => {
    const server = await startRegistry(answer, { tls: true });
    try {
      const folder = await mkdtemp(join(cwd, "project-"));
      const registry = { url: `${server.url}/{name}.json`, headers: { authorization: "Bearer ${ACME_TOKEN}" } };
      if (options.config)
        await writeFile(join(folder, "inlay.json"), JSON.stringify({ registries: { "@acme": registry } }));
      const env = { ...process.env, ACME_TOKEN: "s3cret-token", ...(options.trusted === false ? {} : server.env) };
      const ran = await inlay(["view", ...words.map((word) => word.replace("SERVER", server.url))], {
        cwd: folder,
        env,
      });
      assert.doesNotMatch(ran.stdout + ran.stderr, /s3cret/);
      return { ...ran, requests: server.requests };
    } finally {
      await server.close();
    }
  };

  it("gives its widgets their scope, and gets the headers that inlay.json names", async () => {
    const ran = await view(["@acme/dial", "--json"], (_, response) => response.end(JSON.stringify(item)), {
      config: true,
    });
    assert.equal(ran.code, 0, ran.stderr);
    const got = JSON.parse(ran.stdout) as RegistryItem;
    assert.equal(got.name, "@acme/dial");
    assert.match(got.cells.definition, new RegExp(`^# inlay: @acme/dial 1.0.0 ${item.fingerprint}\nimport`));
    assert.deepEqual(
      ran.requests.map(({ url, headers }) => [url, headers.authorization]),
      [["/dial.json", "Bearer s3cret-token"]],
    );
  });

  it("does not pass one widget for another", async () => {
    const ran = await view(["@acme/other"], (_, response) => response.end(JSON.stringify(item)), { config: true });
    assert.match(ran.stderr, /another widget than was asked for[\s\S]*bad-item/);
  });

  it("never leads to http", async () => {
    const ran = await view(["SERVER/dial.json"], (_, response) =>
      response.writeHead(302, { location: "http://localhost:9/dial.json" }).end(),
    );
    assert.equal(ran.code, 1);
    assert.match(ran.stderr, /a redirect to http:\/\/localhost:9/);
  });

  it("has to have a certificate that is trusted", async () => {
    const ran = await view(["SERVER/dial.json"], (_, response) => response.end(JSON.stringify(item)), {
      trusted: false,
    });
    assert.match(ran.stderr, /NODE_EXTRA_CA_CERTS/);
    assert.deepEqual(ran.requests, []);
  });

  it("is told from a page of a proxy", async () => {
    const ran = await view(["SERVER/dial.json"], (_, response) => response.end("<html>Sign in</html>"));
    assert.match(ran.stderr, /no JSON but a web page/);
  });
});
