import type { Json } from "../kit/traits.ts";

/** The longest text of JSON that is typed as a whole. */
export const MOST = 2000;

/** The value that a typed text means: JSON where it is, else the text itself. @throws where it begins as JSON and is none. */
export function meant(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (/^\s*["[{]/.test(text)) throw error;
    return text;
  }
}

/** The text to type for a value: a plain text without quotes, unless it would mean something else. */
export function draftOf(value: Json): string {
  try {
    if (typeof value === "string" && !/[\r\n]/.test(value) && meant(value) === value) return value;
  } catch {
    // It begins as JSON does.
  }
  return JSON.stringify(value);
}
