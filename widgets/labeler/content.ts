import type { Json } from "../kit/traits.ts";

/** What is shown of an item: all of it is text, but an image's address that needs no request. */
export interface Content {
  readonly text?: string;
  readonly image?: string;
  readonly alt?: string;
  /** The start of an address that would need a request, so it is not loaded. */
  readonly refused?: string;
  readonly fields: readonly (readonly [name: string, text: string])[];
}

/** Characters shown of one text. */
export const LONGEST = 20_000;

/** How an item is shown: a record as its fields, with its `image`; else a text. */
export function contentOf(item: Json | undefined): Content {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return { text: textOf(item), fields: [] };
  const record = item as Readonly<Record<string, Json>>;
  const { image, alt } = record;
  const pictured = typeof image === "string";
  const local = pictured && /^(data:image\/|blob:)/i.test(image);
  const fields = Object.entries(record)
    .filter(([name]) => !pictured || (name !== "image" && name !== "alt"))
    .map(([name, value]) => [name, textOf(value)] as const);
  return {
    ...(local ? { image } : pictured && { refused: image.slice(0, 80) }),
    ...(pictured && typeof alt === "string" && { alt }),
    fields,
  };
}

/** The content in words, for those who listen: at most `longest` characters. */
export function spoken({ text, image, alt, refused, fields }: Content, longest = 300): string {
  const parts = [text, image !== undefined || refused !== undefined ? (alt ?? "image") : undefined];
  for (const [name, value] of fields) parts.push(`${name}: ${value}`);
  const whole = parts.filter(Boolean).join("; ");
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}

function textOf(value: Json | undefined): string {
  const text = typeof value === "string" ? value : value === null || value === undefined ? "—" : JSON.stringify(value);
  const more = text.length - LONGEST;
  return more > 0 ? `${text.slice(0, LONGEST)}… (${more.toLocaleString()} more characters)` : text;
}
