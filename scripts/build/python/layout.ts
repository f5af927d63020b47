/** The longest line of a generated cell, as in the project's ruff settings. */
export const LINE_WIDTH = 100;

/** A Python expression: a text, or brackets around parts, which ruff puts on lines of their own when they are long. */
export type Expression = string | Bracketed;

interface Bracketed {
  readonly open: string;
  readonly parts: readonly { readonly key: string; readonly value: Expression }[];
  readonly close: string;
  /** A comma follows even a lone part: a tuple of one. */
  readonly comma?: boolean;
}

/** `name(a, b, key=c)`; a keyword without a value is left out. */
export function call(
  name: string,
  args: readonly Expression[],
  keywords: Readonly<Record<string, Expression | undefined>> = {},
): Expression {
  const named = Object.entries(keywords).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: `${key}=`, value }],
  );
  return { open: `${name}(`, parts: [...args.map(unnamed), ...named], close: ")" };
}

/** `(a, b)`, with the comma that a tuple of one needs. */
export const tuple = (items: readonly Expression[]): Expression => ({
  open: "(",
  parts: items.map(unnamed),
  close: ")",
  comma: items.length === 1,
});

/** `[a, b]`. */
export const list = (items: readonly Expression[]): Expression => ({
  open: "[",
  parts: items.map(unnamed),
  close: "]",
});

/** `{"a": b}`. */
export const dict = (items: readonly (readonly [key: string, value: Expression])[]): Expression => ({
  open: "{",
  parts: items.map(([key, value]) => ({ key: `${text(key)}: `, value })),
  close: "}",
});

/** A Python string on one line, in the quotes that ruff would choose. */
export function text(value: string): string {
  const doubles = value.split('"').length;
  const singles = value.split("'").length;
  const quote = doubles > singles ? "'" : '"';
  const escaped = value
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r")
    .replace(/\p{C}|(?! )\p{Z}/gu, escapeCode);
  return quote + escaped + quote;
}

/** A Python number as ruff writes it. */
export function number(value: number, float: boolean): string {
  const digits = String(Object.is(value, -0) && float ? "-0" : value).replace("e+", "e");
  return float && /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

/** `target = expression.tag(sync=True)`, indented by four and laid out as ruff would. */
export function tagged(target: string, expression: Expression): string {
  const start = `    ${target} = `;
  const line = start + flat(expression);
  if (width(`${line}.tag(sync=True)`) <= LINE_WIDTH) return `${line}.tag(sync=True)`;
  if (width(`${line}.tag(`) <= LINE_WIDTH) return `${line}.tag(\n        sync=True\n    )`;
  return `${start + broken(expression, 4)}.tag(sync=True)`;
}

function unnamed(value: Expression): { key: string; value: Expression } {
  return { key: "", value };
}

function flat(expression: Expression): string {
  if (typeof expression === "string") return expression;
  const { open, parts, close, comma } = expression;
  return open + parts.map(({ key, value }) => key + flat(value)).join(", ") + (comma ? "," : "") + close;
}

function broken(expression: Expression, indent: number): string {
  if (typeof expression === "string" || expression.parts.length === 0) return flat(expression);
  const { open, parts, close, comma } = expression;
  const inner = " ".repeat(indent + 4);
  const end = parts.length > 1 || comma ? "," : "";
  const lines = parts.map(({ key, value }) => {
    const line = inner + key + flat(value) + end;
    return width(line) <= LINE_WIDTH ? line : inner + key + broken(value, indent + 4) + end;
  });
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

/** Columns as ruff counts them: wide characters take two. */
function width(line: string): number {
  let columns = 0;
  for (const character of line)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

function escapeCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
