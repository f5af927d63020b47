import { type Json, type Role, type TypeSpec, naturalDefault, problem, t } from "../../../widgets/kit/traits.ts";

/** A trait that was told in one line of text. `role` is missing where the text names none. */
export interface TraitText {
  readonly name: string;
  readonly type: TypeSpec;
  readonly default: Json;
  readonly role?: Role;
}

/** How a trait is told, for help and errors. */
export const TRAIT_FORM = "NAME[/ROLE]:TYPE[=DEFAULT]";

/** The types that {@link readTrait} knows, for help and errors. */
export const TRAIT_TYPES =
  "bool, int, int(0,10), float, string, string(80), enum(a,b), list[TYPE], dict[TYPE], tuple(TYPE,…), " +
  "record(KEY:TYPE,…), datetime, bytes, array(float32), array(float32,2) for rows of two, table, json; TYPE? may be null";

/**
 * Reads a trait such as `count:int=0`, `zoom/option:float(0.1,8)=1`, `items:list[string]`, `mode:enum(a,b)=b` or
 * `points:array(float32,2)`. The default is JSON; a text may stand without its quotes.
 * @throws {TypeError} that says what was found and what was expected.
 */
export function readTrait(text: string): TraitText {
  const head = /^([^:=/]+)(?:\/([^:=]*))?:/.exec(text);
  if (!head) throw new TypeError(`found "${text}", expected ${TRAIT_FORM} such as count:int=0.`);
  const [all, name = "", role] = head;
  if (role !== undefined && !isRole(role)) {
    throw new TypeError(`found the role "${role}" of ${name}, expected value, data or option.`);
  }
  const reader = new Reader(text, all.length);
  const type = reader.type();
  const rest = reader.rest();
  if (rest !== "" && !rest.startsWith("=")) throw reader.unexpected(`the end, or =DEFAULT`);
  const initial = rest === "" ? naturalDefault(type) : readDefault(name.trim(), type, rest.slice(1));
  return { name: name.trim(), type, default: initial, ...(role === undefined ? {} : { role }) };
}

function isRole(text: string): text is Role {
  return text === "value" || text === "data" || text === "option";
}

function readDefault(name: string, type: TypeSpec, text: string): Json {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    json = text;
  }
  // `80` is a number in JSON, and may well be what a text should begin with.
  const found = problem(type, json) && problem(type, text) === undefined ? undefined : problem(type, json);
  if (found !== undefined) throw new TypeError(`the default of ${name} does not fit: ${found}`);
  return problem(type, json) === undefined ? json : text;
}

/** A recursive descent over the type; deep nesting is cut off, since nobody means it. */
class Reader {
  readonly #text: string;
  #at: number;
  #depth = 0;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  rest(): string {
    return this.#text.slice(this.#at);
  }

  unexpected(expected: string): TypeError {
    return new TypeError(`found "${this.rest()}" in "${this.#text}", expected ${expected}.`);
  }

  type(): TypeSpec {
    if (++this.#depth > 20) throw this.unexpected("fewer types inside one another");
    const start = this.#at;
    const word = this.#take(/[a-z]\w*/y) ?? "";
    const make = Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
    if (!make) {
      this.#at = start;
      throw this.unexpected(`a type: ${TRAIT_TYPES}`);
    }
    const type = make(this);
    this.#depth--;
    return this.#take(/\?/y) === undefined ? type : t.nullable(type);
  }

  /** One type in square or round brackets. */
  inner(): TypeSpec {
    const close = this.#take(/\[/y) ? "]" : this.#take(/\(/y) ? ")" : undefined;
    if (close === undefined) throw this.unexpected("the type of its items in brackets, such as [string]");
    const type = this.type();
    this.#end(close);
    return type;
  }

  /** What stands between round brackets and commas; undefined where there are no brackets. */
  list<T>(read: () => T): readonly T[] | undefined {
    if (!this.#take(/\(\s*/y)) return undefined;
    const found = [read()];
    while (this.#take(/\s*,\s*/y)) found.push(read());
    this.#end(")");
    return found;
  }

  word(pattern: RegExp, expected: string): string {
    const found = this.#take(pattern);
    if (found === undefined) throw this.unexpected(expected);
    return found;
  }

  limits(): { min?: number; max?: number } {
    const pair = this.list(() => this.#take(/-?\d+(?:\.\d+)?/y));
    if (pair !== undefined && pair.length !== 2) throw new TypeError(`found ${this.#text}, expected (min,max).`);
    const [min, max] = (pair ?? []).map((each) => (each === undefined ? undefined : Number(each)));
    return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }

  size(): number | undefined {
    return this.list(() => Number(this.word(/\d+/y, "a number")))?.[0];
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #end(close: string): void {
    if (!this.#take(close === ")" ? /\s*\)/y : /\s*\]/y)) throw this.unexpected(`a closing ${close}`);
  }
}

const DTYPES = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"] as const;

const TYPES: Readonly<Record<string, (reader: Reader) => TypeSpec>> = {
  bool: t.bool,
  int: (reader) => t.int(reader.limits()),
  float: (reader) => t.float(reader.limits()),
  string: (reader) => text(reader),
  str: (reader) => text(reader),
  enum: (reader) => {
    const [first, ...others] = reader.list(() => reader.word(/[^,()]+/y, "a choice")) ?? [];
    if (first === undefined) throw reader.unexpected("the choices in brackets, such as (a,b)");
    return t.enum(first.trim(), ...others.map((each) => each.trim()));
  },
  list: (reader) => t.list(reader.inner()),
  dict: (reader) => t.dict(reader.inner()),
  tuple: (reader) => {
    const items = reader.list(() => reader.type());
    if (items === undefined) throw reader.unexpected("the types in brackets, such as (float,float)");
    return t.tuple(...items);
  },
  record: (reader) => {
    const fields = reader.list(() => {
      const key = reader.word(/[A-Za-z_]\w*/y, "a key");
      reader.word(/\s*:\s*/y, "a colon and a type");
      return [key, reader.type()] as const;
    });
    if (fields === undefined) throw reader.unexpected("the fields in brackets, such as (x:float,y:float)");
    return t.record(Object.fromEntries(fields));
  },
  datetime: t.datetime,
  bytes: t.bytes,
  table: t.table,
  json: t.json,
  array: (reader) => {
    const [name, ...columns] = reader.list(() => reader.word(/\w+/y, "an element type, then sizes")) ?? [];
    const dtype = DTYPES.find((each) => each === name);
    if (dtype === undefined) throw reader.unexpected(`an element type in brackets: ${DTYPES.join(", ")}`);
    const sizes = columns.filter((each) => each !== "n").map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
      throw new TypeError(`found array(${[name, ...columns].join(",")}), expected whole numbers for its sizes.`);
    }
    return t.array(dtype, [null, ...sizes]);
  },
};

function text(reader: Reader): TypeSpec {
  const maxLength = reader.size();
  return t.string(maxLength === undefined ? {} : { maxLength });
}
