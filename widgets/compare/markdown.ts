import { html, type TemplateResult } from "../kit/lit.ts";

type Part = string | TemplateResult;

const INLINE =
  /(?<!`)(`+)(?!`)(.{0,999}?[^`])\1(?!`)|\*\*(?=\S)([^]{0,999}?\S)\*\*|(?<![\w*])([*_])(?![\s*_])([^*_]*?[^\s*_])\4(?![\w*])|~~(.{1,999}?)~~|!?\[([^[\]]{0,999})\]\(<?([^\s()<>]{0,2000})>?(?:\s[^()\n]{0,200})?\)|\\([\\`*_[\]#~>-])/g;

/** How deep quotes and lists may stand in each other; deeper ones are shown as they are written. */
const DEEPEST = 8;

/** Addresses that a link may lead to; other links are their text. */
const SAFE = /^(?:https?:|mailto:)/i;

/**
 * Markdown as templates: headings, paragraphs, lists, quotes, rules, code, emphasis, strike and links to the web. What else
 * markdown knows, tables, pictures and markup first of all, is shown as it is written.
 */
export function markdown(text: string, depth = 0): readonly Part[] {
  if (depth > DEEPEST) return [text];
  const lines = text.replaceAll("\r", "").split("\n");
  const blocks: Part[] = [];
  let at = 0;
  /** The lines from here on for as long as they pass. */
  const take = (passes: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && passes(lines[at]!)) at++;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const [, fence] = /^ {0,3}(```+|~~~+)/.exec(line) ?? [];
    const [, level, title] = /^(#{1,6})\s(.*)/.exec(line) ?? [];
    if (fence) {
      at++;
      const code = take((each) => !each.trim().startsWith(fence));
      at++;
      blocks.push(html`<pre>${code.join("\n")}</pre>`);
    } else if (level) {
      at++;
      blocks.push(
        html`<p class="heading" role="heading" aria-level=${Math.min(level.length + 2, 6)}>
          ${inline(title!.trim().replace(/ #+$/, ""))}
        </p>`,
      );
    } else if (/^ {0,3}([-*_])( *\1){2,} *$/.test(line)) {
      at++;
      blocks.push(html`<hr />`);
    } else if (QUOTE.test(line)) {
      blocks.push(
        html`<blockquote>
          ${markdown(
            take((each) => QUOTE.test(each))
              .map((each) => each.replace(QUOTE, ""))
              .join("\n"),
            depth + 1,
          )}
        </blockquote>`,
      );
    } else if (ITEM.test(line))
      blocks.push(
        list(
          take((each) => ITEM.test(each) || /^\s+\S/.test(each) || (each === "" && ITEM.test(lines[at + 1] ?? ""))),
          depth + 1,
        ),
      );
    else if (line.trim() === "") at++;
    else {
      const [first, ...rest] = [lines[at++]!, ...take((each) => each.trim() !== "" && !START.test(each))];
      blocks.push(html`<p>${inline([first, ...rest].join("\n"))}</p>`);
    }
  }
  return blocks;
}

const QUOTE = /^ {0,3}> ?/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+/;
const START = /^(?: {0,3}(?:```|~~~|> ?|#{1,6}\s)|\s*(?:[-*+]|1[.)])\s+\S)/;

/** A list of the lines of its items; what is indented under an item belongs to it. */
function list(lines: readonly string[], depth: number): TemplateResult {
  const [, indent = "", first] = ITEM.exec(lines[0]!) ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const found = ITEM.exec(line);
    if (found && found[1]!.length <= indent.length) items.push([line.slice(found[0].length)]);
    else items.at(-1)!.push(line.replace(/^\s{1,4}/, ""));
  }
  const content = items.map(
    (item) => html`<li>${item.length > 1 ? markdown(item.join("\n"), depth) : inline(item[0]!)}</li>`,
  );
  return first === undefined
    ? html`<ul>
        ${content}
      </ul>`
    : html`<ol start=${first}>
        ${content}
      </ol>`;
}

function inline(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, , code, strong, , emphasis, struck, label, address, plain] = found;
    parts.push(text.slice(end, found.index));
    end = found.index + whole.length;
    if (code !== undefined) parts.push(html`<code>${code.replace(/^ (.*) $/, "$1")}</code>`);
    else if (strong !== undefined) parts.push(html`<b>${inline(strong)}</b>`);
    else if (emphasis !== undefined) parts.push(html`<em>${inline(emphasis)}</em>`);
    else if (struck !== undefined) parts.push(html`<s>${inline(struck)}</s>`);
    else if (plain !== undefined) parts.push(plain);
    else if (whole.startsWith("!") || !SAFE.test(address!)) parts.push(whole);
    else parts.push(html`<a href=${address!} target="_blank" rel="noopener noreferrer">${inline(label!)}</a>`);
  }
  return [...parts, text.slice(end)];
}
