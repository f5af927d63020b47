import { distance } from "fastest-levenshtein";

/** The name nearest to a mistyped one, or `undefined` where none is near enough to be what was meant. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, steps: name.startsWith(word) && word.length > 1 ? 0 : distance(word.toLowerCase(), name) }))
    .toSorted((a, b) => a.steps - b.steps || a.name.localeCompare(b.name));
  const best = ranked[0];
  const limit = Math.min(word.length - 1, Math.max(2, Math.floor((best?.name.length ?? 0) / 3)));
  return best && best.steps <= limit ? best.name : undefined;
}

/** " Did you mean …?" for a mistyped word, or nothing. */
export function didYouMean(word: string, names: readonly string[], show = (name: string) => name): string {
  const name = nearest(word, names);
  return name === undefined ? "" : ` Did you mean ${show(name)}?`;
}
