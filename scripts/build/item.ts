import { gzipSync } from "fflate";
import { z } from "zod";
import type { ItemInfo } from "../../widgets/kit/item.ts";
import type { Json, TypeSpec } from "../../widgets/kit/traits.ts";

const limits = { min: z.number().optional(), max: z.number().optional() };
const maxLength = z.int().nonnegative().optional();
const nullable = z.literal(true).optional().describe("None is allowed too.");
const kind = <const K extends string, S extends z.core.$ZodShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape, nullable });

const jsonSchema: z.ZodType<Json> = z
  .lazy(() =>
    z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
  )
  .meta({ id: "Json" });

const dtype = z.enum(["int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"]);

const typeSchema: z.ZodType<TypeSpec> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      kind("bool", {}),
      kind("int", limits),
      kind("float", limits),
      kind("string", { maxLength }),
      kind("enum", { values: z.array(z.string()).min(1) }),
      kind("tuple", { items: z.array(typeSchema) }),
      kind("list", { items: typeSchema, maxLength }),
      kind("dict", { fields: z.record(z.string(), typeSchema).optional(), values: typeSchema.optional() }),
      kind("datetime", {}),
      kind("bytes", {}),
      kind("array", { dtype, shape: z.array(z.int().positive().nullable()).min(1) }),
      kind("table", {}),
      kind("json", {}),
    ]),
  )
  .meta({ id: "TypeSpec" });

const size = z.strictObject({ raw: z.int().positive(), gzip: z.int().positive() }).describe("Bytes.");

const version = z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, "expected a version such as 0.1.0");
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\r\n]*$/, "expected one line");
const expressions = z.record(z.string(), z.string().min(1));
const example = z.strictObject({
  arguments: expressions.describe("Python expressions by trait."),
  reader: z.string().min(1).describe("Python of a reader cell; {get} is the getter, {object} the object."),
});

const traitName = z.string().regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);

/** What `item.ts` of a widget must hold. */
export const itemInfoSchema: z.ZodType<ItemInfo> = z.strictObject({
  version,
  title: line,
  summary: line,
  category: z.enum(["control", "chart"]),
  budget: z.number().positive(),
  requires: z.array(line).optional(),
  example,
  docs: z.string().min(1),
});

/** A registry item: everything that an install needs, and what people and agents want to know before. */
export const registryItemSchema = z
  .strictObject({
    schema: z.literal(1),
    name: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
    version,
    title: line,
    summary: line,
    category: z.enum(["control", "chart"]),
    className: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
    objectName: z.string().regex(/^[a-z][a-z0-9_]*$/),
    traits: z.array(
      z.strictObject({
        name: traitName,
        type: typeSchema,
        role: z.enum(["value", "data", "option"]),
        default: jsonSchema.describe("In JSON form: an array's is a list of numbers, bytes are base64."),
        doc: z.string().min(1),
        send: z.enum(["live", "settle"]).optional().describe("Only a value has one."),
        wired: z.literal(false).optional().describe("A value that drives no other cell unless somebody wires it."),
        was: traitName.optional().describe("The name that this trait had in an earlier version."),
      }),
    ),
    cells: z.strictObject({ definition: z.string().startsWith("# inlay: ").describe("Python; the marker first.") }),
    requires: z.strictObject({ python: z.array(line), marimo: z.string() }),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    sizes: z.strictObject({ esm: size, definition: size }),
    example,
    docs: z.string().describe("Markdown."),
  })
  .meta({ title: "inlay registry item" });

/** What dist/items/<name>.json holds. */
export type RegistryItem = z.infer<typeof registryItemSchema>;

/** The published JSON schema of registry items, as the text of item.schema.json. */
export function itemSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(registryItemSchema), null, 2)}\n`;
}

/** An item as the text of its file: equal sources give equal bytes. */
export function itemText(item: RegistryItem): string {
  return `${JSON.stringify(item, null, 2)}\n`;
}

/** Sizes of a text in bytes, as UTF-8 and gzipped. Node's own zlib gives other sizes on other processors. */
export function sizesOf(text: string): { raw: number; gzip: number } {
  const bytes = new TextEncoder().encode(text);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9, mtime: 1 }).length };
}
