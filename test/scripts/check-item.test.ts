import assert from "node:assert/strict";
import { before, test } from "node:test";
import { buildItem } from "../../scripts/build/build.ts";
import { checkDefinitions } from "../../scripts/build/check/definition.ts";
import { checkItem, isSecret, ITEM_BYTES, parseItem } from "../../scripts/build/check/item.ts";
import { fingerprints } from "../../scripts/build/python/cell.ts";
import { type RegistryItem, sizesOf } from "../../scripts/build/item.ts";
import { pythonOf } from "./python.ts";

let good: RegistryItem;
const python = pythonOf();

before(async () => {
  good = await buildItem("test/scripts/fixtures/tiny");
});

/** What is said of the item with some of its fields changed. */
const said = (change: object) => checkItem({ ...good, ...change }).map(({ path, message }) => `${path}: ${message}`);
const codes = (json: unknown) => checkItem(json).map(({ code }) => code);

/** What is said of the item with another definition, whose marker, fingerprint and size are true. */
async function saidOf(edit: (definition: string) => string, change: object = {}): Promise<readonly string[]> {
  const body = edit(good.cells.definition).split("\n").slice(1).join("\n");
  const [fingerprint = ""] = await fingerprints([body], python).catch(() => ["0".repeat(16)]);
  const definition = `# inlay: ${good.name} ${good.version} ${fingerprint}\n${body}`;
  const item = {
    ...good,
    cells: { definition },
    fingerprint,
    sizes: { ...good.sizes, definition: sizesOf(definition) },
  };
  assert.deepEqual(checkItem(item), []);
  const [problems = []] = await checkDefinitions([{ ...item, ...change }], python);
  return problems.map(({ message }) => message);
}

const withEsm = (esm: string) => (definition: string) =>
  definition.replace(/_esm = """[^]*"""/, () => `_esm = ${JSON.stringify(esm)}`);

test("an item that was just built has no problems", async () => {
  assert.deepEqual(checkItem(good), []);
  assert.deepEqual(await checkDefinitions([good], python), [[]]);
});

test("what does not fit the schema is named with its path", () => {
  const [trait] = good.traits;
  assert.match(said({ name: 'a"\nimport os' })[0] ?? "", /^name: /);
  assert.match(said({ traits: [{ ...trait, name: "__class__" }] })[0] ?? "", /^traits\[0\]\.name: /);
  assert.match(said({ className: "A(object): pass\nclass B" })[0] ?? "", /^className: /);
  assert.match(said({ extra: 1 })[0] ?? "", /extra/);
  assert.ok(codes(null).includes("schema") && codes([]).includes("schema") && codes("x").includes("schema"));
});

test("a megabyte of nesting is refused without a stack overflow, in whichever part it is", () => {
  const deep = JSON.parse("[".repeat(1e6) + "]".repeat(1e6)) as unknown;
  assert.deepEqual(codes(deep), ["too-deep"]);
  assert.deepEqual(codes({ ...good, traits: [{ ...good.traits[0], default: deep }] }), ["too-deep"]);
  const type = Array.from({ length: 1e5 }).reduce<object>((items) => ({ kind: "list", items }), { kind: "int" });
  assert.deepEqual(codes({ ...good, traits: [{ ...good.traits[0], type }] }), ["too-deep"]);
});

test("a text that is no item costs little and is refused with its reason", () => {
  assert.equal(parseItem("{").problems[0]?.code, "not-json");
  assert.equal(parseItem(`"${"x".repeat(ITEM_BYTES)}"`).problems[0]?.code, "too-large");
  assert.deepEqual(parseItem("[1]"), { json: [1], problems: [] });
});

test("traits that cannot be, twice or with a default that does not fit, are named", () => {
  const [trait] = good.traits;
  assert.match(said({ traits: [{ ...trait, name: "observe" }] }).join(), /hide an attribute/);
  assert.match(said({ traits: [trait, trait] }).join(), /another trait/);
  assert.match(said({ traits: [{ ...trait, type: { kind: "int", max: 3 }, default: 4 }] }).join(), /does not fit/);
});

