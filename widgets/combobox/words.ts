/** What is said below the field. */
export interface Note {
  readonly text: string;
  readonly kind?: "wrong" | "undo" | "plain";
}

const NAMED = 5;
const LONG = 40;

export const amount = (n: number): string => n.toLocaleString();

/** A text as it is spoken of: in quotes, cut where it is long. */
export const quote = (text: string): string => `“${text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text}”`;

/** Some texts by name, the rest by their number. */
function some(texts: readonly string[]): string {
  const named = texts.slice(0, NAMED).map(quote);
  if (texts.length > NAMED) named.push(`${amount(texts.length - NAMED)} more`);
  return new Intl.ListFormat("en").format(named);
}

/** What became of values that were to be chosen: how many are new, what is unknown, how many are over the limit. */
export function taken(added: number, unknown: readonly string[], over: number, most: number): Note {
  const said = [`${added ? amount(added) : "None"} added.`];
  if (unknown.length) said.push(`Not among the options: ${some(unknown)}.`);
  if (over) said.push(`${amount(over)} left out: ${amount(most)} at most.`);
  return { text: said.join(" "), kind: added && !unknown.length && !over ? "undo" : "wrong" };
}

/** How many are chosen, and how many are asked for. */
export function summary(chosen: number, total: number, least: number, most: number): Note {
  const few = chosen < least;
  const limit = few ? ` · at least ${amount(least)}` : most < Infinity ? ` · at most ${amount(most)}` : "";
  return { text: `${amount(chosen)} of ${amount(total)} chosen${limit}`, kind: few && chosen ? "wrong" : "plain" };
}
