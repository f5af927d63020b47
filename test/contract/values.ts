import { arrayClass } from "../../widgets/kit/kinds.ts";
import { naturalDefault, type TraitSchema, type TypeSpec } from "../../widgets/kit/traits.ts";

/** How big, and how strange, generated values are. */
export type Flavour = "none" | "one" | "many" | "huge" | "nan" | "infinite" | "hostile";

/** Texts that would run if anything took them for markup. */
export const HOSTILE = [
  `<img src="/hostile.png" onerror="window.ran=true">`,
  `"><script>window.ran=true</script><svg onload="window.ran=true">`,
  `javascript:window.ran=true`,
  `\${window.ran=true} {{constructor}} \u202Egnirts\u0000\uFFFF 👩‍👩‍👧`,
];

const LENGTHS: Record<Flavour, number> = { none: 0, one: 1, many: 7, huge: 3000, nan: 5, infinite: 5, hostile: 4 };

/** One value for every trait, right by its type and of one flavour. */
export function generate(schema: TraitSchema, flavour: Flavour): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).map(([name, { type }]) => [name, sample(type, flavour, 0)]));
}

/** Values that do not fit a type, as a broken kernel or an older version could hold them. */
export function wrongValues(): Record<string, unknown> {
  return {
    missing: undefined,
    null: null,
    text: "<b>no</b>",
    number: -1.5,
    boolean: true,
    list: [[], null, { a: [1] }, "x"],
    object: { length: 3, 0: "x", toString: "no" },
    "odd bytes": new Uint8Array([1, 2, 3]),
  };
}

function sample(type: TypeSpec, flavour: Flavour, index: number): unknown {
  const count = LENGTHS[flavour];
  switch (type.kind) {
    case "bool":
      return index % 2 === 0;
    case "int":
      return limited(type, flavour === "huge" ? Number.MAX_SAFE_INTEGER : index + 1);
    case "float":
      return limited(type, flavour === "huge" ? 1e300 : flavour === "infinite" ? -1e300 : index + 0.5);
    case "string":
      return [...text(flavour, index)].slice(0, type.maxLength).join("");
    case "enum":
      return type.values[index % type.values.length];
    case "tuple":
      return type.items.map((item, at) => sample(item, flavour, at));
    case "list":
      return range(Math.min(count, type.maxLength ?? count)).map((at) => sample(type.items, flavour, at));
    case "dict": {
      const { fields, values } = type;
      if (fields) {
        const parts = Object.entries(fields).map(([key, field]) => [key, sample(field, flavour, index)]);
        return Object.fromEntries(parts);
      }
      return Object.fromEntries(
        range(Math.min(count, 20)).map((at) => [
          flavour === "hostile" ? `${text(flavour, at)}${at}` : `key ${at}`,
          values ? sample(values, flavour, at) : text(flavour, at),
        ]),
      );
    }
    case "datetime":
      return new Date(flavour === "huge" ? 8.64e15 : 1.7e12 + index * 864e5);
    case "bytes":
    case "table":
      return new Uint8Array(Math.min(count, 100));
    case "array":
      return numbers(type, flavour);
    case "json":
      return flavour === "none" ? naturalDefault(type) : text(flavour, index);
  }
}

function numbers({ dtype, shape }: TypeSpec & { kind: "array" }, flavour: Flavour): unknown {
  const rows = flavour === "huge" ? 100_000 : LENGTHS[flavour];
  const length = shape.reduce<number>((product, n) => product * (n ?? rows), 1);
  const strange: Partial<Record<Flavour, number[]>> = {
    nan: [NaN],
    infinite: [Infinity, -Infinity, 1, NaN],
    hostile: [1e308, -1e308, 5e-324, -0],
  };
  const array = arrayClass(dtype).from(range(length).map((at) => Math.sin(at) * 100));
  const extremes = strange[flavour];
  if (extremes) for (let at = 0; at < length; at++) array[at] = extremes[at % extremes.length]!;
  return array;
}

function text(flavour: Flavour, index: number): string {
  if (flavour === "none") return "";
  if (flavour === "hostile") return HOSTILE[index % HOSTILE.length]!;
  if (flavour === "huge") return index === 0 ? "Donaudampfschifffahrtsgesellschaft".repeat(60) : `Item ${index}`;
  return `Item ${index}`;
}

function limited({ min = -Infinity, max = Infinity }: { min?: number; max?: number }, n: number): number {
  return Math.min(max, Math.max(min, n));
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
