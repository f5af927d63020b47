import { fold, prepare, type Prepared } from "../kit/fuzzy.ts";

/** A group's name, and the index after its last option. */
export interface Group {
  readonly name: string;
  readonly end: number;
}

/** The options as columns; those of one group stand together. */
export interface Options {
  readonly values: readonly string[];
  readonly labels: readonly string[];
  /** None where no option has a group; those before the first group have none. */
  readonly groups: readonly Group[];
  readonly prepared: Prepared;
  /** The place of an option's group among the groups; -1 where it has none. */
  group(index: number): number;
  /** The index of a value; -1 where it is no option. */
  find(value: string): number;
  /** The index of what a person wrote: a value or a label, else either without case and accents; -1 where it is none. */
  read(text: string): number;
}

const texts = (x: unknown): readonly string[] | undefined =>
  Array.isArray(x) && x.every((each) => typeof each === "string") ? x : undefined;

/** Reads options as the kernel sends them; what cannot be read is none. Nothing is built before it is asked for. */
export function readOptions(json: unknown): Options {
  const columns = (Array.isArray(json) ? { value: json } : (json ?? {})) as Record<string, unknown>;
  const values = texts(columns.value) ?? [];
  const given = texts(columns.label);
  const labels = given?.length === values.length ? given : values;
  const groups: Group[] = [];
  let end = 0;
  for (const pair of Array.isArray(columns.groups) ? columns.groups : []) {
    const [name, count] = Array.isArray(pair) ? pair : [];
    end = Math.min(values.length, end + (Number(count) || 0));
    groups.push({ name: String(name), end });
  }
  const membership = once(() => {
    const all = new Int32Array(values.length).fill(-1);
    let from = 0;
    for (const [place, group] of groups.entries()) {
      all.fill(place, from, group.end);
      from = group.end;
    }
    return all;
  });
  const places = once(() => index(values));
  const plain = once(() => index([...labels.map(fold), ...(labels === values ? [] : values.map(fold))]));
  const searched = labels === values ? values : labels.map((label, at) => join(label, values[at]!));
  return {
    values,
    labels,
    groups,
    prepared: prepare(searched),
    group: (index) => membership()[index] ?? -1,
    find: (value) => places().get(value) ?? -1,
    read(text) {
      const at = places().get(text) ?? plain().get(fold(text)) ?? -1;
      return at < 0 ? at : at % values.length;
    },
  };
}

const join = (label: string, value: string): string => (label === value ? label : `${label} ${value}`);

/** The first place of each text. */
function index(each: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = each.length - 1; at >= 0; at--) places.set(each[at]!, at);
  return places;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
