import type { Json } from "../kit/traits.ts";

type Dict = Readonly<Record<string, Json | undefined>>;

/** One of a question's options. */
export interface Choice {
  readonly value: Json;
  readonly label: string;
  readonly detail: string;
}

/** A question as it is shown: every field is there and of its type, whatever the record held. */
export interface Question {
  readonly id: string;
  readonly kind: "approve" | "choose" | "rate" | "text" | "number";
  readonly text: string;
  readonly detail: string;
  readonly required: boolean;
  /** Of `choose` and `rate`. */
  readonly options: readonly Choice[];
  readonly many: boolean;
  /** Whether a text of the person's own may stand for an option. */
  readonly other: boolean;
  /** Of a number; how many options with `many`. */
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly unit: string;
  readonly long: boolean;
  /** Whether a rejection needs a reason, may have one, or has none. */
  readonly reason: "optional" | "required" | "none";
  readonly yes: string;
  readonly no: string;
}

/** Ratings have at most this many steps. */
const STEPS = 11;

/** Reads the records of questions. */
export const questionsOf = (records: readonly Json[]): readonly Question[] =>
  records.map((record, index) => read(dict(record), index));

function read(record: Dict, index: number): Question {
  const text = (name: string, otherwise = "") => words(record[name], otherwise);
  const number = (name: string, otherwise: number) =>
    typeof record[name] === "number" ? (record[name] as number) : otherwise;
  const kind = one(record.kind, ["text", "approve", "choose", "rate", "number"]);
  const low = number("min", 1);
  const count = kind === "rate" ? Math.min(Math.max(Math.floor(number("max", 5)) - low + 1, 1), STEPS) || 1 : 0;
  const ends = list(record.ends);
  const rating = (n: number): Choice => ({
    value: low + n,
    label: format(low + n),
    detail: words(n === 0 ? ends[0] : n === count - 1 ? ends[1] : ""),
  });
  return {
    id: text("id", `q${index + 1}`),
    kind,
    text: text("text"),
    detail: text("detail"),
    required: record.required !== false,
    options: kind === "rate" ? Array.from({ length: count }, (_, n) => rating(n)) : list(record.options).map(choice),
    many: record.many === true,
    other: record.other === true,
    min: number("min", -Infinity),
    max: number("max", Infinity),
    whole: record.whole === true,
    unit: text("unit"),
    long: record.long === true,
    reason: one(record.reason, ["optional", "required", "none"]),
    yes: text("yes", "Approve"),
    no: text("no", "Reject"),
  };
}

function choice(option: Json): Choice {
  const record = dict(option);
  const value = record.value ?? (typeof option === "object" ? (record.label ?? null) : option);
  return { value, label: words(record.label, words(value)), detail: words(record.detail) };
}

/** A number in the reader's locale. */
export const format = (n: number): string => n.toLocaleString(undefined, { maximumFractionDigits: 12 });

export const list = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);

export const dict = (json: Json | undefined): Dict =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Dict) : {};

/** What a record holds by a name, whatever the name. */
export const own = (record: Dict, name: string): Json | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const words = (json: Json | undefined, otherwise = ""): string =>
  json === undefined || json === null || json === ""
    ? otherwise
    : typeof json === "string"
      ? json
      : JSON.stringify(json);

const one = <const T extends string>(json: Json | undefined, allowed: readonly [T, ...T[]]): T =>
  allowed.find((each) => each === json) ?? allowed[0];
