import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { minifyStyles } from "../../scripts/build/front/styles.ts";
import { dropUnusedTokens } from "../../scripts/build/front/tokens.ts";

const styles: readonly [what: string, css: string, expected: string][] = [
  ["comments and white space", "a , b {\n color : red ; /* x; */ }", "a,b{color:red}"],
  ["strings", `a { content: "  ; }  " }`, `a{content:"  ; }  "}`],
  ["quotes of attributes", `[a="b"] > [c="d e"] ~ [f='g'] { x: y }`, `[a=b]>[c="d e"]~[f='g']{x:y}`],
  ["descendants", "a :hover, a:hover { x: y }", "a :hover,a:hover{x:y}"],
  ["pseudo elements", "a::after, a::part(b) { x: y }", "a:after,a::part(b){x:y}"],
  ["sums", "a { width: calc( 1px + -0.5 * (2px - 10.05px) ) }", "a{width:calc(1px + -.5 * (2px - 10.05px))}"],
  ["slashes", "a { font: 1px / 0.5 b !important }", "a{font:1px/.5 b!important}"],
  ["media", "@media (a: b) and (c) { d { e: f } }", "@media (a:b) and (c){d{e:f}}"],
  ["expressions", "a { b: ${ c + d } 1px }", "a{b:${ c + d } 1px}"],
];

describe("style sheets", () => {
  for (const [what, css, expected] of styles) {
    it(`lose what says nothing, and keep what matters: ${what}`, () => {
      const text = `css\`${css}\`;`;
      assert.equal(minifyStyles(text).replaceAll("\n", ""), `css\`${expected}\`;`);
      assert.equal(minifyStyles(text).split("\n").length, text.split("\n").length);
    });
  }

  it("of the kit's css become plain texts that say the same", () => {
    const source = 'import { css, html } from "../kit/lit.ts";\nconst a = css`b { content: "\\2192" }`;';
    assert.equal(minifyStyles(source).split("\n")[1], 'const a = `b{content:"\\\\2192"}`;');
    assert.match(minifyStyles(source.replace("../kit/lit.ts", "emotion")), /= css`/);
    assert.match(minifyStyles('import { css } from "inlay/kit"; css`a { b: ${c} }`'), /css`a\{b:\$\{c\}\}`/);
  });
});

const tokens: readonly [what: string, text: string, expected: string][] = [
  ["that nothing reads go", "`:host{--a:#fff;--b:red}c{d:var(--b)}`", "`:host{--b:red}c{d:var(--b)}`"],
  ["that only such a one reads go too", "`:host{--a:var(--x,var(--b));--b:f(g(h(1)));c:d}`", "`:host{c:d}`"],
  ["at the end of a rule go", "`a{b:c;--d:e}`", "`a{b:c;}`"],
  ["that a script names stay", '`a{--b:c}`;read("--b")', ""],
  ["whose names are put together stay", "`a{--b-1:c;--b-2:d}`;`var(--b-${n})`", ""],
  ["whose names are joined stay", '`a{--b-1:c}`;"--b-"+n', ""],
  ["whose names could be any stay", '`a{--b:c}`;"--"+n', ""],
  ["with strings stay", '`a{--b:"c;d"}`', ""],
  ["with expressions stay", "`a{--b:${c};--d:${e}}`", ""],
  ["beside a comment of markup go", '`a{--b:c}`;"!--"', '`a{}`;"!--"'],
];

describe("design tokens", () => {
  for (const [what, text, expected] of tokens) {
    it(what, () => {
      assert.equal(dropUnusedTokens(text), expected || text);
    });
  }
});
