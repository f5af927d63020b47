import { decimals } from "../kit/steps.ts";

/** Numbers as the reader writes them. */
export interface Numbers {
  /** With the unit. */
  say(x: number): string;
  /** As a field shows it: no unit, nothing left out that `read` would need. */
  write(x: number): string;
  /** What a person typed; NaN where it is no number. */
  read(text: string): number;
}

/**
 * Numbers in a locale (the reader's own unless told), about as exact as `step` needs; `largest` is the greatest amount of
 * them. Options that `Intl.NumberFormat` refuses are left out.
 */
export function numbersFor(options: object, unit: string, step: number, largest: number, locale?: string): Numbers {
  const digits = decimals(step) + 1;
  const notation = largest >= 1e15 || digits > 10 ? "scientific" : "standard";
  const plain = { notation, maximumFractionDigits: Math.min(10, digits) } as const;
  const said = formatter(locale, plain, options);
  const written = formatter(locale, plain, { ...options, notation });
  const percent = written.resolvedOptions().style === "percent" ? 100 : 1;
  const behind = unit && `\u202f${unit}`;
  return {
    say: (x) => said.format(x) + behind,
    write: (x) => written.format(x),
    read: (text) => parseNumber(text, locale) / percent,
  };
}

/** A formatter of the options, or of `plain` alone where they are refused. */
export function formatter(locale: string | undefined, plain: Intl.NumberFormatOptions, options: object) {
  try {
    return new Intl.NumberFormat(locale, { ...plain, ...options });
  } catch {
    return new Intl.NumberFormat(locale, plain);
  }
}

/** The number in a text of the locale, with its digits, separators and signs; what stands around it is passed over. */
function parseNumber(text: string, locale?: string): number {
  const parts = ["standard", "scientific"].flatMap((notation) =>
    new Intl.NumberFormat(locale, { notation } as Intl.NumberFormatOptions).formatToParts(12345.6),
  );
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const digits = new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210);
  const group = `[${of("group")}\\s'’]`;
  const plain = Array.from(text.replaceAll(of("exponentSeparator"), "e"), (char) =>
    digits.includes(char) ? String(9 - digits.indexOf(char)) : char,
  )
    .join("")
    .replace(/[\u061c\u200e\u200f]/g, "")
    .replace(/[−–]/g, "-")
    .replace(new RegExp(`(?<=\\d)${group}(?=(\\d{2,3}${group})*\\d{3}(?!\\d))`, "g"), "")
    .replaceAll(of("decimal"), ".")
    .replace(/(?<=\d),(?=\d)/, ".");
  const found = /^[^\d-]*?(-?)[^\d-]*?(\d*\.?\d+|\d+\.)(e[-+]?\d+)?\D*$/i.exec(plain);
  return found ? Number(found.slice(1).join("")) : NaN;
}