test("traits that look like secrets are named, and those that only sound alike are not", () => {
  const [trait] = good.traits;
  assert.match(said({ traits: [{ ...trait, name: "api_key" }] }).join(), /looks like a secret/);
  for (const name of ["token", "access_token", "user_password", "secret", "openai_api_key", "private_key", "apikey"]) {
    assert.ok(isSecret(name), name);
  }
  for (const name of ["max_tokens", "key", "keys", "sort_key", "author", "tokenizer", "secretary", "compass"]) {
    assert.ok(!isSecret(name), name);
  }
});

test("a marker that says something else, and a size that is not true, are named", () => {
  assert.match(
    said({ version: "9.9.9" }).join(),
    /its first line is "# inlay: tiny .* expected "# inlay: tiny 9\.9\.9/,
  );
  const definition = { raw: 1, gzip: 1 };
  assert.match(said({ sizes: { ...good.sizes, definition } }).join(), /found 1, the definition has \d+ bytes/);
});

test("a lying fingerprint is found, and code that Python cannot read has its line", async () => {
  const lie = "0123456789abcdef";
  const definition = good.cells.definition.replace(good.fingerprint, lie);
  const [problems = []] = await checkDefinitions([{ ...good, fingerprint: lie, cells: { definition } }], python);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, message]),
    [["fingerprint", `it is ${lie}, the code's is ${good.fingerprint}.`]],
  );
  assert.match((await saidOf((text) => `${text}\nif`)).join(), /Python cannot read it: line \d+/);
  assert.match((await saidOf((text) => `${text}\nx = ${"(".repeat(5000)}`)).join(), /Python cannot read it/);
});

test("a definition without its class, or that imports what it does not require, is refused", async () => {
  assert.match(
    (await saidOf((text) => text.replace("class Tiny(", "class Other("))).join(),
    /no class Tiny; found .*Other/,
  );
  const strange = await saidOf(
    (text) => `${text}\nif True:\n    import requests.sessions as _r\nfrom .near import x as _x`,
  );
  assert.match(strange.join("\n"), /imports "requests\.sessions"[^]*imports "\.near"/);
  const named = { requires: { ...good.requires, python: ["Requests>=2"] } };
  assert.deepEqual(await saidOf((text) => `${text}\nimport requests as _r`, named), []);
  assert.deepEqual(await saidOf((text) => `${text}\n\n\ndef _f():\n    import polars as _p`), []);
});

test("a front end must carry all that it uses, and export a default alone", async () => {
  const front = "export default { render() {} };";
  const sizes = (esm: string) => ({ sizes: { ...good.sizes, esm: sizesOf(esm) } });
  for (const [esm, reason] of [
    [`import "https://cdn.test/x.js"; ${front}`, /imports "https:\/\/cdn\.test\/x\.js"/],
    [`import a from "lit"; console.log(a); ${front}`, /imports "lit"/],
    [`export * from "//cdn.test/x.js"; ${front}`, /imports "\/\/cdn/],
    [`void import("https://cdn.test"); ${front}`, /imports "https:\/\/cdn\.test"/],
    [`const u = "https:" + "//x"; void import(u); ${front}`, /works out when it runs/],
    ["export const render = () => {};", /expected a default export and no other, found "render"/],
    [`export const more = 1; ${front}`, /no other, found "default", "more"/],
    ["export default {", /no ES module: line 1/],
    [`const css = '@import url("https://x.test/a.css")'; console.log(css); ${front}`, /style sheet loads another/],
  ] as const) {
    assert.match((await saidOf(withEsm(esm), sizes(esm))).join(), reason);
  }
  assert.deepEqual(await saidOf(withEsm(front), sizes(front)), []);
  assert.match((await saidOf(withEsm(front))).join(), /the front end has \d+ bytes/);
  const unread = await saidOf((text) => text.replace(/_esm = """[^]*"""/, '_esm = open("x").read()'));
  assert.match(unread.join(), /Tiny\._esm is no plain text/);
});

test("an example's argument that is more than one expression is refused", async () => {
  const [trait] = good.traits;
  const example = { ...good.example, arguments: { [trait?.name ?? ""]: "1)\nimport os\nprint(1" } };
  assert.match((await saidOf((text) => text, { example })).join(), /not one Python expression/);
});
