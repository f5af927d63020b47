/**
 * Takes white space and quotes that say nothing out of html`…` and svg`…` templates. In a tag, white space is one space
 * or none; in text, where it holds a line break, it is one space, as formatters take it, `<pre>` and `<textarea>` apart.
 * The line breaks go behind the part that they were in, so that messages still name the right line. A source that cannot
 * be followed comes back as it is.
 */
export function minifyTemplates(source: string): string {
  if (!/\b(?:html|svg)`/.test(source)) return source;
  try {
    const reader = new Reader(source);
    const result = reader.code();
    return reader.isAtEnd ? result : source;
  } catch (error) {
    if (error instanceof Lost) return source;
    throw error;
  }
}

class Lost extends Error {}

/** Reads TypeScript as far as it takes to find its templates. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  /** Code up to the brace that closes it, or the end. */
  code(): string {
    let result = "";
    for (let depth = 0; !this.isAtEnd;) {
      const char = this.#source[this.#at]!;
      if (char === "}" && depth-- === 0) return result;
      if (char === "{") depth++;
      if (char === "`") {
        this.#at++;
        result += `\`${this.#template(/(?<![\w$.])(?:html|svg)$/.test(result))}`;
      } else result += this.#take(char === "/" && !DIVIDES.test(result.slice(-80)) ? REGEX : CODE);
    }
    return result;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#source) ?? [];
    if (!found) throw new Lost();
    this.#at += found.length;
    return found;
  }

  /** What follows the opening backtick, with the closing one. */
  #template(isMarkup: boolean): string {
    let result = "";
    const markup = new Markup();
    for (;;) {
      const part = this.#take(PART);
      const squeezed = isMarkup ? markup.squeeze(part.replace(/(?:`|\$\{)$/, "")) : undefined;
      const end = part.endsWith("`") ? "`" : "${";
      result += squeezed === undefined ? part : squeezed + end + "\n".repeat(breaks(part) - breaks(squeezed));
      if (end === "`") return result;
      result += this.code();
      if (this.#source[this.#at++] !== "}") throw new Lost();
      result += "}";
    }
  }
}

const breaks = (text: string): number => text.split("\n").length - 1;

/** A comment, a string, or one character. */
const CODE = /\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|[^"']/y;
const REGEX = /\/\/.*|\/\*[^]*?\*\/|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y;
const PART = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)/y;
/** What stands before a `/` that divides: a value. */
const DIVIDES = /(?<!\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield))[\w$)\]}"'`]\s*$/;

/** Where a template's markup stands, from part to part. */
class Markup {
  #place: keyof typeof PLACES = "text";
  /** What the tag at hand begins: markup, or the plain text of a field. */
  #inside: "text" | "field" = "text";
  #isPre = false;

  squeeze(part: string): string {
    let result = "";
    for (let rest = part; rest;) {
      const [found] = PLACES[this.#place].exec(rest) ?? [];
      if (!found) throw new Lost();
      rest = rest.slice(found.length);
      result += this.#place === "tag" ? this.#inTag(found, rest) : this.#beside(found);
    }
    return result;
  }

  #beside(found: string): string {
    if (this.#place === "text") {
      if (found === "<!--") this.#place = "comment";
      else if (/^<(?:script|style|title)$/i.test(found)) throw new Lost();
      else if (/^<./.test(found)) this.#enter(/^<textarea$/i.test(found) ? "field" : "text");
      else if (!this.#isPre) return found.replace(/\s*\n\s*/g, " ");
      if (/^<\/?pre$/i.test(found)) this.#isPre = found[1] !== "/";
    } else if (this.#place === "field") {
      if (/^<./.test(found)) this.#enter("text");
    } else if (this.#place === "comment") {
      if (found === "-->") this.#place = "text";
    } else if (found === this.#place) this.#place = "tag";
    return found;
  }

  #enter(inside: "text" | "field"): void {
    this.#place = "tag";
    this.#inside = inside;
  }

  #inTag(found: string, rest: string): string {
    if (/^\s/.test(found)) return rest.startsWith(">") ? "" : " ";
    const plain = /^="([\w:-]+)"$/.exec(found)?.[1];
    if (plain !== undefined && /^[\s>]/.test(rest)) return `=${plain}`;
    if (found === ">") this.#place = this.#inside;
    if (found === '"' || found === "'") this.#place = found;
    return found;
  }
}

const PLACES = {
  text: /^(?:<!--|<\/?[a-z][\w-]*|<|[^<]+)/i,
  tag: /^(?:\s+|="[^"]*"|>|"|'|=(?!")|=(?=")|[^\s>"'=]+)/,
  field: /^(?:<\/textarea|<|[^<]+)/i,
  comment: /^(?:-->|-|[^-]+)/,
  '"': /^(?:"|[^"]+)/,
  "'": /^(?:'|[^']+)/,
} as const;
