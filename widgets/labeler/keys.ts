/** What keys do beside giving labels. */
export type Command = "undo" | "skip" | "comment" | "open";

/** The keys of commands; a label's own shortcut takes precedence. */
export const COMMAND_KEYS: Readonly<Record<Command, string>> = { undo: "u", skip: "s", comment: "c", open: "n" };

const POOL = [..."123456789abcdefghijklmnopqrstuvwxyz"].filter((key) => !Object.values(COMMAND_KEYS).includes(key));

/**
 * One key a label, lower case: the shortcuts first, then the digit of the label's place, then what is free. A shortcut
 * that an earlier label holds is given up. Keys can run out: `undefined`.
 */
export function assignKeys(
  labels: readonly string[],
  shortcuts: Readonly<Record<string, string>>,
): readonly (string | undefined)[] {
  const taken = new Set<string>();
  const take = (key: string | undefined): string | undefined => {
    if (!key?.trim() || taken.has(key)) return undefined;
    taken.add(key);
    return key;
  };
  const own = labels.map((label) =>
    Object.hasOwn(shortcuts, label) ? take(shortcuts[label]?.toLowerCase()) : undefined,
  );
  const placed = own.map((key, place) => key ?? take(POOL[place < 9 ? place : -1]));
  return placed.map((key) => key ?? take(POOL.find((free) => !taken.has(free))));
}

/**
 * The keys that a press may stand for, best first: what it writes, and where a layout writes something else there (digits
 * under Shift, letters of another script), the key's place.
 */
export function pressedKeys({ key, code }: Pick<KeyboardEvent, "key" | "code">): readonly string[] {
  const written = key.toLowerCase();
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase();
  const foreign = key.length === 1 && key > "\x7f";
  return place && place !== written && (code.startsWith("D") || foreign) ? [written, place] : [written];
}
