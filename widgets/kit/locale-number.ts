/** How a locale writes numbers. */
export interface Notation {
  readonly group: string;
  readonly decimal: string;
  /** Its ten digits, from zero. */
  readonly digits: readonly string[];
}

/** The notation of a BCP 47 locale, of the reader's where none is told. */
export function notation(locale?: string | readonly string[]): Notation {
  const tag = locale as string | string[] | undefined;
  const parts = new Intl.NumberFormat(tag).formatToParts(-1234567.8);
  const part = (type: Intl.NumberFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  const one = new Intl.NumberFormat(tag, { useGrouping: false });
  return {
    group: part("group"),
    decimal: part("decimal") || ".",
    digits: Array.from({ length: 10 }, (_, n) => one.format(n)),
  };
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The number that a person has written, or `undefined` where it is none. Signs, digits, decimal and group marks are
 * the locale's, or plain ones; spaces and apostrophes group everywhere; `affixes` (a unit, a currency) may stand by.
 * A group mark where no group can be ("1,5" in English) is a decimal mark.
 */
export function parseNumber(written: string, where: Notation, affixes: readonly string[] = []): number | undefined {
  let plain = written.trim();
  for (const affix of affixes.map((each) => each.trim()).filter(Boolean)) {
    if (plain.startsWith(affix)) plain = plain.slice(affix.length);
    else if (plain.endsWith(affix)) plain = plain.slice(0, -affix.length);
    plain = plain.trim();
  }
  for (const [value, digit] of where.digits.entries()) plain = plain.replaceAll(digit, String(value));
  plain = plain.replace(/[\s'’\u061C\u200E\u200F]/g, "").replace(/^[\u2212\uFE63\uFF0D\u2013]/, "-");
  const other = where.decimal === "." ? "," : ".";
  const marks = [...new Set([where.group.trim(), other])].filter((mark) => mark !== "" && mark !== where.decimal);
  for (const mark of marks) {
    const grouped = new RegExp(String.raw`^[-+]?[1-9]\d{0,2}(${escape(mark)}\d{2,3})*${escape(mark)}\d{3}(?!\d)`);
    const isGroup = mark === where.group.trim();
    if (isGroup && grouped.test(plain)) plain = plain.replaceAll(mark, "");
    else if (!plain.includes(where.decimal) && plain.split(mark).length === 2)
      plain = plain.replace(mark, where.decimal);
  }
  plain = plain.replace(where.decimal, ".");
  const n = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(n) ? n : undefined;
}
