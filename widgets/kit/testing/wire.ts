import type { TraitSchema, TypeSpec } from "../traits.ts";
import { decode, encode } from "../codec.ts";

/**
 * A value as it comes over a host's wire: typed arrays and bytes as a `DataView` at an odd offset of a larger buffer (as
 * Jupyter's are), dates as ISO texts, JSON as a copy. What is wrong stays as wrong as it is.
 */
export function toWire(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 1);
    return new DataView(padded.buffer, 1, bytes.length);
  }
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toWire(part)]));
  }
  return value;
}

/** What Python would hold of a wire value that was sent: `DataView`s as typed arrays or bytes, dates as `Date`s. */
export function fromWire(type: TypeSpec | undefined, wire: unknown): unknown {
  return type ? decode(type, wire) : wire;
}

/** Every trait's default as it comes over the wire. */
export function wireDefaults(schema: TraitSchema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([name, { type, default: json }]) => [name, toWire(encode(type, decode(type, json)))]),
  );
}
