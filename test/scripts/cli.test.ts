import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inlay } from "../helpers/inlay.ts";

const COMMANDS = [
  "add",
  "list",
  "view",
  "status",
  "diff",
  "update",
  "cells",
  "exec",
  "servers",
  "sessions",
  "start",
  "gallery",
  "docs",
];
const folder = mkdtempSync(join(tmpdir(), "inlay-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A machine on which no server runs. */
const env = { ...process.env, XDG_STATE_HOME: folder, MARIMO_TOKEN: undefined };
const run = (...args: string[]) => inlay(args, { env, cwd: folder });

test("without a word it shows all commands, and so do help and --help", async () => {
  const [bare, help, flag] = await Promise.all([run(), run("help"), run("--help")]);
  assert.deepEqual([bare.code, help.stdout, flag.stdout], [0, bare.stdout, bare.stdout]);
  for (const name of COMMANDS) assert.match(bare.stdout, new RegExp(`^  ${name} +\\S`, "m"));
});

test("every command has help with its flags and an example, on stdout, as text and as JSON", async () => {
  for (const name of COMMANDS) {
    const [text, other, json] = await Promise.all([run(name, "--help"), run("help", name), run(name, "-h", "--json")]);
    assert.deepEqual([text.code, text.stderr, other.stdout], [0, "", text.stdout]);
    assert.match(text.stdout, new RegExp(`^inlay ${name}  `));
    assert.match(text.stdout, /\n {2}--json +\S[\s\S]*\nExamples\n {2}(inlay|npm) /);
    assert.equal(`${(JSON.parse(json.stdout) as { help: string }).help}\n`, text.stdout);
  }
});

test("--json gives one document on stdout, wherever it stands", async () => {
  const { version } = JSON.parse((await run("--version", "--json")).stdout) as { version: string };
  assert.equal((await run("--version")).stdout, `${version}\n`);
  const { widgets } = JSON.parse((await run("--json", "list")).stdout) as { widgets: { name: string }[] };
  assert.ok(widgets.length >= 5);
  for (const { name } of widgets) {
    assert.equal((JSON.parse((await run("view", name, "--json")).stdout) as { name: string }).name, name);
  }
  assert.deepEqual(JSON.parse((await run("servers", "--json")).stdout), { servers: [], warnings: [] });
  assert.match((JSON.parse((await run("docs", "--json")).stdout) as { docs: string }).docs, /inlay add/);
});

test("the view of a widget leaves no placeholder in its example", async () => {
  const { widgets } = JSON.parse((await run("list", "--json")).stdout) as { widgets: { name: string }[] };
  for (const { name } of widgets) {
    const example = /\nExample\n([\s\S]*?)\n\n/.exec((await run("view", name)).stdout)?.[1] ?? "";
    assert.match(example, new RegExp(`inlay add ${name} `));
    assert.doesNotMatch(example, /\{(get|object|mo)\b/);
  }
});

const wrong: readonly (readonly [args: string, message: RegExp])[] = [
  ["lst", /Did you mean inlay list\?/],
  ["add", /expects WIDGET/],
  ["add tangel", /Did you mean tangle\?.*\n.*inlay list/],
  ["add tangle --redaer", /Did you mean --reader\?.*\n.*inlay add --help/],
  ["add tangle --as", /--as expects a value/],
  ["add tangle labeler --as x", /--as speaks of one widget/],
  ["add tangle --after a --before b", /not both/],
  ["add tangle --wire nope", /no trait "nope"/],
  ["add sortable-list --set value=fast", /expects JSON, found fast.*'value="fast"'/],
  ["add sortable-list --set value=3", /found 3, expected a list/],
  ["add sortable-list --set vlaue=[]", /Did you mean value\?/],
  ["add sortable-list --set value", /expects TRAIT=JSON/],
  ["add sortable-list --set value=[] --expr value=[]", /value is given twice/],
  ["cells --port abc", /whole number.*\n.*inlay cells --help/],
  ["cells --transport pigeon", /auto, http, mcp/],
  ["cells --url ftp://host", /not one/],
  ["cells --token-file nowhere --url http://127.0.0.1:1", /cannot be read/],
  ["exec", /either -c CODE, a FILE, or -/],
  ["view", /expects WIDGET/],
  ["list --json=yes", /takes no value/],
];

test("wrong use is exit code 2, said on stderr with what to do, before any server is asked", async () => {
  const ran = await Promise.all(wrong.map(([args]) => run(...args.split(" "))));
  for (const [index, { code, stdout, stderr }] of ran.entries()) {
    const [args, message] = wrong[index] ?? ["", /^$/];
    assert.deepEqual([code, stdout], [2, ""], args);
    assert.match(stderr, message, args);
    assert.match(stderr, /^error {2}[\s\S]*\n {2}to do {5}/, args);
  }
});

test("a failure is exit code 1, with a code and a cure", async () => {
  const ran = await run("cells");
  assert.deepEqual([ran.code, ran.stdout], [1, ""]);
  assert.match(ran.stderr, /^error {2}.* \(no-server\)\n {2}found .*\n {2}expected .*\n {2}to do .*inlay start/);
  assert.match((await run("exec", "nowhere.py")).stderr, /nowhere\.py cannot be read.*\(file-unreadable\)/);
});

test("an error with --json is one document on stderr, and stdout is empty", async () => {
  for (const [args, code, exit] of [
    ["nope", "wrong-use", 2],
    ["cells", "no-server", 1],
    ["sessions", "no-server", 1],
    ["exec -c 1", "no-server", 1],
    ["add tangle", "no-server", 1],
  ] as const) {
    const ran = await run(...args.split(" "), "--json");
    assert.deepEqual([ran.code, ran.stdout], [exit, ""], args);
    assert.equal((JSON.parse(ran.stderr) as { error: { code: string } }).error.code, code);
  }
});

test("a hostile word does not steer the terminal", async () => {
  const { stderr } = await run("\u001b]0;pwn\u0007\u202e");
  assert.match(stderr, /no command "�\]0;pwn��"/);
});

test("a reader that leaves early is no error", async () => {
  const command = fileURLToPath(new URL("../../dist/inlay.js", import.meta.url));
  const child = spawn(process.execPath, [command, "view", "labeler", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number];
  assert.deepEqual([code, stderr], [0, ""]);
});
