import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutput, plain, printable, styleFor } from "../../scripts/cli/output.ts";
import { valueText } from "../../scripts/cli/value.ts";

class Sink {
  text = "";
  readonly isTTY: boolean;
  constructor(isTTY = false) {
    this.isTTY = isTTY;
  }
  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

function outputs({ json = false, tty = false } = {}) {
  const [stdout, stderr] = [new Sink(tty), new Sink(tty)];
  return { out: createOutput(json, stdout as never, stderr as never), stdout, stderr };
}

test("plain text keeps lines and tabs, and nothing that steers a terminal or turns a line round", () => {
  assert.equal(plain("a\tb\nc ü 日本 🎉"), "a\tb\nc ü 日本 🎉");
  assert.equal(plain("\u001b]0;x\u0007\r\u009b1m\u007f\u202e\u2066\u2028"), "�]0;x���1m����");
});

test("a terminal gets the colours that code prints, and no other sequence of it", () => {
  const text = "\u001b[31mred\u001b[0m \r\u001b]0;title\u0007\u001b[2J";
  assert.equal(printable(text), "\u001b[31mred\u001b[0m \r�]0;title��[2J");
  const terminal = outputs({ tty: true });
  terminal.out.stream(text, "stdout");
  assert.equal(terminal.stdout.text, printable(text));
  const pipe = outputs();
  pipe.out.stream(text, "stdout");
  assert.equal(pipe.stdout.text, text);
});

test("a table shows hostile names as text on one line each", () => {
  const { out, stdout } = outputs();
  out.table(["name"], [["a\nb\u001b[2J"], ["c"]]);
  assert.equal(stdout.text, "name\na b�[2J\nc\n");
});

test("colours are there on a terminal, unless NO_COLOR says no", () => {
  const [terminal, pipe] = [new Sink(true) as never, new Sink(false) as never];
  assert.equal(styleFor(terminal, {}).red("x"), "\u001b[31mx\u001b[39m");
  assert.equal(styleFor(terminal, { NO_COLOR: "1" }).red("x"), "x");
  assert.equal(styleFor(terminal, { TERM: "dumb" }).red("x"), "x");
  assert.equal(styleFor(pipe, {}).red("x"), "x");
});

test("with --json stdout is one document, which holds the warnings and what code printed, and stderr is silent", () => {
  const { out, stdout, stderr } = outputs({ json: true });
  out.warn("first");
  out.note("busy");
  out.line("for people");
  out.table(["a"], [["b"]]);
  out.stream("printed\n", "stdout");
  out.result({ ok: true, warnings: ["first", "second"] });
  assert.deepEqual(JSON.parse(stdout.text), {
    ok: true,
    warnings: ["first", "second"],
    printed: { stdout: "printed\n", stderr: "" },
  });
  assert.equal(stderr.text, "");
});

test("the value of a run is text where marimo shows it as text", () => {
  assert.equal(
    valueText({ mimetype: "text/html", data: "<pre class='text-xs'>&#x27;a&lt;b&amp;&#39;</pre>" }),
    "'a<b&'",
  );
  assert.equal(valueText({ mimetype: "application/json", data: "[1]" }), "[1]");
  assert.equal(valueText({ mimetype: "text/html", data: "<marimo-table></marimo-table>" }), undefined);
  assert.equal(valueText({ mimetype: "text/html", data: "<pre>a</pre><pre>b</pre>" }), undefined);
});
