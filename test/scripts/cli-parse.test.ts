import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, type Command } from "../../scripts/cli/command.ts";
import { didYouMean, nearest } from "../../scripts/registry/nearest.ts";
import { UsageError } from "../../scripts/cli/usage-error.ts";

const command: Command = {
  name: "paint",
  summary: "paints",
  positionals: [{ name: "WALL", description: "What to paint.", required: true }],
  flags: {
    colour: { type: "string", short: "c", value: "NAME", description: "The colour." },
    coat: { type: "string", multiple: true, description: "A coat." },
    quick: { type: "boolean", description: "In a hurry." },
  },
  examples: [],
  run: async () => undefined,
};

test("words and flags are told apart, wherever they stand", () => {
  const { words, flags } = parse(command, ["--quick", "north", "-c", "red", "--coat=a=1", "--coat", "b"]);
  assert.deepEqual(words, ["north"]);
  assert.equal(flags.text("colour"), "red");
  assert.deepEqual(flags.texts("coat"), ["a=1", "b"]);
  assert.equal(flags.boolean("quick"), true);
});

test("a flag that is not given has no value", () => {
  const { flags } = parse(command, ["north"]);
  assert.equal(flags.text("colour"), undefined);
  assert.deepEqual(flags.texts("coat"), []);
  assert.equal(flags.boolean("json"), false);
});

test("a negative number is a word, as a value to set is", () => {
  assert.deepEqual(parse(command, ["-5"]).words, ["-5"]);
  assert.deepEqual(parse(command, ["-.5", "--coat", "-3"]).flags.texts("coat"), ["-3"]);
  assert.throws(() => parse(command, ["x", "-5"]), { message: /know what to do with "-5"/ });
});

test("what stands behind -- is a word, and a value may begin with one dash", () => {
  assert.deepEqual(parse(command, ["--", "--quick"]).words, ["--quick"]);
  assert.equal(parse(command, ["x", "--colour", "-1"]).flags.text("colour"), "-1");
});

const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [[], /expects WALL: What to paint/],
  [["a", "b"], /does not know what to do with "b"/],
  [["a", "--qiuck"], /no flag --qiuck\. Did you mean --quick\?/],
  [["a", "--constructor"], /no flag --constructor/],
  [["a", "--colour"], /--colour expects a value: --colour <NAME>/],
  [["a", "--colour", ""], /--colour expects a value/],
  [["a", "--colour", "--quick"], /--colour expects a value/],
  [["a", "--quick=yes"], /--quick takes no value, found "yes"/],
  [["a", "-z"], /no flag -z\.$/],
];

for (const [args, message] of wrong) {
  test(`paint ${args.join(" ")} is wrong use: ${message.source}`, () => {
    assert.throws(() => parse(command, args), { name: "InlayError", code: "wrong-use", exitCode: 2, message });
  });
}

test("a usage error leads to the help of its command, unless it leads elsewhere", () => {
  assert.equal(new UsageError("no").from("add").cure, "Run: inlay add --help");
  assert.equal(new UsageError("no", "inlay list").from("add").cure, "Run: inlay list");
});

test("the nearest name is a typo, a beginning or a wrong case away", () => {
  const names = ["add", "cells", "histogram-range", "tangle"];
  assert.equal(nearest("tnagle", names), "tangle");
  assert.equal(nearest("hist", names), "histogram-range");
  assert.equal(nearest("CELLS", names), "cells");
  assert.equal(
    didYouMean("ad", names, (name) => `inlay ${name}`),
    " Did you mean inlay add?",
  );
});

test("nothing is near where nearly all would have to change", () => {
  for (const word of ["", "x", "as", "spreadsheet"])
    assert.equal(nearest(word, ["add", "to", "tangle"]), undefined, word);
  assert.equal(didYouMean("spreadsheet", ["add"]), "");
});
