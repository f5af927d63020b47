import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import * as fc from "fast-check";
import { minifyTemplates } from "../../scripts/build/front/templates.ts";

const cases: readonly [what: string, source: string, expected: string][] = [
  ["spaces in a tag", "html`<a\n  b=${c}\n  d\n>`", "html`<a b=${\nc} d>`\n\n"],
  ["quotes that say nothing", 'html`<a b="c-d" e="f g" i="">`', 'html`<a b=c-d e="f g" i="">`'],
  ["a quote before a slash", 'html`<a b="c"/><i j="k" />`', 'html`<a b="c"/><i j=k />`'],
  ["a text with an equals sign", 'html`<p>a ="b" c  d</p>`', 'html`<p>a ="b" c  d</p>`'],
  ["line breaks in text", "html`<p>a\n  b</p>\n\n  <p></p>`", "html`<p>a b</p> <p></p>`\n\n\n"],
  ["text as it is written", "html`<pre>a\n  b</pre><textarea>\n <i  j>\n</textarea>`", ""],
  ["a quoted value over several parts", 'html`<a b="c  ${d}  e\n" f  g>`', 'html`<a b="c  ${d}  e\n" f g>`'],
  ["a comment", "html`<!-- <a  b> --><a  b>`", "html`<!-- <a  b> --><a b>`"],
  ["a template inside", "html`<a  ${b(html`<i  j>`)}  c>`", "html`<a ${b(html`<i j>`)} c>`"],
  ["a template without a tag", "`<a  b>` + css`<a  b>` + xhtml`<a  b>` + html`<a>`", ""],
  ["what looks like one", "'html`<a  b>`' + /html`<a  b>`/.source // html`<a  b>`", ""],
  ["a division", "a / b; html`<a  b>`; c / d", "a / b; html`<a b>`; c / d"],
  ["braces in an expression", "html`<a  b=${{ c: '}' }}  d>`", "html`<a b=${{ c: '}' }} d>`"],
  ["a source that has no end", "html`<a  b>", ""],
  ["a style in a template", "html`<style>a  >  b</style>`", ""],
];

describe("templates", () => {
  for (const [what, source, expected] of cases) {
    it(`keep what matters of ${what}`, () => {
      assert.equal(minifyTemplates(source), expected || source);
    });
  }

  it("of every widget stay the same code, and the same markup but for white space and quotes", async () => {
    const root = fileURLToPath(new URL("../../widgets", import.meta.url));
    let changed = 0;
    for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const source = readFileSync(join(root, file), "utf8");
      const made = minifyTemplates(source);
      if (made !== source) changed++;
      assert.equal(made.split("\n").length, source.split("\n").length, `lines of ${file}`);
      const bare = async (text: string) => (await transform(text, { loader: "ts", minify: true })).code;
      const loose = (text: string) => text.replace(/="([\w:-]+)"/g, "=$1").replace(/\s+/g, "");
      assert.equal(loose(await bare(made)), loose(await bare(source)), file);
    }
    assert.ok(changed > 10, `${changed} files`);
  });

  it("of any text come back with as many lines, and never throw", () => {
    const bits = [
      "html`",
      "`",
      "${",
      "}",
      "{",
      "<a",
      ">",
      '"',
      "'",
      "=",
      "/",
      "//",
      "\n",
      "  ",
      "x",
      "<!--",
      "-->",
      "\\",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits)), (parts) => {
        const source = parts.join("");
        assert.equal(minifyTemplates(source).split("\n").length, source.split("\n").length);
      }),
      { numRuns: 5000 },
    );
  });
});
