import { assert } from "@open-wc/testing";
import { render } from "../kit/lit.ts";
import { markdown } from "./markdown.ts";

/** Markdown as the page has it, without comments. */
function shown(text: string): string {
  const place = document.createElement("div");
  render(markdown(text), place);
  return place.innerHTML.replace(/<!--.*?-->/g, "").replace(/\s*(<\/?(?:ul|ol|li|blockquote|p)\b[^>]*>)\s*/g, "$1");
}

const cases: readonly (readonly [string, string, string])[] = [
  ["paragraphs with their line breaks", "a\nb\n\nc", "<p>a\nb</p><p>c</p>"],
  ["strong, emphasis and strike", "**a** *b* _c_ ~~d~~", "<p><b>a</b> <em>b</em> <em>c</em> <s>d</s></p>"],
  ["emphasis in strong", "**a *b* c**", "<p><b>a <em>b</em> c</b></p>"],
  ["no emphasis inside words and sums", "a_b_c 2*3*4 * x *", "<p>a_b_c 2*3*4 * x *</p>"],
  ["code, and nothing inside it", "`**a**` ``b`c``", "<p><code>**a**</code> <code>b`c</code></p>"],
  ["escaped signs", "\\*a\\* \\`b\\`", "<p>*a* `b`</p>"],
  ["code blocks", "```py\na *b*\n\n  c\n```\nd", "<pre>a *b*\n\n  c</pre><p>d</p>"],
  ["a code block that has no end", "```\na", "<pre>a</pre>"],
  ["lists", "- a\n- *b*", "<ul><li>a</li><li><em>b</em></li></ul>"],
  ["numbered lists", "3. a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["lists in lists", "- a\n  1. b\n- c", '<ul><li><p>a</p><ol start="1"><li>b</li></ol></li><li>c</li></ul>'],
  ["lists with blank lines", "- a\n\n- b\n\nc", "<ul><li><p>a</p></li><li>b</li></ul><p>c</p>"],
  ["a list right after a paragraph", "a:\n- b", "<p>a:</p><ul><li>b</li></ul>"],
  ["quotes", "> a\n> > b\n\nc", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><p>c</p>"],
  ["rules", "a\n\n---\n* * *", "<p>a</p><hr><hr>"],
  [
    "markup as it is written",
    "<b>a</b> &amp; <script>x</script>",
    "<p>&lt;b&gt;a&lt;/b&gt; &amp;amp; &lt;script&gt;x&lt;/script&gt;</p>",
  ],
  ["pictures as they are written", "![a](data:image/png;base64,x)", "<p>![a](data:image/png;base64,x)</p>"],
  ["tables as they are written", "| a |\n|---|\n| b |", "<p>| a |\n|---|\n| b |</p>"],
];

describe("markdown", () => {
  for (const [what, text, expected] of cases) {
    it(`shows ${what}`, () => assert.equal(shown(text), expected));
  }

  it("shows headings below those of the page", () => {
    assert.equal(
      shown("# a\n### *b* ##"),
      '<p class="heading" role="heading" aria-level="3">a</p><p class="heading" role="heading" aria-level="5"><em>b</em></p>',
    );
  });

  it("links to the web and to mail", () => {
    assert.equal(
      shown("[**a**](https://example.org/x) [b](mailto:a@example.org 'c')"),
      '<p><a target="_blank" rel="noopener noreferrer" href="https://example.org/x"><b>a</b></a> ' +
        '<a target="_blank" rel="noopener noreferrer" href="mailto:a@example.org">b</a></p>',
    );
  });

  it("makes no link of an address that would run, or read what is here", () => {
    for (const address of [
      "javascript:alert(1)",
      "JaVaScript:x",
      "data:text/html,x",
      "file:///x",
      "//x",
      "/x",
      "\u0001javascript:x",
      "vbscript:x",
    ]) {
      assert.equal(shown(`[a](${address})`), `<p>[a](${address})</p>`);
    }
  });

  it("takes any text, also long ones full of signs, in no time", () => {
    for (const piece of [
      "*",
      "_a",
      "**a",
      "`",
      "[",
      "![a](",
      "> ",
      "- ",
      "  - ",
      "~~",
      "\\",
      "#",
      "1. a\n",
      "\r\n",
      "*a ",
      "_ _",
    ]) {
      assert.notInclude(shown(piece.repeat(5000)), "undefined", piece);
    }
    const signs = [..."*_`[]()!#>-~\\ \n1.a"];
    let state = 1;
    for (let n = 0; n < 300; n++) {
      const text = Array.from({ length: 60 }, () => signs[(state = (state * 16807) % 2147483647) % signs.length]).join(
        "",
      );
      assert.notMatch(shown(text), /<(?!\/?(p|b|em|s|code|pre|ul|ol|li|hr|blockquote|a)\b)/, text);
    }
  });
});
