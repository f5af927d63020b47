/** What tags must be. */
export interface Rules {
  readonly most: number;
  readonly longest: number;
  /** Fits the whole of a tag. */
  readonly pattern: RegExp | undefined;
  /** What is wrong with a tag that does not fit. */
  readonly message: string;
}

/** The same for tags that count as one: those that differ by case or by how accents are encoded. */
export const keyOf = (tag: string): string => tag.normalize().toLowerCase();

/** The tags of a text that was pasted or typed: commas, tabs and line ends separate them. */
export const split = (text: string): string[] =>
  text
    .split(/[,\t\r\n]+/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** A pattern that fits whole tags; nothing where the text is none that browsers know. */
export function compile(pattern: string): RegExp | undefined {
  // With `u` a character is a whole one; without it more escapes pass, as in Python.
  for (const flags of pattern ? ["u", ""] : []) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // The next flags may do.
    }
  }
  return undefined;
}

/** What is wrong with a tag by itself. */
function fault(tag: string, { longest, pattern, message }: Rules): string | undefined {
  const over = [...tag].length - longest;
  if (over > 0) return `Too long by ${over}: at most ${longest} characters.`;
  return pattern?.test(tag) === false ? message : undefined;
}

/** What is wrong with each of some tags, in order: by itself, or since the list is full before it. */
export function faults(tags: readonly string[], rules: Rules): (string | undefined)[] {
  let room = rules.most;
  return tags.map((tag) => fault(tag, rules) ?? (room-- > 0 ? undefined : `Full: at most ${rules.most} tags.`));
}

/** Tags joined with others at a place: those that are there already are left out, and given back. */
export function join(
  tags: readonly string[],
  added: readonly string[],
  at: number,
): { readonly tags: readonly string[]; readonly known: readonly string[] } {
  const keys = new Set(tags.map(keyOf));
  const fresh: string[] = [];
  const known: string[] = [];
  for (const tag of added) {
    (keys.has(keyOf(tag)) ? known : fresh).push(tag);
    keys.add(keyOf(tag));
  }
  return { tags: tags.toSpliced(at, 0, ...fresh), known };
}
